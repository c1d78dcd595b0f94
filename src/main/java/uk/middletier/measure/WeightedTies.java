package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ties between kinds of twins with their weights, each once, for {@link Communities}. */
final class WeightedTies {
    private final double[] strengths;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private double[] weights = new double[1024];
    private int size;

    /**
     * @param kinds twins that are tied to somebody; they become nodes in this order
     * @param mostKinds bodies of more of them become nodes too, after them; they have no strength: a school that joins
     *     one gains what it would gain by joining the body's schools
     */
    WeightedTies(Twins twins, int[] kinds, int mostKinds) {
        Map<Integer, Integer> nodes = new HashMap<>();
        for (int i = 0; i < kinds.length; i++) {
            nodes.put(kinds[i], i);
        }
        int[] large = IntStream.range(0, twins.network.bodies())
                .filter(body -> twins.classes(body).length > mostKinds)
                .toArray();
        strengths = new double[kinds.length + large.length];
        double[] row = new double[twins.size()];
        for (int i = 0; i < kinds.length; i++) {
            strengths[i] = Communities.strength(twins, kinds[i]);
            addRow(twins, kinds[i], row, nodes, mostKinds);
        }
        for (int i = 0; i < large.length; i++) {
            for (int each : twins.classes(large[i])) {
                add(nodes.getOrDefault(each, 0), kinds.length + i, twins.count(each));
            }
        }
    }

    private void addRow(Twins twins, int each, double[] row, Map<Integer, Integer> nodes, int mostKinds) {
        int node = nodes.getOrDefault(each, 0);
        List<int[]> reached = new ArrayList<>();
        for (int body : twins.bodies(each)) {
            int[] others = twins.classes(body);
            if (others.length <= mostKinds) {
                double pair = 1.0 / (twins.network.members(body) - 1) * twins.count(each);
                for (int other : others) {
                    row[other] += pair * twins.count(other);
                }
                reached.add(others);
            }
        }
        int[] partners = partners(twins, each);
        for (int other : partners) {
            row[other]++;
        }
        reached.add(partners);
        for (int[] others : reached) {
            for (int other : others) {
                if (other > each && row[other] > 0) {
                    add(node, nodes.getOrDefault(other, 0), row[other]);
                }
                row[other] = 0;
            }
        }
    }

    private void add(int one, int other, double weight) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        from[size] = one;
        to[size] = other;
        weights[size++] = weight;
    }

    /** Schools a school supports or is supported by, each once. */
    static int[] partners(Twins twins, int each) {
        return IntStream.concat(Arrays.stream(twins.supporting(each)), Arrays.stream(twins.supportedBy(each)))
                .distinct()
                .toArray();
    }

    /** Of every kind the sum of the weights of its schools' ties, those among themselves counted twice. */
    double[] strengths() {
        return strengths;
    }

    int[] from() {
        return Arrays.copyOf(from, size);
    }

    int[] to() {
        return Arrays.copyOf(to, size);
    }

    double[] weights() {
        return Arrays.copyOf(weights, size);
    }
}
