package uk.middletier.timeline;

import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;

/** In which areas of a kind the schools of each entry of a ledger lay on the day, as areas were then. Immutable. */
final class EventAreas {
    private final int[] first;
    private final int[] areas;

    EventAreas(Timeline timeline, Ledger ledger, AreaKind kind) {
        first = new int[ledger.endWitness(ledger.size() - 1) + 1];
        Ints found = new Ints();
        Intervals lay = new Intervals();
        for (int entry = 0; entry < ledger.size(); entry++) {
            LedgerEntry each = ledger.get(entry);
            int day = Ledger.placeDay(each.kind(), each.date());
            for (int witness = ledger.firstWitness(entry); witness < ledger.endWitness(entry); witness++) {
                first[witness] = found.size();
                lay.clear();
                timeline.ways().collect(ledger.school(witness), kind, Geography.AS_WAS, lay);
                for (int place = 0; place < lay.size(); place++) {
                    if (lay.from(place) <= day && day < lay.to(place)) {
                        found.add(lay.target(place));
                    }
                }
            }
        }
        first[first.length - 1] = found.size();
        areas = found.toArray();
    }

    int begin(int witness) {
        return first[witness];
    }

    int end(int witness) {
        return first[witness + 1];
    }

    int area(int place) {
        return areas[place];
    }

    boolean contains(int witness, int area) {
        for (int place = first[witness]; place < first[witness + 1]; place++) {
            if (areas[place] == area) {
                return true;
            }
        }
        return false;
    }
}
