package uk.middletier.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.Layer;

/**
 * How the schools of a network hang together. What is not asked for is not worked out. For one thread.
 *
 * <p>Every number comes from {@link Twins}, the schools that are in the same bodies taken together, and so from the sizes
 * of bodies and of what two bodies have in common.
 */
public final class Cohesion {
    private static final String WITHIN = "Ties within the area only: a trust's schools elsewhere are not in it.";
    private static final String LARGE = "Falls as the area grows: compare like with like.";

    /** The measures, in the order of the catalogue. */
    public static final List<NetworkMeasure> MEASURES = List.of(
            measure(
                    "ties",
                    "Pairs of schools that are tied",
                    "|E|, E = ∪_α E_α over the layers α asked for",
                    "ties",
                    null,
                    "more schools have something to do with each other",
                    "An authority ties all the schools it maintains: without the layer governance other ties are seen. "
                            + WITHIN,
                    "",
                    cohesion -> cohesion.pairs().tied()),
            measure(
                    "components",
                    "Components",
                    "number of greatest sets of schools joined by ties",
                    "components",
                    null,
                    "falls into more parts",
                    WITHIN,
                    "",
                    Cohesion::components),
            measure(
                    "giantShare",
                    "Share of schools in the largest component",
                    "max_k s_k / n, s_k schools of component k",
                    "share",
                    1.0,
                    "more schools hang together",
                    WITHIN,
                    "",
                    Cohesion::giantShare),
            measure(
                    "isolateShare",
                    "Share of schools without a tie",
                    "|{i: k_i = 0}| / n, k_i schools i is tied to",
                    "share",
                    1.0,
                    "more schools stand alone",
                    WITHIN,
                    "",
                    Cohesion::isolateShare),
            measure(
                    "density",
                    "Density",
                    "2 |E| / (n(n − 1))",
                    "share",
                    1.0,
                    "two schools drawn by lot are more often tied",
                    LARGE,
                    "Wasserman and Faust 1994",
                    Cohesion::density),
            measure(
                    "fragmentation",
                    "Fragmentation of the network",
                    "F = 1 − Σ_k s_k(s_k − 1) / (n(n − 1)), s_k schools of component k",
                    "share",
                    1.0,
                    "of more pairs of schools neither can reach the other",
                    "Says nothing of how far apart those are that can.",
                    "Krackhardt 1994; Borgatti 2006",
                    Cohesion::fragmentation),
            measure(
                    "distanceFragmentation",
                    "Fragmentation by distance",
                    "DF = 1 − 2 Σ_{i<j} (1/d_ij) / (n(n − 1)), d_ij ties on the shortest way, 1/∞ = 0",
                    "share",
                    1.0,
                    "schools are further from each other",
                    "Of networks for which it would take too long, from " + Distances.DRAWN
                            + " schools drawn by lot, always the same: see distanceFragmentationError.",
                    "Borgatti 2006",
                    cohesion -> 1 - cohesion.nearness().nearness()),
            measure(
                    "distanceFragmentationError",
                    "Error of the fragmentation by distance",
                    "1.96 · s/√m · √(1 − m/n) over m schools drawn without putting back; 0 if all were gone through",
                    "share",
                    null,
                    "distanceFragmentation is known less well",
                    "Half the width of a 95 % interval by the normal law.",
                    "Cochran 1977, chapter 2",
                    cohesion -> cohesion.nearness().error()),
            measure(
                    "multiplexDegree",
                    "Layers in which a school has a tie",
                    "mean_i |{α: k_i^α > 0}|, k_i^α schools i is tied to in layer α",
                    "layers",
                    (double) Pairs.LAYERS,
                    "schools are in more middles at once",
                    "Of the layers asked for; which of them the data holds shows in shape=layers.",
                    "Jopling and Hadfield 2015; Battiston et al. 2014",
                    Cohesion::meanLayers),
            measure(
                    "twoLayersShare",
                    "Share of schools with ties in two layers or more",
                    "|{i: |{α: k_i^α > 0}| ≥ 2}| / n",
                    "share",
                    1.0,
                    "more schools are in several middles at once",
                    "",
                    "Jopling and Hadfield 2015",
                    cohesion -> cohesion.layersShare(2)),
            measure(
                    "threeLayersShare",
                    "Share of schools with ties in three layers or more",
                    "|{i: |{α: k_i^α > 0}| ≥ 3}| / n",
                    "share",
                    1.0,
                    "more schools are in many middles at once",
                    "",
                    "Jopling and Hadfield 2015",
                    cohesion -> cohesion.layersShare(3)),
            measure(
                    "participationCoefficient",
                    "Participation coefficient",
                    "mean over schools with a tie of P_i = M/(M − 1) · (1 − Σ_α (k_i^α / o_i)²), o_i = Σ_α k_i^α, M layers"
                            + " asked for",
                    "index",
                    1.0,
                    "schools' ties are spread more evenly over the layers",
                    "Layers in which the data holds nothing keep it below 1: ask for those it has.",
                    "Battiston et al. 2014, equation 10",
                    Cohesion::participation),
            measure(
                    "brokeredShare",
                    "Share of support that somebody arranged",
                    "|{supports with a known broker}| / |{supports}|, both schools in A",
                    "share",
                    1.0,
                    "more support came about through a body between",
                    "A support without a recorded broker may have had one. By kind of broker: shape=support.",
                    "",
                    Cohesion::brokeredShare));

