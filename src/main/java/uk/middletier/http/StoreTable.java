package uk.middletier.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.TableRows;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;

/** The rows of a read as the rows of a table. */
final class StoreTable implements TableRows {
    private final Rows rows;
    private final Function<Row, List<@Nullable Object>> mapping;

    StoreTable(Rows rows, Function<Row, List<@Nullable Object>> mapping) {
        this.rows = rows;
        this.mapping = mapping;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public List<@Nullable Object> next() {
        return mapping.apply(rows.next());
    }

    @Override
    public void close() {
        rows.close();
    }
}
