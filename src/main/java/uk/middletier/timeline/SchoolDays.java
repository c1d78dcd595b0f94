package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;

/** For how many days state-funded schools were open in each area of a kind, in periods that follow each other. */
public final class SchoolDays {
    private final Placement placement;
    private final int[] bounds;
    private final int[] open;
    private final long[] days;
    private int period = -1;

    private SchoolDays(Placement placement, int[] bounds) {
        this.placement = placement;
        this.bounds = bounds;
        this.open = new int[placement.areas()];
        this.days = new long[placement.areas() * periods()];
    }

    /**
     * Adds them up in one pass through the changes.
     *
     * @param within id of an area the schools lie in; null = everywhere
     * @param bounds first days of the periods, and the day after the last period; at least two
     */
    public static SchoolDays of(
            Timeline timeline, AreaKind by, @Nullable String within, Filter filter, List<LocalDate> bounds) {
        Placement placement = timeline.placement(new Grouping(by, Partition.GOVERNANCE, Geography.AS_WAS, within));
        SchoolDays sums =
                new SchoolDays(placement, bounds.stream().mapToInt(Days::of).toArray());
        sums.add(filter.test(timeline.schools()));
        return sums;
    }

    private int periods() {
        return bounds.length - 1;
    }

    /** How many areas there are; they are counted from 0. */
    public int areas() {
        return placement.areas();
    }

    /** An area's place in the {@link Tier}. */
    public int unit(int area) {
        return placement.unit(area);
    }

    public long days(int area, int inPeriod) {
        return days[area * periods() + inPeriod];
    }

    private void add(Filter.Test test) {
        int[] changed = placement.days();
        int end = bounds[periods()];
        for (int i = 0; i < changed.length && changed[i] < end; i++) {
            if (test.counts(placement.traits()[i])) {
                while (period + 1 < periods() && changed[i] >= bounds[period + 1]) {
                    begin();
                }
                change(placement.pairs()[i], changed[i]);
            }
        }
        while (period + 1 < periods()) {
            begin();
        }
    }

    private void change(int pair, int day) {
        int step = pair >= 0 ? 1 : -1;
        int area = placement.area(pair >= 0 ? pair : ~pair);
        open[area] += step;
        if (period >= 0) {
            days[area * periods() + period] += (long) step * (bounds[period + 1] - day);
        }
    }

    /** Those open as a period begins are open all through it, unless a change says otherwise. */
    private void begin() {
        period++;
        for (int area = 0; area < open.length; area++) {
            days[area * periods() + period] = (long) open[area] * (bounds[period + 1] - bounds[period]);
        }
    }
}
