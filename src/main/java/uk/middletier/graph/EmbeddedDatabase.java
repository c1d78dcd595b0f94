package uk.middletier.graph;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.common.DependencyResolver;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilderImplementation;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.graphdb.facade.DatabaseManagementServiceFactory;
import org.neo4j.graphdb.facade.ExternalDependencies;
import org.neo4j.graphdb.factory.module.GlobalModule;
import org.neo4j.graphdb.factory.module.edition.AbstractEditionModule;
import org.neo4j.internal.helpers.HostnamePort;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.layout.recordstorage.RecordDatabaseLayout;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.io.pagecache.monitoring.PageCacheCounters;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.factory.DbmsInfo;
import org.neo4j.kernel.impl.transaction.stats.TransactionCounters;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.NullLogProvider;

/** A started database and its one way of being shut down: its threads are not daemons and would keep the process. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final long START_TIMEOUT_MILLIS = 60_000;

    private final DatabaseManagementService service;
    private final GraphDatabaseService database;
    private final GuardedFiles files;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DatabaseManagementService service, GraphDatabaseService database, GuardedFiles files) {
        this.service = service;
        this.database = database;
        this.files = files;
    }

    /**
     * Starts the database whose home is the folder.
     *
     * @throws GraphException unavailable: no store, another format, locked by another process; failed: the disk is
     *     full or cannot be written
     */
    static EmbeddedDatabase start(Path store, Map<Setting<?>, Object> settings) {
        return start(store, settings, null);
    }

    /** As {@link #start(Path, Map)}, and to be reached over Bolt if the settings and the options say so. */
    static EmbeddedDatabase start(Path store, Map<Setting<?>, Object> settings, @Nullable BoltOptions bolt) {
        if (!exists(store)) {
            throw new GraphException(GraphException.Kind.UNAVAILABLE, "no graph store in " + store);
        }
        GuardedFiles files = new GuardedFiles();
        DatabaseManagementService service;
        try {
            service = new Builder(store.toAbsolutePath(), files, bolt)
                    .setConfig(settings)
                    .setUserLogProvider(NullLogProvider.getInstance())
                    .build();
        } catch (RuntimeException e) {
            throw startFailure(store, e, files.failure());
        }
        try {
            GraphDatabaseService database = service.database(StoreSettings.DATABASE);
            if (!database.isAvailable(START_TIMEOUT_MILLIS)) {
                throw new GraphException(
                        GraphException.Kind.UNAVAILABLE,
                        "the graph store in " + store + " did not start; "
                                + findCause(service)
                                        .map(Failures::reason)
                                        .orElse("it is damaged or of another format"));
            }
            EmbeddedDatabase started = new EmbeddedDatabase(service, database, files);
            StoppableCypher.install(started.dependencies());
            IOException unwritten = files.failure();
            if (unwritten != null) {
                throw cannotWrite(store, unwritten);
            }
            return started;
        } catch (RuntimeException e) {
            service.shutdown();
            IOException unwritten = files.failure();
            throw unwritten == null ? e : cannotWrite(store, unwritten);
        }
    }

    /** Why the database does not start, though its server does. */
    private static Optional<Throwable> findCause(DatabaseManagementService service) {
        DependencyResolver system = ((GraphDatabaseAPI) service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME))
                .getDependencyResolver();
        DatabaseStateService states = system.resolveDependency(DatabaseStateService.class);
        return states.stateOfAllDatabases().keySet().stream()
                .filter(id -> id.name().equals(StoreSettings.DATABASE))
                .findAny()
                .flatMap(states::causeOfFailure);
    }

    /** The failure of a write, in words. */
    static GraphException cannotWrite(Path store, Exception failure) {
        String remedy = failure instanceof IOException ? "; make room there or make it writable" : "";
        return new GraphException(
                GraphException.Kind.FAILED,
                "the graph store in " + store + " cannot be written: " + Failures.reason(failure) + remedy,
                failure);
    }

    /** The layout below a home folder. */
    static RecordDatabaseLayout layout(Path store) {
        return RecordDatabaseLayout.of(Neo4jLayout.of(store.toAbsolutePath()), StoreSettings.DATABASE);
    }

    static boolean exists(Path store) {
        return Files.isRegularFile(layout(store).metadataStore());
    }

    /** The first write that failed, if any did; to be asked once more when closed. */
    @Nullable
    IOException writeFailure() {
        return files.failure();
    }

    DependencyResolver dependencies() {
        return ((GraphDatabaseAPI) database).getDependencyResolver();
    }

    GraphDatabaseService database() {
        return database;
    }

    /** Where the database itself takes Bolt connections, if it does. */
    Optional<InetSocketAddress> findBolt() {
        HostnamePort address =
                dependencies().resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT);
        return Optional.ofNullable(address).map(bound -> new InetSocketAddress(bound.getHost(), bound.getPort()));
    }

    StoreActivity activity() {
        PageCacheCounters pages = dependencies().resolveDependency(PageCacheCounters.class);
        TransactionCounters transactions = dependencies().resolveDependency(TransactionCounters.class);
        return new StoreActivity(
                pages.hits(),
                pages.faults(),
                transactions.getNumberOfStartedTransactions(),
                transactions.getNumberOfActiveTransactions(),
                transactions.getNumberOfTerminatedTransactions());
    }

    /** Begins a transaction that may do what the access says, and is ended after that time. */
    Transaction beginRead(AccessMode access, long timeoutMillis) {
        return ((GraphDatabaseAPI) database)
                .beginTransaction(
                        KernelTransaction.Type.EXPLICIT,
                        ReaderContext.ofRead(access),
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

    private static GraphException startFailure(Path store, RuntimeException failure, @Nullable IOException unwritten) {
        if (unwritten != null) {
            return cannotWrite(store, unwritten);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // With an input or output failure below, the lock is not another's: it cannot be made, on a read-only disk.
            if (cause instanceof FileLockException && !(cause.getCause() instanceof IOException)) {
                return new GraphException(
                        GraphException.Kind.UNAVAILABLE,
                        "another process or store has the graph store in " + store + " open; only one can at a time",
                        failure);
            }
        }
        return new GraphException(
                GraphException.Kind.UNAVAILABLE,
                "the graph store in " + store + " cannot be opened: " + Failures.reason(failure),
                failure);
    }

    /** Neo4j's builder, but with our file system below it. */
    private static final class Builder extends DatabaseManagementServiceBuilderImplementation {
        private final GuardedFiles files;
        private final @Nullable BoltOptions bolt;

        Builder(Path home, GuardedFiles files, @Nullable BoltOptions bolt) {
            super(home);
            this.files = files;
            this.bolt = bolt;
        }

        @Override
        protected Function<GlobalModule, AbstractEditionModule> getEditionFactory(Config config) {
            BoltOptions options = bolt;
            return options == null ? super.getEditionFactory(config) : module -> new ReadingEdition(module, options);
        }

        @Override
        protected DatabaseManagementService newDatabaseManagementService(
                Config config, ExternalDependencies dependencies) {
            return new Factory(getDbmsInfo(config), getEditionFactory(config), files)
                    .build(augmentConfig(config), daemonMode, dependencies);
        }
    }

    private static final class Factory extends DatabaseManagementServiceFactory {
        private final GuardedFiles files;

        Factory(DbmsInfo info, Function<GlobalModule, AbstractEditionModule> edition, GuardedFiles files) {
            super(info, edition);
            this.files = files;
        }

        @Override
        protected GlobalModule createGlobalModule(
                Config config, boolean daemonMode, ExternalDependencies dependencies) {
            return new GlobalModule(config, dbmsInfo, daemonMode, dependencies) {
                @Override
                protected FileSystemAbstraction createFileSystemAbstraction() {
                    return files;
                }
            };
        }
    }
}
