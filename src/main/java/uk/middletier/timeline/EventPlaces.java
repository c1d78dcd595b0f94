package uk.middletier.timeline;

import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;

/**
 * The areas of a kind in which entries of a ledger count: those of their state-funded schools that are wanted. For one
 * thread.
 */
public final class EventPlaces {
    private final Ledger ledger;
    private final Ledger.Wanted wanted;
    private final EventAreas areas;
    private final Ints found = new Ints();

    /** @param within id of an area the schools lie in; null = everywhere */
    public EventPlaces(Timeline timeline, AreaKind by, @Nullable String within, Filter filter) {
        this.ledger = timeline.ledger();
        this.wanted = ledger.wanted(filter, true, within);
        this.areas = ledger.areas(by);
    }

    /** Their places in the {@link Tier}, each once. */
    public int[] of(int entry) {
        found.clear();
        for (int witness = ledger.firstWitness(entry); witness < ledger.endWitness(entry); witness++) {
            if (wanted.counts(witness)) {
                for (int place = areas.begin(witness); place < areas.end(witness); place++) {
                    addOnce(areas.area(place));
                }
            }
        }
        return found.toArray();
    }

    private void addOnce(int area) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == area) {
                return;
            }
        }
        found.add(area);
    }
}
