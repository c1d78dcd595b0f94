package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.StoreOptions;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.Beside;
import uk.middletier.release.NewRelease;
import uk.middletier.release.Releases;
import uk.middletier.release.ServedReleases;

/**
 * What was true, and who says so: a data folder with three releases of the town, whose newest, which is served, has found
 * out about a school of last September, and has news of one of November. The second is the town of {@link TownServer},
 * which is held against it. One release may be open beside the one served.
 */
@ExtendWith(TownServer.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoTimesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OLDEST = "20240105T000000Z-00000001";
    private static final String OLD = TownGraph.RELEASE;
    private static final String NOW = "20250109T000000Z-00000003";
    private static final String OTHER_FORMAT = "20230101T000000Z-00000000";

    private final TownServer town;
    private final ServedReleases<Warm> releases;
    private final AtomicInteger openings = new AtomicInteger();
    private final Server server;
    private final OpenApiCalls document;
    private final HttpClient client = HttpClient.newHttpClient();

    TwoTimesIT(TownServer town, @TempDir Path folder) throws IOException {
        this.town = town;
        Releases data = new Releases(folder.resolve("data"));
        publish(data, OLDEST, LocalDate.of(2024, 1, 1), List.of(), List.of());
        publish(data, OLD, TownGraph.EXTRACT, List.of(), List.of());
        publish(
                data,
                NOW,
                LocalDate.of(2025, 1, 5),
                List.of(school(137_090, "2024-09-01"), school(137_091, "2024-11-15")),
                List.of(
                        related(137_090, "GOVERNED_BY", "2024-09-01"),
                        related(137_090, "IN_AREA", "2024-09-01"),
                        related(137_091, "GOVERNED_BY", "2024-11-15"),
                        related(137_091, "IN_AREA", "2024-11-15")));
        Path other = Files.createDirectories(folder.resolve("data/releases").resolve(OTHER_FORMAT));
        Files.writeString(other.resolve("release.json"), "{\"formatVersion\": 99}");
        releases = ServedReleases.open(
                data,
                store -> EmbeddedGraphStore.open(store, StoreOptions.DEFAULT),
                Warm::read,
                new Beside<>(
                        1,
                        Duration.ofHours(1),
                        store -> {
                            openings.incrementAndGet();
                            return EmbeddedGraphStore.open(store, StoreOptions.DEFAULT);
                        },
                        Warm::read),
                Duration.ofHours(1));
        server = Server.start(options(), ReleaseSource.of(() -> releases), QueryLibrary.of(null));
        document = new OpenApiCalls(JSON.readTree(town.json("/openapi.json")));
    }

    /** With patience for machines that are busy: several releases are opened, one after another. */
    private static ServerOptions options() {
        ServerOptions usual = ServerOptions.DEFAULT;
        return new ServerOptions(
                usual.host(),
                0,
                true,
                ServerOptions.LONGEST,
                ServerOptions.LONGEST,
                usual.heavy(),
                usual.waiting(),
                usual.patience(),
                usual.grace(),
                false,
                usual.slow());
    }

    @AfterAll
    void stop() {
        server.close();
        releases.close();
    }

    private static void publish(
            Releases data, String id, LocalDate extract, List<NodeRow> nodes, List<RelationshipRow> relationships) {
        try (NewRelease building = data.begin()) {
            TownGraph.write(building.store(), nodes, relationships);
            building.publish(TownGraph.manifest(id, extract));
        }
    }

    private static NodeRow school(int urn, String from) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "urn",
                (long) urn,
                "name",
                "Late School " + urn,
                "group",
                "la-maintained",
                "type",
                "Community school",
                "phase",
                "Primary",
                "stateFunded",
                true,
                "everOpen",
                true,
                "from",
                LocalDate.parse(from),
                "fromKnown",
                true,
                "lineage",
                "lineage:" + urn));
        properties.put("toKnown", true);
        properties.put("status", "Open");
        properties.put("location", new GeoPoint(0.05, 51.5));
        return new NodeRow("school:" + urn, List.of("School"), properties);
    }

    private static RelationshipRow related(int urn, String type, String from) {
        return new RelationshipRow(
                "school:" + urn, type, "la:203", new HashMap<>(Map.of("from", LocalDate.parse(from))));
    }

    private HttpResponse<String> get(String target, String... headers) {
        return send(HttpRequest.newBuilder(uri(target)), headers);
    }

    private URI uri(String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(String target) {
        HttpResponse<String> answer = get(target);
        assertThat(answer.statusCode()).as(target + ": " + answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is answered from a release, but for what is said of releases; of the saved queries, all alike, one. */
    Stream<OpenApiCalls.Call> operations() {
        return document.all().stream()
                .filter(call -> call.method().equals("GET")
                        && call.path().startsWith("/v1")
                        && !call.path().equals("/v1/timemap")
                        && !call.path().startsWith("/v1/releases")
                        && (!call.id().startsWith("query-") || call.id().equals("query-school-graph")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationAnswersFromAnotherReleaseAsThatOneAnswers(OpenApiCalls.Call call) throws IOException {
        assertThat(call.operation().at("/parameters").findValuesAsText("$ref"))
                .contains("#/components/parameters/release");
        HttpResponse<String> there = get(call.address("release=" + OLD));
        HttpResponse<String> itself = town.get(call.address(""));
        assertThat(there.statusCode()).as(there.body()).isEqualTo(200);
        assertThat(there.headers().firstValue("Content-Type"))
                .isEqualTo(itself.headers().firstValue("Content-Type"));
        assertThat(there.headers().firstValue("Memento-Datetime")).hasValue("Mon, 28 Oct 2024 00:00:00 GMT");
        if (call.json().isPresent()) {
            JsonNode answer = JSON.readTree(there.body());
            JsonNode expected = JSON.readTree(itself.body());
            assertThat(answer.path("data")).isEqualTo(expected.path("data"));
            assertThat(answer.at("/meta/release").asText()).isEqualTo(OLD);
            assertThat(answer.at("/meta/parameters/release").asText()).isEqualTo(OLD);
            answer.path("links").forEach(link -> {
                if (!link.isNull()) {
                    assertThat(link.asText()).contains("release=" + OLD);
                }
            });
            assertThat(document.errors(call.json().get(), answer)).isEmpty();
        }
    }

    @Test
    void withoutARelease_orWithCurrent_theOneServedAnswers() {
        JsonNode plain = json("/v1/schools?limit=1000");
        assertThat(plain.at("/meta/release").asText()).isEqualTo(NOW);
        assertThat(plain.toString()).contains("Late School 137090", "Late School 137091");
        assertThat(json("/v1/schools?limit=1000&release=current")).isEqualTo(plain);
        JsonNode named = json("/v1/schools?limit=1000&release=" + NOW);
        assertThat(named.path("data")).isEqualTo(plain.path("data"));
        // Two days, two who say so: on the day of the older extract, the newer release knows of one school more.
        assertThat(json("/v1/schools?asOf=2024-10-28&area=203").path("data").size())
                .isEqualTo(json("/v1/schools?asOf=2024-10-28&area=203&release=" + OLD)
                                .path("data")
                                .size()
                        + 1);
    }

    @Test
    void answersOfANamedReleaseMayBeKeptForLong_andHaveTagsOfTheirOwn() {
        HttpResponse<String> plain = get("/v1/structure");
        HttpResponse<String> named = get("/v1/structure?release=" + NOW);
        HttpResponse<String> old = get("/v1/structure?release=" + OLD);
        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(named.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
        String etag = old.headers().firstValue("ETag").orElseThrow();
        assertThat(etag)
                .isNotEqualTo(named.headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
        HttpResponse<String> again = get("/v1/structure?release=" + OLD, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Memento-Datetime")).isPresent();
        // The text of a saved query may change, though the release does not.
        assertThat(get("/v1/queries/small-schools/results?release=" + OLD)
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("public, max-age=60");
    }

    @Test
    void pagesGoOnInTheirRelease_andCursorsOfAnotherAreRefused() {
        JsonNode first = json("/v1/schools?limit=2&open=any&release=" + OLD);
        String next = first.at("/links/next").asText();
        assertThat(next).contains("release=" + OLD);
        assertThat(json(next).at("/data").size()).isEqualTo(2);
        HttpResponse<String> elsewhere = get(next.replace("&release=" + OLD, ""));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("invalid-cursor", "another release", "release=");
        // Who paged through the release served before another took its place goes on by its id.
        String served = json("/v1/schools?limit=2&open=any").at("/links/next").asText();
        assertThat(json(served + "&release=" + NOW).at("/data"))
                .isEqualTo(json(served).at("/data"));
        assertThat(get("/v1/schools?limit=2&release=" + OLD).headers().allValues("Link"))
                .singleElement()
                .asString()
                .contains("rel=\"next\"", "rel=\"original timegate\"", "rel=\"timemap\"");
    }

    @Test
    void statementsAreRunOnTheReleaseInTheAddress() throws IOException {
        String body = "{\"statement\":\"MATCH (s:School) WHERE s.name STARTS WITH 'Late' RETURN count(s) AS late\"}";
        for (Map.Entry<String, Integer> expected : Map.of(NOW, 2, OLD, 0).entrySet()) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/v1/cypher?release=" + expected.getKey()))
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            JsonNode json = JSON.readTree(answer.body());
            assertThat(json.at("/data/0/late").asInt()).isEqualTo(expected.getValue());
            assertThat(json.at("/meta/release").asText()).isEqualTo(expected.getKey());
            assertThat(answer.headers().firstValue("Memento-Datetime")).isEmpty();
        }
        HttpResponse<String> inBody = send(HttpRequest.newBuilder(uri("/v1/queries/small-schools/results"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"parameters\":{\"release\":\"" + OLD + "\"}}")));
        assertThat(inBody.statusCode()).isEqualTo(400);
        assertThat(inBody.body()).contains("in the address");
    }

    @ParameterizedTest
    @CsvSource({
        "20990101T000000Z-00000009,404,unknown-id",
        OTHER_FORMAT + ",400,invalid-parameter",
        "../current,400,invalid-parameter",
        "a%20b,400,invalid-parameter"
    })
    void aReleaseThatCannotAnswerIsNamed_withThoseThatCan(String id, int status, String type) throws IOException {
        HttpResponse<String> answer = get("/v1/structure?release=" + id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).endsWith("#" + type);
        assertThat(problem.path("parameter").asText()).isEqualTo("release");
        if (!id.contains(".") && !id.contains("%")) {
            assertThat(problem.path("detail").asText()).contains(id).doesNotContain("/");
            assertThat(problem.path("allowed"))
                    .extracting(JsonNode::asText)
                    .containsExactly("current", NOW, OLD, OLDEST);
        }
        assertThat(get("/v1/structure?release=" + OLD + "&release=" + NOW).statusCode())
                .isEqualTo(400);
    }

    @Test
    void releasesAreListed_withTheOneServedAndThoseThatCannotBeOpened() {
        JsonNode list = json("/v1/releases").path("data");
        assertThat(list).extracting(row -> row.path("id").asText()).containsExactly(NOW, OLD, OLDEST, OTHER_FORMAT);
        assertThat(list).extracting(row -> row.path("current").asBoolean()).containsExactly(true, false, false, false);
        assertThat(list).extracting(row -> row.path("openable").asBoolean()).containsExactly(true, true, true, false);
        assertThat(list.get(3).path("formatVersion").asInt()).isEqualTo(99);
        assertThat(list.get(1).path("extractDate").asText()).isEqualTo("2024-10-28");
        assertThat(get("/v1/releases?format=csv").body()).startsWith("id,current,openable,formatVersion,extractDate");
        assertThat(json("/v1/releases/current").at("/data/release").asText()).isEqualTo(NOW);
        JsonNode one = json("/v1/releases/" + OLD).path("data");
        assertThat(one.path("current").asBoolean()).isFalse();
        assertThat(one.at("/sources/0/extractDate").asText()).isEqualTo("2024-10-28");
        assertThat(get("/v1/releases/" + OTHER_FORMAT).statusCode()).isEqualTo(404);
        assertThat(get("/v1/releases").headers().firstValue("Memento-Datetime")).isEmpty();
    }

    @Test
    void whatIsSaidOtherwiseNowIsToldOneByOneAndCounted_andNewsIsNot() {
        JsonNode summary = json("/v1/releases/difference").path("data");
        assertThat(summary.path("from").asText()).isEqualTo(OLD);
        assertThat(summary.path("to").asText()).isEqualTo(NOW);
        assertThat(summary.path("lastDay").asText()).isEqualTo("2024-10-28");
        assertThat(summary.path("rows")).singleElement().satisfies(row -> {
            assertThat(row.path("kind").asText()).isEqualTo("school-added");
            assertThat(row.path("count").asInt()).isEqualTo(1);
        });
        assertThat(summary.path("openRewritten").asInt())
                .as("September and 28 days")
                .isEqualTo(58);
        JsonNode changes = json("/v1/releases/difference/changes?area=203&kind=school-added");
        assertThat(changes.path("data")).singleElement().satisfies(row -> {
            assertThat(row.at("/subject/id").asText()).isEqualTo("school:137090");
            assertThat(row.at("/area/id").asText()).isEqualTo("la:203");
            assertThat(row.path("afterFrom").asText()).isEqualTo("2024-09-01");
            assertThat(row.path("before").isNull()).isTrue();
        });
        assertThat(changes.at("/meta/parameters/from").asText()).isEqualTo(OLD);
        assertThat(get("/v1/releases/difference/changes?format=csv&from=" + OLD).body())
                .contains("school-added,,school:137090,Late School 137090,School,la:203");
        assertThat(json("/v1/releases/difference/changes?area=822").path("data"))
                .isEmpty();
        assertThat(json("/v1/releases/difference?from=" + NOW).at("/data/share").asDouble())
                .isZero();
        assertThat(get("/v1/releases/difference?from=20990101T000000Z-00000009").body())
                .contains("\"parameter\":\"from\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 20 Jun 1995 12:00:00 GMT|" + OLDEST,
                "Sun, 31 Dec 2023 23:59:59 GMT|" + OLDEST,
                "Sun, 27 Oct 2024 23:59:59 GMT|" + OLDEST,
                "Mon, 28 Oct 2024 00:00:00 GMT|" + OLD,
                "Sat, 04 Jan 2025 23:59:59 GMT|" + OLD,
                "Sun, 05 Jan 2025 00:00:00 GMT|" + NOW,
                "Thu, 01 Jan 2099 00:00:00 GMT|" + NOW,
            })
    void everyAddressIsTheTimeGateOfItsMementos(String when, String release) {
        String original = "/v1/structure?by=region&asOf=2020-01-01";
        HttpResponse<String> gate = get(original, "Accept-Datetime", when);
        assertThat(gate.statusCode()).isEqualTo(302);
        assertThat(gate.headers().firstValue("Location")).hasValue(original + "&release=" + release);
        assertThat(gate.headers().firstValue("Vary").orElseThrow()).contains("Accept-Datetime");
        assertThat(gate.headers().firstValue("Memento-Datetime")).isEmpty();
        assertThat(gate.headers().firstValue("Link").orElseThrow())
                .contains("<" + original + ">; rel=\"original timegate\"", "rel=\"timemap\"");
    }

    @Test
    void aMementoSaysWhatItIs_whateverTimeItIsAskedFor() {
        String memento = "/v1/structure?release=" + OLD + "&by=region";
        HttpResponse<String> answer = get(memento, "Accept-Datetime", "Thu, 01 Jan 2099 00:00:00 GMT");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Memento-Datetime")).hasValue("Mon, 28 Oct 2024 00:00:00 GMT");
        assertThat(answer.headers().firstValue("Vary").orElseThrow()).doesNotContain("Accept-Datetime");
        assertThat(answer.headers().firstValue("Link").orElseThrow())
                .contains(
                        "</v1/structure?by=region>; rel=\"original timegate\"",
                        "</v1/timemap?url=/v1/structure%3Fby%3Dregion>; rel=\"timemap\"; type=\"application/link-format\"");
        HttpResponse<String> original = get("/v1/structure?by=region");
        assertThat(original.headers().firstValue("Memento-Datetime")).isEmpty();
        assertThat(original.headers().firstValue("Vary").orElseThrow()).contains("Accept-Datetime");
        assertThat(original.headers().firstValue("Link").orElseThrow())
                .contains("</v1/structure?by=region>; rel=\"original timegate\"");
    }

    @Test
    void aLongAddressHasItsLinksToo() {
        String address = "/v1/schools?" + "phase=Primary&".repeat(500) + "limit=1";
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("<" + address + ">; rel=\"original");
        assertThat(get(address, "Accept-Datetime", "Mon, 28 Oct 2024 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-10-28",
                "Mon, 28 Oct 2024 00:00:00 +0100",
                "Tue, 28 Oct 2024 00:00:00 GMT",
                "Mon, 28 Oct 2024",
                "yesterday"
            })
    void aTimeThatIsNoneIsRefused(String when) {
        HttpResponse<String> answer = get("/v1/structure", "Accept-Datetime", when);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Accept-Datetime takes a date such as Sun, 05 Jan 2025 00:00:00 GMT");
    }

    @Test
    void theTimeMapLeadsToEveryMemento() {
        HttpResponse<String> map = get("/v1/timemap?url=/v1/structure%3Fby%3Dregion");
        assertThat(map.headers().firstValue("Content-Type")).hasValue("application/link-format");
        List<String> mementos = map.body()
                .lines()
                .filter(line -> line.contains("memento\""))
                .map(line -> line.substring(1, line.indexOf('>')))
                .toList();
        assertThat(mementos)
                .containsExactly(
                        "/v1/structure?by=region&release=" + OLDEST,
                        "/v1/structure?by=region&release=" + OLD,
                        "/v1/structure?by=region&release=" + NOW);
        assertThat(json(mementos.get(1)).at("/meta/release").asText()).isEqualTo(OLD);
        assertThat(get("/v1/timemap?url=/livez").statusCode()).isEqualTo(400);
        assertThat(get("/v1/timemap?url=/v1/releases").statusCode()).isEqualTo(400);
    }

    /** One release may be open beside the one served, and two are asked for: they give way to each other. */
    @Test
    void askedAllAtOnceWhileReleasesGiveWay_everyQuestionIsAnsweredByItsOwn() throws Exception {
        int before = openings.get();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String release = List.of(OLDEST, OLD, NOW).get(i % 3);
            int each = release.equals(NOW) ? 40 : 2;
            int mine = i;
            Thread thread = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    String target = n % 2 == 0
                            ? "/v1/structure?asOf=20" + (10 + mine) + "-01-0" + (1 + n % 9) + "&release=" + release
                            : "/v1/schools?format=csv&open=any&release=" + release;
                    HttpResponse<String> answer = get(target);
                    if (answer.statusCode() != 200
                            || (n % 2 == 0 && !answer.body().contains("\"release\":\"" + release + "\""))
                            || (n % 2 == 1 && answer.body().contains("Late School") != release.equals(NOW))) {
                        wrong.add(answer.statusCode() + " " + target + " " + answer.body());
                    }
                }
            });
            thread.start();
            asking.add(thread);
        }
        for (Thread thread : asking) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(openings.get() - before).isGreaterThanOrEqualTo(1);
        assertThat(releases.openBeside()).isEqualTo(1);
    }
}
