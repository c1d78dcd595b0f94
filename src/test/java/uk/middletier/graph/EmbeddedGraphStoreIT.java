package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.cypher.Statement;
import uk.middletier.model.GeoPoint;

@ExtendWith(SmallGraph.class)
class EmbeddedGraphStoreIT implements GraphStoreContract {
    private final EmbeddedGraphStore store;

    EmbeddedGraphStoreIT(EmbeddedGraphStore store) {
        this.store = store;
    }

    @Override
    public GraphStore store() {
        return store;
    }

    @Override
    public Duration endOfASecond() {
        return Duration.ofSeconds(5);
    }

    @Test
    void valuesComeAsTheModelHasThem() {
        try (Rows rows = read("""
                MATCH (s:School {urn: $urn})-[r:GOVERNED_BY]->(b)
                RETURN s, r, b.name AS body, s.from AS from, s.to AS to, s.fsmPercent AS fsm, s.location AS location,
                  1 AS one, true AS yes, [1, date('2020-02-29'), null] AS list, {a: {b: 2.5}} AS map
                """, Map.of("urn", 137000L))) {
            Row row = rows.next();
            assertThat(rows.columns()).startsWith("s", "r", "body").hasSize(11);
            assertThat(row.map("s")).containsEntry("id", "school:137000").containsEntry("urn", 137000L);
            assertThat(row.map("r")).containsEntry("basis", "register").doesNotContainKey("to");
            assertThat(row.string("body")).isEqualTo("The Grove Trust");
            assertThat(row.date("from")).isEqualTo("2012-04-01");
            assertThat(row.date("to")).isNull();
            assertThat(row.get("fsm")).isEqualTo(12.5);
            assertThat(row.get("location")).isEqualTo(new GeoPoint(0.05, 51.48));
            assertThat(row.integer("one")).isEqualTo(1);
            assertThat(row.get(8)).isEqualTo(true);
            assertThat(row.list("list")).containsExactly(1L, LocalDate.of(2020, 2, 29), null);
            assertThat(row.map("map")).containsEntry("a", Map.of("b", 2.5));
            assertThat(rows.hasNext()).isFalse();
            assertThatThrownBy(() -> row.get("nothing")).hasMessageContaining("no column nothing");
        }
    }

    @Test
    void nodesAndRelationshipsKnowWhatTheyAre() {
        try (Rows rows = read("""
                MATCH path = (s:School {urn: 100000})-[:GOVERNED_BY]->(:LocalAuthority) RETURN path
                """, Map.of())) {
            List<Object> path = new ArrayList<>(rows.next().list("path"));
            assertThat(path).hasSize(3);
            assertThat(path.get(0)).isInstanceOfSatisfying(NodeValue.class, node -> {
                assertThat(node.labels()).containsExactly("School");
                assertThat(node).containsEntry("urn", 100000L);
                assertThat(List.copyOf(node.keySet())).isSorted();
            });
            assertThat(path.get(1)).isInstanceOfSatisfying(RelationshipValue.class, relationship -> {
                assertThat(relationship.start()).isEqualTo("school:100000");
                assertThat(relationship.type()).isEqualTo("GOVERNED_BY");
                assertThat(relationship.end()).isEqualTo("la:203");
                assertThat(relationship).containsEntry("to", LocalDate.of(2012, 4, 1));
            });
            assertThat(path.get(2))
                    .isInstanceOfSatisfying(
                            NodeValue.class,
                            node -> assertThat(node.labels()).containsExactly("Area", "Body", "LocalAuthority"));
        }
    }

