package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;

/**
 * Who stands between others: schools and bodies in the graph of both, in which a school and a body it is in are
 * neighbours, and two schools of which one supports the other are as far apart as two in one body.
 */
public final class Brokers {
    private static final String ROLE = "Ordered pairs (a, c) with ties a → i → c and none a → c, by sectors: ";
    private static final String BOTH_WAYS =
            "A tie by a body counts both ways, support from the supporter to the supported. Schools only.";

    /** What the catalogue says of them. */
    public static final List<Definition> DEFINITIONS = List.of(
            define(
                    "betweenness",
                    "Betweenness",
                    "2 Σ_{s<t} σ_st(i)/σ_st / ((N − 1)(N − 2)), σ_st shortest ways from s to t, σ_st(i) those through i; N"
                            + " schools and bodies, a school and its body neighbours",
                    "share",
                    1.0,
                    "more of the shortest ways between others go through it",
                    "Exact to " + Betweenness.EXACT_TO + " schools and bodies; beyond that from " + Betweenness.DRAWN
                            + " of them drawn by lot, always the same: see betweennessError. A body of many schools has it by"
                            + " its size.",
                    "Freeman 1977; Brandes 2001; Brandes and Pich 2007"),
            define(
                    "betweennessError",
                    "Error of the betweenness",
                    "1.96 · s/√m · √(1 − m/N) · N / ((N − 1)(N − 2)) over m drawn without putting back; 0 if it is exact",
                    "share",
                    null,
                    "betweenness is known less well",
                    "Half the width of a 95 % interval by the normal law, which the parts do not quite follow: of what lies on"
                            + " few ways it promises too much.",
                    "Brandes and Pich 2007; Cochran 1977, chapter 2"),
            define(
                    "constraint",
                    "Constraint",
                    "Σ_j (p_ij + Σ_q p_iq p_qj)², p_ij = w_ij / Σ_k w_ik, w_ij layers in which i and j are tied",
                    "index",
                    null,
                    "the school's contacts are tied to each other: it is between nobody",
                    "Schools only; null without a tie. Above 1 where there are few contacts.",
                    "Burt 1992"),
            define(
                    "effectiveSize",
                    "Effective size",
                    "Σ_j (1 − Σ_q p_iq m_jq), m_jq = w_jq / max_k w_jk",
                    "contacts",
                    null,
                    "more of the school's contacts are not tied to each other",
                    "Schools only; null without a tie. As many as its contacts if none of them is tied to another.",
                    "Burt 1992"),
            define(
                    "coordinator",
                    "Brokerage as coordinator",
                    ROLE + "g_a = g_i = g_c",
                    "pairs",
                    null,
                    "brings together schools of its own sector",
                    BOTH_WAYS,
                    "Gould and Fernandez 1989"),
            define(
                    "itinerant",
                    "Brokerage as itinerant broker",
                    ROLE + "g_a = g_c ≠ g_i",
                    "pairs",
                    null,
                    "brings together schools of another sector",
                    BOTH_WAYS,
                    "Gould and Fernandez 1989"),
            define(
                    "gatekeeper",
                    "Brokerage as gatekeeper",
                    ROLE + "g_a ≠ g_i = g_c",
                    "pairs",
                    null,
                    "lets other sectors in to its own",
                    BOTH_WAYS,
                    "Gould and Fernandez 1989"),
            define(
                    "representative",
                    "Brokerage as representative",
                    ROLE + "g_a = g_i ≠ g_c",
                    "pairs",
                    null,
                    "speaks for its own sector to others",
                    BOTH_WAYS + " Equal to gatekeeper where there is no support.",
                    "Gould and Fernandez 1989"),
            define(
                    "liaison",
                    "Brokerage as liaison",
                    ROLE + "all three differ",
                    "pairs",
                    null,
                    "brings together two sectors that are not its own",
                    BOTH_WAYS,
                    "Gould and Fernandez 1989"));

    private static Definition define(
            String id,
            String title,
            String formula,
            String unit,
            @Nullable Double max,
            String reading,
            String caveat,
            String source) {
        return new Definition(id, Family.BROKERAGE, title, formula, unit, 0.0, max, reading, caveat, source);
    }

