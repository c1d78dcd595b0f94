package uk.middletier.model;

/** What a school counts for in a share. */
public enum Weight {
    /** One. */
    SCHOOLS("schools"),
    /** Its pupils in the release's latest census; a school without that number counts for nothing. */
    PUPILS("pupils");

    private final String word;

    Weight(String word) {
        this.word = word;
    }

    /** The value in {@code weight=}. */
    public String word() {
        return word;
    }
}
