package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Geography;
import uk.middletier.model.Layer;
import uk.middletier.model.Partition;
import uk.middletier.model.Scope;
import uk.middletier.model.Weight;
import uk.middletier.timeline.Ticks.Step;

/**
 * A parameter of the query string.
 *
 * @param repeatable may stand several times: any of the values
 * @param defaultValue what is taken if it is absent; null = nothing
 * @param required whether a question without it is refused
 */
record Parameter(
        String name,
        ParameterType type,
        boolean repeatable,
        @Nullable String defaultValue,
        boolean required,
        String description) {
    Parameter(String name, ParameterType type, boolean repeatable, @Nullable String defaultValue, String description) {
        this(name, type, repeatable, defaultValue, false, description);
    }

    /** Stands for the release's extract date. */
    static final String EXTRACT_DATE = "the release's extract date";

    /** Stands for ten years before the last day of the series. */
    static final String TEN_YEARS_BEFORE = "ten years before to";

    /** Between the defaults of a parameter that may stand several times. */
    private static final String DEFAULTS_BETWEEN = ",";
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
    static final Parameter FROM =
            new Parameter("from", new ParameterType.Day(), false, TEN_YEARS_BEFORE, "the first day of the series");
    static final Parameter TO = new Parameter(
            "to", new ParameterType.Day(), false, EXTRACT_DATE, "the series ends on this day, or before it");
    static final Parameter STEP =
            choice("step", Step.YEAR.word(), Step.WORDS, "from one day of the series to the next");
    static final Parameter SCOPE = choice(
            "scope",
            Scope.STATE_FUNDED.word(),
            Arrays.stream(Scope.values()).map(Scope::word).toList(),
            "which schools are counted");
    static final Parameter LAYERS = anyOf(
            "layers",
            Arrays.stream(Layer.values()).map(Layer::word).toList(),
            Layer.COLLABORATION.stream().map(Layer::word).toList(),
            "ties of these layers; several may stand in one list, with commas between");
    static final Parameter WEIGHT = choice(
            "weight",
            Weight.SCHOOLS.word(),
            Arrays.stream(Weight.values()).map(Weight::word).toList(),
            "what a school counts for in shares: one, or its pupils");
    static final Parameter PARTITION = choice(
            "partition",
            Partition.GOVERNANCE.word(),
            Arrays.stream(Partition.values()).map(Partition::word).toList(),
            "what makes schools one body's");
    static final Parameter GEOGRAPHY = choice(
            "geography",
            Geography.AS_WAS.word(),
            Arrays.stream(Geography.values()).map(Geography::word).toList(),
            "authorities as they were on the day, or as they are now");
    /** Taken by every route that answers from a release, and seen to in one place: {@link ReleaseChoice}. */
    static final Parameter RELEASE = optional(
            "release",
            new ParameterType.ReleaseId(),
            "who says so: an id that /v1/releases lists, such as that of an earlier release; current, or nothing, is the"
                    + " release served now");

    static final Parameter LIMIT = new Parameter(
            "limit", new ParameterType.Whole(1, 1000), false, "100", "rows of a page; CSV and NDJSON have no pages");
    static final Parameter CURSOR = optional(
            "cursor", new ParameterType.Text(200), "where the page before ended: taken from links.next, not made");
    static final Parameter TIMEOUT = optional(
            "timeout",
            new ParameterType.Whole(1, 60),
            "seconds the answer may take; lowers the limit, never raises it");

    /** What is taken of a parameter that may stand several times if it is absent. */
    List<String> defaults() {
        return defaultValue == null ? List.of() : List.of(defaultValue.split(DEFAULTS_BETWEEN, -1));
    }

    static Parameter optional(String name, ParameterType type, String description) {
        return new Parameter(name, type, false, null, description);
    }

    static Parameter any(String name, ParameterType type, String description) {
        return new Parameter(name, type, true, null, description);
    }

    /** Any of a few words; some of them if it is absent. */
    static Parameter anyOf(String name, List<String> words, List<String> defaults, String description) {
        return new Parameter(
                name, new ParameterType.Choice(words), true, String.join(DEFAULTS_BETWEEN, defaults), description);
    }

    static Parameter choice(String name, String defaultValue, List<String> words, String description) {
        return new Parameter(name, new ParameterType.Choice(words), false, defaultValue, description);
    }
}
