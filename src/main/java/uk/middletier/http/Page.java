package uk.middletier.http;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Window;

/**
 * The part of a table that is wanted.
 *
 * @param skip rows before it
 * @param limit rows of it at most; null = all there are
 * @param mark stands for the rows before it, if their order could be another when they are asked again
 */
record Page(long skip, @Nullable Long limit, long mark) {
    static final Page ALL = new Page(0, null, 0);

    /** The rows to ask the graph for: one more than are shown, which tells whether there is another page. */
    @Nullable
    Window window() {
        if (limit == null) {
            return skip == 0 ? null : new Window(skip, Long.MAX_VALUE);
        }
        return new Window(skip, limit + 1);
    }

    /** The same of rows that are all there. */
    <T> List<T> of(Stream<T> rows) {
        Stream<T> rest = rows.skip(skip);
        return (limit == null ? rest : rest.limit(limit + 1)).toList();
    }
}
