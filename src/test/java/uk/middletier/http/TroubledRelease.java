package uk.middletier.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.QueryPlan;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;

/** A release whose reads go as a test wants them to; counts who holds it. */
final class TroubledRelease implements ReleaseSource, GraphStore {
    private final Warm warm;
    private final int rows;
    private final IntFunction<Object> cell;
    final AtomicInteger held = new AtomicInteger();
    final AtomicInteger openReads = new AtomicInteger();
    volatile @Nullable Duration lastTimeout;

    /**
     * @param rows of every read
     * @param cell makes every cell of the row of that number, or throws, or takes its time
     */
    TroubledRelease(Warm warm, int rows, IntFunction<Object> cell) {
        this.warm = warm;
        this.rows = rows;
        this.cell = cell;
    }

    /** One whose reads tell that they have begun and go on when they are let. */
    static TroubledRelease waiting(Warm warm, CountDownLatch arrived, CountDownLatch go) {
        return new TroubledRelease(warm, 0, row -> {
            arrived.countDown();
            try {
                go.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "x";
        });
    }

    @Override
    public HeldRelease hold() {
        held.incrementAndGet();
        return new WarmRelease(TownGraph.manifest(TownGraph.RELEASE), this, warm, held::decrementAndGet);
    }

    @Override
    public Rows read(Statement statement, Duration timeout) {
        lastTimeout = timeout;
        Object first = cell.apply(0);
        openReads.incrementAndGet();
        return new Rows() {
            private int next;
            private boolean closed;

            @Override
            public List<String> columns() {
                return List.of();
            }

            @Override
            public boolean hasNext() {
                return next < rows;
            }

            @Override
            public Row next() {
                Object value = next == 0 ? first : cell.apply(next);
                next++;
                return new Row() {
                    @Override
                    public Object get(int column) {
                        return value;
                    }

                    @Override
                    public @Nullable Object get(String column) {
                        return column.endsWith("Id") ? null : value;
                    }
                };
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    openReads.decrementAndGet();
                }
            }
        };
    }

    @Override
    public QueryPlan explain(Statement statement, Duration timeout) {
        throw new UnsupportedOperationException("nobody explains in trouble");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
