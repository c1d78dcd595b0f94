package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store on a server answers as one in this process does, and says what is wrong if it cannot. */
@ExtendWith({Neo4jServer.Extension.class, SmallGraph.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoltGraphStoreIT implements GraphStoreContract {
    private final Neo4jServer server;
    private final EmbeddedGraphStore embedded;

    @SuppressWarnings("NullAway.Init")
    private BoltGraphStore store;

    BoltGraphStoreIT(Neo4jServer server, EmbeddedGraphStore embedded) {
        this.server = server;
        this.embedded = embedded;
    }

    @BeforeAll
    void write() {
        try (BoltImport database = BoltImport.begin(server.empty().database(), false)) {
            GraphCounts counts = database.write(SmallGraph.NODES, SmallGraph.RELATIONSHIPS);
            GraphCheck.run(database.store(), counts);
            database.publish("20250101T000000Z-0a1b2c3d", "{}");
        }
        store = BoltGraphStore.open(server.database());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    public GraphStore store() {
        return store;
    }

    @Override
    public Duration endOfASecond() {
        return Duration.ofSeconds(3);
    }

    @Test
    void nodeOfTheReleaseIsNoPartOfTheGraph() {
        GraphCheck.run(
                store,
                new GraphCounts(
                        5,
                        4,
                        Map.of("Area", 1L, "Body", 2L, "LocalAuthority", 1L, "MultiAcademyTrust", 1L, "School", 3L),
                        Map.of("GOVERNED_BY", 3L, "SUCCEEDED_BY", 1L)));
        assertThat(ContentChecksum.of(store)).isEqualTo(ContentChecksum.of(embedded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (s:School) RETURN s ORDER BY s.id",
                "MATCH (s:School {urn: 137000})-[r:GOVERNED_BY]->(b) RETURN s, r, b.name AS body, s.from AS from,"
                        + " s.to AS to, s.fsmPercent AS fsm, s.location AS location, 1 AS one, true AS yes",
                "RETURN [1, date('2020-02-29'), null, 2.5, 'x'] AS list, {a: {b: 2.5, c: [1]}} AS map, null AS nothing",
                "MATCH ()-[r]->() RETURN r ORDER BY r.from, type(r)",
                "MATCH ()-[r]->() WITH r ORDER BY r.from, type(r) RETURN collect(r) AS all, {one: head(collect(r))} AS map",
                "MATCH path = (s:School {urn: 100000})-[*0..2]-() RETURN path ORDER BY length(path), [n IN nodes(path) | n.id]",
                "MATCH path = (s:School {urn: 100000}) RETURN path",
                "RETURN duration('P1Y2M3DT4H5.25S') AS d, datetime('2020-01-01T00:00:00+01:00') AS t, localtime('10:11') AS l,"
                        + " time('10:11Z') AS z, localdatetime('2020-01-01T01:02:03') AS ld,"
                        + " datetime('2020-01-01T00:00:00[Europe/London]') AS zoned",
                "RETURN point({x: 1, y: 2}) AS flat, point({x: 1, y: 2, z: 3}) AS deep,"
                        + " point({longitude: 1, latitude: 2, height: 3}) AS high",
                "RETURN 1.0 / 0 AS infinite, 0.0 / 0 AS none, -0.0 AS zero, 9223372036854775807 AS most",
                "MATCH (n:Nothing) RETURN n, n.x AS x"
            })
    void valuesAreThoseOfTheEmbeddedStore(String statement) {
        assertThat(rows(store, statement)).isEqualTo(rows(embedded, statement));
    }

    @Test
    void endsOfManyRelationshipsAreFound() {
        String statement = "UNWIND range(1, 3000) AS n MATCH ()-[r:GOVERNED_BY]->() RETURN n, r ORDER BY n, r.from";
        assertThat(rows(store, statement)).hasSize(9000).isEqualTo(rows(embedded, statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (s:School RETURN s",
                "RETURN x",
                "RETURN $x",
                "RETURN 1 / 0",
                "CALL no.such()",
                "MATCH (s:School)\nRETURN s.",
                "CREATE (n) RETURN n",
                "MATCH (n) DETACH DELETE n",
                "CREATE INDEX x FOR (n:X) ON (n.y)"
            })
    void failuresAreThoseOfTheEmbeddedStore(String statement) {
        GraphException ours = GraphStoreContract.failure(store, statement);
        GraphException theirs = GraphStoreContract.failure(embedded, statement);
        assertThat(ours.kind()).as(ours.getMessage()).isEqualTo(theirs.kind());
        assertThat(ours.offset()).isEqualTo(theirs.offset());
        assertThat(ours).hasMessage(theirs.getMessage());
    }

    @Test
    void closingEndsRunningReadsAndRefusesNewOnes() throws Exception {
        BoltGraphStore own = BoltGraphStore.open(server.database());
        CompletableFuture<GraphException> running = CompletableFuture.supplyAsync(
                () -> GraphStoreContract.failure(own, "UNWIND range(1, 10000000000) AS n RETURN sum(n)"));
        Thread.sleep(500);
        own.close();
        assertThat(running.get(10, TimeUnit.SECONDS).kind()).isEqualTo(GraphException.Kind.UNAVAILABLE);
        assertThat(GraphStoreContract.failure(own, "RETURN 1").kind()).isEqualTo(GraphException.Kind.UNAVAILABLE);
    }

    @Test
    void readIsTriedAgainAfterACut_asLongAsNobodySawARow() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(server.port());
                BoltGraphStore own = BoltGraphStore.open(server.at("bolt", proxy.port()))) {
            for (int cut = 1; cut < 200; cut += 17) {
                int before = proxy.accepted();
                proxy.cutAfter(cut);
                assertThat(rows(own, "MATCH (s:School) RETURN s.urn AS urn ORDER BY urn"))
                        .hasSize(3);
                assertThat(proxy.accepted()).isGreaterThanOrEqualTo(before);
            }
            assertThat(proxy.accepted()).isGreaterThan(5);
            try (Rows rows = own.read(GraphStoreContract.statement("UNWIND range(1, 1000000) AS n RETURN n"), LONG)) {
                rows.next();
                proxy.cut();
                assertThatThrownBy(() -> {
                            while (rows.hasNext()) {
                                rows.next();
                            }
                        })
                        .isInstanceOfSatisfying(
                                GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.AWAY));
            }
        }
    }

    @Test
    void serverThatIsAway_isSaidSoonAndFoundAgain() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(server.port());
                BoltGraphStore own = BoltGraphStore.open(server.at("bolt", proxy.port()))) {
            own.requireReach();
            proxy.away(true);
            assertThat(GraphStoreContract.failure(own, "RETURN 1").kind()).isEqualTo(GraphException.Kind.AWAY);
            long start = System.nanoTime();
            GraphException again = GraphStoreContract.failure(own, "RETURN 1");
            assertThat(again.kind()).isEqualTo(GraphException.Kind.AWAY);
            assertThat(again).hasMessageContaining("localhost:" + proxy.port());
            // Known to be away, nobody is kept waiting.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SECOND);
            Thread.sleep(1100);
            assertThatThrownBy(own::requireReach).hasMessageContaining("localhost:" + proxy.port());
            proxy.away(false);
            Thread.sleep(1100);
            own.requireReach();
            assertThat(rows(own, "RETURN 1 AS one")).hasSize(1);
        }
    }

    @Test
    void anotherReleaseInTheSamePlace_isNotTakenForThisOne() throws Exception {
        try (BoltGraphStore own = BoltGraphStore.open(server.database())) {
            server.run("MATCH (n:Release) SET n.id = 'another'");
            assertThatThrownBy(own::requireReach).hasMessageContaining("holds release another by now");
        } finally {
            server.run("MATCH (n:Release) SET n.id = '20250101T000000Z-0a1b2c3d'");
        }
    }

    @Test
    void whatIsWrongWithAServer_isSaidInALineWithoutThePassword() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        BoltServer good = server.database();
        assertRefused(
                new BoltServer(good.address(), "neo4j", "neo4j", "wrong-battery"), "does not let the user neo4j in");
        assertRefused(new BoltServer(good.address(), "neo4j", null, null), "asks for a user and a password");
        assertRefused(
                new BoltServer(good.address(), "elsewhere", "neo4j", Neo4jServer.PASSWORD), "no database elsewhere at");
        for (String scheme : List.of("neo4j", "bolt")) {
            assertRefused(server.at(scheme, nobody), "cannot be reached: the connection is refused");
            assertRefused(
                    new BoltServer(URI.create(scheme + "://no-such-host.invalid"), "neo4j", "neo4j", "x"),
                    "there is no host of that name");
            assertRefused(server.at(scheme + "+s", server.port()), "cannot be reached");
        }
    }

    private static void assertRefused(BoltServer wrong, String words) {
        assertThatThrownBy(() -> BoltGraphStore.open(wrong))
                .isInstanceOfSatisfying(GraphException.class, e -> {
                    assertThat(e.kind()).as(e.getMessage()).isEqualTo(GraphException.Kind.AWAY);
                    assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1);
                })
                .hasMessageContaining(words)
                .hasMessageContaining(wrong.address().getHost())
                .hasMessageNotContaining(Neo4jServer.PASSWORD)
                .hasMessageNotContaining("battery");
    }

    /** Everything that a row tells, nodes and relationships with what they know beside their properties. */
    private static List<String> rows(GraphStore store, String statement) {
        List<String> all = new ArrayList<>();
        try (Rows rows = store.read(GraphStoreContract.statement(statement), LONG)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> values = new ArrayList<>();
                for (String column : rows.columns()) {
                    values.add(column + "=" + told(row.get(column)));
                }
                all.add(values.toString());
            }
        }
        return all;
    }

    private static String told(@Nullable Object value) {
        if (value instanceof NodeValue node) {
            return "node " + node.id() + node.labels() + told(Map.copyOf(node));
        }
        if (value instanceof RelationshipValue relationship) {
            return "relationship " + relationship.start() + " " + relationship.type() + " " + relationship.end()
                    + told(new java.util.TreeMap<>(relationship));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(BoltGraphStoreIT::told).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, each) -> entries.add(key + ":" + told(each)));
            return entries.stream().sorted().toList().toString();
        }
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
