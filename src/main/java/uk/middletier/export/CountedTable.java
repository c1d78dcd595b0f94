package uk.middletier.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows, counted as they are taken. */
final class CountedTable implements TableRows {
    private final TableRows rows;
    private long count;

    CountedTable(TableRows rows) {
        this.rows = rows;
    }

    long count() {
        return count;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public List<@Nullable Object> next() {
        count++;
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
