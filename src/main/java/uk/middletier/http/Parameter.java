package uk.middletier.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the query string.
 *
 * @param repeatable may stand several times: any of the values
 * @param defaultValue what is taken if it is absent; null = nothing
 */
record Parameter(
        String name,
        ParameterType type,
        boolean repeatable,
        @Nullable String defaultValue,
        String description) {
    /** Stands for the release's extract date. */
    static final String EXTRACT_DATE = "the release's extract date";

    /** Stands for the day a year before the value of {@code to}. */
    static final String YEAR_BEFORE = "a year before to";

    static final Parameter AS_OF =
            new Parameter("asOf", new ParameterType.Day(), false, EXTRACT_DATE, "the day about which the question is");
    static final Parameter AREA = optional(
            "area",
            new ParameterType.AreaId(),
            "only schools in this area: an id such as la:203 or region:E12000007, or a code such as 203");
    static final Parameter PHASE = any(
            "phase",
            new ParameterType.ReleaseWord(Vocabulary::phases),
            "only schools of this phase, as the register has it");
    static final Parameter LIMIT = new Parameter(
            "limit", new ParameterType.Whole(1, 1000), false, "100", "rows of a page; CSV and NDJSON have no pages");
    static final Parameter CURSOR = optional(
            "cursor", new ParameterType.Text(200), "where the page before ended: taken from links.next, not made");
    static final Parameter TIMEOUT = optional(
            "timeout",
            new ParameterType.Whole(1, 60),
            "seconds the answer may take; lowers the limit, never raises it");

    static Parameter optional(String name, ParameterType type, String description) {
        return new Parameter(name, type, false, null, description);
    }

    static Parameter any(String name, ParameterType type, String description) {
        return new Parameter(name, type, true, null, description);
    }

    static Parameter choice(String name, String defaultValue, List<String> words, String description) {
        return new Parameter(name, new ParameterType.Choice(words), false, defaultValue, description);
    }
}
