package uk.middletier.export;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ref;

/** A table as CSV after RFC 4180, in UTF-8 without a byte order mark, with a header; null is an empty field. */
public final class CsvTable {
    private CsvTable() {}

    /** Writes header and rows and flushes; leaves the output open. */
    public static void write(List<Column> columns, TableRows rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // The output is the caller's: closing the CSV writer would close it.
        @SuppressWarnings("resource")
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<String> record = new ArrayList<>();
        columns.forEach(column -> record.addAll(column.flatNames()));
        csv.writeRecord(record);
        while (rows.hasNext()) {
            List<@Nullable Object> row = rows.next();
            record.clear();
            for (int i = 0; i < columns.size(); i++) {
                addFlat(record, columns.get(i), row.get(i));
            }
            csv.writeRecord(record);
        }
        csv.flush();
        text.flush();
    }

    private static void addFlat(List<String> record, Column column, @Nullable Object value) {
        if (value == null) {
            column.flatNames().forEach(name -> record.add(""));
        } else if (value instanceof Ref ref) {
            record.add(ref.id());
            record.add(ref.name());
            record.add(ref.kind());
        } else if (value instanceof Map
                || value instanceof List
                || (column.type() == Column.Type.ANY && value instanceof GeoPoint)) {
            record.add(JsonValues.text(value));
        } else if (value instanceof GeoPoint point) {
            record.add(shortest(point.longitude()));
            record.add(shortest(point.latitude()));
        } else if (value instanceof Double number) {
            record.add(Double.isFinite(number) ? shortest(number) : "");
        } else {
            record.add(value.toString());
        }
    }

    /** The digits that JSON has; Java's own are more than needed before Java 19, and slower. */
    private static String shortest(double number) {
        return NumberOutput.toString(number, true);
    }
}
