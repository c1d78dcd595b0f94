package uk.middletier.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphException;
import uk.middletier.graph.Row;
import uk.middletier.graph.RowSource;
import uk.middletier.graph.Rows;

/** The reads of one question: all of one store, and all within one time limit. */
public final class Reads {
    private final RowSource store;
    private final long deadlineNanos;

    public Reads(RowSource store, Duration timeout) {
        this.store = store;
        this.deadlineNanos = System.nanoTime() + timeout.toNanos();
    }

    /** Rows to be closed by the caller, the first one in hand. */
    public Rows rows(Statement statement) {
        return store.read(statement, left());
    }

    /** How much time there is still. */
    Duration left() {
        checkTime();
        return Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
    }

    /** For what is computed in memory: the limit is the same. */
    void checkTime() {
        if (deadlineNanos - System.nanoTime() <= 0) {
            throw new GraphException(GraphException.Kind.TIMEOUT, "no time is left for another read");
        }
    }

    /** Every row, as something else. */
    public <T> List<T> list(Statement statement, Function<Row, T> mapping) {
        List<T> all = new ArrayList<>();
        try (Rows rows = rows(statement)) {
            while (rows.hasNext()) {
                all.add(mapping.apply(rows.next()));
            }
        }
        return all;
    }

    /** The only row, if there is one. */
    public <T> Optional<T> find(Statement statement, Function<Row, T> mapping) {
        try (Rows rows = rows(statement)) {
            return rows.hasNext() ? Optional.of(mapping.apply(rows.next())) : Optional.empty();
        }
    }
}
