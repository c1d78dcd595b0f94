package uk.middletier.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.SoftwareVersion;

/** {@code /v1}: every address with its parameters, made from the table of routes it is itself a line of. */
final class Index {
    private List<Map<String, @Nullable Object>> endpoints = List.of();

    Route route() {
        return Route.record(
                        "/v1",
                        "index",
                        "everything there is to ask",
                        List.of(),
                        null,
                        question -> new Plan(List.of(), reads -> new Answer.Item(data())))
                .giving(schema());
    }

    /** Takes the table, once it is whole. */
    void list(Routes routes) {
        endpoints = routes.all().stream().map(Index::endpoint).toList();
    }

    private static Schema schema() {
        Schema words = Schema.list(Schema.TEXT);
        Schema parameter = Schema.object(Schema.TEXT, "name", "type", "description")
                .field("repeatable", Schema.BOOLEAN)
                .field("default", Schema.either(Schema.TEXT.orNull(), words))
                .optional("allowed", words);
        Schema endpoint = Schema.object(Schema.TEXT, "name", "path", "summary")
                .field("methods", words)
                .field("formats", words)
                .field("parameters", Schema.list(parameter));
        return Schema.object(Schema.TEXT, "name", "version").field("endpoints", Schema.list(endpoint));
    }

    private Map<String, @Nullable Object> data() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("name", "Middle Tier");
        data.put("version", SoftwareVersion.CURRENT);
        data.put("endpoints", endpoints);
        return data;
    }

    private static Map<String, @Nullable Object> endpoint(Route route) {
        Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
        endpoint.put("name", route.name());
        endpoint.put("path", route.path());
        endpoint.put("methods", route.methods().stream().map(Enum::name).toList());
        endpoint.put("summary", route.summary());
        endpoint.put("formats", route.formats().stream().map(Format::word).toList());
        List<Map<String, @Nullable Object>> parameters = new ArrayList<>();
        route.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        endpoint.put("parameters", parameters);
        return endpoint;
    }

    private static Map<String, @Nullable Object> parameter(Parameter parameter) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", parameter.name());
        fields.put("type", parameter.type().word());
        fields.put("repeatable", parameter.repeatable());
        String value = parameter.defaultValue();
        fields.put("default", value != null && parameter.repeatable() ? parameter.defaults() : value);
        if (!parameter.type().allowed().isEmpty()) {
            fields.put("allowed", parameter.type().allowed());
        }
        fields.put("description", parameter.description());
        return fields;
    }
}
