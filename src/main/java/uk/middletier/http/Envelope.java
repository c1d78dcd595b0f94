package uk.middletier.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.export.GraphSource;
import uk.middletier.export.JsonValues;
import uk.middletier.release.Manifest;

/**
 * The one shape of every JSON answer: {@code data}, {@code meta}, {@code links}. Nothing in it depends on when it was
 * asked, so that equal questions on one release give equal bytes.
 */
final class Envelope {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final List<Parameter> DAYS = List.of(Parameter.AS_OF, Parameter.FROM, Parameter.TO);

    private Envelope() {}

    /**
     * An answer in JSON.
     *
     * @param next address of the next page, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way out, which nobody compares
    record Written(byte[] body, @Nullable String next) {}

    static Written of(Question question, Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("data");
            long rowCount = 1;
            String next = null;
            if (answer instanceof Answer.Item item) {
                JsonValues.write(json, item.data());
            } else if (answer instanceof Answer.Summary summary) {
                writeSummary(json, summary);
                rowCount = summary.rows().size();
            } else if (answer instanceof Answer.Series series) {
                writeSeries(json, series);
                rowCount = (long) series.lines().size() * series.measures().size();
            } else if (answer instanceof Answer.Packed packed) {
                JsonValues.write(json, packed.data().get());
                rowCount = packed.rowCount();
            } else if (answer instanceof Answer.Table table) {
                rowCount = writePage(json, table, question.page());
                next = nextPage(question, table, rowCount);
            }
            json.writeFieldName("meta");
            JsonValues.write(json, meta(question, rowCount, next != null));
            json.writeFieldName("links");
            JsonValues.write(json, new Links(question).fields(next));
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
            return new Written(out.toByteArray(), next);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
    }

    /** The same of a graph, a node and an edge at a time; leaves the output open. */
    static void write(Question question, Answer.Graph answer, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            for (Map.Entry<String, @Nullable Object> beside : answer.beside().entrySet()) {
                json.writeFieldName(beside.getKey());
                JsonValues.write(json, beside.getValue());
            }
            json.writeArrayFieldStart("nodes");
            for (GraphSource.Node node : answer.graph().nodes()) {
                JsonValues.write(json, DrawnGraph.fields(node));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (GraphSource.Edge edge : answer.graph().edges()) {
                JsonValues.write(json, DrawnGraph.fields(edge));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeFieldName("meta");
            Map<String, @Nullable Object> meta = about(question, answer);
            meta.put("rowCount", answer.nodes() + answer.edges());
            JsonValues.write(json, meta);
            json.writeFieldName("links");
            JsonValues.write(json, new Links(question).fields(null));
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    /** What a graph says of itself. */
    static Map<String, @Nullable Object> about(Question question, Answer.Graph answer) {
        Map<String, @Nullable Object> meta = about(question);
        meta.put("nodeCount", answer.nodes());
        meta.put("edgeCount", answer.edges());
        meta.putAll(answer.meta());
        return meta;
    }

    private static long writePage(JsonGenerator json, Answer.Table table, Page page) throws IOException {
        Long limit = page.limit();
        long count = 0;
        json.writeStartArray();
        while ((limit == null || count < limit) && table.rows().hasNext()) {
            JsonValues.writeRow(json, table.columns(), table.rows().next());
            count++;
        }
        json.writeEndArray();
        return count;
    }

    private static @Nullable String nextPage(Question question, Answer.Table table, long rowCount) {
        // The mark of the rows shown, before another is looked at.
        long mark = table.rows().mark();
        return table.rows().hasNext()
                ? new Links(question).next(new Cursor.Place(question.page().skip() + rowCount, mark))
                : null;
    }

    private static void writeSummary(JsonGenerator json, Answer.Summary summary) throws IOException {
        List<Column> columns = summary.columns();
        json.writeStartObject();
        json.writeFieldName(summary.called());
        json.writeStartArray();
        for (List<@Nullable Object> row : summary.rows()) {
            JsonValues.writeRow(json, columns, row);
        }
        json.writeEndArray();
        for (Map.Entry<String, @Nullable Object> beside : summary.beside().entrySet()) {
            json.writeFieldName(beside.getKey());
            JsonValues.write(json, beside.getValue());
        }
        json.writeEndObject();
    }

    private static void writeSeries(JsonGenerator json, Answer.Series series) throws IOException {
        double[][][] values = values(series);
        json.writeStartObject();
        json.writeFieldName("dates");
        JsonValues.write(json, series.dates());
        json.writeFieldName("series");
        json.writeStartArray();
        for (int i = 0; i < series.lines().size(); i++) {
            Answer.Line line = series.lines().get(i);
            for (int measure = 0; measure < series.measures().size(); measure++) {
                Column column = series.measures().get(measure);
                json.writeStartObject();
                json.writeFieldName("area");
                JsonValues.write(json, line.area());
                if (line.summary() != null) {
                    json.writeStringField("summary", line.summary().word());
                }
                json.writeStringField("measure", column.name());
                json.writeFieldName("values");
                writeNumbers(json, values[i][measure], line.whole(column));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** By line, measure and date: a sweep gives them a date at a time, a reader wants them a line at a time. */
    private static double[][][] values(Answer.Series series) {
        double[][][] values = new double[series.lines().size()]
                [series.measures().size()][series.dates().size()];
        Answer.Series.Cursor cursor = series.cursor().get();
        for (int tick = 0; tick < series.dates().size(); tick++) {
            cursor.goTo(tick);
            for (int line = 0; line < values.length; line++) {
                for (int measure = 0; measure < values[line].length; measure++) {
                    values[line][measure][tick] = cursor.value(line, measure);
                }
            }
        }
        return values;
    }

    private static void writeNumbers(JsonGenerator json, double[] numbers, boolean whole) throws IOException {
        json.writeStartArray();
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                json.writeNull();
            } else if (whole) {
                json.writeNumber((long) number);
            } else {
                json.writeNumber(number);
            }
        }
        json.writeEndArray();
    }

    /** What an answer says of itself. */
    static Map<String, @Nullable Object> meta(Question question, long rowCount, boolean truncated) {
        Map<String, @Nullable Object> meta = about(question);
        meta.put("rowCount", rowCount);
        meta.put("truncated", truncated);
        return meta;
    }

    /** The same without what is only known at the end. */
    static Map<String, @Nullable Object> about(Question question) {
        Manifest manifest = question.release().manifest();
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("release", manifest.id());
        for (Parameter day : DAYS) {
            question.parameters().findDay(day.name()).ifPresent(value -> meta.put(day.name(), value));
        }
        meta.put(
                "parameters",
                question.parameters().without(Parameter.CURSOR.name()).effective());
        if (question.route().identity() != null) {
            meta.put("identity", question.route().identity());
        }
        List<String> warnings = warnings(question, manifest);
        if (!warnings.isEmpty()) {
            meta.put("warnings", warnings);
        }
        meta.put("attribution", attribution(manifest));
        return meta;
    }

    private static List<String> warnings(Question question, Manifest manifest) {
        List<String> warnings = new ArrayList<>();
        if (manifest.madeUp()) {
            warnings.add("the data is made up: nothing in it is about real schools");
        }
        for (Parameter asked : DAYS) {
            question.parameters()
                    .findDay(asked.name())
                    .ifPresent(day -> addWarnings(warnings, asked.name(), day, manifest));
        }
        return warnings;
    }

    private static void addWarnings(List<String> warnings, String asked, LocalDate day, Manifest manifest) {
        if (day.isBefore(manifest.firstDate())) {
            warnings.add(
                    asked + " is before " + manifest.firstDate() + ", the first day the record says something about");
        }
        if (day.isAfter(manifest.extractDate())) {
            warnings.add(asked + " is after " + manifest.extractDate()
                    + ", the day of the register's extract: what happened since is not in it");
        }
    }

    static List<String> attribution(Manifest manifest) {
        return manifest.sources().stream()
                .map(Manifest.SourceFile::attribution)
                .distinct()
                .toList();
    }
}
