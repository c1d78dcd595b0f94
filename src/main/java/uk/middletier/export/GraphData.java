package uk.middletier.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.NodeValue;
import uk.middletier.graph.RelationshipValue;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Properties;

/** Nodes and edges found in rows, each once, in the order in which they were found. Not for several threads. */
public final class GraphData implements GraphSource {
    private final Map<String, NodeValue> nodes = new LinkedHashMap<>();
    private final Set<Found> edges = new LinkedHashSet<>();

    /** An edge is the same if it joins the same nodes in the same way. */
    private record Found(String source, String target, String type, Map<String, @Nullable Object> properties) {}

    /** Takes the nodes, relationships and paths of a value, however deep in lists and maps they are. */
    public void add(@Nullable Object value) {
        if (value instanceof NodeValue node) {
            nodes.putIfAbsent(node.id(), node);
        } else if (value instanceof RelationshipValue relationship) {
            edges.add(new Found(
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
        for (Found edge : edges) {
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

    @Override
    public boolean directed() {
        return true;
    }

    @Override
    public List<Column> nodeColumns() {
        return columns(nodes().stream().map(Node::attributes).toList());
    }

    @Override
    public List<Column> edgeColumns() {
        return columns(edges().stream().map(Edge::attributes).toList());
    }

    @Override
    public List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        for (NodeValue node : nodes.values()) {
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>(node);
            attributes.remove(Properties.ID);
            attributes.put("labels", List.copyOf(node.labels()));
            all.add(new Node(
                    node.id(),
                    String.valueOf(node.getOrDefault(Properties.NAME, node.id())),
                    node.get(Properties.LOCATION) instanceof GeoPoint point ? point : null,
                    attributes,
                    spans(attributes)));
        }
        return all;
    }

    @Override
    public List<Edge> edges() {
        List<Edge> all = new ArrayList<>();
        for (Found edge : edges) {
            // Of an edge the id is its place in the answer.
            all.add(new Edge(
                    "e" + all.size(),
                    edge.source(),
                    edge.target(),
                    edge.type(),
                    edge.properties(),
                    spans(edge.properties())));
        }
        return all;
    }

    private static List<Interval> spans(Map<String, @Nullable Object> properties) {
        LocalDate from = properties.get(Properties.FROM) instanceof LocalDate day ? day : null;
        LocalDate to = properties.get(Properties.TO) instanceof LocalDate day ? day : null;
        boolean never = from != null && to != null && !from.isBefore(to);
        return (from == null && to == null) || never ? List.of() : List.of(new Interval(from, to));
    }

    private static List<Column> columns(List<Map<String, @Nullable Object>> all) {
        Map<String, Column.Type> types = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> attributes : all) {
            attributes.forEach((name, value) -> {
                if (value != null) {
                    types.merge(name, type(value), (one, other) -> one == other ? one : Column.Type.ANY);
                }
            });
        }
        List<Column> columns = new ArrayList<>();
        types.forEach((name, type) -> columns.add(new Column(name, type)));
        return columns;
    }

    private static Column.Type type(Object value) {
        if (value instanceof String) {
            return Column.Type.TEXT;
        }
        if (value instanceof Long || value instanceof Integer) {
            return Column.Type.INTEGER;
        }
        if (value instanceof Double) {
            return Column.Type.DECIMAL;
        }
        if (value instanceof Boolean) {
            return Column.Type.BOOLEAN;
        }
        if (value instanceof LocalDate) {
            return Column.Type.DATE;
        }
        return value instanceof GeoPoint ? Column.Type.POINT : Column.Type.ANY;
    }
}
