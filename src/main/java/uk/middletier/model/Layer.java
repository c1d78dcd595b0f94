package uk.middletier.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ways in which schools are tied to each other: in each but one by sharing a body or a diocese, in {@link #SUPPORT} by
 * one helping the other.
 *
 * <p>Source: the layers of a multiplex network, Battiston, Nicosia and Latora (2014), "Structural measures for multiplex
 * networks", Physical Review E 89; of schools, Jopling and Hadfield (2015).
 */
public enum Layer {
    /** The authority or trust that governs them. */
    GOVERNANCE,
    /** Formal ties between schools that keep their own governing body or share one: federations, foundations, umbrellas. */
    FEDERATION,
    /** Teaching school alliances and hubs. */
    ALLIANCE,
    /** Improvement groups, clusters, families, peer enquiry, partnerships, collaboratives. */
    GROUP,
    /** Two schools put together, one to help the other. */
    PAIRING,
    /** Directed: who supports whom. */
    SUPPORT,
    SPONSOR,
    DIOCESE;

    /** All but the diocese, which a school shares with others without doing anything with them. */
    public static final List<Layer> COLLABORATION =
            List.of(GOVERNANCE, FEDERATION, ALLIANCE, GROUP, PAIRING, SUPPORT, SPONSOR);

    /** How a caller names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The layer of that word, if there is one. */
    public static Optional<Layer> find(String word) {
        return Arrays.stream(values())
                .filter(layer -> layer.word().equals(word))
                .findFirst();
    }

    /** The layer in which a body of that kind ties its schools; none for the trust nobody recorded. */
    public static @Nullable Layer of(BodyKind kind) {
        return switch (kind) {
            case LOCAL_AUTHORITY, MULTI_ACADEMY_TRUST, SINGLE_ACADEMY_TRUST -> GOVERNANCE;
            case UNKNOWN_TRUST -> null;
            case FEDERATION, FOUNDATION_TRUST, UMBRELLA_TRUST, SHARED_LEADERSHIP -> FEDERATION;
            case TEACHING_SCHOOL_ALLIANCE, TEACHING_SCHOOL_HUB, HUB -> ALLIANCE;
            case IMPROVEMENT_GROUP, PEER_ENQUIRY_GROUP, LEARNING_PARTNERSHIP, COLLABORATIVE -> GROUP;
            case PAIRING -> PAIRING;
            case SPONSOR -> SPONSOR;
        };
    }
}
