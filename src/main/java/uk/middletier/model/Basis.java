package uk.middletier.model;

/** How it is known that a body governs a school. */
public enum Basis {
    /** The type says it: a maintained school is its authority's. */
    ESTABLISHMENT_TYPE("establishment-type"),
    /** The membership history, with joining and leaving dates. */
    MEMBERSHIP_HISTORY("membership-history"),
    /** A snapshot of who is in which group, with joining dates. */
    GROUP_LINKS("group-links"),
    /** The register's current trust. */
    REGISTER("register"),
    /** No source names a trust for these days. */
    NONE_KNOWN("none-known");

    private final String word;

    Basis(String word) {
        this.word = word;
    }

    /** The value in the graph and in JSON. */
    public String word() {
        return word;
    }
}
