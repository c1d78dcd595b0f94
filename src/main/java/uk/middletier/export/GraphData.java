package uk.middletier.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.NodeValue;
import uk.middletier.graph.RelationshipValue;

/** Nodes and edges found in rows, each once, in the order in which they were found. Not for several threads. */
public final class GraphData {
    private final Map<String, NodeValue> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    /** An edge is the same if it joins the same nodes in the same way. */
    record Edge(String source, String target, String type, Map<String, @Nullable Object> properties) {}

    /** Takes the nodes, relationships and paths of a value, however deep in lists and maps they are. */
    public void add(@Nullable Object value) {
        if (value instanceof NodeValue node) {
            nodes.putIfAbsent(node.id(), node);
        } else if (value instanceof RelationshipValue relationship) {
            edges.add(new Edge(
                    relationship.start(), relationship.end(), relationship.type(), new LinkedHashMap<>(relationship)));
        } else if (value instanceof List<?> list) {
            list.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::add);
        }
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty();
    }

    /** Ids of nodes at which an edge ends but which are not there yet. */
    public Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        for (Edge edge : edges) {
            missing.add(edge.source());
            missing.add(edge.target());
        }
        missing.removeAll(nodes.keySet());
        return missing;
    }

    public int nodeCount() {
        return nodes.size();
    }

    public int edgeCount() {
        return edges.size();
    }

    List<NodeValue> nodes() {
        return new ArrayList<>(nodes.values());
    }

    List<Edge> edges() {
        return new ArrayList<>(edges);
    }
}
