package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.middletier.model.Layer;

class CommunitiesTest {
    private static int[] labels(Communities communities, int nodes) {
        int[] labels = new int[nodes];
        Arrays.fill(labels, -1);
        for (int community = 0; community < communities.size(); community++) {
            for (int node : communities.nodes(community)) {
                labels[node] = community;
            }
        }
        return labels;
    }

    /** The split of the club: 0.3582 as NetworkX 3.6.1 gives it. The best there is: 0.4198, Brandes et al. 2008, table 1. */
    @Test
    void karateClub() {
        Network karate = KnownNetworks.karate();
        Communities communities = Communities.of(karate, 1);
        int[] split = IntStream.rangeClosed(1, 34)
                .map(member -> KnownNetworks.INSTRUCTORS.contains(member) ? 1 : 0)
                .toArray();
        assertThat(communities.modularity(split)).isEqualTo(0.3582347140039448, within(1e-12));
        assertThat(communities.modularity()).isEqualTo(0.4198, within(0.00005));
        assertThat(communities.size()).isEqualTo(4);
        assertThat(communities.isolates()).isZero();
    }

    @Test
    void sameQuestionSameAnswer() {
        Network karate = KnownNetworks.karate();
        assertThat(labels(Communities.of(karate, 1), 34)).isEqualTo(labels(Communities.of(karate, 1), 34));
        assertThat(Communities.of(karate, 3).size())
                .isGreaterThan(Communities.of(karate, 1).size());
    }

    /** Two bodies of six with one school in both, a pair that supports each other, one school alone. */
    @Test
    void bodiesAreCommunities() {
        Network network = bodies();
        Communities communities = Communities.of(network, 1);
        assertThat(IntStream.range(0, communities.size()).map(communities::schools))
                .containsExactly(6, 5, 2);
        assertThat(communities.isolates()).isEqualTo(1);
        assertThat(communities.agreement(labels(communities, 14)).adjustedRand())
                .isEqualTo(1);
        // As nodes of their own the bodies lead to the same.
        Communities guided = Communities.of(network, 1, 0);
        assertThat(guided.modularity()).isEqualTo(communities.modularity(), within(1e-12));
    }

    private static Network bodies() {
        Network.Builder builder = new Network.Builder();
        IntStream.range(0, 14).forEach(school -> builder.school(school, school % 2));
        IntStream.range(0, 6).forEach(school -> builder.in(Layer.GROUP, 1, school));
        IntStream.range(5, 11).forEach(school -> builder.in(Layer.GROUP, 2, school));
        return builder.support(11, 12, -1).support(12, 11, -1).build();
    }

    /** Beside the weights of all pairs written out. */
    @Test
    void modularityFromSizesIsThatOfPairs() {
        for (int seed = 0; seed < 50; seed++) {
            Network network = CohesionTest.random(seed);
            Communities communities = Communities.of(network, 1);
            int[] labels =
                    IntStream.range(0, network.size()).map(node -> node % 3).toArray();
            double expected = modularity(network, labels);
            if (Double.isNaN(expected)) {
                assertThat(communities.modularity(labels)).isNaN();
            } else {
                assertThat(communities.modularity(labels)).as("seed %s", seed).isEqualTo(expected, within(1e-9));
                assertThat(communities.modularity()).as("seed %s", seed).isGreaterThanOrEqualTo(expected - 1e-9);
            }
        }
    }

    private static double modularity(Network network, int[] labels) {
        int n = network.size();
        double[][] weights = new double[n][n];
        for (int body = 0; body < network.bodies(); body++) {
            int size = network.members(body);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if (i != j) {
                        weights[network.member(body, i)][network.member(body, j)] += 1.0 / (size - 1);
                    }
                }
            }
        }
        Map<List<Integer>, Boolean> supports = new HashMap<>();
        for (int support = 0; support < network.supports(); support++) {
            int one = network.supporter(support);
            int other = network.supported(support);
            if (supports.put(List.of(Math.min(one, other), Math.max(one, other)), true) == null) {
                weights[one][other]++;
                weights[other][one]++;
            }
        }
        double[] strengths = Arrays.stream(weights)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double whole = Arrays.stream(strengths).sum();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (labels[i] == labels[j]) {
                    sum += weights[i][j] - strengths[i] * strengths[j] / whole;
                }
            }
        }
        return whole == 0 ? Double.NaN : sum / whole;
    }
}
