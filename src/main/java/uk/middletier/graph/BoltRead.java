package uk.middletier.graph;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import uk.middletier.cypher.Statement;

/**
 * One read transaction on a server, and the time it has left. Every answer is waited for here and no longer than that:
 * a server or a network that falls silent holds nobody.
 */
final class BoltRead implements AutoCloseable {
    /** How often a wait looks whether the store is being closed. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final AsyncSession session;
    private final long deadlineNanos;
    private final BooleanSupplier closing;
    private final Function<Throwable, GraphException> failures;
    private AsyncTransaction transaction;

    @SuppressWarnings("NullAway.Init") // begin() follows at once
    private BoltRead(
            AsyncSession session,
            long deadlineNanos,
            BooleanSupplier closing,
            Function<Throwable, GraphException> failures) {
        this.session = session;
        this.deadlineNanos = deadlineNanos;
        this.closing = closing;
        this.failures = failures;
    }

    /**
     * Begins a transaction, or leaves nothing open.
     *
     * @param deadlineNanos when all of it must be over; the server is told, so that it does not go on without us
     */
    static BoltRead begin(
            AsyncSession session,
            long deadlineNanos,
            BooleanSupplier closing,
            Function<Throwable, GraphException> failures) {
        BoltRead read = new BoltRead(session, deadlineNanos, closing, failures);
        boolean begun = false;
        try {
            // Zero means "no limit" to Neo4j; a caller who asks for no time gets none.
            Duration left = Duration.ofMillis(Math.max(1, (deadlineNanos - System.nanoTime()) / 1_000_000));
            read.transaction = read.await(session.beginTransactionAsync(
                    TransactionConfig.builder().withTimeout(left).build()));
            begun = true;
            return read;
        } finally {
            if (!begun) {
                session.closeAsync();
            }
        }
    }

    ResultCursor run(Statement statement) {
        return await(transaction.runAsync(statement.text(), statement.parameters()));
    }

    /** What the stage gives, null included. */
    @SuppressWarnings("NullAway") // the end of the rows comes as null, which the driver does not annotate
    <T> T await(CompletionStage<T> stage) {
        try {
            while (true) {
                long left = deadlineNanos - System.nanoTime();
                try {
                    return stage.toCompletableFuture()
                            .get(Math.max(0, Math.min(left, LOOK_NANOS)), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (closing.getAsBoolean()) {
                        throw failures.apply(e);
                    }
                    if (left <= LOOK_NANOS) {
                        throw new GraphException(
                                GraphException.Kind.TIMEOUT, "the read took longer than it is allowed to", e);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw failures.apply(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException(GraphException.Kind.FAILED, "the read was interrupted", e);
        }
    }

    /** Ends it well, so that the session knows how far the server was. */
    void commit() {
        await(transaction.commitAsync());
    }

    /** Lets go of it without waiting: what is still computed ends by the time limit, and nobody wants it. */
    @Override
    public void close() {
        transaction.closeAsync().whenComplete((done, failure) -> session.closeAsync());
    }
}
