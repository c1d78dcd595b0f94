package uk.middletier.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.Group;
import org.neo4j.common.EntityType;

/** Refuses at once what the batch importer would otherwise put aside: nothing is dropped silently. */
final class StrictCollector implements Collector {
    private volatile @Nullable GraphException refusal;

    /** What was refused, if anything: the importer wraps and loses the exceptions of its threads. */
    @Nullable
    GraphException refusal() {
        return refusal;
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
    public long badEntries() {
        return 0;
    }

    @Override
    public boolean isCollectingBadRelationships() {
        return true;
    }

    @Override
    public void close() {}

    private synchronized void refuse(String message) {
        GraphException exception = new GraphException(GraphException.Kind.INVALID, message);
        if (refusal == null) {
            refusal = exception;
        }
        throw exception;
    }
}
