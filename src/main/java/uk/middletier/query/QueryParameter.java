package uk.middletier.query;

import org.jspecify.annotations.Nullable;

/**
 * A parameter that a saved query declares.
 *
 * @param name without {@code $}
 * @param optional the statement gets null if it is not given and has no default
 * @param defaultValue as in the header; {@link #RELEASE} stands for the release's extract date; null = none
 * @param example a value to try it with if there is no default
 * @param description may be empty
 */
public record QueryParameter(
        String name,
        ValueType type,
        boolean optional,
        @Nullable String defaultValue,
        @Nullable String example,
        String description) {
    /** The default that stands for the extract date of the release. */
    public static final String RELEASE = "release";

    /** Whether a run without it is refused. */
    public boolean required() {
        return !optional && defaultValue == null;
    }

    /** A value to try the query with; null if none is needed. */
    public @Nullable String trial() {
        return defaultValue != null ? defaultValue : example;
    }
}
