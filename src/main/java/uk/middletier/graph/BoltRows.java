package uk.middletier.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.types.Relationship;
import uk.middletier.cypher.Statement;
import uk.middletier.model.Properties;

/**
 * Rows of a query running on a server, converted as they come. A relationship whose ends are not in its row makes it
 * read some rows ahead, so that the ids of many ends are asked for at once.
 */
final class BoltRows implements Rows {
    private static final int MOST_AHEAD = 512;
    /** Ids that are remembered for rows to come. */
    private static final int MOST_IDS = 100_000;

    private static final String ENDS =
            "MATCH (n) WHERE elementId(n) IN $elements RETURN elementId(n) AS element, n." + Properties.ID + " AS id";

    private final BoltRead read;
    private final ResultCursor cursor;
    private final List<String> columns;
    private final Map<String, Integer> places;
    private final Map<String, String> ids = new HashMap<>();
    private final Queue<Row> ready = new ArrayDeque<>();
    private int ahead = 1;
    private boolean done;

    private BoltRows(BoltRead read, ResultCursor cursor) {
        this.read = read;
        this.cursor = cursor;
        this.columns = List.copyOf(cursor.keys());
        this.places = ListedRow.places(columns);
    }

    /** Runs the statement as far as its first row. */
    static Rows open(BoltRead read, Statement statement) {
        BoltRows rows = new BoltRows(read, read.run(statement));
        rows.hasNext();
        return rows;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !done) {
            fetch();
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more rows");
        }
        return ready.remove();
    }

    @Override
    public void close() {
        done = true;
        ready.clear();
        read.close();
    }

    private void fetch() {
        if (ids.size() > MOST_IDS) {
            ids.clear();
        }
        List<List<@Nullable Object>> fetched = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        boolean more = pull(fetched, unknown);
        while (more && !unknown.isEmpty() && fetched.size() < ahead) {
            more = pull(fetched, unknown);
        }
        unknown.removeAll(ids.keySet());
        if (!unknown.isEmpty()) {
            ask(unknown);
            ahead = Math.min(MOST_AHEAD, 2 * ahead);
        }
        for (List<@Nullable Object> values : fetched) {
            List<@Nullable Object> converted = new ArrayList<>(values.size());
            values.forEach(value -> converted.add(BoltValues.fromServer(value, this::id)));
            ready.add(new ListedRow(places, converted));
        }
    }

    /** One more row, if there is one, and the ends of its relationships. */
    private boolean pull(List<List<@Nullable Object>> fetched, Set<String> unknown) {
        Record row = read.await(cursor.nextAsync());
        if (row == null) {
            done = true;
            return false;
        }
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        List<Relationship> relationships = new ArrayList<>();
        row.values().forEach(value -> {
            Object plain = value.asObject();
            BoltValues.visit(plain, node -> ids.put(node.elementId(), BoltValues.id(node)), relationships::add);
            values.add(plain);
        });
        for (Relationship relationship : relationships) {
            List.of(relationship.startNodeElementId(), relationship.endNodeElementId()).stream()
                    .filter(end -> !ids.containsKey(end))
                    .forEach(unknown::add);
        }
        fetched.add(values);
        return true;
    }

    private void ask(Set<String> elements) {
        ResultCursor ends = read.run(new Statement(ENDS, Map.of("elements", List.copyOf(elements))));
        for (Record row : read.await(ends.listAsync())) {
            ids.put(row.get("element").asString(), row.get("id").asString(""));
        }
    }

    private String id(String element) {
        return ids.getOrDefault(element, "");
    }
}
