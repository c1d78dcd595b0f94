package uk.middletier.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.layout.recordstorage.RecordDatabaseLayout;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.NullLogProvider;

/** A started database and its one way of being shut down: its threads are not daemons and would keep the process. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final long START_TIMEOUT_MILLIS = 60_000;

    private final DatabaseManagementService service;
    private final GraphDatabaseService database;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DatabaseManagementService service, GraphDatabaseService database) {
        this.service = service;
        this.database = database;
    }

    /**
     * Starts the database whose home is the folder.
     *
     * @throws GraphException unavailable: no store, another format, locked by another process
     */
    static EmbeddedDatabase start(Path store, Map<Setting<?>, Object> settings) {
        if (!exists(store)) {
            throw new GraphException(GraphException.Kind.UNAVAILABLE, "no graph store in " + store);
        }
        DatabaseManagementService service;
        try {
            service = new DatabaseManagementServiceBuilder(store.toAbsolutePath())
                    .setConfig(settings)
                    .setUserLogProvider(NullLogProvider.getInstance())
                    .build();
        } catch (RuntimeException e) {
            throw startFailure(store, e);
        }
        try {
            GraphDatabaseService database = service.database(StoreSettings.DATABASE);
            if (!database.isAvailable(START_TIMEOUT_MILLIS)) {
                throw new GraphException(
                        GraphException.Kind.UNAVAILABLE,
                        "the graph store in " + store + " did not start; it is damaged or of another format");
            }
            return new EmbeddedDatabase(service, database);
        } catch (RuntimeException e) {
            service.shutdown();
            throw e;
        }
    }

    /** The layout below a home folder. */
    static RecordDatabaseLayout layout(Path store) {
        return RecordDatabaseLayout.of(Neo4jLayout.of(store.toAbsolutePath()), StoreSettings.DATABASE);
    }

    static boolean exists(Path store) {
        return Files.isRegularFile(layout(store).metadataStore());
    }

    GraphDatabaseService database() {
        return database;
    }

    /** Begins a transaction that may do what the access says, and is ended after that time. */
    Transaction beginRead(AccessMode access, long timeoutMillis) {
        return ((GraphDatabaseAPI) database)
                .beginTransaction(
                        KernelTransaction.Type.EXPLICIT,
                        new ReaderContext(access),
                        ClientConnectionInfo.EMBEDDED_CONNECTION,
                        timeoutMillis,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            service.shutdown();
        }
    }

    private static GraphException startFailure(Path store, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileLockException) {
                return new GraphException(
                        GraphException.Kind.UNAVAILABLE,
                        "another process or store has the graph store in " + store + " open; only one can at a time",
                        failure);
            }
        }
        return new GraphException(
                GraphException.Kind.UNAVAILABLE,
                "the graph store in " + store + " cannot be opened: " + rootMessage(failure),
                failure);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
