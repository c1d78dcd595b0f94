package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.query.QueryLibrary;

/** Saved queries and ad-hoc statements over HTTP, with a folder of queries of the test's own. */
@ExtendWith(TownServer.Extension.class)
class SavedQueriesIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve(TownServer town) throws IOException {
        Files.writeString(folder.resolve("numbers.cypher"), """
                // Numbers up to one
                // @param upTo integer = 5 min 1 max 100000 the last
                // @param word enum(one|two)? a word
                // @param rate decimal = 0.5 max 1 a rate
                // @param odd boolean = false only odd ones
                // @param day date = release a day
                // @param area id(LocalAuthority|Region)? an area
                // @param phase enum? a phase
                // @options phase MATCH (s:School) WHERE s.phase IS NOT NULL RETURN DISTINCT s.phase AS value ORDER BY value
                // @param several list(integer) = 7 some
                UNWIND range(1, $upTo) AS n
                WITH n WHERE NOT $odd OR n % 2 = 1
                RETURN n, $word AS word, $rate AS rate, $day AS day, $area AS area, $phase AS phase, $several AS several
                ORDER BY n
                """);
        Files.writeString(
                folder.resolve("unordered.cypher"), "// No order\nUNWIND range(1, 9) AS n RETURN n, rand() AS luck");
        Files.writeString(folder.resolve("school.cypher"), """
                // One school
                // @param school id(School) the school
                MATCH (s:School {id: $school})-[g:GOVERNED_BY]->(body) RETURN s, g, body ORDER BY g.from
                """);
        Files.writeString(folder.resolve("ends.cypher"), """
                // Relationships alone
                MATCH (:School)-[g:SUCCEEDED_BY]->(:School) RETURN g
                """);
        Files.writeString(folder.resolve("broken.cypher"), "// Broken\n// @param\nRETURN 1");
        Files.writeString(folder.resolve("writes.cypher"), "// Writes\nCREATE (n) RETURN n");
        server = Server.start(
                ServerOptions.DEFAULT.withPort(0), town.release(TownGraph.RELEASE), QueryLibrary.of(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private HttpResponse<String> get(String target) {
        return send(HttpRequest.newBuilder(uri(target)));
    }

    private HttpResponse<String> post(String target, String body) {
        return send(HttpRequest.newBuilder(uri(target))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI uri(String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    @Test
    void parametersHaveTypes_defaultsAndEffectiveValues() {
        String body =
                get("/v1/queries/numbers/results?upTo=3&odd=true&word=TWO&area=203&phase=primary&several=2&several=1")
                        .body();
        assertThatJson(body).inPath("$.data").isEqualTo("""
                [{"n":1,"word":"two","rate":0.5,"day":"2024-10-28","area":"la:203","phase":"Primary","several":[1,2]},
                 {"n":3,"word":"two","rate":0.5,"day":"2024-10-28","area":"la:203","phase":"Primary","several":[1,2]}]""");
        assertThatJson(body)
                .inPath("$.meta.parameters")
                .isObject()
                .containsEntry("word", "two")
                .containsEntry("day", "2024-10-28")
                .containsEntry("odd", true);
        assertThatJson(body).inPath("$.meta.rowCount").isEqualTo(2);
        assertThatJson(body).inPath("$.meta.truncated").isEqualTo(false);
    }

    @Test
    void aBodySaysTheSameAsAnAddress() {
        String posted = post(
                        "/v1/queries/numbers/results",
                        "{\"parameters\":{\"upTo\":2,\"odd\":true,\"word\":null,\"several\":[3,4]}}")
                .body();
        assertThat(posted)
                .isEqualTo(get("/v1/queries/numbers/results?upTo=2&odd=true&several=3&several=4")
                        .body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/v1/queries/numbers/results?upto=3|400|unknown-parameter|upto|upTo",
                "/v1/queries/numbers/results?upTo=0|400|invalid-parameter|upTo|-",
                "/v1/queries/numbers/results?upTo=x|400|invalid-parameter|upTo|-",
                "/v1/queries/numbers/results?rate=1.5|400|invalid-parameter|rate|-",
                "/v1/queries/numbers/results?odd=perhaps|400|invalid-parameter|odd|-",
                "/v1/queries/numbers/results?word=tow|400|invalid-parameter|word|two",
                "/v1/queries/numbers/results?phase=Primry|400|invalid-parameter|phase|Primary",
                "/v1/queries/numbers/results?area=la:2O3|400|invalid-parameter|area|la:203",
                "/v1/queries/numbers/results?day=2020-02-30|400|invalid-parameter|day|-",
                "/v1/queries/numbers/results?format=xml|406|not-acceptable|-|-",
                "/v1/queries/numbers/results?format=d3|406|not-acceptable|-|-",
                "/v1/queries/school/results|400|missing-parameter|school|-",
                "/v1/queries/school/results?school=999999|400|invalid-parameter|school|-",
                "/v1/queries/nmbers/results|404|unknown-id|-|numbers",
                "/v1/queries/broken/results|500|broken-query|-|-",
                "/v1/queries/writes/results|403|forbidden-statement|-|-",
                "/v1/queries/numbers/parameters/wrd/options|404|unknown-id|-|word",
                "/v1/queries/numbers/parameters/upTo/options|404|not-found|-|-",
            })
    void whatCannotBeRunIsRefused(
            String target, int status, String type, @Nullable String parameter, @Nullable String suggestion) {
        HttpResponse<String> response = get(target);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThatJson(response.body()).inPath("$.type").isEqualTo("/docs/problems#" + type);
        if (parameter != null) {
            assertThatJson(response.body()).inPath("$.parameter").isEqualTo(parameter);
        }
        if (suggestion != null) {
            assertThatJson(response.body()).inPath("$.suggestion").isEqualTo(suggestion);
        }
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        String first = get("/v1/queries/numbers/results?upTo=5&limit=2").body();
        assertThatJson(first).inPath("$.meta.truncated").isEqualTo(true);
        String second = get(next(first)).body();
        assertThatJson(second).inPath("$.data[*].n").isEqualTo("[3,4]");
        String third = get(next(second)).body();
        assertThatJson(third).inPath("$.data[*].n").isEqualTo("[5]");
        assertThatJson(third).inPath("$.links.next").isNull();
    }

    @Test
    void aPageInAnotherOrderThanTheLastIsRefused() {
        HttpResponse<String> second =
                get(next(get("/v1/queries/unordered/results?limit=2").body()));
        assertThat(second.statusCode()).isEqualTo(400);
        assertThatJson(second.body()).inPath("$.type").isEqualTo("/docs/problems#invalid-cursor");
        assertThatJson(second.body()).inPath("$.detail").asString().contains("ORDER BY");
    }

    private static String next(String page) {
        return com.jayway.jsonpath.JsonPath.read(page, "$.links.next");
    }

    @Test
    void csvIsProvedByItsManifest() throws Exception {
        HttpResponse<byte[]> csv = client.send(
                HttpRequest.newBuilder(uri("/v1/queries/numbers/results?upTo=20000&format=csv"))
                        .build(),
                BodyHandlers.ofByteArray());
        String link = csv.headers().firstValue("Link").orElseThrow();
        assertThat(link).contains(">; rel=\"describedby\"; type=\"application/csvm+json\", <");
        String manifest = get(link.substring(1, link.indexOf('>'))).body();
        assertThatJson(manifest).inPath("$.rowCount").isEqualTo(20_000);
        assertThatJson(manifest).inPath("$.bytes").isEqualTo(csv.body().length);
        assertThatJson(manifest)
                .inPath("$.sha256")
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(csv.body())));
        assertThatJson(manifest)
                .inPath("$.tableSchema.columns[*].name")
                .isArray()
                .contains("n", "several");
        assertThat(new String(csv.body(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("n,word,rate,day,area,phase,several\r\n1,,0.5,2024-10-28,,,[7]\r\n");
    }

    @Test
    void bundleHoldsTheRowsAndAllThatIsNeededToCiteThem() throws Exception {
        String target = "/v1/queries/numbers/results?upTo=3&several=1&several=2";
        HttpResponse<byte[]> bundle = bytes(target + "&format=bundle");
        assertThat(bundle.statusCode()).isEqualTo(200);
        assertThat(bundle.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(bundle.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"numbers-" + TownGraph.RELEASE + ".zip\"");
        assertThat(bytes(target + "&format=bundle").body()).as("equal bytes").isEqualTo(bundle.body());

        Map<String, byte[]> files = unzipped(bundle.body());
        assertThat(files)
                .containsOnlyKeys(
                        "rows.csv",
                        "query.cypher",
                        "saved-query.cypher",
                        "CITATION.txt",
                        "citation.bib",
                        "datapackage.json");
        assertThat(files.get("rows.csv"))
                .isEqualTo(bytes(target + "&format=csv").body());
        assertThat(text(files, "query.cypher"))
                .isEqualTo(get(target + "&format=cypher").body());
        assertThat(text(files, "saved-query.cypher")).isEqualTo(Files.readString(folder.resolve("numbers.cypher")));
        String descriptor = text(files, "datapackage.json");
        assertThatJson(descriptor).inPath("$.resources[0]").isObject().containsEntry("path", "rows.csv");
        assertThatJson(descriptor).inPath("$.resources[0].rowCount").isEqualTo(3);
        assertThatJson(descriptor)
                .inPath("$.resources[0].hash")
                .isEqualTo("sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(files.get("rows.csv"))));
        assertThatJson(descriptor).inPath("$.answer.meta.release").isEqualTo(TownGraph.RELEASE);
        assertThatJson(descriptor).inPath("$.answer.contentChecksum").isString().hasSize(64);
        assertThatJson(descriptor).inPath("$.licenses[*].name").isEqualTo("[\"OGL-UK-3.0\"]");
        assertThat(text(files, "CITATION.txt"))
                .contains("Department for Education (2024). Numbers up to one. Data up to 2024-10-28.")
                .contains("release " + TownGraph.RELEASE)
                .contains("&several=1&several=2&release=" + TownGraph.RELEASE)
                .contains("Contains public sector information licensed under the Open Government Licence v3.0.");
        assertThat(text(files, "citation.bib"))
                .startsWith("@misc{numbers:")
                .contains("title = {{Numbers up to one}},\n  author = {{Department for Education}},\n  year = {2024},");
    }

    private HttpResponse<byte[]> bytes(String target) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(target)).build(), BodyHandlers.ofByteArray());
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void ndjsonEndsWithASummary() {
        String[] lines = get("/v1/queries/numbers/results?upTo=1500&format=ndjson")
                .body()
                .split("\n", -1);
        assertThat(lines).hasSize(1500 + 3);
        assertThatJson(lines[1501]).inPath("$._body.rowCount").isEqualTo(1500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cytoscape|$.elements.nodes[*].data.id|$.elements.edges[*].data.target",
                "graphology|$.nodes[*].key|$.edges[*].target",
                "d3|$.nodes[*].id|$.links[*].target",
                "jgf|$.graph.nodes.*.metadata.urn|$.graph.edges[*].target",
            })
    void nodesAndRelationshipsComeAsGraphs(String format, String nodes, String targets) {
        String graph =
                get("/v1/queries/school/results?school=137000&format=" + format).body();
        assertThatJson(graph).inPath(nodes).isArray().isNotEmpty();
        assertThatJson(graph).inPath(targets).isArray().isNotEmpty();
        // Only relationships were returned: the nodes they join are fetched.
        String ends = get("/v1/queries/ends/results?format=" + format).body();
        assertThatJson(ends).inPath(nodes).isArray().isNotEmpty();
    }

    @Test
    void optionsAreListedAndSearched() {
        assertThatJson(get("/v1/queries/numbers/parameters/phase/options?q=prim")
                        .body())
                .inPath("$.data[*].value")
                .isArray()
                .contains("Primary");
        assertThatJson(get("/v1/queries/numbers/parameters/area/options?q=greenw")
                        .body())
                .inPath("$.data")
                .isEqualTo("[{\"value\":\"la:203\",\"label\":\"Greenwich\"}]");
        assertThatJson(get("/v1/queries/numbers/parameters/odd/options").body())
                .inPath("$.data[*].value")
                .isEqualTo("[\"true\",\"false\"]");
    }

    @Test
    void theListNamesWhatIsBroken_andFollowsTheFolder() throws IOException {
        String list = get("/v1/queries?q=numbers%20unwind").body();
        assertThatJson(list).inPath("$.data.rows[*].name").isEqualTo("[\"numbers\"]");
        assertThatJson(list).inPath("$.data.broken").isEqualTo("""
                [{"name":"broken","file":"broken.cypher","line":2,"problem":"@param says nothing"}]""");
        Path fresh = Files.writeString(folder.resolve("fresh.cypher"), "// Fresh\nRETURN 1 AS one");
        assertThatJson(get("/v1/queries/fresh/results").body()).inPath("$.data").isEqualTo("[{\"one\":1}]");
        Files.writeString(fresh, "// Fresh\nRETURN 2 AS other");
        assertThatJson(get("/v1/queries/fresh/results").body()).inPath("$.data").isEqualTo("[{\"other\":2}]");
        Files.delete(fresh);
        assertThat(get("/v1/queries/fresh/results").statusCode()).isEqualTo(404);
    }

    @Test
    void oneQueryTellsHowToCallIt_andItsPlan() {
        String one = get("/v1/queries/numbers").body();
        assertThatJson(one).inPath("$.data.parameters[*].name").isArray().hasSize(8);
        assertThatJson(one).inPath("$.data.calls.python").asString().contains("pd.read_csv(");
        assertThatJson(get("/v1/queries/numbers/plan").body())
                .inPath("$.data.plan.operator")
                .isEqualTo("ProduceResults");
    }

    @Test
    void adHocStatementsTakeTypedParameters() {
        String body = post(
                        "/v1/cypher",
                        "{\"statement\":\"UNWIND $xs AS x RETURN x.a AS a, $t AS t, $n AS n\","
                                + "\"parameters\":{\"xs\":[{\"a\":1.5},{\"a\":true}],\"t\":\"é\",\"n\":null}}")
                .body();
        assertThatJson(body)
                .inPath("$.data")
                .isEqualTo("[{\"a\":1.5,\"t\":\"é\",\"n\":null},{\"a\":true,\"t\":\"é\",\"n\":null}]");
        assertThatJson(post("/v1/cypher/plan", "{\"statement\":\"RETURN 1 AS one\"}")
                        .body())
                .inPath("$.data.columns")
                .isEqualTo("[\"one\"]");
    }

    /** To change it would be to give other data than there are; who opens a CSV in a spreadsheet imports it as text. */
    @Test
    void aCellThatLooksLikeAFormulaIsGivenAsItIs() {
        HttpResponse<String> csv = post(
                "/v1/cypher?format=csv",
                "{\"statement\":\"RETURN '=1+1' AS a, '+1' AS b, '-1' AS c, '@x' AS d, '=A1,\\\"x\\\"' AS e\"}");
        assertThat(csv.body()).isEqualTo("a,b,c,d,e\r\n=1+1,+1,-1,@x,\"=A1,\"\"x\"\"\"\r\n");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"statement\":\"MATCH (n)\\nRETRUN n\"}|400|invalid-cypher|2|1",
                "{\"statement\":\"RETURN $missing\"}|400|invalid-cypher|0|0",
                "{\"statement\":\"RETURN 1/0\"}|400|invalid-cypher|0|0",
                "{\"statement\":\"CREATE (n)\"}|403|forbidden-statement|0|0",
                "{\"statment\":\"RETURN 1\"}|400|invalid-body|0|0",
                "{}|400|invalid-body|0|0",
                "[]|400|invalid-body|0|0",
                "{|400|invalid-body|0|0",
            })
    void whatIsWrongWithAStatementIsToldWithItsPlace(String body, int status, String type, int line, int column) {
        HttpResponse<String> response = post("/v1/cypher", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThatJson(response.body()).inPath("$.type").isEqualTo("/docs/problems#" + type);
        if (line > 0) {
            assertThatJson(response.body()).inPath("$.line").isEqualTo(line);
            assertThatJson(response.body()).inPath("$.column").isEqualTo(column);
        }
    }

    @Test
    void aServerOthersCanReachRunsNoStatementsOfTheirs(TownServer town) throws Exception {
        ServerOptions closed = new ServerOptions(
                "127.0.0.1",
                0,
                false,
                ServerOptions.DEFAULT.timeout(),
                ServerOptions.DEFAULT.bulkTimeout(),
                1,
                1,
                ServerOptions.DEFAULT.patience(),
                ServerOptions.DEFAULT.grace(),
                false,
                Duration.ZERO);
        try (Server other = Server.start(closed, town.release(TownGraph.RELEASE), QueryLibrary.of(null))) {
            HttpResponse<String> refused = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/v1/cypher"))
                            .POST(BodyPublishers.ofString("{\"statement\":\"RETURN 1\"}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThatJson(refused.body()).inPath("$.type").isEqualTo("/docs/problems#switched-off");
        }
    }
}
