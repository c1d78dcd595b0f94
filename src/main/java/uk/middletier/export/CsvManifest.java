package uk.middletier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table is as CSV, without the CSV: its columns after the CSV on the Web metadata vocabulary (W3C, 2015), and by
 * {@code rowCount}, {@code bytes} and {@code sha256} the proof that a copy of it is whole.
 */
public final class CsvManifest {
    private static final JsonFactory JSON = new JsonFactory();

    private CsvManifest() {}

    /**
     * Reads all rows, writes a JSON object and flushes; leaves the output open.
     *
     * @param url of the CSV
     * @param notes what is to be said beside
     */
    public static void write(
            List<Column> columns, TableRows rows, String url, Map<String, @Nullable Object> notes, OutputStream out)
            throws IOException {
        CountedTable counted = new CountedTable(rows);
        SealedOutput bytes = new SealedOutput(OutputStream.nullOutputStream());
        CsvTable.write(columns, counted, bytes);
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("@context", "http://www.w3.org/ns/csvw");
        manifest.put("url", url);
        manifest.put("rowCount", counted.count());
        manifest.put("bytes", bytes.bytes());
        manifest.put("sha256", bytes.seal());
        manifest.put(
                "tableSchema",
                Map.of(
                        "columns",
                        columns.stream().flatMap(CsvManifest::described).toList()));
        manifest.putAll(notes);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            JsonValues.write(json, manifest);
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static java.util.stream.Stream<Map<String, @Nullable Object>> described(Column column) {
        String datatype = switch (column.type()) {
            case INTEGER -> "integer";
            case DECIMAL, POINT -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TEXT, REF, ANY -> "string";
        };
        return column.flatNames().stream().map(name -> {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("datatype", datatype);
            return fields;
        });
    }
}
