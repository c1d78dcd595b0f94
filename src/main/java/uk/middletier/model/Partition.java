package uk.middletier.model;

import java.util.Arrays;
import java.util.Optional;

/** What makes two schools one body's, when fragmentation is measured. */
public enum Partition {
    /** The body that governs: authority or trust. */
    GOVERNANCE("governance"),
    /** As governance, but the maintained schools of one federation are a body of their own. */
    FEDERATION("federation"),
    /** As governance, but the schools of one sponsor are a body of their own. */
    SPONSOR("sponsor"),
    /** As governance, but the schools of one diocese are a body of their own. */
    DIOCESE("diocese"),
    /** As governance, but the schools of one parliamentary constituency are a body of their own. */
    CONSTITUENCY("constituency");

    private final String word;

    Partition(String word) {
        this.word = word;
    }

    /** The value in {@code partition=}. */
    public String word() {
        return word;
    }

    /** The partition of that word, if there is one. */
    public static Optional<Partition> find(String word) {
        return Arrays.stream(values())
                .filter(partition -> partition.word.equals(word))
                .findFirst();
    }
}
