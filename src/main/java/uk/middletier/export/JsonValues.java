package uk.middletier.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ref;

/** Writes the values answers are made of; nothing is reflected upon, so that a field is in JSON because it was put there. */
public final class JsonValues {
    private JsonValues() {}

    /** Writes a value: null, text, number, boolean, date, place, reference, or a list or map of them. */
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
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException("no JSON for a value of " + value.getClass());
        }
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
