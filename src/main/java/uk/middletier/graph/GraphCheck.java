package uk.middletier.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.middletier.cypher.ReleaseStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.model.Labels;

/** Checks of a fresh store before it is published: that all of it is there, and what the graph promises holds. */
public final class GraphCheck {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    /** Fixed text: Cypher-DSL has no SHOW commands. */
    private static final Statement INDEXES = new Statement(
            "SHOW INDEXES YIELD name, state, populationPercent RETURN name, state, populationPercent", Map.of());

    private final GraphStore store;
    private final GraphCounts expected;
    private final List<String> failures = new ArrayList<>();

    private GraphCheck(GraphStore store, GraphCounts expected) {
        this.store = store;
        this.expected = expected;
    }

    /**
     * Runs every check.
     *
     * @param expected what was written, see {@link BulkWriter#write}
     * @throws GraphCheckException with every check that failed
     */
    public static void run(GraphStore store, GraphCounts expected) {
        GraphCheck check = new GraphCheck(store, expected);
        check.counts();
        check.intervals();
        check.governance();
        check.indexes();
        check.smoke();
        if (!check.failures.isEmpty()) {
            throw new GraphCheckException(check.failures);
        }
    }

    private void counts() {
        compare("nodes by label", expected.nodesByLabel(), tally(ReleaseStatements.NODES_BY_LABEL, "label"));
        compare(
                "relationships by type",
                expected.relationshipsByType(),
                tally(ReleaseStatements.RELATIONSHIPS_BY_TYPE, "type"));
    }

    private void compare(String what, Map<String, Long> written, Map<String, Long> found) {
        if (!written.equals(found)) {
            failures.add(what + ": written " + written + ", found " + found);
        }
    }

    private void intervals() {
        Samples empty = new Samples("intervals without a day");
        try (Rows rows = store.read(ReleaseStatements.EMPTY_INTERVALS, TIMEOUT)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                empty.add(row.string("start") + " " + row.string("type") + " " + row.string("end") + " from "
                        + row.date("from") + " to " + row.date("to"));
            }
        }
        empty.reportTo(failures);
    }

    private void governance() {
        GovernanceCheck check = new GovernanceCheck();
        try (Rows rows = store.read(ReleaseStatements.GOVERNANCE, TIMEOUT)) {
            while (rows.hasNext()) {
                check.school(rows.next());
            }
        }
        check.reportTo(failures);
    }

    private void indexes() {
        Set<String> missing = new TreeSet<>(Schema.indexNames());
        Samples unready = new Samples("indexes not ready");
        try (Rows rows = store.read(INDEXES, TIMEOUT)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                missing.remove(row.string("name"));
                if (!row.string("state").equals("ONLINE")
                        || !Double.valueOf(100).equals(row.get("populationPercent"))) {
                    unready.add(
                            row.string("name") + " " + row.string("state") + " " + row.get("populationPercent") + "%");
                }
            }
        }
        unready.reportTo(failures);
        if (!missing.isEmpty()) {
            failures.add("indexes missing: " + missing);
        }
    }

    private void smoke() {
        long schools = tally(ReleaseStatements.SCHOOLS_BY_GROUP, "group").values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long written = expected.nodesByLabel().getOrDefault(Labels.SCHOOL, 0L);
        if (schools != written) {
            failures.add("schools by group add up to " + schools + " of " + written);
        }
        try (Rows names = store.read(ReleaseStatements.ANY_SCHOOL_NAME, TIMEOUT)) {
            if (names.hasNext()) {
                search(names.next().string("name"));
            }
        }
    }

    private void search(String name) {
        try (Rows rows = store.read(ReleaseStatements.schoolsNamed(name), TIMEOUT)) {
            if (!rows.hasNext() || rows.next().integer("count") == 0) {
                failures.add("the full-text search does not find " + name);
            }
        }
    }

    private Map<String, Long> tally(Statement statement, String key) {
        Map<String, Long> counts = new TreeMap<>();
        try (Rows rows = store.read(statement, TIMEOUT)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                counts.put(String.valueOf(row.get(key)), row.integer("count"));
            }
        }
        return counts;
    }
}
