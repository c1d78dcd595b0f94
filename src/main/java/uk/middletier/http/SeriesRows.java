package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.model.Ref;

/** A series as rows, a date after the other, each with all its areas; computed as they are asked for. */
final class SeriesRows implements TableRows {
    private final Answer.Series series;
    private final Answer.Series.Cursor cursor;
    private int tick = -1;
    private int area;

    SeriesRows(Answer.Series series) {
        this.series = series;
        this.cursor = series.cursor().get();
        this.area = series.areas().size();
    }

    static List<Column> columns(Answer.Series series) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.date("date"), Column.text("areaId"), Column.text("areaName")));
        columns.addAll(series.measures());
        return columns;
    }

    @Override
    public boolean hasNext() {
        return area < series.areas().size()
                || (tick + 1 < series.dates().size() && !series.areas().isEmpty());
    }

    @Override
    public List<@Nullable Object> next() {
        if (area == series.areas().size()) {
            area = 0;
            cursor.goTo(++tick);
        }
        Ref ref = series.areas().get(area);
        List<@Nullable Object> row = new ArrayList<>(3 + series.measures().size());
        row.add(series.dates().get(tick));
        row.add(ref.id());
        row.add(ref.name());
        for (int measure = 0; measure < series.measures().size(); measure++) {
            row.add(cell(series.measures().get(measure), cursor.value(area, measure)));
        }
        area++;
        return row;
    }

    private static @Nullable Object cell(Column column, double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return column.type() == Column.Type.INTEGER ? (Object) (long) value : (Object) value;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
