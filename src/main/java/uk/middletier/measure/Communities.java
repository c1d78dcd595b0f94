package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;

/**
 * Which schools are tied to each other more than to others: the Leiden algorithm of Traag, Waltman and van Eck (2019), by
 * its authors' own library, on the schools alone. In a body of s schools every pair weighs 1/(s − 1), so that a school has
 * one of every body it is in, however large (Newman 2001); a support weighs 1 like a body of two.
 *
 * <p>The pairs are not written out. Schools in the very same bodies ({@link Twins}) go in as one node that weighs as much as
 * they do and is never parted: what the algorithm then makes the most of is the modularity of the schools to the last
 * digit, because ties among twins are the same whatever it does. A body of more kinds of twins than {@link #MOST_KINDS}
 * goes in as a node of its own beside them, which only guides the search: modularity is reckoned from the sizes of bodies
 * either way.
 */
public final class Communities {
    /** Kinds of twins up to which the pairs of a body are gone through. */
    static final int MOST_KINDS = 1_500;

    private static final long SEED = 2019;
    private static final int ITERATIONS = 10;
    private static final int NOWHERE = -1;

    /** What the catalogue says of them. */
    public static final List<Definition> DEFINITIONS = List.of(
            define(
                    "communities",
                    "Communities",
                    "number of communities of two schools or more",
                    "communities",
                    0.0,
                    null,
                    "schools fall into more circles",
                    "Depends on resolution; schools without a tie are in none.",
                    "Traag et al. 2019"),
            define(
                    "modularity",
                    "Modularity",
                    "Σ_c (W_c / W − (K_c / 2W)²), W weight of all ties, W_c of those within community c, K_c Σ of the"
                            + " strengths of its schools; a pair weighs Σ_b 1/(s_b − 1) over the bodies b of s_b schools both"
                            + " are in, and 1 if one supports the other",
                    "index",
                    -0.5,
                    1.0,
                    "ties lie within communities more than chance would have it",
                    "At resolution 1 whatever resolution was asked for. Leiden makes the most of Σ_c (W_c / W − γ (K_c / 2W)²)"
                            + " from a fixed seed; schools in the very same bodies are never parted.",
                    "Newman and Girvan 2004; Newman 2001; Traag et al. 2019"),
            define(
                    "authorityAgreement",
                    "Agreement of communities and authorities",
                    "adjusted Rand index of the communities and the authorities the schools lie in",
                    "index",
                    -1.0,
                    1.0,
                    "circles of schools end at the borders of authorities",
                    "Schools with a tie only; null within one authority that is one community.",
                    "Hubert and Arabie 1985"),
            define(
                    "bodyAgreement",
                    "Agreement of communities and governing bodies",
                    "adjusted Rand index of the communities and the authorities or trusts that govern the schools",
                    "index",
                    -1.0,
                    1.0,
                    "circles of schools are those of who governs",
                    "Schools with a tie only; high by itself while the layer governance is among those asked for.",
                    "Hubert and Arabie 1985"));

    private static Definition define(
            String id,
            String title,
            String formula,
            String unit,
            Double min,
            @Nullable Double max,
            String reading,
            String caveat,
            String source) {
        return new Definition(id, Family.COMMUNITIES, title, formula, unit, min, max, reading, caveat, source);
    }

    private final Network network;
    private final Twins twins;
    private final int[] communities;
    private final int[][] nodes;

