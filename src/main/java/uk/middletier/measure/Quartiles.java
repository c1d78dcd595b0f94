package uk.middletier.measure;

import java.util.Arrays;

/**
 * Between which numbers the middle half of some numbers lies. A quantile at share p of n numbers in order lies at place 1 +
 * (n − 1)·p, between two of them in proportion: type 7 in R. J. Hyndman and Y. Fan, "Sample quantiles in statistical
 * packages", The American Statistician 50 (1996), 361–365.
 *
 * @param size how many numbers there are
 * @param lower a quarter of them lies below; NaN, like the others, if there are fewer than {@link #LEAST}
 * @param median half of them lies below
 * @param upper three quarters of them lie below
 */
public record Quartiles(int size, double lower, double median, double upper) {
    /** Of fewer, quarters say nothing that the numbers themselves do not say. */
    public static final int LEAST = 4;

    /** Of those that are finite; what is undefined does not count. */
    public static Quartiles of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < LEAST) {
            return new Quartiles(sorted.length, Double.NaN, Double.NaN, Double.NaN);
        }
        return new Quartiles(sorted.length, quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double share) {
        double place = (sorted.length - 1) * share;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
