package uk.middletier.graph;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;

/** Rows of {@link RecordedAnswers}, read as they are asked for. */
final class RecordedRows implements Rows {
    private static final int DAYS = 100;
    private static final int POINT = 103;
    /** About as many values as an interval has. */
    private static final int PARTS = 10;

    private final CBORParser cbor;
    private final List<String> columns;
    private final Map<String, Integer> places;
    private final long endNanos;
    private @Nullable Row next;

    private RecordedRows(CBORParser cbor, List<String> columns, Duration timeout) throws IOException {
        this.cbor = cbor;
        this.columns = columns;
        this.places = ListedRow.places(columns);
        this.endNanos = System.nanoTime() + timeout.toNanos();
        advance();
    }

    static Rows open(String script, CBORParser cbor, Duration timeout) {
        try {
            expect(cbor.nextToken(), JsonToken.START_ARRAY);
            expect(cbor.nextToken(), JsonToken.VALUE_STRING);
            if (!cbor.getText().equals(script)) {
                throw new IOException("the answer is to another statement");
            }
            expect(cbor.nextToken(), JsonToken.START_ARRAY);
            List<String> columns = new ArrayList<>();
            while (cbor.nextToken() == JsonToken.VALUE_STRING) {
                columns.add(cbor.getText());
            }
            return new RecordedRows(cbor, List.copyOf(columns), timeout);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static void write(String script, Rows rows, CBORGenerator cbor) throws IOException {
        int columns = rows.columns().size();
        cbor.writeStartArray();
        cbor.writeString(script);
        cbor.writeStartArray(null, columns);
        for (String column : rows.columns()) {
            cbor.writeString(column);
        }
        cbor.writeEndArray();
        while (rows.hasNext()) {
            Row row = rows.next();
            cbor.writeStartArray(null, columns);
            for (int column = 0; column < columns; column++) {
                write(row.get(column), cbor);
            }
            cbor.writeEndArray();
        }
        cbor.writeEndArray();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Row row = next;
        if (row == null) {
            throw new NoSuchElementException("no more rows");
        }
        try {
            advance();
        } catch (IOException e) {
            throw unreadable(e);
        }
        return row;
    }

    @Override
    public void close() {
        next = null;
        try {
            cbor.close();
        } catch (IOException e) {
            // It was only read.
        }
    }

    static GraphException unreadable(IOException e) {
        return new GraphException(
                GraphException.Kind.FAILED, "the answers kept with the release cannot be read: " + e.getMessage(), e);
    }

    private void advance() throws IOException {
        if (endNanos - System.nanoTime() < 0) {
            throw new GraphException(GraphException.Kind.TIMEOUT, "no time is left to read on");
        }
        JsonToken token = cbor.nextToken();
        if (token == JsonToken.END_ARRAY) {
            next = null;
            return;
        }
        expect(token, JsonToken.START_ARRAY);
        next = new ListedRow(places, list(columns.size()));
    }

    private List<@Nullable Object> list(int size) throws IOException {
        List<@Nullable Object> values = new ArrayList<>(size);
        for (JsonToken token = cbor.nextToken(); token != JsonToken.END_ARRAY; token = cbor.nextToken()) {
            values.add(value(token));
        }
        return values;
    }

    private @Nullable Object value(@Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("a file ends too early");
        }
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> cbor.getText();
            case VALUE_NUMBER_FLOAT -> cbor.getDoubleValue();
            case VALUE_NUMBER_INT ->
                cbor.getCurrentTags().contains(DAYS)
                        ? LocalDate.ofEpochDay(cbor.getLongValue())
                        : (Object) cbor.getLongValue();
            case START_ARRAY -> cbor.getCurrentTags().contains(POINT) ? point() : list(PARTS);
            case START_OBJECT -> map();
            default -> throw new IOException("a file holds " + token);
        };
    }

    private GeoPoint point() throws IOException {
        List<@Nullable Object> at = list(2);
        if (at.size() == 2 && at.get(0) instanceof Double longitude && at.get(1) instanceof Double latitude) {
            return new GeoPoint(longitude, latitude);
        }
        throw new IOException("a point is " + at);
    }

    private Map<String, @Nullable Object> map() throws IOException {
        Map<String, @Nullable Object> map = new TreeMap<>();
        for (String key = cbor.nextFieldName(); key != null; key = cbor.nextFieldName()) {
            map.put(key, value(cbor.nextToken()));
        }
        return map;
    }

    private static void expect(@Nullable JsonToken token, JsonToken expected) throws IOException {
        if (token != expected) {
            throw new IOException("a file holds " + token + " where " + expected + " should be");
        }
    }

    private static void write(@Nullable Object value, CBORGenerator cbor) throws IOException {
        if (value == null) {
            cbor.writeNull();
        } else if (value instanceof String text) {
            cbor.writeString(text);
        } else if (value instanceof Long number) {
            cbor.writeNumber(number);
        } else if (value instanceof Double number) {
            cbor.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            cbor.writeBoolean(truth);
        } else if (value instanceof LocalDate date) {
            cbor.writeTag(DAYS);
            cbor.writeNumber(date.toEpochDay());
        } else if (value instanceof GeoPoint point) {
            cbor.writeTag(POINT);
            cbor.writeStartArray(null, 2);
            cbor.writeNumber(point.longitude());
            cbor.writeNumber(point.latitude());
            cbor.writeEndArray();
        } else if (value instanceof List<?> list) {
            cbor.writeStartArray(null, list.size());
            for (Object each : list) {
                write(each, cbor);
            }
            cbor.writeEndArray();
        } else if (value instanceof Map<?, ?> map
                && !(value instanceof NodeValue)
                && !(value instanceof RelationshipValue)) {
            cbor.writeStartObject(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                cbor.writeFieldName((String) entry.getKey());
                write(entry.getValue(), cbor);
            }
            cbor.writeEndObject();
        } else {
            throw new IllegalArgumentException(
                    "an answer with a " + value.getClass().getSimpleName() + " is not kept");
        }
    }
}
