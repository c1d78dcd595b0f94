package uk.middletier.issue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The report of an import: every issue, as it comes, in {@value #CSV} and {@value #JSON} of one folder; counts and the
 * first issues of each code in memory. Equal issues in equal order give equal bytes. For one thread.
 *
 * <p>The JSON is {@code {"issues": [{"code", "severity", "file", "line", "subject", "found", "done"}, …], "summary":
 * [{"code", "severity", "title", "count"}, …]}}; the summary comes last because the issues are not kept.
 */
public final class IssueLog implements Issues, AutoCloseable {
    /** Name of the table: RFC 4180, UTF-8. */
    public static final String CSV = "issues.csv";
    /** Name of the same as JSON. */
    public static final String JSON = "issues.json";

    private final int keptPerCode;
    private final Map<IssueCode, Long> counts = new EnumMap<>(IssueCode.class);
    private final Map<IssueCode, List<Issue>> kept = new EnumMap<>(IssueCode.class);
    private final CsvWriter csv;
    private final JsonGenerator json;
    private boolean closed;

    /**
     * Opens the report, over one that is there.
     *
     * @param folder an existing folder
     * @param keptPerCode how many issues of each code stay in memory
     * @throws UncheckedIOException if the files cannot be written
     */
    public IssueLog(Path folder, int keptPerCode) {
        this.keptPerCode = keptPerCode;
        try {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(folder.resolve(CSV));
            csv.writeRecord("code", "severity", "file", "line", "subject", "found", "done");
            json = new JsonFactory()
                    .createGenerator(Files.newBufferedWriter(folder.resolve(JSON), StandardCharsets.UTF_8));
            json.writeStartObject();
            json.writeArrayFieldStart("issues");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException if it cannot be written */
    @Override
    public void add(Issue issue) {
        IssueCode code = issue.code();
        counts.merge(code, 1L, Long::sum);
        List<Issue> first = kept.computeIfAbsent(code, none -> new ArrayList<>());
        if (first.size() < keptPerCode) {
            first.add(issue);
        }
        csv.writeRecord(
                code.name(),
                code.severity().name(),
                issue.file(),
                Long.toString(issue.line()),
                issue.subject(),
                issue.found(),
                issue.done());
        try {
            write(issue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many issues there are of each code that occurred, the worst first. */
    public Map<IssueCode, Long> summary() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** The first issues of a code, in the order they came. */
    public List<Issue> listFirst(IssueCode code) {
        return List.copyOf(kept.getOrDefault(code, List.of()));
    }

    /** Whether there is an issue that a release is not published with. */
    public boolean hasErrors() {
        return counts.keySet().stream().anyMatch(code -> code.severity() == IssueCode.Severity.ERROR);
    }

    /** Writes the summary and closes the files; further calls do nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (csv;
                json) {
            json.writeEndArray();
            json.writeArrayFieldStart("summary");
            for (Map.Entry<IssueCode, Long> entry : counts.entrySet()) {
                writeCount(entry.getKey(), entry.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Issue issue) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", issue.code().name());
        json.writeStringField("severity", issue.code().severity().name());
        json.writeStringField("file", issue.file());
        json.writeNumberField("line", issue.line());
        json.writeStringField("subject", issue.subject());
        json.writeStringField("found", issue.found());
        json.writeStringField("done", issue.done());
        json.writeEndObject();
    }

    private void writeCount(IssueCode code, long count) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", code.name());
        json.writeStringField("severity", code.severity().name());
        json.writeStringField("title", code.title());
        json.writeNumberField("count", count);
        json.writeEndObject();
    }
}
