package uk.middletier.graph;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.internal.kernel.api.security.AccessMode;
import uk.middletier.cypher.Statement;

/** A release's store, opened inside this process and read-only. */
public final class EmbeddedGraphStore implements GraphStore {
    private static final String EXPLAIN = "EXPLAIN ";

    private final Path store;
    private final EmbeddedDatabase database;
    private final Set<Transaction> running = ConcurrentHashMap.newKeySet();
    private final AccessMode access;
    private volatile boolean closing;

    private EmbeddedGraphStore(Path store, EmbeddedDatabase database, AccessMode access) {
        this.store = store;
        this.database = database;
        this.access = access;
    }

    /**
     * Opens a store that {@link BulkWriter} wrote; never makes one. Takes seconds.
     *
     * @param store folder of the store
     * @throws GraphException unavailable: the folder holds no store, or another process has it open
     */
    public static EmbeddedGraphStore open(Path store, StoreOptions options) {
        return open(store, StoreSettings.forReading(store, options), null);
    }

    /** As {@link #open(Path, StoreOptions)}, and takes Bolt connections on a free port of the loopback address. */
    public static EmbeddedGraphStore open(Path store, StoreOptions options, BoltOptions bolt) {
        Map<Setting<?>, Object> settings = StoreSettings.forReading(store, options);
        settings.putAll(StoreSettings.forBolt(bolt));
        return open(store, settings, bolt);
    }

    private static EmbeddedGraphStore open(Path store, Map<Setting<?>, Object> settings, @Nullable BoltOptions bolt) {
        EmbeddedDatabase database = EmbeddedDatabase.start(store, settings, bolt);
        try {
            return new EmbeddedGraphStore(store, database, ReaderAccess.ofReads(database.dependencies()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public Rows read(Statement statement, Duration timeout) {
        return inTransaction(timeout, transaction -> EmbeddedRows.open(this, transaction, statement));
    }

    @Override
    public QueryPlan explain(Statement statement, Duration timeout) {
        Statement explained = new Statement(EXPLAIN + statement.text(), statement.parameters());
        try {
            return inTransaction(timeout, transaction -> {
                try {
                    return Plans.read(transaction.execute(explained.text(), explained.parameters()));
                } finally {
                    end(transaction);
                }
            });
        } catch (GraphException e) {
            throw e.before(EXPLAIN.length());
        }
    }

    @Override
    public Optional<InetSocketAddress> findBolt() {
        return database.findBolt();
    }

    @Override
    public Optional<StoreActivity> findActivity() {
        return closing ? Optional.empty() : Optional.of(database.activity());
    }

    @Override
    public void close() {
        closing = true;
        running.forEach(Transaction::terminate);
        database.close();
    }

    /**
     * To be asked when it is closed, if the store is to be kept: opened only to be read, a store is still written to.
     *
     * @throws GraphException failed: something could not be written, so that the store on the disk is not whole
     */
    public void assertWritten() {
        IOException unwritten = database.writeFailure();
        if (unwritten != null) {
            throw EmbeddedDatabase.cannotWrite(store, unwritten);
        }
    }

    GraphException failure(Throwable failure) {
        return Failures.of(failure, closing);
    }

    void end(Transaction transaction) {
        running.remove(transaction);
        try {
            transaction.close();
        } catch (RuntimeException e) {
            // A read that is over has nothing to lose: a terminated transaction complains when it is closed.
        }
    }

    /** Begins a transaction, which the work leaves running only if it succeeds. */
    private <T> T inTransaction(Duration timeout, Function<Transaction, T> work) {
        // Zero means "no limit" to Neo4j; a caller who asks for no time gets none.
        long millis = Math.max(1, timeout.toMillis());
        Transaction transaction = null;
        boolean handedOver = false;
        try {
            transaction = database.beginRead(access, millis);
            running.add(transaction);
            // close() may have walked the set before this read was in it.
            if (closing) {
                throw closed();
            }
            T result = work.apply(transaction);
            handedOver = true;
            return result;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw failure(e);
        } finally {
            if (transaction != null && !handedOver) {
                end(transaction);
            }
        }
    }

    private static GraphException closed() {
        return new GraphException(GraphException.Kind.UNAVAILABLE, "the graph store is closed");
    }
}
