package uk.middletier.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import uk.middletier.cypher.Statement;

/** Rows of a running query, converted one at a time as they are asked for. */
final class EmbeddedRows implements Rows {
    private final EmbeddedGraphStore store;
    private final Transaction transaction;
    private final Result result;
    private final List<String> columns;
    private final Map<String, Integer> places;
    private @Nullable Row first;
    private boolean closed;

    private EmbeddedRows(EmbeddedGraphStore store, Transaction transaction, Result result) {
        this.store = store;
        this.transaction = transaction;
        this.result = result;
        this.columns = List.copyOf(result.columns());
        this.places = ListedRow.places(columns);
    }

    /** Runs the statement as far as its first row. */
    static Rows open(EmbeddedGraphStore store, Transaction transaction, Statement statement) {
        Result result = transaction.execute(statement.text(), statement.parameters());
        EmbeddedRows rows = new EmbeddedRows(store, transaction, result);
        if (result.hasNext()) {
            rows.first = rows.convert(result.next());
        }
        return rows;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        if (first != null) {
            return true;
        }
        if (closed) {
            return false;
        }
        try {
            return result.hasNext();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw store.failure(e);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more rows");
        }
        if (first != null) {
            Row row = first;
            first = null;
            return row;
        }
        try {
            return convert(result.next());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw store.failure(e);
        }
    }

    @Override
    public void close() {
        first = null;
        if (!closed) {
            closed = true;
            store.end(transaction);
        }
    }

    private Row convert(Map<String, Object> values) {
        List<@Nullable Object> converted = new ArrayList<>(columns.size());
        for (String column : columns) {
            converted.add(ValueConversion.fromStore(values.get(column)));
        }
        return new ListedRow(places, converted);
    }
}
