package uk.middletier.model;

import java.util.Arrays;
import java.util.Optional;

/** Who runs a school on a day, from its type and the body that governs it then. */
public enum Sector {
    LA_MAINTAINED("la-maintained"),
    SINGLE_ACADEMY_TRUST("single-academy-trust"),
    MULTI_ACADEMY_TRUST("multi-academy-trust"),
    ACADEMY_TRUST_UNKNOWN("academy-trust-unknown"),
    WELSH_MAINTAINED("welsh-maintained"),
    OTHER("other");

    private final String word;

    Sector(String word) {
        this.word = word;
    }

    /** The value in JSON and in filters. */
    public String word() {
        return word;
    }

    /** The sector of that word, if there is one. */
    public static Optional<Sector> find(String word) {
        return Arrays.stream(values())
                .filter(sector -> sector.word.equals(word))
                .findFirst();
    }
}
