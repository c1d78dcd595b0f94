package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.model.Layer;

class CohesionTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    private static double value(Network network, int layers, String id) {
        return Cohesion.find(id).orElseThrow().of(new Cohesion(network, layers));
    }

    /** Distances and density as NetworkX 3.6.1 gives them, all else by hand: 78 ties of 34 members. */
    @ParameterizedTest
    @CsvSource({
        "ties,78",
        "components,1",
        "giantShare,1",
        "isolateShare,0",
        "density,0.13903743315508021",
        "fragmentation,0",
        "distanceFragmentation,0.5079916815210948",
        "distanceFragmentationError,0",
        "multiplexDegree,1"
    })
    void karateClub(String id, double expected) {
        assertThat(value(KnownNetworks.karate(), 1, id)).isEqualTo(expected, EXACTLY);
    }

    /** Density 0.167 in Wasserman and Faust 1994, table 5.1; distances as NetworkX 3.6.1 gives them; one family alone. */
    @ParameterizedTest
    @CsvSource({
        "ties,20",
        "components,2",
        "giantShare,0.9375",
        "isolateShare,0.0625",
        "density,0.16666666666666666",
        "fragmentation,0.125",
        "distanceFragmentation,0.5623611111111115"
    })
    void familiesOfFlorence(String id, double expected) {
        assertThat(value(KnownNetworks.florence(), 1, id)).isEqualTo(expected, EXACTLY);
    }

    /**
     * By hand. Ties: the group's 6, the alliance's 6 less the pair in both, and one of the pairings, the other being in the
     * group: 12 of 21. Schools 0 to 3 and 5 are in two layers, 4 and 6 in one: 12/7. Of three layers, schools 0, 1 and 5
     * have 3 ties in one and 1 in another: 3/2 · (1 − 10/16); 2 and 3 have 3 and 3: 3/2 · 1/2; the rest 0. Distances as
     * NetworkX 3.6.1 gives them.
     */
    @ParameterizedTest
    @CsvSource({
        "ties,12",
        "components,1",
        "density,0.5714285714285714",
        "fragmentation,0",
        "distanceFragmentation,0.23015873015873023",
        "multiplexDegree,1.7142857142857142",
        "twoLayersShare,0.7142857142857143",
        "threeLayersShare,0",
        "participationCoefficient,0.45535714285714285"
    })
    void madeNetwork(String id, double expected) {
        assertThat(value(KnownNetworks.made(), 3, id)).isEqualTo(expected, EXACTLY);
    }

    /**
     * By hand. Group and alliance share one pair of 6 and 6, group and pairings one of 6 and 2, alliance and pairings none.
     * The parts of group and alliance have one pair in common where 36/21 are expected of 6 and 6.
     */
    @Test
    void layersOfTheMadeNetwork() {
        List<LayerPair> pairs = new Cohesion(KnownNetworks.made(), 3).layerPairs();
        assertThat(pairs.stream()
                        .map(pair -> pair.layer().word() + " " + pair.other().word() + " " + pair.ties() + " "
                                + pair.otherTies() + " " + pair.shared()))
                .containsExactly("alliance group 6 6 1", "alliance pairing 6 2 0", "group pairing 6 2 1");
        assertThat(pairs.stream().map(LayerPair::edgeOverlap)).containsExactly(1.0 / 11, 0.0, 1.0 / 7);
        assertThat(pairs.get(0).agreement().adjustedRand()).isEqualTo((1 - 36.0 / 21) / (6 - 36.0 / 21), EXACTLY);
    }

    /**
     * The first pair of partitions is the example of Hubert and Arabie's index in scikit-learn's manual: 0.242…; their
     * mutual information 0.5158 as scikit-learn gives it.
     */
    @Test
    void agreementOfPartitions() {
        Agreement agreement = Agreement.of(new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 0, 1, 1, 2, 2});
        assertThat(agreement.adjustedRand()).isEqualTo(0.24242424242424243, EXACTLY);
        assertThat(agreement.mutualInformation()).isEqualTo(0.5158037429793889, EXACTLY);
        Agreement same = Agreement.of(new int[] {4, 4, 2}, new int[] {1, 1, 9});
        assertThat(same.adjustedRand()).isEqualTo(1, EXACTLY);
        assertThat(same.mutualInformation()).isEqualTo(1, EXACTLY);
        Agreement trivial = Agreement.of(new int[] {1, 1, 1}, new int[] {2, 2, 2});
        assertThat(trivial.adjustedRand()).isNaN();
        assertThat(trivial.mutualInformation()).isNaN();
    }

    @Test
    void supportIsATieWhateverItsDirectionAndHoweverOften() {
        Network network = new Network.Builder()
                .school(1, 0)
                .school(2, 0)
                .school(3, 0)
                .school(4, 0)
                .in(Layer.GROUP, 9, 1)
                .in(Layer.GROUP, 9, 2)
                .support(1, 2, 9)
                .support(2, 1, -1)
                .support(2, 3, 9)
                .support(4, 4, 9)
                .build();
        assertThat(value(network, 2, "ties")).isEqualTo(2);
        assertThat(value(network, 2, "components")).isEqualTo(2);
        assertThat(value(network, 2, "isolateShare")).isEqualTo(0.25);
        assertThat(value(network, 2, "brokeredShare")).isEqualTo(2.0 / 3, EXACTLY);
        assertThat(new Cohesion(network, 2).layerPairs().get(0).edgeOverlap()).isEqualTo(0.5);
        // Distances 1, 1 and 2 of three schools, none to the fourth.
        assertThat(value(network, 2, "distanceFragmentation")).isEqualTo(1 - 2 * 2.5 / 12, EXACTLY);
    }

    @Test
    void whatIsNotDefined_isNaN() {
        Network none = new Network.Builder().build();
        Network one = new Network.Builder().school(1, 0).build();
        for (NetworkMeasure measure : Cohesion.MEASURES) {
            assertThat(measure.of(new Cohesion(none, 2))).isNaN();
        }
        assertThat(value(one, 2, "components")).isEqualTo(1);
        assertThat(value(one, 2, "isolateShare")).isEqualTo(1);
        assertThat(value(one, 2, "density")).isNaN();
        assertThat(value(one, 2, "fragmentation")).isNaN();
        assertThat(value(one, 2, "distanceFragmentation")).isNaN();
        assertThat(value(one, 2, "participationCoefficient")).isNaN();
        assertThat(value(one, 2, "brokeredShare")).isNaN();
        assertThat(value(KnownNetworks.karate(), 1, "participationCoefficient")).isNaN();
    }

    /** Bodies of any size and support, beside the same reckoned pair by pair. */
    @Test
    void formulasOverSizesGiveWhatCliquesGive() {
        for (int seed = 0; seed < 50; seed++) {
            Network network = random(seed);
            boolean[][] tied = tied(network);
            int n = network.size();
            long ties = 0;
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    ties += tied[a][b] ? 1 : 0;
                }
            }
            assertThat(value(network, 8, "ties")).as("seed %s", seed).isEqualTo((double) ties);
            assertThat(value(network, 8, "distanceFragmentation"))
                    .as("seed %s", seed)
                    .isEqualTo(1 - nearness(tied), EXACTLY);
        }
    }

    @Test
    void drawnSchoolsGiveNearlyTheSame_andAlwaysTheSame() {
        Twins twins = new Twins(KnownNetworks.karate());
        Distances.Nearness exact = Distances.of(twins);
        Distances.Nearness drawn = Distances.of(twins, 0, 20);
        assertThat(drawn).isEqualTo(Distances.of(twins, 0, 20));
        assertThat(exact.error()).isZero();
        assertThat(drawn.error()).isPositive();
        assertThat(drawn.nearness()).isEqualTo(exact.nearness(), within(2 * drawn.error()));
    }

    static Network random(int seed) {
        Random random = new Random(seed);
        int n = 3 + random.nextInt(25);
        Network.Builder builder = new Network.Builder();
        for (int node = 0; node < n; node++) {
            builder.school(node, random.nextInt(3));
        }
        List<Layer> layers = List.of(Layer.GOVERNANCE, Layer.FEDERATION, Layer.ALLIANCE, Layer.GROUP);
        int bodies = random.nextInt(12);
        for (int body = 0; body < bodies; body++) {
            Layer layer = layers.get(body / 3);
            int chance = 1 + random.nextInt(6);
            for (int node = 0; node < n; node++) {
                if (random.nextInt(6) < chance) {
                    builder.in(layer, body, node);
                }
            }
        }
        for (int support = random.nextInt(6); support > 0; support--) {
            builder.support(random.nextInt(n), random.nextInt(n), -1);
        }
        return builder.build();
    }

    static boolean[][] tied(Network network) {
        boolean[][] tied = new boolean[network.size()][network.size()];
        for (int body = 0; body < network.bodies(); body++) {
            for (int i = 0; i < network.members(body); i++) {
                for (int j = 0; j < network.members(body); j++) {
                    tied[network.member(body, i)][network.member(body, j)] |= i != j;
                }
            }
        }
        for (int support = 0; support < network.supports(); support++) {
            tied[network.supporter(support)][network.supported(support)] = true;
            tied[network.supported(support)][network.supporter(support)] = true;
        }
        return tied;
    }

    /** After Floyd and Warshall. */
    private static double nearness(boolean[][] tied) {
        int n = tied.length;
        double[][] distances = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                distances[a][b] = tied[a][b] ? 1 : Double.POSITIVE_INFINITY;
            }
        }
        for (int c = 0; c < n; c++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    distances[a][b] = Math.min(distances[a][b], distances[a][c] + distances[c][b]);
                }
            }
        }
        double sum = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                sum += a == b ? 0 : 1 / distances[a][b];
            }
        }
        return sum / (n * (n - 1.0));
    }
}
