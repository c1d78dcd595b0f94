package uk.middletier.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.neo4j.batchimport.api.BatchImporter;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.configuration.Config;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.logging.internal.NullLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/**
 * Writes a fresh store in one go, with the importer behind {@code neo4j-admin database import}: no transactions, each
 * file written front to back. Then the schema is put on it.
 */
public final class BulkWriter {
    /** Off-heap memory of the import; it holds a few words per node and the pages being written. */
    private static final long IMPORT_BYTES = 1024L * 1024 * 1024;

    private static final int PROPERTIES_PER_NODE = 20;
    private static final int PROPERTIES_PER_RELATIONSHIP = 4;
    private static final int BYTES_PER_PROPERTY = 16;

    private final Path store;
    private final StoreOptions options;

    /** A writer of the store that is to stand in that folder, which it makes. */
    public BulkWriter(Path store, StoreOptions options) {
        this.store = store;
        this.options = options;
    }

    /**
     * Writes everything, puts constraints and indexes on it and waits until they are filled. Each iterable is read
     * once, nodes first, by one thread at a time; what it throws comes out as it is. After a failure the folder holds
     * debris.
     *
     * @return what was written
     * @throws GraphException invalid: a relationship to an unknown id, an id twice, a node without label, a value
     *     no property may have; failed: the folder holds a store already, or cannot be written
     */
    public GraphCounts write(Iterable<NodeRow> nodes, Iterable<RelationshipRow> relationships) {
        if (EmbeddedDatabase.exists(store)) {
            throw new GraphException(GraphException.Kind.FAILED, "there is a graph store in " + store + " already");
        }
        BulkInput input = new BulkInput(nodes, relationships, estimates(nodes, relationships));
        importAll(input);
        createSchema();
        return input.counts();
    }

    private void createSchema() {
        EmbeddedDatabase database = EmbeddedDatabase.start(store, StoreSettings.forWriting(store, options));
        Exception failure = null;
        try (database) {
            Schema.create(database.database());
        } catch (RuntimeException e) {
            failure = e;
        }
        // Asked when it is closed: much is written only then, and what was written before is lost with it.
        IOException unwritten = database.writeFailure();
        failure = unwritten == null ? failure : unwritten;
        if (failure != null) {
            throw EmbeddedDatabase.cannotWrite(store, failure);
        }
    }

    private void importAll(BulkInput input) {
        GuardedFiles files = new GuardedFiles();
        StrictCollector collector = new StrictCollector();
        Config config = Config.newBuilder()
                .set(StoreSettings.forWriting(store, options))
                .build();
        try (files;
                PrintStream progress = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                JobScheduler scheduler = JobSchedulerFactory.createInitialisedScheduler()) {
            BatchImporter importer = StorageEngineFactory.selectStorageEngine(config)
                    .batchImporter(
                            EmbeddedDatabase.layout(store),
                            files,
                            PageCacheTracer.NULL,
                            new ImportConfiguration(),
                            NullLogService.getInstance(),
                            progress,
                            false,
                            DefaultAdditionalIds.EMPTY,
                            config,
                            Monitor.NO_MONITOR,
                            scheduler,
                            collector,
                            TransactionLogInitializer.getLogFilesInitializer(),
                            new IndexImporterFactoryImpl(),
                            EmptyMemoryTracker.INSTANCE,
                            CursorContextFactory.NULL_CONTEXT_FACTORY);
            importer.doImport(input);
        } catch (Exception e) {
            IOException unwritten = files.failure();
            throw EmbeddedDatabase.cannotWrite(store, unwritten == null ? e : unwritten);
        }
        IOException unwritten = files.failure();
        if (unwritten != null) {
            throw EmbeddedDatabase.cannotWrite(store, unwritten);
        }
        RuntimeException failure = input.failure();
        if (failure != null) {
            throw failure;
        }
        collector.refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Only sizes the importer's first buffers, so a guess will do where a count is not to be had. */
    private static Input.Estimates estimates(Iterable<NodeRow> nodes, Iterable<RelationshipRow> relationships) {
        long nodeCount = size(nodes, 100_000);
        long relationshipCount = size(relationships, 1_000_000);
        long nodeProperties = nodeCount * PROPERTIES_PER_NODE;
        long relationshipProperties = relationshipCount * PROPERTIES_PER_RELATIONSHIP;
        return Input.knownEstimates(
                nodeCount,
                relationshipCount,
                nodeProperties,
                relationshipProperties,
                nodeProperties * BYTES_PER_PROPERTY,
                relationshipProperties * BYTES_PER_PROPERTY,
                2 * nodeCount);
    }

    private static long size(Iterable<?> rows, long otherwise) {
        return rows instanceof Collection<?> collection ? collection.size() : otherwise;
    }

    private static final class ImportConfiguration implements Configuration {
        @Override
        public long maxOffHeapMemory() {
            return IMPORT_BYTES;
        }

        /** The indexes every scan of a label or type needs. */
        @Override
        public IndexConfig indexConfig() {
            return IndexConfig.create().withLabelIndex().withRelationshipTypeIndex();
        }

        /** Ids are looked up by a hash; this compares the ids themselves, so that no unknown id passes for another. */
        @Override
        public boolean strictNodeCheck() {
            return true;
        }
    }
}
