package uk.middletier.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it told.
 *
 * @param detail this case, in a sentence
 * @param parameter the parameter at fault
 * @param allowed what may stand instead
 * @param suggestion what was probably meant
 * @param place where in a statement; null if it is about none
 * @param headers further headers of the answer: Allow, Retry-After
 */
record Problem(
        ProblemType type,
        String detail,
        @Nullable String parameter,
        List<String> allowed,
        @Nullable String suggestion,
        @Nullable Place place,
        Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1
     * @param offset characters before it
     */
    record Place(long line, int column, int offset) {}

    static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null, List.of(), null, null, Map.of());
    }

    static Problem ofParameter(ProblemType type, String detail, String parameter) {
        return new Problem(type, detail, parameter, List.of(), null, null, Map.of());
    }

    Problem withAllowed(List<String> values) {
        return new Problem(type, detail, parameter, values, suggestion, place, headers);
    }

    Problem withSuggestion(@Nullable String value) {
        return new Problem(type, detail, parameter, allowed, value, place, headers);
    }

    Problem at(Place where) {
        return new Problem(type, detail, parameter, allowed, suggestion, where, headers);
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, parameter, allowed, suggestion, place, more);
    }

    /** The fields of the JSON object. */
    Map<String, @Nullable Object> fields(String instance) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", type.uri());
        fields.put("title", type.title());
        fields.put("status", type.status());
        fields.put("detail", detail);
        fields.put("instance", instance);
        if (parameter != null) {
            fields.put("parameter", parameter);
        }
        if (!allowed.isEmpty()) {
            fields.put("allowed", allowed);
        }
        if (suggestion != null) {
            fields.put("suggestion", suggestion);
        }
        if (place != null) {
            fields.put("line", place.line());
            fields.put("column", place.column());
            fields.put("offset", place.offset());
        }
        return fields;
    }
}
