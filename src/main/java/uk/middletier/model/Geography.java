package uk.middletier.model;

/** Of which day the areas are, when authorities have been reorganised. */
public enum Geography {
    /** The authorities of the day asked about. */
    AS_WAS("as-was"),
    /**
     * The authorities of today: a school lies where it lies now, or where the one authority lies that took the place of
     * the last one it was in. Where that was divided, it lies where the other schools of its lineage do, if they agree;
     * where there is none, nobody knows into which part it fell, and it stays in the old one.
     */
    CURRENT("current");

    private final String word;

    Geography(String word) {
        this.word = word;
    }

    /** The value in {@code geography=}. */
    public String word() {
        return word;
    }
}
