package uk.middletier.download;

import org.jspecify.annotations.Nullable;

/** What became of the attempt to fetch a file. */
sealed interface Outcome {
    /**
     * It is in its part file, whole.
     *
     * @param tag its entity tag, if it has one
     * @param lastModified as the server says it
     */
    record Fetched(@Nullable String tag, @Nullable String lastModified) implements Outcome {}

    /** It is as it was when it was fetched before. */
    record Unchanged() implements Outcome {}

    /** There is no such file. */
    record Missing(String why) implements Outcome {}
}
