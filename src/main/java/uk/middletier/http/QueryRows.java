package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.export.TableRows;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;

/**
 * The rows of a statement somebody else wrote. Nothing is known of its order, so that the rows given are summed up in a
 * mark: a page that goes on from another runs the statement again and must come by the same rows to the same mark.
 */
final class QueryRows implements TableRows {
    private final Statement statement;
    private final Rows rows;
    private final int columns;
    private long mark = 1;

    private QueryRows(Statement statement, Rows rows, int columns) {
        this.statement = statement;
        this.rows = rows;
        this.columns = columns;
    }

    /** The rows from where a page begins. */
    static QueryRows open(Statement statement, int columns, Reads reads, Page page) {
        QueryRows rows =
                SavedQueries.told(statement.text(), () -> new QueryRows(statement, reads.rows(statement), columns));
        try {
            rows.skip(page);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
        return rows;
    }

    private void skip(Page page) {
        for (long i = 0; i < page.skip(); i++) {
            if (!hasNext()) {
                throw changed();
            }
            next();
        }
        if (page.skip() > 0 && page.mark() != mark) {
            throw changed();
        }
    }

    private static Refusal changed() {
        return new Refusal(Problem.ofParameter(
                ProblemType.INVALID_CURSOR,
                "the statement gave its rows in another order than for the page before; give it an ORDER BY that leaves no"
                        + " ties, or ask for all rows at once: format=ndjson",
                Parameter.CURSOR.name()));
    }

    @Override
    public boolean hasNext() {
        return SavedQueries.told(statement.text(), rows::hasNext);
    }

    @Override
    public List<@Nullable Object> next() {
        List<@Nullable Object> cells = cells(SavedQueries.told(statement.text(), rows::next), columns);
        mark = marked(mark, cells);
        return cells;
    }

    static List<@Nullable Object> cells(Row row, int columns) {
        List<@Nullable Object> cells = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            cells.add(row.get(column));
        }
        return cells;
    }

    /** The mark after another row. */
    static long marked(long before, List<@Nullable Object> cells) {
        return before * 0x9E3779B97F4A7C15L + cells.hashCode();
    }

    @Override
    public long mark() {
        return mark;
    }

    @Override
    public void close() {
        rows.close();
    }
}
