package uk.middletier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a zip archive to keep and to cite: its rows as CSV, texts beside them, and {@code datapackage.json} that
 * describes and seals all of it (Data Package 1.0, {@code specs.frictionlessdata.io}). Equal contents give equal bytes.
 */
public final class Bundle {
    private static final String ROWS = "rows.csv";
    private static final JsonFactory JSON = new JsonFactory();

    private Bundle() {}

    /**
     * What stands beside the rows.
     *
     * @param day which all files in the archive are dated
     * @param about the head of {@code datapackage.json}
     * @param texts by the names of their files
     */
    public record Beside(LocalDate day, Map<String, @Nullable Object> about, Map<String, String> texts) {}

    /** Reads all rows, writes the archive as they come, and flushes; leaves the output open. */
    public static void write(List<Column> columns, TableRows rows, Beside beside, OutputStream out) throws IOException {
        // The output is the caller's: closing the archive would close it.
        @SuppressWarnings("resource")
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Map<String, @Nullable Object>> resources = new ArrayList<>();
        begin(zip, ROWS, beside.day());
        SealedOutput sealed = new SealedOutput(zip);
        CountedTable counted = new CountedTable(rows);
        CsvTable.write(columns, counted, sealed);
        zip.closeEntry();
        resources.add(table(columns, counted.count(), sealed));
        for (Map.Entry<String, String> text : beside.texts().entrySet()) {
            begin(zip, text.getKey(), beside.day());
            SealedOutput file = new SealedOutput(zip);
            file.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            resources.add(described(text.getKey(), "data-resource", file));
        }
        Map<String, @Nullable Object> descriptor = new LinkedHashMap<>(beside.about());
        descriptor.put("resources", resources);
        begin(zip, "datapackage.json", beside.day());
        try (JsonGenerator json = JSON.createGenerator(zip)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            JsonValues.write(json, descriptor);
            json.writeRaw('\n');
        }
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /** Without a time zone: its bytes must not depend on where they are made. */
    private static void begin(ZipOutputStream zip, String name, LocalDate day) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(day.atStartOfDay());
        zip.putNextEntry(entry);
    }

    private static Map<String, @Nullable Object> table(List<Column> columns, long rows, SealedOutput file) {
        Map<String, @Nullable Object> resource = described(ROWS, "tabular-data-resource", file);
        resource.put("rowCount", rows);
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put(
                "fields",
                columns.stream().flatMap(column -> fields(column).stream()).toList());
        schema.put("missingValues", List.of(""));
        resource.put("schema", schema);
        return resource;
    }

    private static List<Map<String, @Nullable Object>> fields(Column column) {
        String type = switch (column.type()) {
            case INTEGER -> "integer";
            case DECIMAL, POINT -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TEXT, REF -> "string";
            case ANY -> "any";
        };
        return column.flatNames().stream()
                .map(name -> {
                    Map<String, @Nullable Object> field = new LinkedHashMap<>();
                    field.put("name", name);
                    field.put("type", type);
                    return field;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> described(String path, String profile, SealedOutput file) {
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        resource.put("name", path.replaceAll("\\..*", "").toLowerCase(java.util.Locale.ROOT));
        resource.put("profile", profile);
        resource.put("path", path);
        resource.put("encoding", "utf-8");
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.seal());
        return resource;
    }
}
