package uk.middletier.export;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one at a time, each with a cell per column; to be closed. For one thread. */
public interface TableRows extends AutoCloseable {
    /** Whether there is another row; may take time, and may fail. */
    boolean hasNext();

    /** The next row; only after {@link #hasNext()} said so. */
    List<@Nullable Object> next();

    /** Stands for all rows given so far and their order; 0 if their order cannot be another when they are asked again. */
    default long mark() {
        return 0;
    }

    @Override
    void close();

    /** Rows that are in memory already. */
    static TableRows of(List<List<@Nullable Object>> rows) {
        return of(rows.iterator());
    }

    /** Rows that are made as they are asked for, from what is in memory. */
    static TableRows of(Iterator<List<@Nullable Object>> iterator) {
        return new TableRows() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                return iterator.next();
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
