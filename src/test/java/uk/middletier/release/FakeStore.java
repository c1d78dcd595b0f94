package uk.middletier.release;

import java.nio.file.Path;
import java.time.Duration;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.QueryPlan;
import uk.middletier.graph.Rows;

/** A store that knows where it lies and whether it was closed. */
final class FakeStore implements GraphStore {
    final Path folder;
    volatile boolean closed;

    FakeStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Rows read(Statement statement, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryPlan explain(Statement statement, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closed = true;
    }
}
