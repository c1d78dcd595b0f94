package uk.middletier.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.Ref;
import uk.middletier.timeline.EventPlaces;
import uk.middletier.timeline.Ledger;
import uk.middletier.timeline.SchoolDays;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/**
 * How fast it changes who runs what: events of an area in a period [from, to), as counts and for every thousand years
 * that schools were open there.
 */
@SuppressWarnings("EnumOrdinal") // places in rows, never stored
public final class Turbulence {
    private static final Upheaval[] UPHEAVALS = Upheaval.values();
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final double PER = 1000;

    /** School-years, the counts, the rates: in the order of the values of a {@link Row}. */
    public static final List<Definition> DEFINITIONS = definitions();

    private final List<Row> rows;
    private final Row total;

    /**
     * An area in a period.
     *
     * @param area null for all areas together
     * @param to the day after the last
     * @param values in the order of {@link #DEFINITIONS}: school-years and rates as Double, counts as Long; null = undefined
     */
    public record Row(@Nullable Ref area, LocalDate from, LocalDate to, List<@Nullable Object> values) {}

    private Turbulence(List<Row> rows, Row total) {
        this.rows = rows;
        this.total = total;
    }

    /** Counts every area that had an open school or an event at any time between the first bound and the last. */
    public static Turbulence of(Timeline timeline, TurbulenceQuestion question) {
        return new Count(timeline, question).make();
    }

    /** By the areas' names, then by period. */
    public List<Row> rows() {
        return rows;
    }

    /** From the first bound to the last, every event once, however many of the areas it counts in. */
    public Row total() {
        return total;
    }

    private static final class Count {
        private final Timeline timeline;
        private final TurbulenceQuestion question;
        private final SchoolDays days;
        private final int[] areaOfUnit;
        /** Per area, period and upheaval. */
        private final long[] counts;

        private final long[] all = new long[UPHEAVALS.length];

        Count(Timeline timeline, TurbulenceQuestion question) {
            this.timeline = timeline;
            this.question = question;
            this.days = SchoolDays.of(timeline, question.by(), question.within(), question.filter(), question.bounds());
            this.areaOfUnit = new int[timeline.tier().size()];
            Arrays.fill(areaOfUnit, -1);
            for (int area = 0; area < days.areas(); area++) {
                areaOfUnit[days.unit(area)] = area;
            }
            this.counts = new long[days.areas() * question.periods() * UPHEAVALS.length];
        }

        Turbulence make() {
            for (int period = 0; period < question.periods(); period++) {
                count(period);
            }
            Tier tier = timeline.tier();
            List<Integer> areas = new ArrayList<>();
            long allDays = 0;
            for (int area = 0; area < days.areas(); area++) {
                long sum = 0;
                for (int period = 0; period < question.periods(); period++) {
                    sum += days.days(area, period);
                }
                allDays += sum;
                if (sum > 0 || happened(area)) {
                    areas.add(area);
                }
            }
            areas.sort(Comparator.comparing(
                            (Integer area) -> tier.ref(days.unit(area)).name())
                    .thenComparing(area -> tier.ref(days.unit(area)).id()));
            List<Row> rows = new ArrayList<>(areas.size() * question.periods());
            for (int area : areas) {
                for (int period = 0; period < question.periods(); period++) {
                    int begin = (area * question.periods() + period) * UPHEAVALS.length;
                    rows.add(row(
                            tier.ref(days.unit(area)),
                            question.bounds().get(period),
                            question.bounds().get(period + 1),
                            days.days(area, period),
                            Arrays.copyOfRange(counts, begin, begin + UPHEAVALS.length)));
                }
            }
            LocalDate from = question.bounds().get(0);
            LocalDate to = question.bounds().get(question.periods());
            return new Turbulence(rows, row(null, from, to, allDays, all));
        }

        private void count(int period) {
            Ledger ledger = timeline.ledger();
            EventPlaces places = new EventPlaces(timeline, question.by(), question.within(), question.filter());
            int end = ledger.firstFrom(question.bounds().get(period + 1));
            for (int entry = ledger.firstFrom(question.bounds().get(period)); entry < end; entry++) {
                List<Upheaval> what = Upheaval.of(ledger, entry, timeline.schools());
                if (!what.isEmpty()) {
                    add(what, places.of(entry), period);
                }
            }
        }

        private void add(List<Upheaval> what, int[] units, int period) {
            boolean counted = false;
            for (int unit : units) {
                int area = areaOfUnit[unit];
                if (area >= 0) {
                    counted = true;
                    for (Upheaval upheaval : what) {
                        counts[(area * question.periods() + period) * UPHEAVALS.length + upheaval.ordinal()]++;
                    }
                }
            }
            if (counted) {
                what.forEach(upheaval -> all[upheaval.ordinal()]++);
            }
        }

        private boolean happened(int area) {
            int length = question.periods() * UPHEAVALS.length;
            for (int i = area * length; i < (area + 1) * length; i++) {
                if (counts[i] > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Row row(@Nullable Ref area, LocalDate from, LocalDate to, long days, long[] counts) {
        double schoolYears = days / DAYS_OF_A_YEAR;
        List<@Nullable Object> values = new ArrayList<>(DEFINITIONS.size());
        values.add(schoolYears);
        for (long count : counts) {
            values.add(count);
        }
        for (long count : counts) {
            values.add(days == 0 ? null : count * PER / schoolYears);
        }
        return new Row(area, from, to, Collections.unmodifiableList(values));
    }

    private static List<Definition> definitions() {
        List<Definition> all = new ArrayList<>();
        all.add(new Definition(
                "schoolYears",
                Family.TURBULENCE,
                "School-years",
                "Σ_i days open in [from, to) / 365.25",
                "school-years",
                0.0,
                null,
                "more schools, or a longer time",
                "",
                ""));
        for (Upheaval upheaval : UPHEAVALS) {
            all.add(new Definition(
                    upheaval.id,
                    Family.TURBULENCE,
                    upheaval.title,
                    "|{" + upheaval.what + " in [from, to)}|",
                    "events",
                    0.0,
                    null,
                    upheaval.reading,
                    caveat(upheaval),
                    ""));
        }
        for (Upheaval upheaval : UPHEAVALS) {
            all.add(new Definition(
                    upheaval.id + "Per1000SchoolYears",
                    Family.TURBULENCE,
                    upheaval.title + " per 1,000 school-years",
                    "1000 · " + upheaval.id + " / schoolYears; null if there are none",
                    "events per 1,000 school-years",
                    0.0,
                    null,
                    upheaval.reading,
                    caveat(upheaval),
                    ""));
        }
        return List.copyOf(all);
    }

    private static String caveat(Upheaval upheaval) {
        return upheaval.ofBodies()
                ? upheaval.caveat + " Counted in every area where the body had a school."
                : upheaval.caveat;
    }
}