    /** What the catalogue says of them. */
    public static final List<Definition> DEFINITIONS =
            MEASURES.stream().map(NetworkMeasure::definition).toList();

    private final Network network;
    private final int layers;
    private @Nullable Twins twins;
    private @Nullable Pairs pairs;
    private Distances.@Nullable Nearness nearness;
    private @Nullable Map<Integer, Integer> sizes;

    /**
     * Of a network.
     *
     * @param layers how many layers were asked for
     */
    public Cohesion(Network network, int layers) {
        this.network = network;
        this.layers = layers;
    }

    private static NetworkMeasure measure(
            String id,
            String title,
            String formula,
            String unit,
            @Nullable Double max,
            String reading,
            String caveat,
            String source,
            ToDoubleFunction<Cohesion> value) {
        return new NetworkMeasure(
                new Definition(id, Family.NETWORK, title, formula, unit, 0.0, max, reading, caveat, source), value);
    }

    public static Optional<NetworkMeasure> find(String id) {
        return MEASURES.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    public int schools() {
        return network.size();
    }

    Twins twins() {
        Twins made = twins;
        if (made == null) {
            made = new Twins(network);
            twins = made;
        }
        return made;
    }

    Pairs pairs() {
        Pairs made = pairs;
        if (made == null) {
            made = new Pairs(twins());
            pairs = made;
        }
        return made;
    }

    private Distances.Nearness nearness() {
        Distances.Nearness made = nearness;
        if (made == null) {
            made = Distances.of(twins());
            nearness = made;
        }
        return made;
    }

    /** Schools of every component that has a tie, by a kind of twins of it. */
    private Map<Integer, Integer> sizes() {
        Map<Integer, Integer> made = sizes;
        if (made == null) {
            made = componentSizes();
            sizes = made;
        }
        return made;
    }

    private Map<Integer, Integer> componentSizes() {
        Twins all = twins();
        Components components = new Components(all.size());
        for (int body = 0; body < network.bodies(); body++) {
            int[] classes = all.classes(body);
            for (int i = 1; i < classes.length; i++) {
                components.join(classes[i], classes[0]);
            }
        }
        Map<Integer, Integer> found = new HashMap<>();
        for (int each = 0; each < all.size(); each++) {
            for (int other : all.supporting(each)) {
                components.join(each, other);
            }
        }
        for (int each = 0; each < all.size(); each++) {
            if (all.tied(each)) {
                found.merge(components.find(each), all.count(each), Integer::sum);
            }
        }
        return found;
    }

    private double components() {
        return sizes().size() + isolates();
    }

    private int isolates() {
        return schools() - sizes().values().stream().mapToInt(size -> size).sum();
    }

    private double giantShare() {
        int alone = isolates() > 0 ? 1 : 0;
        int largest = sizes().values().stream().mapToInt(size -> size).max().orElse(alone);
        return share(largest, schools());
    }

    private double isolateShare() {
        return share(isolates(), schools());
    }

    private double density() {
        return share(2.0 * pairs().tied(), orderedPairs());
    }

    private double orderedPairs() {
        return schools() * (schools() - 1.0);
    }

    private double fragmentation() {
        double within = sizes().values().stream()
                .mapToDouble(size -> size * (size - 1.0))
                .sum();
        return 1 - share(within, orderedPairs());
    }

    private double meanLayers() {
        return share(sum(each -> pairs().layers(each)), schools());
    }

    private double layersShare(int least) {
        return share(sum(each -> pairs().layers(each) >= least ? 1 : 0), schools());
    }

    private double participation() {
        double tied = sum(each -> pairs().strength(each) > 0 ? 1 : 0);
        return layers < 2 ? Double.NaN : share(sum(this::participation), tied);
    }

    private double participation(int each) {
        double all = pairs().strength(each);
        if (all == 0) {
            return 0;
        }
        double squares = IntStream.range(0, Pairs.LAYERS)
                .mapToDouble(layer -> pairs().degree(each, layer) / all)
                .map(share -> share * share)
                .sum();
        return layers / (layers - 1.0) * (1 - squares);
    }

    private double brokeredShare() {
        double brokered = IntStream.range(0, network.supports())
                .filter(support -> network.broker(support) >= 0)
                .count();
        return share(brokered, network.supports());
    }

    /** Over schools, of what is the same for twins. */
    private double sum(IntToDoubleFunction ofTwins) {
        return IntStream.range(0, twins().size())
                .mapToDouble(each -> twins().count(each) * ofTwins.applyAsDouble(each))
                .sum();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    /** Of every pair of layers in which there is a tie, in the order of layers: how much they tie the same schools. */
    public List<LayerPair> layerPairs() {
        List<Layer> there = Arrays.stream(Layer.values())
                .filter(layer -> pairs().tied(layer) > 0)
                .toList();
        return IntStream.range(0, there.size())
                .boxed()
                .flatMap(one -> there.stream()
                        .skip(one + 1L)
                        .map(other -> LayerPair.of(network, pairs(), there.get(one), other)))
                .toList();
    }
}
