package uk.middletier.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON object that is the body of a request. */
final class RequestBody {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final String PARAMETERS = "parameters";
    private static final String STATEMENT = "statement";

    private final JsonNode object;

    private RequestBody(JsonNode object) {
        this.object = object;
    }

    static RequestBody of(Request request, List<String> fields) {
        String body = Objects.requireNonNullElse(request.body(), "");
        JsonNode read;
        try {
            read = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw invalid("it is not JSON: " + e.getOriginalMessage()
                    + (e.getLocation() == null
                            ? ""
                            : " (line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + ")"));
        }
        if (!read.isObject()) {
            throw invalid("it is not a JSON object");
        }
        read.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw new Refusal(Problem.ofParameter(
                                ProblemType.INVALID_BODY, "there is no field \"" + name + "\" in the body", name)
                        .withAllowed(fields)
                        .withSuggestion(Suggestions.nearest(name, fields).orElse(null)));
            }
        });
        return new RequestBody(read);
    }

    /** A request whose body says parameters of its route, as if its address said them. */
    static Request merged(Request request, List<Parameter> known) {
        JsonNode parameters = of(request, List.of(PARAMETERS)).parameterNode();
        Map<String, List<String>> query = new LinkedHashMap<>(request.query());
        parameters.properties().forEach(field -> {
            List<String> values = new ArrayList<>();
            addValues(values, field.getKey(), field.getValue());
            if (field.getKey().equals(Parameter.RELEASE.name())) {
                throw new Refusal(Problem.ofParameter(
                        ProblemType.INVALID_PARAMETER,
                        "release stands in the address, not in the body: ?release=…",
                        field.getKey()));
            }
            if (query.containsKey(field.getKey())) {
                throw new Refusal(Problem.ofParameter(
                        ProblemType.INVALID_PARAMETER,
                        field.getKey() + " stands in the address and in the body; give it once",
                        field.getKey()));
            }
            if (!values.isEmpty()) {
                query.put(field.getKey(), values);
            }
        });
        Parameters.refuseUnknown(known, query.keySet());
        return request.withQuery(query);
    }

    private static void addValues(List<String> values, String name, JsonNode node) {
        if (node.isArray()) {
            node.forEach(item -> addValues(values, name, item));
        } else if (node.isObject()) {
            throw new Refusal(Problem.ofParameter(
                    ProblemType.INVALID_PARAMETER,
                    name + " takes a text, a number, true or false, not an object",
                    name));
        } else if (!node.isNull()) {
            values.add(node.asText());
        }
    }

    String statement() {
        JsonNode statement = object.get(STATEMENT);
        if (statement == null || !statement.isTextual() || statement.textValue().isBlank()) {
            throw new Refusal(Problem.ofParameter(
                    ProblemType.INVALID_BODY,
                    "it needs a statement: {\"statement\": \"MATCH (s:School) RETURN count(s) AS schools\"}",
                    STATEMENT));
        }
        return statement.textValue();
    }

    /** Parameters as values of Cypher. */
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        parameterNode().properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return values;
    }

    static List<String> fieldsOfStatement() {
        return List.of(STATEMENT, PARAMETERS);
    }

    static Schema schemaOfStatement() {
        return Schema.object(Schema.TEXT, STATEMENT).optional(PARAMETERS, Schema.MAP);
    }

    /** Of what {@link #merged} reads. */
    static Schema schemaOfParameters(Schema values) {
        return Schema.object().optional(PARAMETERS, values);
    }

    private JsonNode parameterNode() {
        JsonNode parameters = object.get(PARAMETERS);
        if (parameters == null || parameters.isNull()) {
            return JSON.createObjectNode();
        }
        if (!parameters.isObject()) {
            throw new Refusal(
                    Problem.ofParameter(ProblemType.INVALID_BODY, "parameters is not a JSON object", PARAMETERS));
        }
        return parameters;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> {
                if (node.isIntegralNumber() && !node.canConvertToLong()) {
                    throw invalid("the number " + node.asText() + " is too large");
                }
                yield node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
            }
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                node.forEach(item -> items.add(value(item)));
                yield items;
            }
            case OBJECT -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
                yield fields;
            }
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    private static Refusal invalid(String detail) {
        return new Refusal(Problem.of(ProblemType.INVALID_BODY, detail));
    }
}
