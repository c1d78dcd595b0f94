package uk.middletier.cypher;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;

/**
 * Everything in a release, a table at a time, in an order that does not depend on how it is stored. Written out, because
 * the order is the point: rows come by the id a table's index is in, so that nothing has to be held to be sorted.
 */
public final class ArchiveStatements {
    /** Which relationships there are: columns {@code start} and {@code end} (labels), {@code type}, {@code count}. */
    public static final Statement KINDS_OF_RELATIONSHIPS = new Statement(
            "MATCH (a)-[r]->(b) RETURN labels(a) AS start, type(r) AS type, labels(b) AS end, count(*) AS count",
            Map.of());

    private ArchiveStatements() {}

    /**
     * Nodes of a table.
     *
     * @param label they have
     * @param without another, which they have not
     */
    public record Nodes(String label, @Nullable String without) {
        private String pattern(String name) {
            return "(" + name + ":" + label + ")";
        }

        private String condition(String name) {
            return without == null ? "" : " AND NOT " + name + ":" + without;
        }
    }

    /** Nodes that are in no table of theirs: column {@code labels}, one row at most. */
    public static Statement strangers(List<String> labels) {
        return new Statement(
                "MATCH (n) WHERE none(label IN labels(n) WHERE label IN $labels) AND NOT n:" + Labels.RELEASE
                        + " AND NOT n:" + Labels.IMPORT + " RETURN labels(n) AS labels LIMIT 1",
                Map.of("labels", labels));
    }

    /** Column {@code key}: which properties the nodes have. */
    public static Statement keys(Nodes nodes) {
        return new Statement(
                "MATCH " + nodes.pattern("n") + " WHERE true" + nodes.condition("n")
                        + " UNWIND keys(n) AS key RETURN DISTINCT key",
                Map.of());
    }

    /** Column {@code key}: which properties the relationships between nodes of two tables have. */
    public static Statement keys(Nodes start, String type, Nodes end) {
        return new Statement(
                path(start, type, end) + " WHERE true" + start.condition("a") + end.condition("b")
                        + " UNWIND keys(r) AS key RETURN DISTINCT key",
                Map.of());
    }

    /** All nodes of a table by their ids: columns {@code labels}, {@code properties}. */
    public static Statement all(Nodes nodes) {
        return new Statement(
                "MATCH " + nodes.pattern("n") + " WHERE n." + Properties.ID + " >= ''" + nodes.condition("n")
                        + " WITH n ORDER BY n." + Properties.ID
                        + " RETURN labels(n) AS labels, properties(n) AS properties",
                Map.of());
    }

    /**
     * All relationships between nodes of two tables: columns {@code start}, {@code end} (ids), {@code properties}.
     *
     * @param keys all properties they have: what is equal in all of them may change places
     */
    public static Statement all(Nodes start, String type, Nodes end, List<String> keys) {
        StringBuilder order = new StringBuilder("a." + Properties.ID + ", b." + Properties.ID);
        keys.forEach(key -> order.append(", r.`").append(key).append('`'));
        return new Statement(
                path(start, type, end) + " WHERE a." + Properties.ID + " >= ''" + start.condition("a")
                        + end.condition("b") + " WITH a, r, b ORDER BY " + order + " RETURN a." + Properties.ID
                        + " AS start, b." + Properties.ID + " AS end, properties(r) AS properties",
                Map.of());
    }

    private static String path(Nodes start, String type, Nodes end) {
        return "MATCH " + start.pattern("a") + "-[r:" + type + "]->" + end.pattern("b");
    }
}
