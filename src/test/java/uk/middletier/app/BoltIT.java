package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Point;
import org.neo4j.driver.types.Relationship;
import uk.middletier.config.Setting;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;

/** What comes over Bolt, as Neo4j's own driver sees it: answers for readers, refusals for everybody else. */
class BoltIT {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final int THREADS = 2;
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String RUNAWAY =
            "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @SuppressWarnings("NullAway.Init")
    private static Driver driver;

    /** Another test's store, which answers over Bolt too, may be open in this process: its threads are its own. */
    private static Set<Thread> before = Set.of();

    @BeforeAll
    static void serve() throws IOException {
        before = Set.copyOf(Thread.getAllStackTraces().keySet());
        List<Path> files = new Generator(new GenerateOptions(1, 1, Set.of("391"), LocalDate.of(2025, 1, 5)))
                .writeTo(folder.resolve("files"))
                .paths();
        Path tokens = Files.writeString(folder.resolve("tokens"), "ana " + TOKEN + "\n");
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-------"));
        service = RunningService.ofImported(
                folder.resolve("data"),
                files,
                Map.of(
                        Setting.TOKENS,
                        tokens.toString(),
                        Setting.BOLT,
                        "0",
                        Setting.TIMEOUT,
                        String.valueOf(LIMIT.toSeconds()),
                        Setting.CONCURRENCY,
                        String.valueOf(THREADS),
                        Setting.QUERY_MEMORY,
                        "16"));
        driver = driver("bolt", AuthTokens.basic("anybody", TOKEN));
    }

