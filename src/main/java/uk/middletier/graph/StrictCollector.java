package uk.middletier.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.Group;
import org.neo4j.common.EntityType;

/** Keeps what the batch importer puts aside, so that the write fails: nothing is dropped silently. */
final class StrictCollector implements Collector {
    private static final int SAMPLES = 5;

    private final List<String> samples = new ArrayList<>();
    private long count;

    /** The whole of it as one failure, if there is any. */
    synchronized Optional<GraphException> refusal() {
        if (count == 0) {
            return Optional.empty();
        }
        String more = count > samples.size() ? "; and " + (count - samples.size()) + " more" : "";
        return Optional.of(new GraphException(GraphException.Kind.INVALID, String.join("; ", samples) + more));
    }

    @Override
    public void collectBadRelationship(
            Object startId, Group startGroup, Object type, Object endId, Group endGroup, Object missing) {
        refuse("relationship (" + startId + ")-[" + type + "]->(" + endId + ") has an unknown end: " + missing);
    }

    @Override
    public void collectDuplicateNode(Object id, long actualId, Group group) {
        refuse("two nodes have the id " + id);
    }

    @Override
    public void collectEntityViolatingConstraint(
            Object id, long actualId, Map<String, Object> properties, String constraint, EntityType entityType) {
        refuse("node " + id + " breaks " + constraint);
    }

    @Override
    public void collectRelationshipViolatingConstraint(
            Map<String, Object> properties,
            String constraint,
            Object startId,
            Group startGroup,
            String type,
            Object endId,
            Group endGroup) {
        refuse("relationship (" + startId + ")-[" + type + "]->(" + endId + ") breaks " + constraint);
    }

    @Override
    public void collectExtraColumns(String source, long row, String value) {
        refuse("more columns than names in " + source + " row " + row);
    }

    @Override
    public void collectSchemaCommandFailure(EntityType entityType, String message) {
        refuse(message);
    }

    @Override
    public synchronized long badEntries() {
        return count;
    }

    @Override
    public boolean isCollectingBadRelationships() {
        return true;
    }

    @Override
    public void close() {}

    private synchronized void refuse(String message) {
        count++;
        if (samples.size() < SAMPLES) {
            samples.add(message);
        }
    }
}