    @Test
    void timeOfReadingRowsCounts() {
        try (Rows rows =
                store.read(GraphStoreContract.statement("UNWIND range(1, 1000000000) AS n RETURN n"), SECOND)) {
            assertThatThrownBy(() -> {
                        while (rows.hasNext()) {
                            rows.next();
                        }
                    })
                    .isInstanceOfSatisfying(
                            GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.TIMEOUT));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (n) RETURN n",
                "MATCH (n) SET n.name = 'x'",
                "MATCH (n) DETACH DELETE n",
                "CREATE INDEX x FOR (n:X) ON (n.y)",
                "DROP INDEX schools",
                "CREATE DATABASE x",
                "STOP DATABASE neo4j",
                "CALL db.createLabel('X')",
            })
    void writesAreRefused(String write) {
        assertFails(write, GraphException.Kind.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL dbms.listConfig()",
                "CALL db.clearQueryCaches()",
            })
    void whatIsNotTheGraphIsOutOfReach(String statement) {
        assertFails(statement, GraphException.Kind.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "http://127.0.0.1:9/x"})
    void whatLiesElsewhereIsNotLoaded(String address) {
        assertFails("LOAD CSV FROM '" + address + "' AS line RETURN line", GraphException.Kind.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOW SETTINGS", "SHOW TRANSACTIONS YIELD username WHERE username <> 'nobody' RETURN 1"})
    void nothingIsShownOfTheServer(String statement) {
        try (Rows rows = read(statement, Map.of())) {
            int count = 0;
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
            // A read sees itself.
            assertThat(count).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void readCannotEndAnother() {
        try (Rows other = read("UNWIND range(1, 1000000000) AS n RETURN n", Map.of())) {
            for (int transaction = 0; transaction < 100; transaction++) {
                try (Rows rows = read("TERMINATE TRANSACTIONS $id", Map.of("id", "neo4j-transaction-" + transaction))) {
                    assertThat(rows.next().string("message")).doesNotContain("terminated.");
                } catch (GraphException e) {
                    assertThat(e.kind()).isNotEqualTo(GraphException.Kind.UNAVAILABLE);
                }
            }
            for (int i = 0; i < 100_000; i++) {
                assertThat(other.hasNext()).isTrue();
                other.next();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNWIND [1] AS x CALL (x) { CREATE (:X) } IN TRANSACTIONS",
                "MATCH (s:School RETURN s",
                "RETURN x",
                "RETURN $x",
                "RETURN 1 / 0",
                "CALL no.such()",
                "CALL dbms.listActiveLocks('x')"
            })
    void badStatementIsTheCallersFault(String statement) {
        assertFails(statement, GraphException.Kind.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ysgol", "the", "awel AND môr", "all", "gro*"})
    void everyWordOfANameIsFound(String search) {
        try (Rows rows = read(
                "CALL db.index.fulltext.queryNodes('schools', $search) YIELD node RETURN node.name AS name",
                Map.of("search", search))) {
            assertThat(rows.hasNext()).isTrue();
        }
    }

    @Test
    void secondOpeningOfAStore_saysThatOnlyOneCan(@TempDir Path folder) {
        Path copy = SmallGraph.copyTo(folder.resolve("store"));
        try (EmbeddedGraphStore one = EmbeddedGraphStore.open(copy, StoreOptions.DEFAULT)) {
            assertThat(one).isNotNull();
            assertThatThrownBy(() -> EmbeddedGraphStore.open(copy, StoreOptions.DEFAULT))
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("only one can at a time")
                    .hasMessageContaining(copy.toString());
        }
    }

    @Test
    void folderWithoutStore_isNotMadeOne(@TempDir Path folder) {
        Path nothing = folder.resolve("store");
        assertThatThrownBy(() -> EmbeddedGraphStore.open(nothing, StoreOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.UNAVAILABLE))
                .hasMessageContaining("no graph store in " + nothing);
        assertThat(nothing).doesNotExist();
    }

    @Test
    void closingEndsRunningReadsAndRefusesNewOnes(@TempDir Path folder) throws Exception {
        EmbeddedGraphStore own =
                EmbeddedGraphStore.open(SmallGraph.copyTo(folder.resolve("store")), StoreOptions.DEFAULT);
        Rows open = own.read(GraphStoreContract.statement("UNWIND range(1, 1000000000) AS n RETURN n"), LONG);
        CompletableFuture<Rows> running = CompletableFuture.supplyAsync(
                () -> own.read(GraphStoreContract.statement("UNWIND range(1, 1000000000) AS n RETURN sum(n)"), LONG));
        Thread.sleep(200);
        own.close();
        assertThat(running.handle((rows, failure) -> failure).get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.UNAVAILABLE));
        open.close();
        assertThatThrownBy(() -> own.read(GraphStoreContract.statement("RETURN 1"), SECOND))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.UNAVAILABLE));
        own.close();
    }

    private void assertFails(String statement, GraphException.Kind kind) {
        assertThat(GraphStoreContract.failure(store, statement).kind()).isEqualTo(kind);
    }

    private Rows read(String text, Map<String, Object> parameters) {
        return store.read(new Statement(text, parameters), LONG);
    }
}
