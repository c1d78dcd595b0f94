package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * How long something lasts, estimated from lives of which some are still going on and some were only watched from a
 * certain age on. With t_1 < t_2 < … the times at which something ended, d_j how many ended at t_j and n_j how many were
 * watched and still lasting just before it:
 *
 * <pre>
 * S(t)  = Π_{t_j ≤ t} (1 − d_j / n_j)
 * se(t) = S(t) · √ Σ_{t_j ≤ t} d_j / (n_j (n_j − d_j))
 * </pre>
 *
 * Who is still lasting when the watch ends counts in n_j up to then (right censoring), who was only watched from an age
 * on counts from that age on (left truncation). What ends and what is censored at one time: the ends come first. The 95 %
 * interval is S ± 1.959964·se, clipped to 0…1; after S has come to 0 there is none.
 *
 * <p>Sources: Kaplan &amp; Meier 1958 (estimator); Greenwood 1926 (variance); Brookmeyer &amp; Crowley 1982 (interval of the
 * median). Immutable.
 */
public final class KaplanMeier {
    /** The normal distribution's 97.5th percentile. */
    private static final double Z = 1.959964;
    /** A half that is a product of many fractions may miss it by as much. */
    private static final double ROUNDING = 1e-9;

    private static final Comparator<Observation> ENDS_FIRST =
            Comparator.comparingInt(Observation::exit).thenComparing(Observation::event, Comparator.reverseOrder());

    private final List<Step> steps;

    /**
     * One life.
     *
     * @param entry time from which it was watched; 0 = from its beginning
     * @param exit time at which it ended, or at which it was last seen
     * @param event whether it ended
     */
    record Observation(int entry, int exit, boolean event) {
        /** Whether it was ever watched: what ended before the watch began tells nothing. */
        boolean watched() {
            return exit > entry || entry == 0;
        }
    }

    /**
     * A time at which the estimate changes: the first at which anybody is at risk, each at which something ends, and
     * the last at which anybody is seen.
     *
     * @param atRisk watched and lasting just before it
     * @param events ends at it
     * @param censored last seen from it on and before the next step
     * @param standardError NaN once nothing survives, like the bounds
     */
    public record Step(
            int time,
            int atRisk,
            int events,
            int censored,
            double survival,
            double standardError,
            double lower,
            double upper) {}

    private KaplanMeier(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The estimate; without steps if nobody was ever at risk. */
    static KaplanMeier of(List<Observation> observations) {
        List<Observation> watched = observations.stream()
                .filter(Observation::watched)
                .sorted(ENDS_FIRST)
                .toList();
        int[] entries = watched.stream().mapToInt(Observation::entry).sorted().toArray();
        List<Step> steps = new ArrayList<>();
        if (entries.length == 0) {
            return new KaplanMeier(steps);
        }
        double survival = 1;
        double greenwood = 0;
        int entered = 0;
        int left = 0;
        int last = watched.get(watched.size() - 1).exit();
        for (int time : times(watched, entries[0], last)) {
            while (entered < entries.length && (entries[entered] < time || entries[entered] == entries[0])) {
                entered++;
            }
            int atRisk = entered - left;
            int events = 0;
            int next = left;
            for (; next < watched.size() && watched.get(next).exit() == time; next++) {
                events += watched.get(next).event() ? 1 : 0;
            }
            if (events > 0) {
                survival *= 1 - (double) events / atRisk;
                greenwood += (double) events / ((double) atRisk * (atRisk - events));
            }
            int censored = next - left - events;
            for (;
                    next < watched.size()
                            && !watched.get(next).event()
                            && watched.get(next).exit() < last;
                    next++) {
                censored++;
            }
            left = next;
            steps.add(step(time, atRisk, events, censored, survival, greenwood));
        }
        return new KaplanMeier(steps);
    }

    private static int[] times(List<Observation> watched, int first, int last) {
        int[] times = new int[watched.size() + 2];
        int size = 0;
        times[size++] = first;
        for (Observation one : watched) {
            if (one.event()) {
                times[size++] = one.exit();
            }
        }
        times[size++] = last;
        return Arrays.stream(times, 0, size).sorted().distinct().toArray();
    }

    private static Step step(int time, int atRisk, int events, int censored, double survival, double greenwood) {
        double error = survival == 0 ? Double.NaN : survival * Math.sqrt(greenwood);
        return new Step(
                time,
                atRisk,
                events,
                censored,
                survival,
                error,
                Math.max(0, survival - Z * error),
                Math.min(1, survival + Z * error));
    }

    /** In the order of times. */
    public List<Step> steps() {
        return steps;
    }

    /** S at a time; NaN before the first step and after the last, where nothing is known. */
    public double survivalAt(double time) {
        if (steps.isEmpty() || time > steps.get(steps.size() - 1).time()) {
            return Double.NaN;
        }
        double survival = Double.NaN;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /** The first time at which no more than half survive, if it comes to that. */
    public OptionalInt median() {
        return firstAtHalf(Step::survival);
    }

    /** The lower end of its 95 % interval: the first time at which the lower bound is no more than a half. */
    public OptionalInt medianLower() {
        return firstAtHalf(Step::lower);
    }

    /** The upper end of its 95 % interval. */
    public OptionalInt medianUpper() {
        return firstAtHalf(Step::upper);
    }

    private OptionalInt firstAtHalf(ToDoubleFunction<Step> bound) {
        return steps.stream()
                .filter(step -> bound.applyAsDouble(step) <= 0.5 + ROUNDING)
                .mapToInt(Step::time)
                .findFirst();
    }
}
