package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;

/** A series as rows, a date after the other, each with all its areas or summaries; computed as they are asked for. */
final class SeriesRows implements TableRows {
    private final Answer.Series series;
    private final Answer.Series.Cursor cursor;
    private int tick = -1;
    private int line;

    SeriesRows(Answer.Series series) {
        this.series = series;
        this.cursor = series.cursor().get();
        this.line = series.lines().size();
    }

    static List<Column> columns(Answer.Series series) {
        List<Column> columns = new ArrayList<>(List.of(Column.date("date")));
        if (series.lines().stream().anyMatch(each -> each.summary() != null)) {
            columns.add(Column.text("summary"));
        } else {
            columns.addAll(List.of(Column.text("areaId"), Column.text("areaName")));
        }
        for (Column measure : series.measures()) {
            // Between two whole numbers there may be a quartile that is none.
            boolean whole = series.lines().stream().allMatch(each -> each.whole(measure));
            columns.add(whole ? measure : Column.decimal(measure.name()));
        }
        return columns;
    }

    @Override
    public boolean hasNext() {
        return line < series.lines().size()
                || (tick + 1 < series.dates().size() && !series.lines().isEmpty());
    }

    @Override
    public List<@Nullable Object> next() {
        if (line == series.lines().size()) {
            line = 0;
            cursor.goTo(++tick);
        }
        Answer.Line of = series.lines().get(line);
        List<@Nullable Object> row = new ArrayList<>(3 + series.measures().size());
        row.add(series.dates().get(tick));
        if (of.area() != null) {
            row.add(of.area().id());
            row.add(of.area().name());
        }
        if (of.summary() != null) {
            row.add(of.summary().word());
        }
        for (int measure = 0; measure < series.measures().size(); measure++) {
            row.add(cell(of.whole(series.measures().get(measure)), cursor.value(line, measure)));
        }
        line++;
        return row;
    }

    private static @Nullable Object cell(boolean whole, double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return whole ? (Object) (long) value : (Object) value;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
