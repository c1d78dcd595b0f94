package uk.middletier.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;

/**
 * Rows put together to batches that one statement each writes: nodes of the same labels, relationships of the same type
 * between the same labels. Keeps the ids of all nodes, by which it knows what a relationship ends at.
 */
final class BoltBatches {
    private static final int ROWS = 2_000;

    /** Those under which ids are unique, see {@link Schema}: by one of them every node is found without a search. */
    private static final List<String> KEYS =
            List.of(Labels.SCHOOL, Labels.BODY, Labels.AREA, Labels.DATASET, Labels.PROGRAMME);

    private final Consumer<Batch> writer;
    private final Map<String, Batch> filling = new LinkedHashMap<>();
    private final Map<String, String> keysById = new HashMap<>();
    private final Map<String, Long> labels = new TreeMap<>();
    private final Map<String, Long> types = new TreeMap<>();
    private long nodes;
    private long relationships;

    BoltBatches(Consumer<Batch> writer) {
        this.writer = writer;
    }

    /**
     * So many rows and what writes them.
     *
     * @param statement takes {@code $rows} and returns {@code count}, how many it wrote
     */
    record Batch(String statement, List<Map<String, Object>> rows) {
        void requireAll(long written) {
            if (written != rows.size()) {
                throw new GraphException(
                        GraphException.Kind.FAILED,
                        "of " + rows.size() + " rows " + written + " were written by " + statement);
            }
        }
    }

    void add(NodeRow row) {
        if (row.labels().isEmpty()) {
            throw invalid("node " + row.id() + " has no label");
        }
        if (row.properties().containsKey(Properties.ID)) {
            throw invalid("node " + row.id() + " has a second id");
        }
        String key = KEYS.stream()
                .filter(row.labels()::contains)
                .findFirst()
                .orElseThrow(() -> invalid("node " + row.id() + " has none of the labels " + KEYS));
        if (keysById.put(row.id(), key) != null) {
            throw invalid("there are two nodes of the id " + row.id());
        }
        nodes++;
        row.labels().forEach(label -> labels.merge(label, 1L, Long::sum));
        Map<String, Object> properties = properties(row.id(), row.properties());
        properties.put(Properties.ID, row.id());
        String all = row.labels().stream().map(label -> ":" + quoted(label)).collect(Collectors.joining());
        add("UNWIND $rows AS row CREATE (n" + all + ") SET n = row RETURN count(n) AS count", properties);
    }

    void add(RelationshipRow row) {
        relationships++;
        types.merge(row.type(), 1L, Long::sum);
        add(
                "UNWIND $rows AS row MATCH (a:" + key(row, row.from()) + " {id: row.from}), (b:" + key(row, row.to())
                        + " {id: row.to}) CREATE (a)-[r:" + quoted(row.type())
                        + "]->(b) SET r = row.properties RETURN count(r) AS count",
                Map.of(
                        "from",
                        row.from(),
                        "to",
                        row.to(),
                        "properties",
                        properties(row.type() + " of " + row.from(), row.properties())));
    }

    /** Writes what has not filled a batch. */
    void flush() {
        filling.values().forEach(writer);
        filling.clear();
    }

    GraphCounts counts() {
        return new GraphCounts(nodes, relationships, labels, types);
    }

    private void add(String statement, Map<String, Object> row) {
        Batch batch = filling.computeIfAbsent(statement, text -> new Batch(text, new ArrayList<>()));
        batch.rows().add(row);
        if (batch.rows().size() == ROWS) {
            filling.remove(statement);
            writer.accept(batch);
        }
    }

    private String key(RelationshipRow row, String end) {
        String key = keysById.get(end);
        if (key == null) {
            throw invalid(row.type() + " from " + row.from() + " to " + row.to() + ": there is no node " + end);
        }
        return key;
    }

    private static Map<String, Object> properties(String owner, Map<String, Object> properties) {
        Map<String, Object> converted = new HashMap<>();
        properties.forEach((name, value) -> converted.put(name, BoltValues.toServer(owner, name, value)));
        return converted;
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static GraphException invalid(String message) {
        return new GraphException(GraphException.Kind.INVALID, message);
    }
}
