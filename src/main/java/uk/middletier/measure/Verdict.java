package uk.middletier.measure;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a body.
 *
 * @param applies null if the record does not tell
 * @param saw what it was judged by, or what is missing; a clause in English
 */
public record Verdict(CollaborationType type, @Nullable Boolean applies, String saw) {
    static Verdict yes(CollaborationType type, String saw) {
        return new Verdict(type, Boolean.TRUE, saw);
    }

    static Verdict no(CollaborationType type, String saw) {
        return new Verdict(type, Boolean.FALSE, saw);
    }

    static Verdict untold(CollaborationType type, String missing) {
        return new Verdict(type, null, missing);
    }

    static Verdict of(CollaborationType type, boolean applies, String saw) {
        return new Verdict(type, applies, saw);
    }
}
