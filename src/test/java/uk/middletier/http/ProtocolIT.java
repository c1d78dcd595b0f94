package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.query.QueryLibrary;

/** How the server behaves, whatever it is asked about. */
@ExtendWith(TownServer.Extension.class)
class ProtocolIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TownServer server;

    ProtocolIT(TownServer server) {
        this.server = server;
    }

    /** An address of every route, with values for what stands in braces. */
    static Stream<String> addresses() {
        return routes().map(route -> address(route.path()));
    }

    private static Stream<Route> routes() {
        return Routes.standard(QueryLibrary.of(null), true).all().stream()
                .filter(route -> route.methods().contains(Route.Method.GET));
    }

    static Stream<String> releaseAddresses() {
        return routes().filter(route -> !(route.endpoint() instanceof Endpoint.OfServer))
                .map(route -> address(route.path()));
    }

    static Stream<String> tableAddresses() {
        return routes().filter(route -> route.formats().contains(Format.CSV)).map(route -> address(route.path()));
    }

    private static String address(String path) {
        String id =
                path.startsWith("/v1/areas") ? "la:203" : path.startsWith("/v1/releases") ? "current" : "trust:4782";
        return path.replace("{urn}", "137000")
                .replace("{id}", id)
                .replace("{name}", "small-schools")
                .replace("{parameter}", "authority")
                .replace("{version}", "0")
                .replace("{folder}", "area")
                .replace("{file}", "docs.js");
    }

    /** The address as it can be asked: with what the route cannot do without. */
    private static String asked(String address, String more) {
        String needed = address.equals("/v1/paths") ? "from=school:137000&to=trust:4782" : "";
        String query = needed.isEmpty() || more.isEmpty() ? needed + more : needed + "&" + more;
        return query.isEmpty() ? address : address + "?" + query;
    }

    private static String allow(String address) {
        return address.endsWith("/results") ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyRouteRefusesWhatItCannotUse(String address) {
        if (!address.equals("/")) {
            assertProblem(server.get(address + "?asOff=2020-01-01"), 400, "unknown-parameter", "asOff");
        }
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            if (allow(address).contains(method)) {
                continue;
            }
            HttpResponse<String> refused = server.send(
                    HttpRequest.newBuilder(server.uri(address)).method(method, BodyPublishers.ofString("{}")));
            assertThat(refused.headers().firstValue("Allow")).hasValue(allow(address));
            assertThat(refused.headers().firstValue("Connection"))
                    .as("what nobody reads of a body would be taken for the next request")
                    .hasValue("close");
            assertProblem(refused, 405, "method-not-allowed", null);
        }
        assertProblem(server.get("/no/such/page" + address), 404, "not-found", null);
    }

    @ParameterizedTest
    @MethodSource("releaseAddresses")
    void everyRouteOfTheReleaseRefusesFormatsAndTimesItDoesNotHave(String address) {
        assertProblem(server.get(address + "?format=xml"), 406, "not-acceptable", null);
        assertProblem(server.get(address, "Accept", "application/xml"), 406, "not-acceptable", null);
        assertProblem(server.get(asked(address, "timeout=0")), 400, "invalid-parameter", "timeout");
        assertProblem(server.get(asked(address, "timeout=1&timeout=2")), 400, "invalid-parameter", "timeout");
        if (server.get("/v1").body().contains("\"path\":\"" + address + "\"")) {
            assertThat(server.get(asked(address, "")).statusCode()).isEqualTo(200);
        }
    }

    /** Those without a body too: 304 and 204. */
    @ParameterizedTest
    @MethodSource("addresses")
    void everyAnswerCarriesTheSecurityHeaders(String address) {
        for (String target : List.of(address, address + "?x=y")) {
            HttpResponse<String> response = server.get(target);
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("same-origin");
            assertThat(response.headers().firstValue("Server")).isEmpty();
        }
        for (HttpResponse<String> bodiless : List.of(
                server.get(
                        address,
                        "If-None-Match",
                        server.get(address).headers().firstValue("ETag").orElse("\"-\"")),
                server.send(HttpRequest.newBuilder(server.uri(address)).method("OPTIONS", BodyPublishers.noBody())))) {
            assertThat(bodiless.headers().map())
                    .containsKeys(
                            "X-Content-Type-Options",
                            "Content-Security-Policy",
                            "Referrer-Policy",
                            "Cross-Origin-Resource-Policy");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/schools?asOf=2020-02-30|invalid-parameter|asOf|",
                "/v1/schools?asOf=0000-01-01|invalid-parameter|asOf|",
                "/v1/schools?asOf=99999-01-01|invalid-parameter|asOf|",
                "/v1/schools?asOf=31-02-2020|invalid-parameter|asOf|",
                "/v1/schools?asOf=|invalid-parameter|asOf|",
                "/v1/schools?phase=Primry|invalid-parameter|phase|Primary",
                "/v1/schools?sector=multi-academy|invalid-parameter|sector|",
                "/v1/schools?area=la:204|invalid-parameter|area|la:203",
                "/v1/schools?area=greenwitch|invalid-parameter|area|la:203",
                "/v1/schools?body=trust:4783|invalid-parameter|body|trust:4782",
                "/v1/schools?limit=0|invalid-parameter|limit|",
                "/v1/schools?limit=1001|invalid-parameter|limit|",
                "/v1/schools?limit=ten|invalid-parameter|limit|",
                "/v1/schools?open=yes|invalid-parameter|open|",
                "/v1/schools?sort=relevance|invalid-parameter|sort|",
                "/v1/schools?q=%20|invalid-parameter|q|",
                "/v1/schools?q=---|invalid-parameter|q|",
                "/v1/schools?pahse=Primary|unknown-parameter|pahse|phase",
                "/v1/schools?cursor=nonsense|invalid-cursor|cursor|",
                "/v1/schools?limit=1&limit=2|invalid-parameter|limit|",
                "/v1/schools/abc|invalid-parameter|urn|",
                "/v1/structure?by=local-authorities|invalid-parameter|by|local-authority",
                "/v1/structure?asOf=2020-01-01&limit=3|unknown-parameter|limit|",
                "/v1/fragmentation/series?from=2020-01-01&to=2019-01-01|invalid-parameter|from|",
                "/v1/structure/series?from=1800-01-01&to=2199-12-31&step=month|invalid-parameter|step|",
                "/v1/fragmentation?measure=hh1|invalid-parameter|measure|hhi",
                "/v1/fragmentation?area=la:2O3|invalid-parameter|area|la:203",
                "/v1/structure?partition=sponsor|unknown-parameter|partition|",
                "/v1/trust-sizes/series?step=week|invalid-parameter|step|",
                "/v1/bodies?kind=trust|invalid-parameter|kind|",
                "/v1/areas?kind=regoin|invalid-parameter|kind|region"
            })
    void whatCannotBeReadIsNamedWithWhatWasMeant(
            String target, String type, String parameter, @Nullable String suggestion) {
        HttpResponse<String> response = server.get(target);
        assertProblem(response, 400, type, parameter);
        if (suggestion != null) {
            assertThatJson(response.body()).inPath("$.suggestion").isEqualTo(suggestion);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/schools/137010,137000",
        "/v1/schools/137010/history,137000",
        "/v1/bodies/trust:478,trust:4782",
        "/v1/bodies/trust:478/schools,trust:4782",
        "/v1/bodies/trust:478/history,trust:4782",
        "/v1/bodies/trust:478/members,trust:4782",
        "/v1/areas/la:230,la:203",
    })
    void anUnknownIdIsToldWithTheNearest(String target, String suggestion) {
        HttpResponse<String> response = server.get(target);
        assertProblem(response, 404, "unknown-id", null);
        assertThatJson(response.body()).inPath("$.suggestion").isString().isEqualTo(suggestion);
    }

    @Test
    void whatIsTooLargeIsRefusedByItsOwnStatus() {
        assertProblem(server.get("/v1/schools?q=" + "x".repeat(9000)), 414, "uri-too-long", null);
        assertProblem(server.get("/v1", "X-Large", "x".repeat(9000)), 431, "headers-too-large", null);
        assertProblem(
                server.send(HttpRequest.newBuilder(server.uri("/v1"))
                        .method("GET", BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]))),
                413,
                "body-too-large",
                null);
    }

    /** As no well-behaved client would send it: method, address, a header, and what comes of it. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "FOO, /v1, , 405, method-not-allowed, /v1",
                "get, /v1/schools/137000, , 405, method-not-allowed, /v1/schools/137000",
                "FOO, /v2, , 404, not-found, /v2",
                "GET, /v1/schools?q=%, , 400, invalid-parameter, /v1/schools?q=%25",
                "GET, /v1/schools?asOf=2020-01-01&q=a%z, , 400, invalid-parameter, /v1/schools?asOf=2020-01-01&q=a%25z",
                "GET, `/v1/schools?[\"é]=%7b`, , 400, unknown-parameter, `/v1/schools?%5B%22%EF%BF%BD%5D=%7b`",
                "GET, /v1, Expect: something, 400, bad-request, /v1",
                "GET, /v1/areas/a%2fb, , 400, bad-request, /v1/areas/a%2fb",
                "GET, /v1/nothing, X-HTTP-Method-Override: DELETE, 404, not-found, /v1/nothing",
                "POST, /v1/cypher, Content-Type: application/json; charset=none, 415, unsupported-media-type, /v1/cypher",
                "POST, /v1/cypher, `Content-Type: application/json; charset=\"`, 415, unsupported-media-type, /v1/cypher"
            })
    void whatIsOddlySentIsToldInOneForm(
            String method, String target, @Nullable String header, int status, String type, String instance)
            throws IOException {
        FuzzClient.Answer answer = sent(method, target, header);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).endsWith("#" + type);
        assertThat(problem.path("instance").asText()).isEqualTo(instance);
        assertThat(problem.path("parameter").isMissingNode()).isEqualTo(!type.endsWith("-parameter"));
    }

    @Test
    void aMethodIsTheOneInTheFirstLine() {
        assertThat(sent("GET", "/v1", "X-HTTP-Method-Override: DELETE").status())
                .isEqualTo(200);
        assertThat(sent("DELETE", "/v1", "X-HTTP-Method-Override: GET").status())
                .isEqualTo(405);
    }

    @Test
    void aStarStandsForAnyTag_andTagsMayStandInSeveralLines() {
        String etag = server.get("/v1/structure").headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/v1/structure", "If-None-Match", "*").statusCode())
                .isEqualTo(304);
        assertThat(server.get("/v1/structure", "If-None-Match", "\"other\"", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    private FuzzClient.Answer sent(String method, String target, @Nullable String header) {
        OpenApiCalls.Call any =
                new OpenApiCalls.Call(method, target, "", MissingNode.getInstance(), MissingNode.getInstance());
        URI address = server.uri("/");
        try (FuzzClient client = new FuzzClient(address.getHost(), address.getPort())) {
            return client.send(new FuzzRequest(
                    any, method, target, List.of(), header == null ? List.of() : List.of(header), new byte[0], false));
        }
    }

    @ParameterizedTest
    @MethodSource("releaseAddresses")
    void whatHasNotChangedIsNotSentAgain(String path) {
        String address = asked(path, "");
        HttpResponse<String> first = server.get(address);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).startsWith("W/\"");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(first.headers().firstValue("Vary").orElse("")).contains("Accept", "Accept-Encoding");
        HttpResponse<String> second = server.get(address, "If-None-Match", "\"other\", " + etag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).hasValue(etag);
        assertThat(server.get(address, "If-None-Match", "W/\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(server.get(address).body()).isEqualTo(first.body());
    }

    @Test
    void equalQuestionsAreOneAndOthersAreOthers() {
        String etag = etag("/v1/schools?phase=Primary&phase=Secondary&area=203");
        assertThat(etag("/v1/schools?area=la:203&phase=secondary&phase=primary&limit=100&asOf=2024-10-28&timeout=3"))
                .isEqualTo(etag);
        assertThat(etag("/v1/schools?area=203&phase=Primary")).isNotEqualTo(etag);
        assertThat(etag("/v1/schools?phase=Primary&phase=Secondary&area=203&format=ndjson"))
                .isNotEqualTo(etag);
        assertThat(server.get("/v1/schools?phase=Primary&area=203").body())
                .isEqualTo(server.get("/v1/schools?area=la:203&phase=primary&asOf=2024-10-28&format=json")
                        .body());
    }

    private String etag(String target) {
        return server.get(target).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void longAnswersArePackedForThoseWhoCanUnpackThem() throws IOException {
        HttpResponse<byte[]> packed = server.getBytes("/v1/schools", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(unpacked(packed.body())).isEqualTo(server.get("/v1/schools").body());
        HttpResponse<byte[]> csv = server.getBytes("/v1/schools?format=csv", "Accept-Encoding", "br, gzip;q=0.5");
        assertThat(unpacked(csv.body()))
                .isEqualTo(server.get("/v1/schools?format=csv").body());
        assertThat(server.getBytes("/v1/schools", "Accept-Encoding", "gzip;q=0, identity")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    private static String unpacked(byte[] packed) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 13, 100})
    void pagesWalkAllRowsOnce(int limit) throws IOException {
        for (String question :
                List.of("/v1/schools?open=any&limit=", "/v1/bodies?open=any&limit=", "/v1/areas?limit=")) {
            List<String> walked = new ArrayList<>();
            String next = question + limit;
            while (next != null) {
                HttpResponse<String> response = server.get(next);
                JsonNode page = JSON.readTree(response.body());
                page.get("data").forEach(row -> walked.add(row.get("id").asText()));
                next = page.get("links").get("next").textValue();
                assertThat(page.get("meta").get("truncated").asBoolean()).isEqualTo(next != null);
                String link = response.headers().firstValue("Link").orElseThrow();
                if (next == null) {
                    assertThat(link).doesNotContain("rel=\"next\"");
                } else {
                    assertThat(link).startsWith("<" + next + ">; rel=\"next\", <");
                }
            }
            List<String> whole = new ArrayList<>();
            JSON.readTree(server.get(question + 1000).body())
                    .get("data")
                    .forEach(row -> whole.add(row.get("id").asText()));
            assertThat(walked).isEqualTo(whole).doesNotHaveDuplicates().isNotEmpty();
        }
    }

    @Test
    void aCursorGoesOnlyWithItsQuestionAndRelease() throws IOException {
        String next = JSON.readTree(server.get("/v1/schools?limit=2").body())
                .get("links")
                .get("next")
                .asText();
        String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());
        assertThat(server.get("/v1/schools?limit=5&cursor=" + cursor).statusCode())
                .isEqualTo(200);
        HttpResponse<String> other = server.get("/v1/schools?phase=Primary&cursor=" + cursor);
        assertProblem(other, 400, "invalid-cursor", "cursor");
        assertThat(other.body()).contains("other parameters");
        try (Server later = Server.start(
                ServerOptions.DEFAULT.withPort(0),
                server.release("20250105T000000Z-ffffffff"),
                QueryLibrary.of(null))) {
            HttpResponse<String> stale = server.send(HttpRequest.newBuilder(
                    java.net.URI.create("http://127.0.0.1:" + later.port() + "/v1/schools?limit=2&cursor=" + cursor)));
            assertProblem(stale, 400, "invalid-cursor", "cursor");
            assertThat(stale.body()).contains("another release");
        }
    }

    @ParameterizedTest
    @MethodSource("tableAddresses")
    void csvSaysWhatJsonSays(String address) throws IOException {
        JsonNode data = JSON.readTree(server.get(address).body()).get("data");
        JsonNode rows = rows(data);
        HttpResponse<String> csv = server.get(address, "Accept", "text/csv");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.body()).contains("\r\n");
        List<NamedCsvRecord> records =
                CsvReader.builder().ofNamedCsvRecord(csv.body()).stream().toList();
        assertThat(records).hasSameSizeAs(rows);
        for (int i = 0; i < records.size(); i++) {
            NamedCsvRecord record = records.get(i);
            rows.get(i).properties().forEach(field -> assertCell(record, field.getKey(), field.getValue()));
        }
    }

    private static JsonNode rows(JsonNode data) {
        if (data.has("series")) {
            return ofSeries(data);
        }
        if (data.has("curves")) {
            return ofCurves(data.get("curves"));
        }
        if (data.has("spells")) {
            return ofPatchwork(data);
        }
        return data.isArray() ? data : data.has("links") ? data.get("links") : data.get("rows");
    }

    /** The columns of curves as the rows they are in CSV: a step each. */
    private static JsonNode ofCurves(JsonNode curves) {
        ArrayNode rows = JSON.createArrayNode();
        for (JsonNode curve : curves) {
            for (int step = 0; step < curve.get("years").size(); step++) {
                ObjectNode row = rows.addObject();
                for (Map.Entry<String, JsonNode> column : curve.properties()) {
                    row.set(
                            column.getKey(),
                            column.getValue().isArray() ? column.getValue().get(step) : column.getValue());
                }
            }
        }
        return rows;
    }

    /** The columns of a patchwork as the rows they are in CSV: a spell each. */
    private static JsonNode ofPatchwork(JsonNode data) {
        ArrayNode rows = JSON.createArrayNode();
        for (int spell = 0; spell < data.at("/spells/school").size(); spell++) {
            ObjectNode row = rows.addObject();
            int school = data.at("/spells/school").get(spell).asInt();
            for (String column : List.of("urn", "name", "longitude", "latitude")) {
                if (data.get("schools").has(column)) {
                    row.set(column, data.get("schools").get(column).get(school));
                }
            }
            row.set("phase", at(data.get("phases"), data.at("/schools/phase").get(school)));
            row.set("from", at(data.get("dates"), data.at("/spells/from").get(spell)));
            row.set("to", at(data.get("dates"), data.at("/spells/to").get(spell)));
            row.set("body", at(data.get("bodies"), data.at("/spells/body").get(spell)));
            row.set("area", at(data.get("areas"), data.at("/spells/area").get(spell)));
            row.set("sector", at(data.get("sectors"), data.at("/spells/sector").get(spell)));
        }
        return rows;
    }

    private static JsonNode at(JsonNode list, JsonNode place) {
        return place.isNull() ? place : list.get(place.asInt());
    }

    /** The columns of a series as the rows they are in CSV. */
    private static JsonNode ofSeries(JsonNode data) {
        ArrayNode rows = JSON.createArrayNode();
        for (int tick = 0; tick < data.get("dates").size(); tick++) {
            ObjectNode row = null;
            for (JsonNode line : data.get("series")) {
                String area = line.at("/area/id").asText();
                if (row == null || !row.get("areaId").asText().equals(area)) {
                    row = rows.addObject();
                    row.set("date", data.get("dates").get(tick));
                    row.set("areaId", line.at("/area/id"));
                    row.set("areaName", line.at("/area/name"));
                }
                row.set(line.get("measure").asText(), line.get("values").get(tick));
            }
        }
        return rows;
    }

    private static void assertCell(NamedCsvRecord record, String name, JsonNode value) {
        if (value.has("kind")) {
            value.properties()
                    .forEach(part -> assertCell(
                            record,
                            name
                                    + Character.toUpperCase(part.getKey().charAt(0))
                                    + part.getKey().substring(1),
                            part.getValue()));
        } else if (value.isArray()) {
            assertThatJson(record.getField(name)).isEqualTo(value.toString());
        } else if (value.isObject()) {
            value.properties().forEach(part -> assertCell(record, part.getKey(), part.getValue()));
        } else if (!value.isNull()) {
            assertThat(record.getField(name)).isEqualTo(value.asText());
        } else {
            record.findField(name).ifPresent(field -> assertThat(field).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("tableAddresses")
    void theSummaryOfNdjsonProvesItsRecords(String address) throws IOException, NoSuchAlgorithmException {
        HttpResponse<String> response = server.get(address, "Accept", "application/x-ndjson");
        List<String> lines = response.body().lines().toList();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> records = lines.subList(1, lines.size() - 1);
        records.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        JsonNode header = JSON.readTree(lines.get(0));
        JsonNode summary = JSON.readTree(lines.get(lines.size() - 1));
        assertThat(header.get("$event").asText()).isEqualTo("Header");
        assertThat(header.get("_body").get("meta").get("release").asText()).isEqualTo(TownGraph.RELEASE);
        assertThat(summary.get("$event").asText()).isEqualTo("Summary");
        assertThat(summary.get("_body").get("rowCount").asInt()).isEqualTo(records.size());
        assertThat(summary.get("_body").get("sha256").asText())
                .isEqualTo(HexFormat.of().formatHex(digest.digest()));
        // As columns it leaves out the names of schools unless they are asked for.
        String whole = address.equals("/v1/patchwork") ? address + "?names=true" : address;
        JsonNode data = JSON.readTree(server.get(whole).body()).get("data");
        JsonNode rows = rows(data);
        for (int i = 0; i < records.size(); i++) {
            assertThat(JSON.readTree(records.get(i)).get("_body")).isEqualTo(rows.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("releaseAddresses")
    void theStatementBehindAnAnswerIsGivenAsText(String address) {
        HttpResponse<String> response = server.get(asked(address, "format=cypher"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(response.body()).matches("(?s)(:param \\w+ => [^\n]+;\n)*(\n?MATCH .*;\n|\n?CALL .*;\n)*");
    }

    @Test
    void aStatementStandsWithItsParameters() {
        assertThat(server.get("/v1/structure?by=region&asOf=2015-03-31&phase=Primary&format=cypher")
                        .body())
                .startsWith(":param asOf => date('2015-03-31');\n:param phases => ['Primary'];\nMATCH ")
                .endsWith(";\n")
                .doesNotContain("'Primary')");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void headSaysWhatGetWouldWithoutSayingIt(String address) {
        HttpResponse<String> get = server.get(address);
        HttpResponse<String> head =
                server.send(HttpRequest.newBuilder(server.uri(address)).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
        HttpResponse<String> options =
                server.send(HttpRequest.newBuilder(server.uri(address)).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).hasValue(allow(address));
    }

    private static void assertProblem(
            HttpResponse<String> response, int status, String type, @Nullable String parameter) {
        assertThat(response.statusCode())
                .as(response.uri() + " " + response.body())
                .isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThatJson(response.body())
                .and(
                        problem -> problem.node("type").isEqualTo("/docs/problems#" + type),
                        problem -> problem.node("status").isEqualTo(status),
                        problem -> problem.node("title").isString().isNotBlank(),
                        problem -> problem.node("detail").isString().isNotBlank(),
                        problem -> problem.node("instance").isString());
        if (parameter != null) {
            assertThatJson(response.body()).inPath("$.parameter").isEqualTo(parameter);
        }
    }
}
