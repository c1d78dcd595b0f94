package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.middletier.model.Layer;

/**
 * Schools that are in the very same bodies are tied to the same schools: they are counted as one with a number. An
 * authority's four hundred maintained schools are a handful of these, so that pairs, distances and neighbourhoods of a
 * network are found from the sizes of bodies, never from their cliques. A school that supports another, or is supported,
 * is a twin of none; twins are of one sector. In the sense of structural equivalence, Lorrain and White (1971).
 */
@SuppressWarnings("EnumOrdinal") // layers as bits in memory, never stored
final class Twins {
    /** The layer in which a tie has no body. */
    static final int SUPPORT = 1 << Layer.SUPPORT.ordinal();

    private static final int ALONE = -1;

    final Network network;
    private final int[] classOf;
    private final int[] firstNode;
    private final int[] counts;
    private final int[][] bodies;
    private final int[][] classes;
    private final int[] layerBits;
    private final int[][] supporting;
    private final int[][] supportedBy;

    Twins(Network network) {
        this.network = network;
        classOf = new int[network.size()];
        List<List<Integer>> keys = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Map<List<Integer>, Integer> places = new HashMap<>();
        boolean[] supports = inSupport(network);
        int[][] bodiesOfNodes = network.bodiesOfNodes();
        for (int node = 0; node < classOf.length; node++) {
            List<Integer> key = key(node, supports[node], bodiesOfNodes[node]);
            Integer place = places.putIfAbsent(key, keys.size());
            if (place == null) {
                place = keys.size();
                keys.add(key);
                firsts.add(node);
                sizes.add(0);
            }
            classOf[node] = place;
            sizes.set(place, sizes.get(place) + 1);
        }
        firstNode = firsts.stream().mapToInt(Integer::intValue).toArray();
        counts = sizes.stream().mapToInt(Integer::intValue).toArray();
        // What comes before the bodies in a key is not one.
        bodies = keys.stream()
                .map(key -> key.stream().skip(2).mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        classes = classesOfBodies();
        layerBits = IntStream.range(0, network.bodies())
                .map(body -> 1 << network.layer(body).ordinal())
                .toArray();
        supporting = partners(true);
        supportedBy = partners(false);
    }

    private static boolean[] inSupport(Network network) {
        boolean[] supports = new boolean[network.size()];
        for (int support = 0; support < network.supports(); support++) {
            supports[network.supporter(support)] = true;
            supports[network.supported(support)] = true;
        }
        return supports;
    }

    /** A body of one school ties nobody. */
    private List<Integer> key(int node, boolean supports, int[] bodiesOfNode) {
        List<Integer> key = new ArrayList<>(bodiesOfNode.length + 2);
        key.add(network.colour(node));
        key.add(supports ? node : ALONE);
        for (int body : bodiesOfNode) {
            if (network.members(body) > 1) {
                key.add(body);
            }
        }
        return key;
    }

    private int[][] classesOfBodies() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int body = 0; body < network.bodies(); body++) {
            lists.add(new ArrayList<>());
        }
        for (int each = 0; each < bodies.length; each++) {
            for (int body : bodies[each]) {
                lists.get(body).add(each);
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int[][] partners(boolean out) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int each = 0; each < bodies.length; each++) {
            lists.add(List.of());
        }
        for (int support = 0; support < network.supports(); support++) {
            int supporter = classOf[network.supporter(support)];
            int supported = classOf[network.supported(support)];
            int from = out ? supporter : supported;
            int to = out ? supported : supporter;
            List<Integer> more = new ArrayList<>(lists.get(from));
            more.add(to);
            lists.set(from, more);
        }
        return lists.stream()
                .map(list -> list.stream()
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
    }

    /** How many kinds of schools there are; they are counted from 0. */
    int size() {
        return counts.length;
    }

    int of(int node) {
        return classOf[node];
    }

    /** How many schools are of it. */
    int count(int each) {
        return counts[each];
    }

    /** One of the nodes of it. */
    int first(int each) {
        return firstNode[each];
    }

    int colour(int each) {
        return network.colour(firstNode[each]);
    }

    /** Bodies with another school in them, in order. */
    int[] bodies(int each) {
        return bodies[each];
    }

    /** The kinds of schools that are in a body; none if it has but one school. */
    int[] classes(int body) {
        return classes[body];
    }

    int layerBit(int body) {
        return layerBits[body];
    }

    /** Those that schools of it support. */
    int[] supporting(int each) {
        return supporting[each];
    }

    int[] supportedBy(int each) {
        return supportedBy[each];
    }

    boolean supports(int each, int other) {
        return Arrays.binarySearch(supporting[each], other) >= 0;
    }

    /** Whether a school of it has any tie. */
    boolean tied(int each) {
        return bodies[each].length > 0 || supporting[each].length > 0 || supportedBy[each].length > 0;
    }

    /** To whom schools of one kind are tied, and in which layers; of one kind after another. For one thread. */
    final class Reach {
        private final int[] masks = new int[counts.length];
        private final int[] reached = new int[counts.length];
        private int size;
        private int from = ALONE;

        Reach from(int each) {
            if (each == from) {
                return this;
            }
            from = each;
            for (int i = 0; i < size; i++) {
                masks[reached[i]] = 0;
            }
            size = 0;
            for (int body : bodies[each]) {
                for (int other : classes[body]) {
                    add(other, layerBits[body]);
                }
            }
            for (int other : supporting[each]) {
                add(other, SUPPORT);
            }
            for (int other : supportedBy[each]) {
                add(other, SUPPORT);
            }
            return this;
        }

        private void add(int other, int bit) {
            if (masks[other] == 0) {
                reached[size++] = other;
            }
            masks[other] |= bit;
        }

        /** How many kinds of schools it is tied to, its own among them if it has twins or bodies. */
        int size() {
            return size;
        }

        int reached(int index) {
            return reached[index];
        }

        /** A bit for each layer in which they are tied. */
        int layers(int other) {
            return masks[other];
        }

        /** To how many schools of a kind one of the first is tied. */
        int others(int other) {
            return other == from ? counts[other] - 1 : counts[other];
        }
    }
}
