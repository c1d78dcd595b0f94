package uk.middletier.model;

import java.util.Arrays;
import java.util.Optional;

/** Which of the state-funded schools are looked at. */
public enum Scope {
    STATE_FUNDED("state-funded", "all state-funded schools"),
    /** Neither special nor alternative provision, by type. The type "Welsh establishment" tells of neither. */
    MAINSTREAM("mainstream", "without special schools, pupil referral units and alternative provision"),
    SPECIAL("special", "special schools of every type"),
    ALTERNATIVE_PROVISION("alternative-provision", "pupil referral units and alternative provision"),
    TRUST_RUN("trust-run", "academies, free schools and the other types that a trust runs");

    private final String word;
    private final String meaning;

    Scope(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** The value in {@code scope=}. */
    public String word() {
        return word;
    }

    /** In a few words. */
    public String meaning() {
        return meaning;
    }

    /** The scope of that word, if there is one. */
    public static Optional<Scope> find(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
