package uk.middletier.timeline;

import java.util.Arrays;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;

/** In which areas of a kind each entry of a ledger happened, as areas were on the day. Immutable. */
public final class EventAreas {
    private final int[] first;
    private final int[] areas;

    EventAreas(Timeline timeline, Ledger ledger, AreaKind kind) {
        first = new int[ledger.size() + 1];
        Ints found = new Ints();
        Intervals lay = new Intervals();
        for (int entry = 0; entry < ledger.size(); entry++) {
            first[entry] = found.size();
            LedgerEntry each = ledger.get(entry);
            int day = Ledger.placeDay(each.kind(), each.date());
            for (int i = ledger.firstWitness(entry); i < ledger.firstWitness(entry + 1); i++) {
                lay.clear();
                timeline.ways().collect(ledger.witness(i), kind, Geography.AS_WAS, lay);
                for (int place = 0; place < lay.size(); place++) {
                    if (lay.from(place) <= day && day < lay.to(place)) {
                        addOnce(found, first[entry], lay.target(place));
                    }
                }
            }
        }
        first[ledger.size()] = found.size();
        areas = found.toArray();
    }

    private static void addOnce(Ints found, int begin, int area) {
        for (int i = begin; i < found.size(); i++) {
            if (found.get(i) == area) {
                return;
            }
        }
        found.add(area);
    }

    /** The areas of an entry, by their places in the {@link Tier}. */
    public int[] of(int entry) {
        return Arrays.copyOfRange(areas, first[entry], first[entry + 1]);
    }

    /** Whether an entry belongs to an area. */
    public boolean contains(int entry, int area) {
        for (int i = first[entry]; i < first[entry + 1]; i++) {
            if (areas[i] == area) {
                return true;
            }
        }
        return false;
    }
}
