package uk.middletier.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.batchimport.api.InputIterable;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.Group;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;
import org.neo4j.batchimport.api.input.PropertySizeCalculator;
import org.neo4j.batchimport.api.input.ReadableGroups;
import org.neo4j.internal.batchimport.input.Groups;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;

/**
 * Rows as the batch importer wants them: chunks that its threads fetch under a lock and encode side by side. A failing
 * row ends the input and is kept, because the importer prints what is thrown at it to the error stream.
 */
final class BulkInput implements Input {
    private static final int CHUNK_ROWS = 2_000;

    private final Iterable<NodeRow> nodes;
    private final Iterable<RelationshipRow> relationships;
    private final Estimates estimates;
    private final Groups groups = new Groups();
    private final Group group = groups.getOrCreate("id");
    private final Map<String, Long> labels = new TreeMap<>();
    private final Map<String, Long> types = new TreeMap<>();
    private long nodeCount;
    private long relationshipCount;
    private volatile @Nullable RuntimeException failure;

    BulkInput(Iterable<NodeRow> nodes, Iterable<RelationshipRow> relationships, Estimates estimates) {
        this.nodes = nodes;
        this.relationships = relationships;
        this.estimates = estimates;
    }

    /** What ended the input early, if anything. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** What was handed over; to be asked once the import is done. */
    synchronized GraphCounts counts() {
        return new GraphCounts(nodeCount, relationshipCount, labels, types);
    }

    @Override
    public InputIterable nodes(Collector collector) {
        return () -> new Chunks<>(this, nodes.iterator(), this::count, this::write);
    }

    @Override
    public InputIterable relationships(Collector collector) {
        return () -> new Chunks<>(this, relationships.iterator(), this::count, this::write);
    }

    @Override
    public IdType idType() {
        return IdType.STRING;
    }

    @Override
    public ReadableGroups groups() {
        return groups;
    }

    @Override
    public Estimates validateAndEstimate(PropertySizeCalculator calculator) {
        return estimates;
    }

    private synchronized void count(NodeRow row) {
        if (row.labels().isEmpty()) {
            throw new GraphException(GraphException.Kind.INVALID, "node " + row.id() + " has no label");
        }
        if (row.properties().containsKey(Properties.ID)) {
            throw new GraphException(GraphException.Kind.INVALID, "node " + row.id() + " has a second id");
        }
        nodeCount++;
        row.labels().forEach(label -> labels.merge(label, 1L, Long::sum));
    }

    private synchronized void count(RelationshipRow row) {
        relationshipCount++;
        types.merge(row.type(), 1L, Long::sum);
    }

    private void write(NodeRow row, InputEntityVisitor visitor) {
        visitor.id(row.id(), group);
        visitor.labels(row.labels().toArray(String[]::new));
        visitor.property(Properties.ID, row.id());
        writeProperties(row.id(), row.properties(), visitor);
    }

    private void write(RelationshipRow row, InputEntityVisitor visitor) {
        visitor.startId(row.from(), group);
        visitor.endId(row.to(), group);
        visitor.type(row.type());
        writeProperties(row.type() + " of " + row.from(), row.properties(), visitor);
    }

    private static void writeProperties(String owner, Map<String, Object> properties, InputEntityVisitor visitor) {
        properties.forEach((name, value) -> visitor.property(name, ValueConversion.toStore(owner, name, value)));
    }

    private synchronized void fail(RuntimeException cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    /** Writes one row. */
    private interface RowWriter<T> {
        void write(T row, InputEntityVisitor visitor);
    }

    private static final class Chunks<T> implements InputIterator {
        private final BulkInput input;
        private final Iterator<T> rows;
        private final Consumer<T> counter;
        private final RowWriter<T> writer;

        Chunks(BulkInput input, Iterator<T> rows, Consumer<T> counter, RowWriter<T> writer) {
            this.input = input;
            this.rows = rows;
            this.counter = counter;
            this.writer = writer;
        }

        @Override
        public InputChunk newChunk() {
            return new Chunk<>(input, writer);
        }

        @Override
        @SuppressWarnings("unchecked") // the importer hands back what newChunk() made
        public synchronized boolean next(InputChunk chunk) {
            List<T> fetched = new ArrayList<>(CHUNK_ROWS);
            try {
                while (input.failure == null && fetched.size() < CHUNK_ROWS && rows.hasNext()) {
                    T row = rows.next();
                    counter.accept(row);
                    fetched.add(row);
                }
            } catch (RuntimeException e) {
                input.fail(e);
            }
            ((Chunk<T>) chunk).rows = fetched.iterator();
            return !fetched.isEmpty();
        }

        @Override
        public void close() {}
    }

    private static final class Chunk<T> implements InputChunk {
        private final BulkInput input;
        private final RowWriter<T> writer;
        private Iterator<T> rows = Collections.emptyIterator();

        Chunk(BulkInput input, RowWriter<T> writer) {
            this.input = input;
            this.writer = writer;
        }

        @Override
        public boolean next(InputEntityVisitor visitor) throws IOException {
            if (!rows.hasNext() || input.failure != null) {
                return false;
            }
            try {
                writer.write(rows.next(), visitor);
            } catch (GraphException e) {
                input.fail(e);
                visitor.reset();
                return false;
            }
            visitor.endOfEntity();
            return true;
        }

        @Override
        public void close() {}
    }
}
