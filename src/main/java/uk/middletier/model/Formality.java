package uk.middletier.model;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How binding a collaboration is, after Lindsay et al. (2007), "School Federations Pilots Study", DCSF. */
public enum Formality {
    /** One governing body for all. */
    HARD_GOVERNANCE("hard-governance"),
    /** Own governing bodies and a joint committee with delegated power. */
    SOFT_GOVERNANCE("soft-governance"),
    /** Own governing bodies and a joint committee without delegated power. */
    SOFT("soft"),
    INFORMAL("informal");

    private final String word;

    Formality(String word) {
        this.word = word;
    }

    /** The value in the graph and in JSON. */
    public String word() {
        return word;
    }

    /** The formality of that word, if there is one. */
    public static Optional<Formality> find(@Nullable String word) {
        return Arrays.stream(values())
                .filter(formality -> formality.word.equals(word))
                .findFirst();
    }
}
