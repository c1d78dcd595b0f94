package uk.middletier.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of middle-tier bodies; the label of the node is the constant in camel case, its {@code kind} the same word. */
public enum BodyKind {
    LOCAL_AUTHORITY("LocalAuthority", "la", Formality.HARD_GOVERNANCE),
    MULTI_ACADEMY_TRUST("MultiAcademyTrust", "trust", Formality.HARD_GOVERNANCE),
    SINGLE_ACADEMY_TRUST("SingleAcademyTrust", "trust", Formality.HARD_GOVERNANCE),
    /** Stands for the trust nobody recorded; there is one, {@link Ids#UNKNOWN_TRUST}. */
    UNKNOWN_TRUST("UnknownTrust", "trust", Formality.HARD_GOVERNANCE),
    /** The register's "Trust": the foundation of maintained foundation schools. */
    FOUNDATION_TRUST("FoundationTrust", "foundation-trust", Formality.SOFT_GOVERNANCE),
    UMBRELLA_TRUST("UmbrellaTrust", "umbrella-trust", Formality.SOFT),
    FEDERATION("Federation", "federation", Formality.HARD_GOVERNANCE),
    SPONSOR("Sponsor", "sponsor", Formality.HARD_GOVERNANCE),
    TEACHING_SCHOOL_ALLIANCE("TeachingSchoolAlliance", "alliance", Formality.SOFT),
    TEACHING_SCHOOL_HUB("TeachingSchoolHub", "hub", Formality.SOFT),
    HUB("Hub", "hub", Formality.SOFT),
    IMPROVEMENT_GROUP("ImprovementGroup", "group", Formality.SOFT),
    PAIRING("Pairing", "pairing", Formality.INFORMAL),
    PEER_ENQUIRY_GROUP("PeerEnquiryGroup", "peer-enquiry", Formality.SOFT),
    LEARNING_PARTNERSHIP("LearningPartnership", "partnership", Formality.SOFT),
    COLLABORATIVE("Collaborative", "collaborative", Formality.INFORMAL),
    SHARED_LEADERSHIP("SharedLeadership", "shared-leadership", Formality.SOFT);

    private final String label;
    private final String idPrefix;
    private final Formality formality;

    BodyKind(String label, String idPrefix, Formality formality) {
        this.label = label;
        this.idPrefix = idPrefix;
        this.formality = formality;
    }

    /** The node's label and the value of its {@code kind}. */
    public String label() {
        return label;
    }

    /** What its ids begin with: {@code trust} in {@code trust:4782}. */
    public String idPrefix() {
        return idPrefix;
    }

    /** How binding a body of this kind is unless its source says otherwise. */
    public Formality formality() {
        return formality;
    }

    /** How a caller names the kind: {@code multi-academy-trust}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind a caller means by that word, if there is one. */
    public static Optional<BodyKind> findWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The kind of that label, if there is one. */
    public static Optional<BodyKind> find(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
