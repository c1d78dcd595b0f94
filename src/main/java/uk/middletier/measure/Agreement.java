package uk.middletier.measure;

import java.util.HashMap;
import java.util.Map;

/**
 * How far two ways of parting the same things agree. NaN where it says nothing: of fewer than two things, or where both
 * ways leave all together, or both each alone.
 *
 * @param adjustedRand 1 if they are the same, 0 on average if they were drawn by lot; Hubert and Arabie 1985, equation 5
 * @param mutualInformation 2 I(U, V) / (H(U) + H(V)); Danon et al. 2005
 */
public record Agreement(double adjustedRand, double mutualInformation) {
    /** Of labels of the same things, in the same order. */
    static Agreement of(int[] ones, int[] others) {
        Map<Integer, Integer> left = new HashMap<>();
        Map<Integer, Integer> right = new HashMap<>();
        Map<Long, Integer> both = new HashMap<>();
        for (int i = 0; i < ones.length; i++) {
            left.merge(ones[i], 1, Integer::sum);
            right.merge(others[i], 1, Integer::sum);
            both.merge((long) ones[i] << Integer.SIZE | Integer.toUnsignedLong(others[i]), 1, Integer::sum);
        }
        double pairs = pairs(ones.length);
        double inLeft = left.values().stream().mapToDouble(Agreement::pairs).sum();
        double inRight = right.values().stream().mapToDouble(Agreement::pairs).sum();
        double inBoth = both.values().stream().mapToDouble(Agreement::pairs).sum();
        double expected = inLeft * inRight / pairs;
        double most = (inLeft + inRight) / 2;
        double entropies = entropy(left, ones.length) + entropy(right, ones.length);
        double information = entropies - entropy(both, ones.length);
        return new Agreement(
                most == expected ? Double.NaN : (inBoth - expected) / (most - expected),
                entropies == 0 ? Double.NaN : Math.max(0, 2 * information / entropies));
    }

    private static double pairs(int size) {
        return size * (size - 1.0) / 2;
    }

    private static double entropy(Map<?, Integer> sizes, int all) {
        return -sizes.values().stream()
                .mapToDouble(size -> (double) size / all)
                .map(share -> share * Math.log(share))
                .sum();
    }
}
