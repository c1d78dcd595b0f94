package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs members with the schools most like them. A pair has one phase, and every covariate of it differs by at most c s_x, c
 * the caliper and s_x the sample standard deviation of the covariate over all members and others. Of those that may be
 * paired with a member, it takes the one of least √(Σ_x ((x_i − x_j)/s_x)² + r), r = 1 if the regions differ, else 0; of
 * several the first by URN. Members choose in the order of their URNs, each other school is taken once: greedy matching
 * without replacement. The order makes some difference; that it is fixed makes the answer one.
 */
final class Matching {
    /**
     * A school that may be in a pair.
     *
     * @param region its place in the tier; negative if unknown, or if it shall not matter
     * @param covariates all that it is matched on besides; NaN if unknown
     * @param outcome NaN if unknown
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Candidate(int school, int phase, int region, double[] covariates, double outcome) {
        boolean complete() {
            return !Double.isNaN(outcome) && Arrays.stream(covariates).noneMatch(Double::isNaN);
        }
    }

    record Pair(Candidate member, Candidate other) {}

    private final List<Candidate> others;
    private final double caliper;
    private final double[] deviations;
    private final boolean[] taken;
    /** Of every phase, the places of others in the order of their first covariate. */
    private final Map<Integer, int[]> byPhase = new HashMap<>();

    private Matching(List<Candidate> members, List<Candidate> others, double caliper) {
        this.others = others;
        this.caliper = caliper;
        this.taken = new boolean[others.size()];
        List<Candidate> all = new ArrayList<>(members);
        all.addAll(others);
        int covariates = all.isEmpty() ? 0 : all.get(0).covariates().length;
        this.deviations = new double[covariates];
        for (int x = 0; x < covariates; x++) {
            int place = x;
            deviations[x] = Math.sqrt(variance(all.stream()
                    .mapToDouble(candidate -> candidate.covariates()[place])
                    .toArray()));
        }
        Map<Integer, List<Integer>> phases = new HashMap<>();
        for (int i = 0; i < others.size(); i++) {
            phases.computeIfAbsent(others.get(i).phase(), none -> new ArrayList<>())
                    .add(i);
        }
        phases.forEach((phase, places) -> {
            // Sorting is stable: of those alike the first by URN stays first.
            places.sort(Comparator.comparingDouble(this::first));
            byPhase.put(phase, places.stream().mapToInt(Integer::intValue).toArray());
        });
    }

    /**
     * The pairs in the order of the members.
     *
     * @param members by URN
     * @param others by URN
     */
    static List<Pair> of(List<Candidate> members, List<Candidate> others, double caliper) {
        Matching matching = new Matching(members, others, caliper);
        List<Pair> pairs = new ArrayList<>();
        for (Candidate member : members) {
            int nearest = matching.nearest(member);
            if (nearest >= 0) {
                matching.taken[nearest] = true;
                pairs.add(new Pair(member, others.get(nearest)));
            }
        }
        return pairs;
    }

    private double first(int other) {
        return deviations.length == 0 ? 0 : others.get(other).covariates()[0];
    }

    private int nearest(Candidate member) {
        int[] places = byPhase.getOrDefault(member.phase(), new int[0]);
        double least = Double.POSITIVE_INFINITY;
        int nearest = -1;
        for (int i = begin(places, member); i < places.length; i++) {
            int other = places[i];
            if (deviations.length > 0 && first(other) > member.covariates()[0] + caliper * deviations[0]) {
                // All that follow differ by more.
                break;
            }
            double distance = taken[other] ? Double.POSITIVE_INFINITY : distanceSquare(member, others.get(other));
            if (distance < least || (distance == least && nearest > other)) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    }

    /** The first whose first covariate is not too small, found by halving. */
    private int begin(int[] places, Candidate member) {
        int low = 0;
        int high = places.length;
        while (deviations.length > 0 && low < high) {
            int middle = (low + high) >>> 1;
            if (first(places[middle]) < member.covariates()[0] - caliper * deviations[0]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Infinite beyond the caliper. */
    private double distanceSquare(Candidate member, Candidate other) {
        double sum = member.region() == other.region() ? 0 : 1;
        for (int x = 0; x < deviations.length; x++) {
            double apart = Math.abs(member.covariates()[x] - other.covariates()[x]);
            if (apart > caliper * deviations[x]) {
                return Double.POSITIVE_INFINITY;
            }
            // What does not vary does not differ either.
            double share = apart == 0 ? 0 : apart / deviations[x];
            sum += share * share;
        }
        return sum;
    }

    /** Σ (x − x̄)² / (n − 1); NaN of fewer than two. */
    static double variance(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
