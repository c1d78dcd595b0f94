package uk.middletier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.NodeValue;
import uk.middletier.graph.RelationshipValue;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ref;

/** Writes the values answers are made of; nothing is reflected upon, so that a field is in JSON because it was put there. */
public final class JsonValues {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonValues() {}

    /** Writes a value: null, text, number, boolean, date, place, reference, node, relationship, or a list or map of them. */
    public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            writeDecimal(json, number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof LocalDate date) {
            json.writeString(date.toString());
        } else if (value instanceof Ref ref) {
            writeRef(json, ref);
        } else if (value instanceof GeoPoint point) {
            writePoint(json, point);
        } else if (value instanceof NodeValue node) {
            writeNode(json, node);
        } else if (value instanceof RelationshipValue relationship) {
            writeRelationship(json, relationship);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else {
            throw new IllegalArgumentException("no JSON for a value of " + value.getClass());
        }
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName((String) entry.getKey());
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeNode(JsonGenerator json, NodeValue node) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", node.id());
        json.writeFieldName("labels");
        write(json, node.labels());
        json.writeFieldName("properties");
        writeMap(json, node);
        json.writeEndObject();
    }

    private static void writeRelationship(JsonGenerator json, RelationshipValue relationship) throws IOException {
        json.writeStartObject();
        json.writeStringField("start", relationship.start());
        json.writeStringField("type", relationship.type());
        json.writeStringField("end", relationship.end());
        json.writeFieldName("properties");
        writeMap(json, relationship);
        json.writeEndObject();
    }

    /** A value as JSON text. */
    static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return text.toString();
    }

    /** Writes a row as an object with a field per column. */
    public static void writeRow(JsonGenerator json, List<Column> columns, List<@Nullable Object> row)
            throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i).name());
            write(json, row.get(i));
        }
        json.writeEndObject();
    }

    /** JSON has no way to say that a number is none (RFC 8259, section 6). */
    private static void writeDecimal(JsonGenerator json, double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    private static void writeRef(JsonGenerator json, Ref ref) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", ref.id());
        json.writeStringField("name", ref.name());
        json.writeStringField("kind", ref.kind());
        json.writeEndObject();
    }

    private static void writePoint(JsonGenerator json, GeoPoint point) throws IOException {
        json.writeStartObject();
        json.writeNumberField("longitude", point.longitude());
        json.writeNumberField("latitude", point.latitude());
        json.writeEndObject();
    }
}
