package uk.middletier.measure;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * How near the schools of a network are to each other: the mean over ordered pairs of one over the number of ties on the
 * shortest way, 0 where there is no way. Breadth first from one kind of twins after another, through bodies; a body is
 * entered once. Where that would take too long, from schools drawn by lot.
 */
final class Distances {
    /** Steps up to which all are gone: about a second. */
    static final long MOST_STEPS = 300_000_000;
    /** Schools drawn where it would be more. */
    static final int DRAWN = 1_000;

    private static final long SEED = 1979;
    private static final double NORMAL_95 = 1.96;

    private final Twins twins;
    private final int[] depths;
    private final int[] reachedBy;
    private final int[] enteredBy;
    private final int[] queue;
    /** The how-manieth source it is: it marks what was reached from there. */
    private int mark;

    /**
     * Of a network.
     *
     * @param nearness the mean; NaN of fewer than two schools
     * @param error half the width of the interval that holds it with 95 %; 0 if it is exact
     */
    record Nearness(double nearness, double error) {}

    private Distances(Twins twins) {
        this.twins = twins;
        depths = new int[twins.size()];
        reachedBy = new int[twins.size()];
        enteredBy = new int[twins.network.bodies()];
        queue = new int[twins.size()];
    }

    static Nearness of(Twins twins) {
        return of(twins, MOST_STEPS, DRAWN);
    }

    static Nearness of(Twins twins, long mostSteps, int drawn) {
        int schools = twins.network.size();
        if (schools < 2) {
            return new Nearness(Double.NaN, Double.NaN);
        }
        long ways = IntStream.range(0, twins.size())
                .mapToLong(each ->
                        2L * twins.bodies(each).length + twins.supporting(each).length + twins.supportedBy(each).length)
                .sum();
        Distances distances = new Distances(twins);
        return ways * twins.size() <= mostSteps || drawn >= schools ? distances.exact() : distances.sampled(drawn);
    }

    private Nearness exact() {
        double sum = 0;
        for (int each = 0; each < twins.size(); each++) {
            sum += twins.count(each) * from(each);
        }
        double schools = twins.network.size();
        return new Nearness(sum / (schools * (schools - 1)), 0);
    }

    private Nearness sampled(int drawn) {
        int schools = twins.network.size();
        Random random = new Random(SEED);
        int[] all = IntStream.range(0, schools).toArray();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < drawn; i++) {
            int chosen = i + random.nextInt(schools - i);
            int node = all[chosen];
            all[chosen] = all[i];
            double mean = from(twins.of(node)) / (schools - 1);
            sum += mean;
            squares += mean * mean;
        }
        double mean = sum / drawn;
        double variance = Math.max(0, squares / drawn - mean * mean) * drawn / (drawn - 1);
        double left = 1 - (double) drawn / schools;
        return new Nearness(mean, NORMAL_95 * Math.sqrt(variance / drawn * left));
    }

    /** Σ over the other schools of one over the distance of a school of this kind. */
    private double from(int source) {
        mark++;
        reachedBy[source] = mark;
        depths[source] = 0;
        queue[0] = source;
        int end = 1;
        double sum = twins.bodies(source).length > 0 ? twins.count(source) - 1 : 0;
        for (int next = 0; next < end; next++) {
            int each = queue[next];
            int before = end;
            for (int body : twins.bodies(each)) {
                if (enteredBy[body] != mark) {
                    enteredBy[body] = mark;
                    end = reach(twins.classes(body), end);
                }
            }
            end = reach(twins.supporting(each), end);
            end = reach(twins.supportedBy(each), end);
            int depth = depths[each] + 1;
            for (int i = before; i < end; i++) {
                depths[queue[i]] = depth;
                sum += (double) twins.count(queue[i]) / depth;
            }
        }
        return sum;
    }

    private int reach(int[] others, int end) {
        int last = end;
        for (int other : others) {
            if (reachedBy[other] != mark) {
                reachedBy[other] = mark;
                queue[last++] = other;
            }
        }
        return last;
    }
}
