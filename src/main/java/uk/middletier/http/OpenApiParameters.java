package uk.middletier.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parameters of routes as the OpenAPI document tells them. */
final class OpenApiParameters {
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    /** Defaults that are worked out from the release or the question. */
    private static final List<String> WORKED_OUT =
            List.of(Parameter.EXTRACT_DATE, Parameter.YEAR_BEFORE, Parameter.TEN_YEARS_BEFORE);

    /** Those that many routes take alike. */
    private static final List<Parameter> COMMON = List.of(
            Parameter.AS_OF,
            Parameter.AREA,
            Parameter.PHASE,
            Parameter.SCOPE,
            Parameter.WEIGHT,
            Parameter.GEOGRAPHY,
            Parameter.RELEASE,
            Parameter.LIMIT,
            Parameter.CURSOR,
            Parameter.TIMEOUT);

    private OpenApiParameters() {}

    static Map<String, @Nullable Object> common() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        COMMON.forEach(parameter -> all.put(parameter.name(), json(parameter, null)));
        return all;
    }

    /** A parameter of the query string. */
    static Map<String, @Nullable Object> of(Parameter parameter, @Nullable String example) {
        if (COMMON.contains(parameter) && example == null) {
            Map<String, @Nullable Object> reference = new LinkedHashMap<>();
            reference.put("$ref", "#/components/parameters/" + parameter.name());
            return reference;
        }
        return json(parameter, example);
    }

    private static Map<String, @Nullable Object> json(Parameter parameter, @Nullable String example) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("in", "query");
        json.put("description", description(parameter));
        if (parameter.required()) {
            json.put("required", true);
        }
        if (parameter.repeatable()) {
            json.put("style", "form");
            json.put("explode", true);
        }
        json.put("schema", schema(parameter).json());
        if (example != null) {
            json.put("example", parameter.repeatable() ? List.of(example) : value(parameter.type(), example));
        }
        return json;
    }

    static String description(Parameter parameter) {
        String value = parameter.defaultValue();
        String said = parameter.description();
        return value != null && WORKED_OUT.contains(value)
                ? said + (said.isEmpty() ? "" : "; ") + "by default " + value
                : said;
    }

    /** What it takes, with its default. */
    static Schema schema(Parameter parameter) {
        Schema one = schema(parameter.type());
        Schema all = parameter.repeatable() ? Schema.list(one) : one;
        String value = parameter.defaultValue();
        if (value == null || WORKED_OUT.contains(value)) {
            return all;
        }
        return all.with(
                "default",
                parameter.repeatable()
                        ? parameter.defaults().stream()
                                .map(each -> value(parameter.type(), each))
                                .toList()
                        : value(parameter.type(), value));
    }

    private static Object value(ParameterType type, String text) {
        if (type instanceof ParameterType.Whole) {
            return Long.valueOf(text);
        }
        if (type instanceof ParameterType.Decimal) {
            return Double.valueOf(text);
        }
        return type instanceof ParameterType.Flag ? Boolean.valueOf(text) : text;
    }

    private static Schema schema(ParameterType type) {
        if (type instanceof ParameterType.Text text) {
            return Schema.TEXT.with("minLength", 1).with("maxLength", text.maxLength());
        }
        if (type instanceof ParameterType.Whole whole) {
            Schema number =
                    whole.min() == Long.MIN_VALUE ? Schema.INTEGER : Schema.INTEGER.with("minimum", whole.min());
            return whole.max() == Long.MAX_VALUE ? number : number.with("maximum", whole.max());
        }
        if (type instanceof ParameterType.Decimal decimal) {
            Schema number =
                    decimal.min() == -Double.MAX_VALUE ? Schema.NUMBER : Schema.NUMBER.with("minimum", decimal.min());
            return decimal.max() == Double.MAX_VALUE ? number : number.with("maximum", decimal.max());
        }
        if (type instanceof ParameterType.Choice choice) {
            return Schema.words(choice.words());
        }
        if (type instanceof ParameterType.Flag) {
            return Schema.BOOLEAN;
        }
        return type instanceof ParameterType.Day ? Schema.DATE : Schema.TEXT;
    }

    /** What stands in the braces of a path. */
    static List<Map<String, @Nullable Object>> ofPath(String path) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        Matcher braces = IN_BRACES.matcher(path);
        while (braces.find()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("name", braces.group(1));
            json.put("in", "path");
            json.put("required", true);
            json.put("description", meaning(path, braces.group(1)));
            json.put("schema", Schema.TEXT.json());
            all.add(json);
        }
        return all;
    }

    private static String meaning(String path, String name) {
        return switch (name) {
            case "urn" -> "the school's URN, such as 100000";
            case "id" ->
                path.startsWith("/v1/areas")
                        ? "the area's id or code, such as la:203 or 203"
                        : path.startsWith(ReleaseList.PATH)
                                ? "the release's id, which /v1/releases lists; current is the one served"
                                : "the body's id, such as la:203; /v1/bodies lists them";
            case "name" -> "the name of a saved query; /v1/queries lists them";
            case "parameter" -> "a parameter of the query";
            default -> "what stands in this place of the address";
        };
    }
}
