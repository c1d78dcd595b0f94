package uk.middletier.model;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of areas; the label of the node, its {@code kind}, and the word in {@code by=}. */
public enum AreaKind {
    LOCAL_AUTHORITY("LocalAuthority", "la", "local-authority"),
    REGION("Region", "region", "region"),
    COUNTRY("Country", "country", "country"),
    CONSORTIUM("Consortium", "consortium", "consortium"),
    RSC_REGION("RscRegion", "rsc-region", "rsc-region"),
    DIOCESE("Diocese", "diocese", "diocese"),
    CONSTITUENCY("Constituency", "constituency", "constituency");

    private final String label;
    private final String idPrefix;
    private final String word;

    AreaKind(String label, String idPrefix, String word) {
        this.label = label;
        this.idPrefix = idPrefix;
        this.word = word;
    }

    /** The node's label and the value of its {@code kind}. */
    public String label() {
        return label;
    }

    /** What its ids begin with: {@code la} in {@code la:203}. */
    public String idPrefix() {
        return idPrefix;
    }

    /** How a caller names the kind: {@code by=local-authority}. */
    public String word() {
        return word;
    }

    /** The kind a caller means by that word, if there is one. */
    public static Optional<AreaKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The kind of that label, if there is one. */
    public static Optional<AreaKind> findLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
