package uk.middletier.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.TableRows;

/** Rows that are counted as they are read. */
final class CountedRows implements TableRows {
    private final TableRows rows;
    private final Passage passage;

    CountedRows(TableRows rows, Passage passage) {
        this.rows = rows;
        this.passage = passage;
        passage.addRows(0);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public List<@Nullable Object> next() {
        List<@Nullable Object> row = rows.next();
        passage.addRows(1);
        return row;
    }

    @Override
    public long mark() {
        return rows.mark();
    }

    @Override
    public void close() {
        rows.close();
    }
}
