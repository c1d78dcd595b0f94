package uk.middletier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as NDJSON events, one per line: a Header, a Record per row, and a Summary whose count and SHA-256 prove that
 * nothing is missing. A stream without a Summary is not whole.
 *
 * <p>The checksum is over the record lines, each with its line feed.
 */
public final class NdjsonTable {
    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public NdjsonTable(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes Header, Records and Summary and flushes; leaves the output open. If the rows fail, an Error event is the
     * last line, and the failure is thrown on.
     *
     * @param header what the Header says besides the names of the fields
     * @param summary what the Summary says besides count and checksum
     */
    public void write(
            List<Column> columns,
            TableRows rows,
            Map<String, @Nullable Object> header,
            Map<String, @Nullable Object> summary)
            throws IOException {
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("fields", columns.stream().map(Column::name).toList());
        head.putAll(header);
        out.write(event("Header", head));
        MessageDigest digest = sha256();
        long count = 0;
        try {
            while (rows.hasNext()) {
                byte[] record = record(columns, rows.next());
                digest.update(record);
                out.write(record);
                count++;
            }
        } catch (RuntimeException e) {
            out.write(event("Error", Map.of("message", "the answer is not complete", "recordsSent", count)));
            out.flush();
            throw e;
        }
        Map<String, @Nullable Object> end = new LinkedHashMap<>();
        end.put("rowCount", count);
        end.put("sha256", HexFormat.of().formatHex(digest.digest()));
        end.putAll(summary);
        out.write(event("Summary", end));
        out.flush();
    }

    private byte[] record(List<Column> columns, List<@Nullable Object> row) throws IOException {
        line.reset();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("$event", "Record");
            json.writeFieldName("_body");
            JsonValues.writeRow(json, columns, row);
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private byte[] event(String name, Map<String, @Nullable Object> body) throws IOException {
        line.reset();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("$event", name);
            json.writeFieldName("_body");
            JsonValues.write(json, body);
            json.writeEndObject();
        }
        line.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
        return line.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
