package uk.middletier.archive;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Properties;

/**
 * The CSV of a table (RFC 4180, UTF-8). What is not known is an empty field, an empty text two quotes, which those who
 * tell them apart read back as they were. Refuses what could not be.
 */
final class TableWriter implements AutoCloseable {
    private final Table table;
    private final CsvWriter csv;
    private final List<@Nullable String> record = new ArrayList<>();

    TableWriter(Table table, Path folder) throws IOException {
        this.table = table;
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(Files.newBufferedWriter(folder.resolve(table.file()), StandardCharsets.UTF_8));
        record.addAll(table.keys());
        table.fields().forEach(field -> record.addAll(field.columns()));
        csv.writeRecord(record);
    }

    void node(List<?> labels, Map<String, @Nullable Object> properties) {
        NodeTable nodes = Objects.requireNonNull(table.nodes());
        record.clear();
        String id = String.valueOf(properties.get(Properties.ID));
        record.add(id);
        if (nodes.manyLabels()) {
            record.add(String.join(
                    " ", labels.stream().map(String::valueOf).sorted().toList()));
        } else if (labels.size() > 1) {
            throw new ArchiveException("The node " + id + " has the labels " + labels + ", for which the table "
                    + table.resource() + " has no column.");
        }
        Map<String, @Nullable Object> others = new HashMap<>(properties);
        others.remove(Properties.ID);
        write(id, others);
    }

    void link(String start, String end, Map<String, @Nullable Object> properties) {
        record.clear();
        record.add(start);
        record.add(end);
        write(start + " → " + end, properties);
    }

    private void write(String owner, Map<String, @Nullable Object> properties) {
        int written = 0;
        for (Field field : table.fields()) {
            Object value = properties.get(field.property());
            if (value == null) {
                field.columns().forEach(column -> record.add(null));
            } else {
                add(owner, field, value);
                written++;
            }
        }
        if (written != properties.size()) {
            throw new ArchiveException("There is more to " + owner + " than the table " + table.resource()
                    + " has columns for: " + properties.keySet() + ".");
        }
        csv.writeRecord(record);
    }

    private void add(String owner, Field field, Object value) {
        boolean fits = switch (field.type()) {
            case TEXT -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case DECIMAL -> value instanceof Double number && Double.isFinite(number);
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
            case POINT -> value instanceof GeoPoint;
        };
        if (!fits) {
            throw new ArchiveException("The property " + field.property() + " of " + owner + " is '" + value
                    + "', which could not be read back from a CSV: expected is "
                    + field.type().word() + ".");
        }
        if (value instanceof GeoPoint point) {
            record.add(shortest(point.longitude()));
            record.add(shortest(point.latitude()));
        } else if (value instanceof Double number) {
            record.add(shortest(number));
        } else {
            record.add(value.toString());
        }
    }

    /** The fewest digits that are read back as the same number. */
    private static String shortest(double number) {
        return NumberOutput.toString(number, true);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
