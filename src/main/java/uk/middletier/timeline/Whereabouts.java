package uk.middletier.timeline;

import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;

/** In which area of a kind schools lay on a day, one school after another. For one thread. */
public final class Whereabouts {
    private final AreaWays ways;
    private final AreaKind kind;
    private final Intervals areas = new Intervals();
    private int collected = -1;

    public Whereabouts(Timeline timeline, AreaKind kind) {
        this.ways = timeline.ways();
        this.kind = kind;
    }

    /** The area's place in the {@link Tier}, negative if there is none; of several the first by id. */
    public int at(int school, int day) {
        return collect(school).lowestAt(day);
    }

    /** Whether a school lay in an area of the kind. */
    public boolean isIn(int school, int area, int day) {
        Intervals all = collect(school);
        for (int i = 0; i < all.size(); i++) {
            if (all.target(i) == area && all.from(i) <= day && day < all.to(i)) {
                return true;
            }
        }
        return false;
    }

    private Intervals collect(int school) {
        if (school != collected) {
            areas.clear();
            ways.collect(school, kind, Geography.AS_WAS, areas);
            collected = school;
        }
        return areas;
    }
}
