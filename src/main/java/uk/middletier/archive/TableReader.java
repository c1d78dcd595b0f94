package uk.middletier.archive;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/**
 * The rows of a table, one at a time; closes its file after the last.
 *
 * @param <T> what a row is
 */
final class TableReader<T> implements Iterator<T>, AutoCloseable {
    private final Path file;
    private final int keys;
    private final List<Field> fields = new ArrayList<>();
    private final CsvReader<Line> csv;
    private final CloseableIterator<Line> records;
    private final BiFunction<List<String>, Map<String, Object>, T> made;
    private final int width;
    private boolean closed;

    private TableReader(Path file, List<String> keys, BiFunction<List<String>, Map<String, Object>, T> made)
            throws IOException {
        this.file = file;
        this.keys = keys.size();
        this.made = made;
        this.csv = CsvReader.builder().build(new Line.Handler(), file);
        this.records = csv.iterator();
        List<String> header = records.hasNext() ? texts(records.next().fields()) : List.of();
        this.width = header.size();
        if (width < this.keys || !header.subList(0, this.keys).equals(keys)) {
            throw new ArchiveException(file + " does not begin with the columns " + keys + ".");
        }
        for (String column : header.subList(this.keys, width)) {
            Field field = Field.ofColumn(column)
                    .orElseThrow(() ->
                            new ArchiveException(file + " has a column " + column + ", which the dictionary lacks."));
            if (!column.equals(Field.LATITUDE)) {
                fields.add(field);
            }
        }
    }

    static TableReader<NodeRow> of(NodeTable table, Path file) throws IOException {
        List<String> keys = Table.of(table, List.of()).keys();
        return new TableReader<>(file, keys, (values, properties) -> {
            List<String> labels = table.manyLabels() ? List.of(values.get(1).split(" ", -1)) : List.of(table.label());
            return new NodeRow(values.get(0), labels, properties);
        });
    }

    static TableReader<RelationshipRow> of(LinkTable table, Path file) throws IOException {
        List<String> keys = Table.of(table, List.of()).keys();
        return new TableReader<>(
                file,
                keys,
                (values, properties) -> new RelationshipRow(values.get(0), table.type(), values.get(1), properties));
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        boolean more;
        try {
            more = records.hasNext();
        } catch (CsvParseException e) {
            throw new ArchiveException(file + " is no well-formed CSV: " + e.getMessage() + ".", e);
        }
        if (!more) {
            close();
        }
        return more;
    }

    @Override
    public T next() {
        Line line = records.next();
        List<@Nullable String> fieldTexts = line.fields();
        if (fieldTexts.size() != width) {
            throw new ArchiveException(file + ", line " + line.number() + ": " + fieldTexts.size()
                    + " fields under a header of " + width + ".");
        }
        Map<String, Object> properties = new HashMap<>();
        int column = keys;
        for (Field field : fields) {
            String text = fieldTexts.get(column);
            if (text != null) {
                Object value = value(field, text, field.type() == Field.Type.POINT ? fieldTexts.get(column + 1) : null);
                if (value == null) {
                    throw new ArchiveException(file + ", line " + line.number() + ", column "
                            + field.columns().get(0) + ": '" + text + "' is no "
                            + field.type().word() + ".");
                }
                properties.put(field.property(), value);
            }
            column += field.columns().size();
        }
        return made.apply(texts(fieldTexts.subList(0, keys)), properties);
    }

    private static List<String> texts(List<@Nullable String> fields) {
        return fields.stream()
                .map(field -> Objects.requireNonNullElse(field, ""))
                .toList();
    }

    private static @Nullable Object value(Field field, String text, @Nullable String second) {
        try {
            return switch (field.type()) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> Double.valueOf(text);
                case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
                case DATE -> LocalDate.parse(text);
                case POINT ->
                    second == null ? null : new GeoPoint(Double.parseDouble(text), Double.parseDouble(second));
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            records.close();
            csv.close();
        } catch (IOException e) {
            // It was only read; nothing is lost.
        }
    }
}
