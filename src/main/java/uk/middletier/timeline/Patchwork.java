package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Sector;

/**
 * Where every school lay and who governed it through all time, a column per property, in the order of the schools'
 * places and of first days. A spell is a longest interval in which a school is open and its governor, its sector and
 * its authority stay the same. A sector is told by the school and by who governs it, so that it changes only with that.
 * Immutable.
 */
public final class Patchwork {
    /** Stands for a governor or an authority nobody knows. */
    public static final int UNKNOWN = -1;

    private final Timeline timeline;
    private final IntPredicate counted;
    private final int first;
    private final int last;
    private final int within;
    private final @Nullable AreaKind withinKind;

    private final Ints schools = new Ints();
    private final Ints from = new Ints();
    private final Ints to = new Ints();
    private final Ints bodies = new Ints();
    private final Ints areas = new Ints();

    private final Intervals filter = new Intervals();
    private final Ints cuts = new Ints();

    /**
     * What is asked for.
     *
     * @param from spells that still held on this day or began later; null = however long ago
     * @param to spells that began by this day
     * @param area id of an area: only the time schools lay in it
     */
    public record Question(
            @Nullable LocalDate from,
            LocalDate to,
            @Nullable String area,
            Filter filter) {}

    private Patchwork(Timeline timeline, Question question) {
        this.timeline = timeline;
        this.counted = timeline.counted(question.filter());
        this.first = Days.start(question.from());
        this.last = Days.of(question.to());
        String area = question.area();
        this.within = area == null ? UNKNOWN : timeline.tier().get(area);
        this.withinKind = area == null
                ? null
                : AreaKind.findLabel(timeline.tier().ref(within).kind()).orElseThrow();
    }

    public static Patchwork of(Timeline timeline, Question question) {
        Patchwork patchwork = new Patchwork(timeline, question);
        for (int school = 0; school < timeline.schools().size(); school++) {
            if (patchwork.counted.test(school) && timeline.schools().everOpen(school)) {
                patchwork.add(school);
            }
        }
        return patchwork;
    }

    /** How many spells there are. */
    public int size() {
        return schools.size();
    }

    /** The place of the school among those of the timeline. */
    public int school(int spell) {
        return schools.get(spell);
    }

    /** First day, or {@link Days#ALWAYS}. */
    public int from(int spell) {
        return from.get(spell);
    }

    /** First day on which it no longer holds, or {@link Days#NEVER}. */
    public int to(int spell) {
        return to.get(spell);
    }

    /** Who governed the school, by its place in the tier, or {@link #UNKNOWN}. */
    public int body(int spell) {
        return bodies.get(spell);
    }

    /** The authority the school lay in, by its place in the tier, or {@link #UNKNOWN}. */
    public int area(int spell) {
        return areas.get(spell);
    }

    /** As it is told of any day of the spell. */
    public Sector sector(int spell) {
        int body = body(spell);
        return body == UNKNOWN ? Sector.OTHER : PlacementBuilder.sector(timeline, school(spell), body);
    }

    /** Cuts a school's life wherever anything begins or ends, and joins again what is alike on both sides of a cut. */
    private void add(int school) {
        int opened = timeline.schools().from(school);
        int closed = timeline.schools().to(school);
        filter.clear();
        if (withinKind != null) {
            timeline.ways().collect(school, withinKind, Geography.AS_WAS, filter);
        }
        int start = opened;
        int body = UNKNOWN;
        int area = UNKNOWN;
        boolean inside = false;
        for (int day : days(school, opened, closed)) {
            int nextBody = timeline.governor(school, day);
            int nextArea = authority(school, day);
            boolean nextInside = withinKind == null || inside(day);
            if (nextBody != body || nextArea != area || nextInside != inside) {
                keep(inside, school, start, day, body, area);
                start = day;
                body = nextBody;
                area = nextArea;
                inside = nextInside;
            }
        }
        keep(inside, school, start, closed, body, area);
    }

    /** The first day of the school and every later one of its life on which something may change, in order. */
    private int[] days(int school, int opened, int closed) {
        cuts.clear();
        cuts.add(opened);
        addCuts(timeline.governance(), school, opened, closed);
        addCuts(timeline.authorities(), school, opened, closed);
        for (int i = 0; i < filter.size(); i++) {
            addCut(filter.from(i), opened, closed);
            addCut(filter.to(i), opened, closed);
        }
        int[] days = cuts.toArray();
        Arrays.sort(days);
        return days;
    }

    private void addCuts(Spells spells, int school, int opened, int closed) {
        for (int spell = spells.begin(school); spell < spells.end(school); spell++) {
            addCut(spells.from(spell), opened, closed);
            addCut(spells.to(spell), opened, closed);
        }
    }

    private void addCut(int day, int opened, int closed) {
        if (opened < day && day < closed) {
            cuts.add(day);
        }
    }

    private int authority(int school, int day) {
        Spells authorities = timeline.authorities();
        for (int spell = authorities.begin(school); spell < authorities.end(school); spell++) {
            if (authorities.from(spell) <= day && day < authorities.to(spell)) {
                return authorities.target(spell);
            }
        }
        return UNKNOWN;
    }

    private boolean inside(int day) {
        for (int i = 0; i < filter.size(); i++) {
            if (filter.target(i) == within && filter.from(i) <= day && day < filter.to(i)) {
                return true;
            }
        }
        return false;
    }

    private void keep(boolean inside, int school, int start, int end, int body, int area) {
        if (inside && start < end && start <= last && end > first) {
            schools.add(school);
            from.add(start);
            to.add(end);
            bodies.add(body);
            areas.add(area);
        }
    }
}
