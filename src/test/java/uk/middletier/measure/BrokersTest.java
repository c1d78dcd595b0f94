package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.model.Layer;

class BrokersTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    /** Wasserman and Faust 1994, table 5.1, to three places; 47.5, 23.1667 … over 15 · 14 / 2 pairs. */
    @ParameterizedTest
    @CsvSource({
        "Medici,0.452",
        "Guadagni,0.221",
        "Albizzi,0.184",
        "Salviati,0.124",
        "Ridolfi,0.098",
        "Bischeri,0.090",
        "Strozzi,0.089",
        "Pucci,0.000"
    })
    void betweennessOfFamilies(String family, double expected) {
        Betweenness betweenness = Betweenness.of(KnownNetworks.neighbours(16, KnownNetworks.marriages()), 16);
        assertThat(betweenness.value(KnownNetworks.FAMILIES.indexOf(family))).isEqualTo(expected, within(0.0005));
        assertThat(betweenness.error(0)).isZero();
    }

    /** As NetworkX 3.6.1 gives it; to three places also in its gallery: 0.438, 0.304, 0.145. */
    @ParameterizedTest
    @CsvSource({"1,0.437635", "34,0.304075", "33,0.145247", "3,0.143657", "32,0.138276", "9,0.055927", "12,0"})
    void betweennessOfTheKarateClub(int member, double expected) {
        Betweenness betweenness = Betweenness.of(KnownNetworks.neighbours(34, KnownNetworks.meetings()), 34);
        assertThat(betweenness.value(member - 1)).isEqualTo(expected, within(5e-7));
    }

    /** NetworkX 3.6.1 on the seven schools and four bodies as eleven vertices. */
    @Test
    void schoolsAndBodiesOfTheMadeNetwork() {
        Brokers brokers = new Brokers(KnownNetworks.made());
        assertThat(brokers.size()).isEqualTo(11);
        assertThat(IntStream.range(0, 11)
                        .mapToObj(brokers::get)
                        .map(broker -> (broker.school() ? "school " : "body ") + broker.place() + " " + broker.ties()
                                + " " + Math.round(broker.betweenness() * 90) / 90f))
                .containsExactly(
                        "body 11 4 " + 55 / 90f,
                        "body 10 4 " + 44 / 90f,
                        "school 5 4 " + 32 / 90f,
                        "school 2 5 " + 20 / 90f,
                        "school 3 5 " + 20 / 90f,
                        "body 13 2 " + 18 / 90f,
                        "school 0 3 " + 8 / 90f,
                        "school 1 3 " + 8 / 90f,
                        "body 12 2 " + 1 / 90f,
                        "school 4 3 0.0",
                        "school 6 1 0.0");
    }

    /** As NetworkX 3.6.1 gives them, by Burt's formulas. */
    @ParameterizedTest
    @CsvSource({
        "1,0.15542329764660495,13.75",
        "34,0.15641868512110724,15.235294117647062",
        "12,1,1",
        "10,0.5,2",
        "17,0.78125,1"
    })
    void structuralHolesOfTheKarateClub(int member, double constraint, double effectiveSize) {
        StructuralHoles.Holes holes = holes(KnownNetworks.karate(), member - 1);
        assertThat(holes.constraint()).isEqualTo(constraint, EXACTLY);
        assertThat(holes.effectiveSize()).isEqualTo(effectiveSize, EXACTLY);
    }

    /**
     * As NetworkX 3.6.1 gives them for the seven schools with weights, two for the pairs (0, 1) and (2, 3), else one; but
     * the effective size of school 2 by hand, from Burt's formula: 5 − (3 · 1/3 + 2 · 1/2). NetworkX divides w_jq by q's
     * greatest weight instead of j's.
     */
    @ParameterizedTest
    @CsvSource({
        "0,0.7604166666666667,1.75",
        "2,0.597608024691358,3",
        "4,0.7546296296296294,1.3333333333333335",
        "5,0.5208333333333333,2.75",
        "6,1,1"
    })
    void structuralHolesWithWeights(int school, double constraint, double effectiveSize) {
        StructuralHoles.Holes holes = holes(KnownNetworks.made(), school);
        assertThat(holes.constraint()).isEqualTo(constraint, EXACTLY);
        assertThat(holes.effectiveSize()).isEqualTo(effectiveSize, EXACTLY);
    }

    private static StructuralHoles.Holes holes(Network network, int node) {
        Twins twins = new Twins(network);
        return new StructuralHoles(twins, new Pairs(twins)).of(twins.of(node));
    }

    /**
     * By hand. School 2, of sector 0 as 1 and 3 are, is supported by 1 and by 4 (sector 1), and supports 3, 5 (sector 2) and
     * 6 (sector 1): (1, 3) coordinator, (1, 5) and (1, 6) representative, (4, 3) gatekeeper, (4, 5) liaison, (4, 6)
     * itinerant.
     */
    @Test
    void rolesOfSupport() {
        assertThat(roles(support().build())).isEqualTo(new Brokerage.Roles(1, 1, 1, 2, 1));
        // A tie the other way round leaves the way open, one from the first to the last closes it.
        assertThat(roles(support().support(3, 4, -1).build())).isEqualTo(new Brokerage.Roles(1, 1, 1, 2, 1));
        assertThat(roles(support().support(4, 3, -1).build())).isEqualTo(new Brokerage.Roles(1, 1, 0, 2, 1));
    }

    private static Network.Builder support() {
        return new Network.Builder()
                .school(1, 0)
                .school(2, 0)
                .school(3, 0)
                .school(4, 1)
                .school(5, 2)
                .school(6, 1)
                .support(1, 2, -1)
                .support(4, 2, -1)
                .support(2, 3, -1)
                .support(2, 5, -1)
                .support(2, 6, -1);
    }

    private static Brokerage.Roles roles(Network network) {
        Twins twins = new Twins(network);
        return new Brokerage(twins).of(twins.of(1));
    }

    /** By hand: school 2 is in a body with two of its sector and one of another, and in another body with one more. */
    @Test
    void rolesByBodiesGoBothWays() {
        Network network = new Network.Builder()
                .school(1, 0)
                .school(2, 0)
                .school(3, 0)
                .school(4, 1)
                .school(5, 2)
                .in(Layer.GROUP, 8, 1)
                .in(Layer.GROUP, 8, 2)
                .in(Layer.GROUP, 8, 3)
                .in(Layer.GROUP, 8, 4)
                .in(Layer.PAIRING, 9, 2)
                .in(Layer.PAIRING, 9, 5)
                .build();
        // (1, 5), (3, 5) and back: of the own sector and another; (4, 5) and back: three sectors.
        assertThat(roles(network)).isEqualTo(new Brokerage.Roles(0, 0, 2, 2, 2));
    }

    /** Beside JGraphT's algorithm, on graphs drawn by lot. */
    @Test
    void betweennessIsWhatAnotherLibraryGives() {
        for (int seed = 0; seed < 20; seed++) {
            int vertices = 30;
            int[][] edges = edges(new Random(seed), vertices, 45);
            Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
            IntStream.range(0, vertices).forEach(graph::addVertex);
            Arrays.stream(edges).forEach(edge -> graph.addEdge(edge[0], edge[1]));
            BetweennessCentrality<Integer, DefaultEdge> theirs = new BetweennessCentrality<>(graph);
            Betweenness ours = Betweenness.of(KnownNetworks.neighbours(vertices, edges), vertices);
            for (int vertex = 0; vertex < vertices; vertex++) {
                assertThat(ours.value(vertex) * 29 * 28 / 2)
                        .as("seed %s vertex %s", seed, vertex)
                        .isEqualTo(theirs.getVertexScore(vertex), EXACTLY);
            }
        }
    }

    @Test
    void drawnVerticesGiveNearlyTheSame_andAlwaysTheSame() {
        int vertices = 400;
        int[][] neighbours = KnownNetworks.neighbours(vertices, edges(new Random(7), vertices, 700));
        Betweenness exact = Betweenness.of(neighbours, vertices);
        Betweenness drawn = Betweenness.of(neighbours, vertices, 100, 200);
        Betweenness again = Betweenness.of(neighbours, vertices, 100, 200);
        int within = 0;
        for (int vertex = 0; vertex < vertices; vertex++) {
            assertThat(drawn.value(vertex)).isEqualTo(again.value(vertex));
            within += Math.abs(drawn.value(vertex) - exact.value(vertex)) <= drawn.error(vertex) + 1e-15 ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo((int) (0.8 * vertices));
    }

    private static int[][] edges(Random random, int vertices, int count) {
        return IntStream.range(0, count)
                .mapToObj(edge -> {
                    int one = random.nextInt(vertices);
                    return new int[] {one, (one + 1 + random.nextInt(vertices - 1)) % vertices};
                })
                .toArray(int[][]::new);
    }
}
