package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.middletier.graph.BoltGraphStore;
import uk.middletier.graph.BoltImport;
import uk.middletier.graph.Neo4jServer;
import uk.middletier.query.QueryLibrary;

/** The town answers the same, byte for byte, whether its graph is in this process or on a Neo4j server. */
@ExtendWith({TownServer.Extension.class, Neo4jServer.Extension.class})
@EnabledIfSystemProperty(
        named = "middletier.stores",
        matches = "all",
        disabledReason = "takes minutes: -Dmiddletier.stores=all holds a Neo4j server to the embedded store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresContractIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of each answer, what does not tell the time. */
    private static final List<String> HEADERS =
            List.of("Content-Type", "ETag", "Cache-Control", "Link", "Retry-After", "Allow", "Vary");

    private static final Routes ROUTES = Routes.standard(QueryLibrary.of(null), true);

    private final TownServer embedded;
    private final Neo4jServer database;
    private final OpenApiCalls document;

    @SuppressWarnings("NullAway.Init")
    private TownServer remote;

    StoresContractIT(TownServer embedded, Neo4jServer database) throws IOException {
        this.embedded = embedded;
        this.database = database;
        this.document = new OpenApiCalls(JSON.readTree(embedded.json("/openapi.json")));
    }

    @BeforeAll
    void serve() {
        try (BoltImport writing = BoltImport.begin(database.empty().database(), false)) {
            TownGraph.writeTo(writing);
        }
        remote = new TownServer(BoltGraphStore.open(database.database()));
    }

    @AfterAll
    void stop() {
        remote.close();
    }

    /** All but what a server tells of itself: two servers are two. */
    Stream<OpenApiCalls.Call> operations() {
        return document.all().stream().filter(call -> !call.path().equals("/metrics"));
    }

    /** Every operation as its example has it; in every format, but for saved queries, which have rows below. */
    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationAnswersTheSame(OpenApiCalls.Call call) {
        String path = call.path().contains("{file}") ? DocsIT.asset(embedded) : call.address("");
        assertSame(call, path, call.sampleBody());
        if (!call.id().contains("query-")) {
            for (String format : formats(call)) {
                assertSame(call, path + (path.endsWith("?") ? "" : "&") + "format=" + format, call.sampleBody());
            }
        }
    }

    /** The questions whose answers on the town are known, which have rows. */
    @ParameterizedTest
    @MethodSource("uk.middletier.http.QuerySpecsIT#eachSpec")
    void everySavedQueryAnswersTheSame_inEveryFormat(JsonNode spec) {
        OpenApiCalls.Call call = document.get("post-query-" + spec.path("query").asText());
        String body = JSON.createObjectNode()
                .set("parameters", spec.path("parameters"))
                .toString();
        assertSame(call, call.path(), body);
        for (String format : formats(call)) {
            assertSame(call, call.path() + "?format=" + format, body);
        }
    }

    static Stream<String> targets() {
        return Stream.of(
                "/v1/schools?open=any&limit=1000",
                "/v1/schools?limit=2",
                "/v1/schools?q=harbour",
                "/v1/schools?q=m%C3%B4n",
                "/v1/bodies?open=any",
                "/v1/areas?kind=diocese",
                "/v1/events?from=1990-01-01&limit=1000&stateFunded=any",
                "/v1/graph?layers=diocese&layers=support&full=true",
                "/v1/graph/evolution?from=2000-01-01",
                "/v1/network?measure=ties&asOf=2014-12-31",
                "/v1/schools?asOff=2020-01-01",
                "/v1/schools?area=la:204x",
                "/v1/schools/1",
                "/v1/structure?format=xml",
                "/v1/queries/no-such-query/results",
                "/nowhere",
                "/readyz",
                "/livez");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void otherQuestionsAreAnsweredTheSame(String target) {
        assertThat(told(remote, HttpRequest.newBuilder(remote.uri(target))))
                .isEqualTo(told(embedded, HttpRequest.newBuilder(embedded.uri(target))));
    }

    static Stream<String> statements() throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "MATCH (s:School) RETURN s ORDER BY s.id",
                "MATCH p = (s:School {urn: 137000})-[r]->(x) RETURN p, r, x ORDER BY x.id",
                "MATCH (s:School)-[r:GOVERNED_BY]->() RETURN r ORDER BY s.id, r.from",
                "RETURN duration('P1DT2H') AS d, datetime('2020-01-01T00:00:00Z') AS t, point({x: 1, y: 2}) AS p",
                "MATCH (s:School RETURN s",
                "MATCH (s:School)\nWHERE s.x = \nRETURN s",
                "RETURN 1 / 0",
                "RETURN $absent"));
        try (InputStream in = StoresContractIT.class.getResourceAsStream("/hostile-statements.txt")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> HostileCypherIT.plain(line.split(" \\| ", 2)[1]))
                    .forEach(all::add);
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void statementsOfCallersAreAnsweredAndRefusedTheSame(String statement) {
        String body = JSON.createObjectNode().put("statement", statement).toString();
        Map<String, Object> ours = told(remote, post(remote, "/v1/cypher", body));
        Map<String, Object> theirs = told(embedded, post(embedded, "/v1/cypher", body));
        if (statement.startsWith("USE ")) {
            // Neo4j's words differ: in one process there are no other databases.
            assertThat(ours.get("status")).isIn(400, 403);
            assertThat(theirs.get("status")).isEqualTo(400);
        } else {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    @Test
    void afterAllOfThemTheGraphIsAsItWas() {
        String body = JSON.createObjectNode()
                .put("statement", "MATCH (n) WHERE n:Other OR n.x IS NOT NULL OR n:Release RETURN labels(n) AS labels")
                .toString();
        assertThat(String.valueOf(told(remote, post(remote, "/v1/cypher", body)).get("body")))
                .contains("Release")
                .doesNotContain("Other");
    }

    private void assertSame(OpenApiCalls.Call call, String target, String body) {
        Map<String, Object> theirs = told(embedded, request(embedded, call, target, body));
        Map<String, Object> ours = told(remote, request(remote, call, target, body));
        assertThat(ours).as(call.method() + " " + target).isEqualTo(theirs);
    }

    private static HttpRequest.Builder request(TownServer server, OpenApiCalls.Call call, String target, String body) {
        return call.method().equals("POST") ? post(server, target, body) : HttpRequest.newBuilder(server.uri(target));
    }

    private static HttpRequest.Builder post(TownServer server, String target, String body) {
        return HttpRequest.newBuilder(server.uri(target))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** All that an answer says, but for what names the moment or the server. */
    private static Map<String, Object> told(TownServer server, HttpRequest.Builder request) {
        HttpResponse<byte[]> response = server.send(request, BodyHandlers.ofByteArray());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", response.statusCode());
        Map<String, String> headers = new TreeMap<>();
        for (String header : HEADERS) {
            Optional<String> value = response.headers().firstValue(header);
            value.ifPresent(text -> headers.put(header, text));
        }
        told.put("headers", headers);
        told.put(
                "body",
                new String(response.body(), StandardCharsets.UTF_8)
                        .replace("127.0.0.1:" + server.uri("/").getPort(), "SERVER")
                        // Of a plan: each store keeps statistics of its own.
                        .replaceAll("\"estimatedRows\":[^,}]*", ""));
        return told;
    }

    /** What {@code format} may be; a saved query's are those of all of them. */
    private static List<String> formats(OpenApiCalls.Call call) {
        return ROUTES.all().stream()
                .filter(route -> route.path().equals(call.path()))
                .findFirst()
                .map(Route::formats)
                .orElse(Format.QUERY)
                .stream()
                .map(Format::word)
                .toList();
    }
}