    private Communities(Network network, Twins twins, int[] labels) {
        this.network = network;
        this.twins = twins;
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int node = 0; node < labels.length; node++) {
            if (labels[node] != NOWHERE) {
                members.computeIfAbsent(labels[node], none -> new ArrayList<>()).add(node);
            }
        }
        nodes = members.values().stream()
                .sorted(Comparator.comparing((List<Integer> each) -> -each.size())
                        .thenComparing(each -> each.get(0)))
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        communities = new int[labels.length];
        Arrays.fill(communities, NOWHERE);
        for (int community = 0; community < nodes.length; community++) {
            for (int node : nodes[community]) {
                communities[node] = community;
            }
        }
    }

    /**
     * Of a network, the same every time.
     *
     * @param resolution γ: the higher, the more and the smaller the communities
     */
    public static Communities of(Network network, double resolution) {
        return of(network, resolution, MOST_KINDS);
    }

    static Communities of(Network network, double resolution, int mostKinds) {
        Twins twins = new Twins(network);
        int[] kinds = IntStream.range(0, twins.size()).filter(twins::tied).toArray();
        if (kinds.length == 0) {
            int[] none = new int[network.size()];
            Arrays.fill(none, NOWHERE);
            return new Communities(network, twins, none);
        }
        WeightedTies ties = new WeightedTies(twins, kinds, mostKinds);
        double[] strengths = ties.strengths();
        double whole = Arrays.stream(strengths).sum();
        var graph = new nl.cwts.networkanalysis.Network(
                strengths,
                new LargeIntArray[] {new LargeIntArray(ties.from()), new LargeIntArray(ties.to())},
                new LargeDoubleArray(ties.weights()),
                false,
                false);
        Clustering found = new LeidenAlgorithm(
                        resolution / whole, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED))
                .findClustering(graph);
        int[] ofKind = new int[twins.size()];
        Arrays.fill(ofKind, NOWHERE);
        for (int i = 0; i < kinds.length; i++) {
            ofKind[kinds[i]] = found.getCluster(i);
        }
        return new Communities(
                network,
                twins,
                IntStream.range(0, network.size())
                        .map(node -> ofKind[twins.of(node)])
                        .toArray());
    }

    /** Σ over the schools of a kind of the bodies they share with others and of those they support or are supported by. */
    static double strength(Twins twins, int each) {
        return (double) twins.count(each) * twins.bodies(each).length + WeightedTies.partners(twins, each).length;
    }

    /** How many communities there are, the largest first. */
    public int size() {
        return nodes.length;
    }

    public int schools(int community) {
        return nodes[community].length;
    }

    /** Nodes of the network. */
    public int[] nodes(int community) {
        return nodes[community].clone();
    }

    /** Schools without a tie. */
    public int isolates() {
        return (int) IntStream.of(communities).filter(each -> each == NOWHERE).count();
    }

    /** Of these communities; NaN if there is no tie. */
    public double modularity() {
        return modularity(communities);
    }

    /** Of another way to part the schools, a label for each node of the network. */
    public double modularity(int[] labels) {
        Map<Integer, Double> strengths = new HashMap<>();
        double whole = 0;
        for (int node = 0; node < labels.length; node++) {
            int each = twins.of(node);
            double strength = strength(twins, each) / twins.count(each);
            strengths.merge(labels[node], strength, Double::sum);
            whole += strength;
        }
        double half = whole;
        double expected = strengths.values().stream()
                .mapToDouble(strength -> strength / half)
                .map(share -> share * share)
                .sum();
        return whole == 0 ? Double.NaN : 2 * within(labels) / whole - expected;
    }

    /** Weight of the ties within the parts. */
    private double within(int[] labels) {
        double within = 0;
        for (int body = 0; body < network.bodies(); body++) {
            int members = network.members(body);
            if (members > 1) {
                Map<Integer, Integer> sizes = new HashMap<>();
                for (int i = 0; i < members; i++) {
                    sizes.merge(labels[network.member(body, i)], 1, Integer::sum);
                }
                for (int size : sizes.values()) {
                    within += size * (size - 1.0) / 2 / (members - 1);
                }
            }
        }
        for (int each = 0; each < twins.size(); each++) {
            for (int other : WeightedTies.partners(twins, each)) {
                // Only single schools support, or are supported.
                if (each < other && labels[twins.first(each)] == labels[twins.first(other)]) {
                    within++;
                }
            }
        }
        return within;
    }

    /** With another way to part the schools, a label for each node; of schools with a tie. */
    public Agreement agreement(int[] labels) {
        int[] tied = IntStream.range(0, labels.length)
                .filter(node -> communities[node] != NOWHERE)
                .toArray();
        return Agreement.of(
                Arrays.stream(tied).map(node -> communities[node]).toArray(),
                Arrays.stream(tied).map(node -> labels[node]).toArray());
    }
}
