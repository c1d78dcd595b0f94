package uk.middletier.measure;

/** What numbers in order tell. */
final class Ranks {
    private Ranks() {}

    /** The one in the middle, or half-way between the two there; NaN of none. */
    static double median(double[] sorted) {
        int upper = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
    }
}
