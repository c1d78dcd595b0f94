package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Sector;

/** The state-funded schools that were open on a day, by URN, with who governed each. Immutable. */
public final class DaySchools {
    private final Timeline timeline;
    private final Ints schools = new Ints();
    private final Ints bodies = new Ints();
    private final Ints wanted = new Ints();

    private DaySchools(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * All that were open.
     *
     * @param within id of an area; null = everywhere
     * @param filter with the area, says which of them are {@link #wanted}
     */
    public static DaySchools of(Timeline timeline, LocalDate date, @Nullable String within, Filter filter) {
        DaySchools found = new DaySchools(timeline);
        Place place = new Place(timeline, within);
        Filter.Test test = filter.test(timeline.schools());
        Spells governance = timeline.governance();
        int day = Days.of(date);
        for (int spell = 0; spell < governance.size(); spell++) {
            if (governance.from(spell) <= day && day < governance.to(spell)) {
                int school = governance.school(spell);
                boolean counts = test.counts(timeline.traits(school) | Traits.INSIDE) && place.holds(school, day);
                found.schools.add(school);
                found.bodies.add(governance.target(spell));
                found.wanted.add(counts ? 1 : 0);
            }
        }
        return found;
    }

    public int size() {
        return schools.size();
    }

    /** Its place in {@link Schools}. */
    public int school(int index) {
        return schools.get(index);
    }

    /** Who governed it, by its place in the {@link Tier}. */
    public int body(int index) {
        return bodies.get(index);
    }

    public Sector sector(int index) {
        return PlacementBuilder.sector(timeline, school(index), body(index));
    }

    /** Whether it lay in the area and is of the kind that was asked for. */
    public boolean wanted(int index) {
        return wanted.get(index) == 1;
    }

    /** An area in which schools may lie. */
    private static final class Place {
        private final AreaWays ways;
        private final int area;
        private final @Nullable AreaKind kind;
        private final Intervals lay = new Intervals();

        Place(Timeline timeline, @Nullable String within) {
            this.ways = timeline.ways();
            this.area = within == null ? -1 : timeline.tier().get(within);
            this.kind = within == null
                    ? null
                    : AreaKind.findLabel(timeline.tier().ref(area).kind()).orElseThrow();
        }

        boolean holds(int school, int day) {
            if (kind == null) {
                return true;
            }
            lay.clear();
            ways.collect(school, kind, Geography.AS_WAS, lay);
            for (int i = 0; i < lay.size(); i++) {
                if (lay.target(i) == area && lay.from(i) <= day && day < lay.to(i)) {
                    return true;
                }
            }
            return false;
        }
    }
}
