package uk.middletier.http;

import java.util.Arrays;
import java.util.List;

/** What a line of a series says of many areas, when it is no area's own. */
enum SeriesSummary {
    LOWER_QUARTILE("lowerQuartile"),
    MEDIAN("median"),
    UPPER_QUARTILE("upperQuartile"),
    /** How many areas have a value. */
    AREAS("areas"),
    /** All schools asked for taken for one area. */
    TOTAL("total");

    static final List<SeriesSummary> OF_QUARTILES = List.of(LOWER_QUARTILE, MEDIAN, UPPER_QUARTILE, AREAS);

    private static final String QUARTILES = "quartiles";

    static final Parameter PARAMETER = Parameter.optional(
            "summary",
            new ParameterType.Choice(List.of(QUARTILES, TOTAL.word)),
            "instead of a line for each area: quartiles over the areas, or all their schools taken together");

    private final String word;

    SeriesSummary(String word) {
        this.word = word;
    }

    /** As it stands in an answer. */
    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SeriesSummary::word).toList();
    }

    static boolean quartiles(Parameters parameters) {
        return QUARTILES.equals(parameters.text(PARAMETER.name()));
    }

    static boolean total(Parameters parameters) {
        return TOTAL.word.equals(parameters.text(PARAMETER.name()));
    }
}
