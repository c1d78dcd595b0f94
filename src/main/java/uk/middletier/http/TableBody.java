package uk.middletier.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Bundle;
import uk.middletier.export.Column;
import uk.middletier.export.CsvManifest;
import uk.middletier.export.CsvTable;
import uk.middletier.export.NdjsonTable;
import uk.middletier.export.TableRows;

/** A table on its way out, with all it holds: the read, the release, a place in the gate. */
final class TableBody implements Reply.Body {
    private final Question question;
    private final List<Column> columns;
    private final LimitedRows rows;
    private final Map<String, @Nullable Object> beside;
    private final Plan plan;
    private final HeldRelease release;
    private final Gate.Place place;

    TableBody(Question question, Plan plan, Answer answer, HeldRelease release, Gate.Place place) {
        this.question = question;
        this.plan = plan;
        this.release = release;
        this.place = place;
        this.columns = columns(question, answer);
        this.rows = rows(question, answer);
        this.beside = answer instanceof Answer.Summary summary ? summary.beside() : Map.of();
    }

    /** All of it to an output that stays open. */
    static void write(Question question, Plan plan, Answer answer, OutputStream out) throws IOException {
        try (LimitedRows rows = rows(question, answer)) {
            write(
                    question,
                    plan,
                    columns(question, answer),
                    rows,
                    answer instanceof Answer.Summary summary ? summary.beside() : Map.of(),
                    out);
        }
    }

    private static List<Column> columns(Question question, Answer answer) {
        if (answer instanceof Answer.Table table) {
            return table.columns();
        }
        if (answer instanceof Answer.Summary summary) {
            return summary.columns();
        }
        if (answer instanceof Answer.Series series) {
            return SeriesRows.columns(series);
        }
        if (answer instanceof Answer.Packed packed) {
            return packed.columns();
        }
        throw new IllegalStateException("no table at " + question.path());
    }

    private static LimitedRows rows(Question question, Answer answer) {
        if (answer instanceof Answer.Table table) {
            return new LimitedRows(table.rows(), question.page().limit());
        }
        if (answer instanceof Answer.Summary summary) {
            return new LimitedRows(TableRows.of(summary.rows()), null);
        }
        if (answer instanceof Answer.Series series) {
            return new LimitedRows(new SeriesRows(series), null);
        }
        if (answer instanceof Answer.Packed packed) {
            return new LimitedRows(packed.rows().get(), null);
        }
        throw new IllegalStateException("no table at " + question.path());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        write(question, plan, columns, rows, beside, out);
    }

    private static void write(
            Question question,
            Plan plan,
            List<Column> columns,
            TableRows rows,
            Map<String, @Nullable Object> beside,
            OutputStream out)
            throws IOException {
        if (question.format() == Format.CSV) {
            CsvTable.write(columns, rows, out);
        } else if (question.format() == Format.CSV_MANIFEST) {
            CsvManifest.write(
                    columns,
                    rows,
                    new Links(question).whole(Format.CSV),
                    Map.of("meta", Envelope.about(question)),
                    out);
        } else if (question.format() == Format.BUNDLE) {
            Bundle.write(columns, rows, new Citation(question).beside(plan.script()), out);
        } else {
            Map<String, @Nullable Object> header = Map.of("meta", Envelope.about(question));
            new NdjsonTable(out).write(columns, rows, header, new LinkedHashMap<>(beside));
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } finally {
            place.close();
            release.close();
        }
    }

    /** No more rows than were asked for, though one more may have been read. */
    private static final class LimitedRows implements TableRows {
        private final TableRows rows;
        private long left;

        LimitedRows(TableRows rows, @Nullable Long limit) {
            this.rows = rows;
            this.left = limit == null ? Long.MAX_VALUE : limit;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && rows.hasNext();
        }

        @Override
        public List<@Nullable Object> next() {
            left--;
            return rows.next();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
