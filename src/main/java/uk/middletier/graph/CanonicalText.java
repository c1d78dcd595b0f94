package uk.middletier.graph;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;

/**
 * Values in one fixed spelling, one after the other: JSON with sorted keys, and beyond JSON {@code 2010-09-01} for a
 * date and {@code (-1.5 52.5)} for a point, so that a date never equals the text that looks like it.
 */
final class CanonicalText {
    private final StringBuilder text = new StringBuilder(512);

    void value(@Nullable Object value) {
        write(value);
        text.append(' ');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof String string) {
            quote(string);
        } else if (value instanceof Map<?, ?> map) {
            write(map);
        } else if (value instanceof Iterable<?> items) {
            text.append('[');
            for (Object item : items) {
                write(item);
                text.append(',');
            }
            text.append(']');
        } else if (value instanceof GeoPoint point) {
            text.append('(').append(point.longitude()).append(' ').append(point.latitude());
            text.append(')');
        } else if (value == null
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof LocalDate) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no canonical spelling of " + value.getClass());
        }
    }

    private void write(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        text.append('{');
        sorted.forEach((key, value) -> {
            quote(key);
            text.append(':');
            write(value);
            text.append(',');
        });
        text.append('}');
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