    /**
     * A school or a body.
     *
     * @param school whether it is a school
     * @param place in the timeline's schools or in the tier
     * @param ties schools a school is tied to; schools of a body
     * @param roles null of a body
     */
    public record Broker(
            boolean school,
            int place,
            double betweenness,
            double betweennessError,
            int ties,
            double constraint,
            double effectiveSize,
            Brokerage.@Nullable Roles roles) {}

    private final Network network;
    private final Twins twins;
    private final Pairs pairs;
    private final StructuralHoles structuralHoles;
    private final Brokerage brokerage;
    private final Betweenness betweenness;
    private final int[] vertices;
    private final int[] unitOfVertex;
    private final int[] schoolsOfVertex;

    /** Works out the betweenness of all; the rest of those that are shown. */
    public Brokers(Network network) {
        this.network = network;
        twins = new Twins(network);
        pairs = new Pairs(twins);
        structuralHoles = new StructuralHoles(twins, pairs);
        brokerage = new Brokerage(twins);
        int schools = network.size();
        // A body may stand in more than one layer, as an authority that is also the leader of an alliance would.
        int[] units = IntStream.range(0, network.bodies())
                .map(network::unit)
                .distinct()
                .sorted()
                .toArray();
        unitOfVertex = units;
        schoolsOfVertex = new int[units.length];
        int counted = schools + units.length;
        List<Set<Integer>> neighbours = new ArrayList<>();
        IntStream.range(0, counted).forEach(vertex -> neighbours.add(new TreeSet<>()));
        for (int body = 0; body < network.bodies(); body++) {
            int vertex = schools + Arrays.binarySearch(units, network.unit(body));
            for (int i = 0; i < network.members(body); i++) {
                join(neighbours, vertex, network.member(body, i));
            }
        }
        for (int unit = 0; unit < units.length; unit++) {
            schoolsOfVertex[unit] = neighbours.get(schools + unit).size();
        }
        addSupports(network, neighbours);
        betweenness = Betweenness.of(
                neighbours.stream()
                        .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                counted);
        vertices = IntStream.range(0, counted)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer vertex) -> -betweenness.value(vertex))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A vertex between each two of which one supports the other, which is the end of no way. */
    private static void addSupports(Network network, List<Set<Integer>> neighbours) {
        Set<Long> known = new TreeSet<>();
        for (int support = 0; support < network.supports(); support++) {
            int low = Math.min(network.supporter(support), network.supported(support));
            int high = Math.max(network.supporter(support), network.supported(support));
            if (known.add((long) low << Integer.SIZE | high)) {
                int vertex = neighbours.size();
                neighbours.add(new TreeSet<>());
                join(neighbours, vertex, low);
                join(neighbours, vertex, high);
            }
        }
    }

    private static void join(List<Set<Integer>> neighbours, int one, int other) {
        neighbours.get(one).add(other);
        neighbours.get(other).add(one);
    }

    /** How many schools and bodies there are. */
    public int size() {
        return vertices.length;
    }

    /** Whether the how-manieth by betweenness is a school. */
    public boolean isSchool(int rank) {
        return vertices[rank] < network.size();
    }

    /** The how-manieth by betweenness, from 0; for one thread; of equals schools before bodies, in the order of their places. */
    public Broker get(int rank) {
        int vertex = vertices[rank];
        double value = betweenness.value(vertex);
        double error = betweenness.error(vertex);
        if (vertex >= network.size()) {
            int unit = vertex - network.size();
            return new Broker(
                    false, unitOfVertex[unit], value, error, schoolsOfVertex[unit], Double.NaN, Double.NaN, null);
        }
        int each = twins.of(vertex);
        StructuralHoles.Holes holes = structuralHoles.of(each);
        return new Broker(
                true,
                network.school(vertex),
                value,
                error,
                pairs.neighbours(each),
                holes.constraint(),
                holes.effectiveSize(),
                brokerage.of(each));
    }
}
