package uk.middletier.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations of an OpenAPI document, to be called. Its schemas are read strictly: a field that they do not name is an
 * error, so that nothing in an answer stays unsaid.
 */
final class OpenApiCalls {
    private static final String STATEMENT =
            "MATCH (s:School) WHERE s.urn < $most RETURN s.urn AS urn, s AS school ORDER BY urn";

    private final JsonNode root;
    private final JsonNode strict;

    /** Made once: a schema is asked for again with every answer. */
    private final Map<Same, Schema> prepared = new ConcurrentHashMap<>();

    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    OpenApiCalls(JsonNode root) {
        this.root = root;
        this.strict = root.deepCopy();
        close(strict);
    }

    /** An operation, with values of the town for what it needs. */
    record Call(String method, String path, String id, JsonNode operation, JsonNode content) {
        List<String> mediaTypes() {
            List<String> types = new ArrayList<>();
            content.fieldNames().forEachRemaining(types::add);
            return types;
        }

        /** The schema of its answer in JSON. */
        Optional<JsonNode> json() {
            return Optional.ofNullable(content.get("application/json")).map(type -> type.get("schema"));
        }

        /** The schema of what is sent. */
        JsonNode body() {
            return operation.at("/requestBody/content/application~1json/schema");
        }

        String sampleBody() {
            return path.startsWith("/v1/cypher")
                    ? "{\"statement\":\"" + STATEMENT + "\",\"parameters\":{\"most\":100010}}"
                    : "{\"parameters\":{}}";
        }

        String address(String query) {
            StringBuilder address = new StringBuilder(path.replace("{urn}", "137000")
                    .replace(
                            "{id}",
                            path.startsWith("/v1/areas")
                                    ? "la:203"
                                    : path.startsWith("/v1/releases") ? "current" : "trust:4782")
                    .replace("{name}", "school-graph")
                    .replace("{parameter}", "school"));
            address.append('?').append(query);
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asText().equals("query")
                        && parameter.path("required").asBoolean()) {
                    address.append(address.toString().endsWith("?") ? "" : "&")
                            .append(parameter.path("name").asText())
                            .append('=')
                            .append(Parameters.encoded(parameter.path("example").asText()));
                }
            }
            return address.toString();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    JsonNode root() {
        return root;
    }

    List<Call> all() {
        List<Call> calls = new ArrayList<>();
        strict.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> calls.add(call(path.getKey(), method.getKey(), method.getValue()))));
        return calls;
    }

    private Call call(String path, String method, JsonNode operation) {
        JsonNode good = resolved(operation.at("/responses/200"));
        return new Call(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("operationId").asText(),
                operation,
                good.path("content"));
    }

    Call get(String id) {
        return all().stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow();
    }

    JsonNode component(String name) {
        return strict.at("/components/schemas/" + name);
    }

    /** What a reference leads to; anything else as it is. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? strict.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What does not fit. */
    List<Error> errors(JsonNode schema, JsonNode value) {
        return prepared.computeIfAbsent(new Same(schema), this::prepare).validate(value);
    }

    private Schema prepare(Same schema) {
        ObjectNode alone = schema.node.deepCopy();
        alone.set("components", strict.path("components"));
        return registry.getSchema(alone);
    }

    /** A node as a key: by what it is and not by all it holds. */
    private static final class Same {
        private final JsonNode node;

        Same(JsonNode node) {
            this.node = node;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Same same && same.node == node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }
    }

    /** In every object whose fields are named, no other field may be. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("properties") instanceof ObjectNode && object.path("required") instanceof ArrayNode) {
                object.put("additionalProperties", false);
            }
            object.forEach(OpenApiCalls::close);
        } else {
            node.forEach(OpenApiCalls::close);
        }
    }
}
