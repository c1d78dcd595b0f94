package uk.middletier.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;

/**
 * What a value in an answer looks like, in the words of JSON Schema 2020-12. Each {@code with} gives another one.
 *
 * @param json the schema as an object of JSON
 */
record Schema(Map<String, @Nullable Object> json) {
    static final Schema ANY = new Schema(Map.of());
    static final Schema TEXT = type("string");
    static final Schema INTEGER = type("integer");
    static final Schema NUMBER = type("number");
    static final Schema BOOLEAN = type("boolean");
    static final Schema DATE = TEXT.with("format", "date");
    static final Schema MAP = type("object");

    /** Nothing at all. */
    static final Schema NULL = type("null");

    /** An area, a body or a school. */
    static final Schema REF = component("Ref");

    static final Schema POINT = component("Point");
    static final Schema NODE = component("Node");
    static final Schema RELATIONSHIP = component("Relationship");

    private static final String TYPE = "type";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    private static Schema type(String name) {
        return new Schema(Map.of(TYPE, name));
    }

    /** One that stands under a name in the components of the document. */
    static Schema component(String name) {
        return new Schema(Map.of("$ref", "#/components/schemas/" + name));
    }

    /** A page for people, or a file it needs. */
    static Schema page(String mediaType) {
        return TEXT.with("contentMediaType", mediaType);
    }

    static Schema list(Schema of) {
        return type("array").with("items", of.json);
    }

    static Schema words(List<String> words) {
        return TEXT.with("enum", words);
    }

    static Schema either(Schema... schemas) {
        return new Schema(
                Map.of("anyOf", Arrays.stream(schemas).map(Schema::json).toList()));
    }

    /** An object without fields, to which they are added. */
    static Schema object() {
        return type("object").with(PROPERTIES, Map.of()).with(REQUIRED, List.of());
    }

    /** An object with a field for each column, all there and all but some of them perhaps null. */
    static Schema object(List<Column> columns, String... neverNull) {
        List<String> sure = List.of(neverNull);
        Schema object = object();
        for (Column column : columns) {
            Schema cell = of(column.type());
            object = object.field(column.name(), sure.contains(column.name()) ? cell : cell.orNull());
        }
        if (!object.names().containsAll(sure)) {
            throw new IllegalArgumentException("among " + object.names() + " there are not all of " + sure);
        }
        return object;
    }

    /** An object with fields of one kind that are all there. */
    static Schema object(Schema each, String... names) {
        Schema object = object();
        for (String name : names) {
            object = object.field(name, each);
        }
        return object;
    }

    /** Rows in pages. */
    static Schema rows(List<Column> columns, String... neverNull) {
        return list(object(columns, neverNull));
    }

    static Schema of(Column.Type type) {
        return switch (type) {
            case TEXT -> TEXT;
            case INTEGER -> INTEGER;
            case DECIMAL -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case REF -> REF;
            case POINT -> POINT;
            case ANY -> ANY;
        };
    }

    /** The same object with a field that is always there; in the place of one of that name. */
    Schema field(String name, Schema value) {
        List<String> required = new ArrayList<>(names(REQUIRED));
        required.remove(name);
        required.add(name);
        return optional(name, value).with(REQUIRED, required);
    }

    /** The same object with a field that may be missing. */
    Schema optional(String name, Schema value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(fields());
        fields.put(name, value.json);
        return with(PROPERTIES, fields);
    }

    Schema orNull() {
        if (json.isEmpty()) {
            return this;
        }
        return json.get(TYPE) instanceof String type && !json.containsKey("enum")
                ? with(TYPE, List.of(type, "null"))
                : either(this, type("null"));
    }

    Schema with(String keyword, Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(json);
        more.put(keyword, value);
        return new Schema(more);
    }

    Schema described(String description) {
        return description.isEmpty() ? this : with("description", description);
    }

    private List<String> names() {
        return List.copyOf(fields().keySet());
    }

    @SuppressWarnings("unchecked") // put there by optional
    private Map<String, @Nullable Object> fields() {
        return (Map<String, @Nullable Object>) json.getOrDefault(PROPERTIES, Map.of());
    }

    @SuppressWarnings("unchecked") // put there by field
    private List<String> names(String keyword) {
        return (List<String>) json.getOrDefault(keyword, List.of());
    }
}