    @AfterAll
    static void stop() {
        driver.close();
        service.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("bolt-front") || name.contains("Bolt"));
    }

    @Test
    void rowsComeWithTheirTypes_asAskedByParameters() {
        Record any = only(
                "MATCH (s:School) WHERE s.location IS NOT NULL AND s.from IS NOT NULL RETURN s.urn AS urn,"
                        + " toString(s.from) AS from, s.location.x AS x, s.location.y AS y LIMIT 1",
                Map.of());
        Record row = only(
                "MATCH (s:School {urn: $urn}) RETURN s.name AS name, s.from AS from, s.location AS location, $day AS"
                        + " day",
                Map.of("urn", any.get("urn").asInt(), "day", LocalDate.of(2024, 9, 1)));
        assertThat(row.get("name").asString()).isNotBlank();
        assertThat(row.get("from").asLocalDate().toString())
                .isEqualTo(any.get("from").asString());
        assertThat(row.get("day").asLocalDate()).isEqualTo("2024-09-01");
        Point location = row.get("location").asPoint();
        assertThat(location.srid()).isEqualTo(4326);
        assertThat(location.x()).isEqualTo(any.get("x").asDouble());
        assertThat(location.y()).isEqualTo(any.get("y").asDouble());
    }

    @Test
    void nodesAndRelationshipsComeWhole() {
        Record row = only(
                "MATCH (s:School)-[g:GOVERNED_BY]->(b:Body) WHERE g.from IS NOT NULL RETURN s, g, b ORDER BY s.urn,"
                        + " g.from LIMIT 1",
                Map.of());
        Node school = row.get("s").asNode();
        Relationship governed = row.get("g").asRelationship();
        assertThat(school.labels()).containsExactly("School");
        assertThat(school.get("id").asString())
                .isEqualTo("school:" + school.get("urn").asInt());
        assertThat(governed.type()).isEqualTo("GOVERNED_BY");
        assertThat(governed.get("from").asLocalDate()).isNotNull();
        assertThat(governed.startNodeElementId()).isEqualTo(school.elementId());
        assertThat(governed.endNodeElementId()).isEqualTo(row.get("b").asNode().elementId());
    }

    @Test
    void neo4jScheme_isRoutedToThePortItWasAskedFor() {
        try (Driver routing = driver("neo4j", AuthTokens.bearer(TOKEN));
                Session session = routing.session(SessionConfig.forDatabase("neo4j"))) {
            int one = session.executeRead(
                    transaction -> transaction.run("RETURN 1").single().get(0).asInt());
            assertThat(one).isEqualTo(1);
            Value servers = session.run("CALL dbms.routing.getRoutingTable({})")
                    .single()
                    .get("servers");
            assertThat(servers.values())
                    .extracting(server -> server.get("addresses").get(0).asString())
                    .containsOnly("localhost:" + service.boltPort());
        }
    }

    @Test
    void whoHasNoToken_isNotLetIn() {
        for (AuthToken wrong : List.of(
                AuthTokens.none(),
                AuthTokens.basic("neo4j", "neo4j"),
                AuthTokens.basic("ana", ""),
                AuthTokens.basic(TOKEN, ""),
                AuthTokens.bearer("x".repeat(32)))) {
            try (Driver stranger = driver("bolt", wrong)) {
                assertThatThrownBy(stranger::verifyConnectivity)
                        .isInstanceOfSatisfying(
                                Neo4jException.class,
                                e -> assertThat(e.code()).isEqualTo("Neo.ClientError.Security.Unauthorized"));
            }
        }
    }

    @Test
    void versionIsThatOfNeo4j_asToolsGoByIt() {
        Record row = only("CALL dbms.components()", Map.of());
        assertThat(row.get("versions").get(0).asString()).startsWith("5.26.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (n:X)",
                "MERGE (n:X {a: 1})",
                "MATCH (n:School) SET n.name = ''",
                "MATCH (n:School) REMOVE n.name",
                "MATCH (n) DETACH DELETE n",
                "MATCH (n) FOREACH (x IN [1] | SET n.y = x)",
                "CREATE INDEX x FOR (n:School) ON (n.x)",
                "DROP INDEX schools",
                "CREATE CONSTRAINT x FOR (n:School) REQUIRE n.x IS UNIQUE",
                "CALL db.createLabel('X')",
                "UNWIND [1] AS x CALL { WITH x RETURN x AS y } IN TRANSACTIONS RETURN y",
                "UNWIND [1] AS x CALL { WITH x CREATE (:X) } IN TRANSACTIONS",
                "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
                "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
                "CALL dbms.listConfig()",
                "CALL dbms.listConnections()",
                "CALL dbms.killConnection('bolt-1')",
                "CALL dbms.queryJmx('*:*')",
                "CALL dbms.upgrade()",
                "CALL db.clearQueryCaches()",
                "CALL db.prepareForReplanning()",
                "CALL db.resampleOutdatedIndexes()",
                "CALL db.stats.collect('QUERIES', {})",
                "CALL tx.setMetaData({a: 1})",
                "CREATE DATABASE x",
                "STOP DATABASE neo4j",
                "DROP DATABASE neo4j",
                "ALTER DATABASE neo4j SET ACCESS READ WRITE",
                "CREATE USER x SET PASSWORD 'y12345678'",
                "ALTER USER neo4j SET PASSWORD 'y12345678'",
                "SHOW USERS",
                "USE system MATCH (n) RETURN n",
                "RETURN 1; RETURN 2"
            })
    void whatIsMoreThanReading_isRefusedInEveryDatabaseAndTransaction(String statement) {
        for (String database : List.of("neo4j", "system")) {
            try (Session session = driver.session(SessionConfig.forDatabase(database))) {
                assertThatThrownBy(() -> session.run(statement).consume())
                        .as(database)
                        .isInstanceOf(Neo4jException.class);
                assertThatThrownBy(() -> {
                            try (Transaction transaction = session.beginTransaction()) {
                                transaction.run(statement).consume();
                                transaction.commit();
                            }
                        })
                        .as("transaction in " + database)
                        .isInstanceOf(Neo4jException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Neo.ClientError.Statement.AccessMode | CREATE (n:X)",
                "Neo.ClientError.Statement.AccessMode | CREATE DATABASE x",
                "Neo.ClientError.Statement.ExternalResourceFailed | LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
                "Neo.ClientError.Security.Forbidden | CALL dbms.killConnection('bolt-1')"
            })
    void refusalSaysWhy(String code, String statement) {
        assertThatThrownBy(() -> only(statement, Map.of()))
                .isInstanceOfSatisfying(
                        Neo4jException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void settingsAndTheTransactionsOfOthersAreNotSeen_norEnded() {
        assertThat(list("SHOW SETTINGS", Map.of())).isEmpty();
        try (Driver another = driver("bolt", AuthTokens.basic("", TOKEN));
                Session theirs = another.session();
                Transaction transaction = theirs.beginTransaction()) {
            String id = transaction
                    .run("SHOW TRANSACTIONS YIELD transactionId")
                    .single()
                    .get(0)
                    .asString();
            assertThat(list("SHOW TRANSACTIONS YIELD transactionId RETURN transactionId", Map.of()))
                    .extracting(row -> row.get(0).asString())
                    .doesNotContain(id);
            list("TERMINATE TRANSACTIONS $id", Map.of("id", id));
            assertThat(transaction.run("RETURN 1").single().get(0).asInt()).isEqualTo(1);
        }
    }

    /** Less than nothing stands for a client that asks for nothing; zero is "no limit" to Neo4j. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 3_600_000})
    void runawayQuery_isEndedByTheTimeLimit_whateverItsClientAsksFor(long askedMillis) {
        TransactionConfig config = askedMillis < 0
                ? TransactionConfig.empty()
                : TransactionConfig.builder()
                        .withTimeout(Duration.ofMillis(askedMillis))
                        .build();
        long begin = System.nanoTime();
        try (Session session = driver.session()) {
            assertThatThrownBy(() -> session.run(RUNAWAY, config).consume())
                    .isInstanceOfSatisfying(
                            Neo4jException.class,
                            e -> assertThat(e.code()).startsWith("Neo.ClientError.Transaction.TransactionTimedOut"));
        }
        // Neo4j looks every 200 ms, and the machine has other things to do.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(LIMIT, LIMIT.multipliedBy(4));
    }

    @Test
    void idleTransaction_isEndedByTheTimeLimit() throws InterruptedException {
        try (Session session = driver.session();
                Transaction transaction = session.beginTransaction()) {
            transaction.run("RETURN 1").consume();
            Thread.sleep(LIMIT.plusSeconds(1).toMillis());
            assertThatThrownBy(() -> transaction.run("RETURN 1").consume()).isInstanceOf(Neo4jException.class);
        }
    }

    @Test
    void queryThatTakesTooMuchMemory_isRefused() {
        assertThatThrownBy(() -> only("UNWIND range(1, 10000000) AS x RETURN size(collect(x))", Map.of()))
                .isInstanceOfSatisfying(
                        Neo4jException.class, e -> assertThat(e.code()).contains("Memory"));
    }

    @Test
    void moreTransactionsThanThreads_takeTurns() {
        List<Session> sessions = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < THREADS * 3; i++) {
            Session session = driver.session();
            sessions.add(session);
            results.add(session.beginTransaction().run("UNWIND range(1, 5000) AS x RETURN x"));
        }
        long sum = 0;
        while (results.get(0).hasNext()) {
            for (Result result : results) {
                sum += result.next().get("x").asLong();
            }
        }
        sessions.forEach(Session::close);
        assertThat(sum).isEqualTo(results.size() * 5000L * 5001 / 2);
    }

    @Test
    void portInUse_isNamedWithItsFlag() {
        String port = String.valueOf(service.boltPort());
        Run run = Run.of("serve", "--data", folder.resolve("data").toString(), "--port", "0", "--bolt", port);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("cannot listen for Bolt on 127.0.0.1 port " + port)
                .contains("--bolt");
    }

    private static Record only(String statement, Map<String, Object> parameters) {
        List<Record> rows = list(statement, parameters);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<Record> list(String statement, Map<String, Object> parameters) {
        try (Session session = driver.session()) {
            return session.run(statement, parameters).list();
        }
    }

    private static Driver driver(String scheme, AuthToken token) {
        return GraphDatabase.driver(scheme + "://localhost:" + service.boltPort(), token);
    }
}
