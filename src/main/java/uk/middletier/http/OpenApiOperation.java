package uk.middletier.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.query.QueryParameter;
import uk.middletier.query.SavedQuery;

/**
 * An operation of the OpenAPI document.
 *
 * @param route what it is made from
 * @param id one of a kind in the document
 * @param tag under which it is listed
 * @param description may be empty
 * @param examples values to try parameters with, by name
 * @param response the name of its good response in the components; null = its own
 */
record OpenApiOperation(
        Route route,
        Route.Method method,
        String id,
        String tag,
        String description,
        Map<String, String> examples,
        @Nullable String response) {
    /** The tag of what is about the server itself. */
    static final String SERVER = "server";

    private static final String SAVED = "saved queries";
    private static final String GRAPHS = "graphs";

    /** Nouns of addresses that are listed together. */
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("structure", "measures"),
            Map.entry("fragmentation", "measures"),
            Map.entry("trust-sizes", "measures"),
            Map.entry("spread", "measures"),
            Map.entry("overlap", "measures"),
            Map.entry("evidence", "measures"),
            Map.entry("events", "change"),
            Map.entry("flows", "change"),
            Map.entry("turbulence", "change"),
            Map.entry("durations", "change"),
            Map.entry("graph", GRAPHS),
            Map.entry("paths", GRAPHS),
            Map.entry("timemap", "releases"),
            Map.entry("cypher", "queries"),
            Map.entry("status", SERVER));

    /** What a line of the table is to one of its methods. */
    static OpenApiOperation of(Route route, Route.Method method) {
        boolean second = route.methods().indexOf(method) > 0;
        String name = route.name();
        return new OpenApiOperation(
                route,
                method,
                second
                        ? method.name().toLowerCase(Locale.ROOT)
                                + name.substring(0, 1).toUpperCase(Locale.ROOT)
                                + name.substring(1)
                        : name,
                tag(route.path()),
                "",
                route.path().equals(PathGraph.PATH) ? PathGraph.EXAMPLES : Map.of(),
                null);
    }

    /** A saved query asked by its address. */
    static OpenApiOperation get(SavedQuery query, String name, Route route) {
        return new OpenApiOperation(route, Route.Method.GET, name, SAVED, description(query), examples(query), name);
    }

    /** A saved query whose parameters are sent in a body. */
    static OpenApiOperation post(SavedQuery query, String name, Route route) {
        Schema values = Schema.object();
        for (QueryParameter declared : query.parameters()) {
            Parameter parameter = route.parameters().stream()
                    .filter(each -> each.name().equals(declared.name()))
                    .findFirst()
                    .orElseThrow();
            Schema value = OpenApiParameters.schema(parameter).described(OpenApiParameters.description(parameter));
            values = declared.required()
                    ? values.field(declared.name(), value)
                    : values.optional(declared.name(), value.orNull());
        }
        Schema body = RequestBody.schemaOfParameters(values);
        return new OpenApiOperation(
                route.taking(body), Route.Method.POST, "post-" + name, SAVED, description(query), Map.of(), name);
    }

    private static String tag(String path) {
        String[] steps = path.split("/", -1);
        return steps.length > 2 && steps[1].equals("v1") ? TAGS.getOrDefault(steps[2], steps[2]) : SERVER;
    }

    private static String description(SavedQuery query) {
        return query.description() + (query.source() == null ? "" : "\n\nSource: " + query.source());
    }

    private static Map<String, String> examples(SavedQuery query) {
        Map<String, String> examples = new LinkedHashMap<>();
        for (QueryParameter parameter : query.parameters()) {
            if (parameter.example() != null) {
                examples.put(parameter.name(), parameter.example());
            }
        }
        return examples;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("operationId", id);
        json.put("summary", route.summary());
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        json.put("tags", List.of(tag));
        json.put("parameters", parameters());
        if (method == Route.Method.POST) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("required", true);
            body.put(
                    "content",
                    Map.of("application/json", Map.of("schema", route.body().json())));
            json.put("requestBody", body);
        }
        json.put("responses", OpenApiResponses.of(route, method, response));
        return json;
    }

    private List<Map<String, @Nullable Object>> parameters() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(OpenApiParameters.ofPath(route.path()));
        for (Parameter parameter : route.parameters()) {
            if (!inBody(parameter)) {
                all.add(OpenApiParameters.of(parameter, examples.get(parameter.name())));
            }
        }
        return all;
    }

    /** The parameters of a query may stand in either place; they are told of where they are meant to stand. */
    private boolean inBody(Parameter parameter) {
        return method == Route.Method.POST && response != null && !Route.standard(parameter);
    }
}
