package uk.middletier.measure;

import java.util.List;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.Layer;

/**
 * Two layers of a network: how far they tie the same schools, and part them in the same way.
 *
 * @param ties pairs of schools tied in the one
 * @param otherTies in the other
 * @param shared in both
 * @param edgeOverlap shared / tied in either
 * @param agreement of the components of the two, schools without a tie each alone
 */
public record LayerPair(
        Layer layer, Layer other, long ties, long otherTies, long shared, double edgeOverlap, Agreement agreement) {
    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            new Definition(
                    "edgeOverlap",
                    Family.NETWORK,
                    "Overlap of the ties of two layers",
                    "|E_α ∩ E_β| / |E_α ∪ E_β|",
                    "share",
                    0.0,
                    1.0,
                    "the two layers tie the same schools",
                    "Of every two layers that tie schools of the area: shape=layers. A layer of large bodies has many more"
                            + " ties than one of small ones, which keeps it low.",
                    "Battiston et al. 2014"),
            new Definition(
                    "layerAgreement",
                    Family.NETWORK,
                    "Agreement of two layers: adjusted Rand index",
                    "(Σ_kl C(n_kl, 2) − e) / (½(a + b) − e), a = Σ_k C(n_k, 2), b = Σ_l C(n_l, 2), e = ab / C(n, 2); n_kl"
                            + " schools in component k of the one and l of the other",
                    "index",
                    -1.0,
                    1.0,
                    "the two layers put schools together in the same way",
                    "0 is what chance gives; null if neither layer parts the schools, or both leave each alone. A school"
                            + " without a tie is a part of its own.",
                    "Hubert and Arabie 1985"),
            new Definition(
                    "layerInformation",
                    Family.NETWORK,
                    "Agreement of two layers: normalised mutual information",
                    "2 I(U, V) / (H(U) + H(V)), U and V the components of the two layers",
                    "index",
                    0.0,
                    1.0,
                    "who knows the one layer knows more of the other",
                    "High by chance where parts are many and small: layerAgreement is not.",
                    "Danon et al. 2005"));

    static LayerPair of(Network network, Pairs pairs, Layer layer, Layer other) {
        long ties = pairs.tied(layer);
        long otherTies = pairs.tied(other);
        long shared = pairs.both(layer, other);
        return new LayerPair(
                layer,
                other,
                ties,
                otherTies,
                shared,
                (double) shared / (ties + otherTies - shared),
                Agreement.of(components(network, layer), components(network, other)));
    }

    private static int[] components(Network network, Layer layer) {
        Components components = new Components(network.size());
        for (int body = 0; body < network.bodies(); body++) {
            if (network.layer(body) == layer) {
                for (int i = 1; i < network.members(body); i++) {
                    components.join(network.member(body, i), network.member(body, 0));
                }
            }
        }
        if (layer == Layer.SUPPORT) {
            for (int support = 0; support < network.supports(); support++) {
                components.join(network.supporter(support), network.supported(support));
            }
        }
        return components.labels();
    }
}
