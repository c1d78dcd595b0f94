package uk.middletier.measure;

import java.util.SortedMap;
import java.util.TreeMap;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Tier;

/** Who arranged the support that schools gave each other. */
public final class Brokered {
    /** Stands for a broker nobody recorded. */
    public static final String UNKNOWN = "unknown";

    private Brokered() {}

    /** Supports by the word of the kind of their broker, in order; {@link #UNKNOWN} where none is known. */
    public static SortedMap<String, Integer> byKind(Network network, Tier tier) {
        SortedMap<String, Integer> kinds = new TreeMap<>();
        for (int support = 0; support < network.supports(); support++) {
            BodyKind kind = network.broker(support) < 0 ? null : tier.kind(network.broker(support));
            kinds.merge(kind == null ? UNKNOWN : kind.word(), 1, Integer::sum);
        }
        return kinds;
    }
}
