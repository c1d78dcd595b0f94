package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.query.QueryLibrary;

/** The OpenAPI document is one, and the server answers as it says. */
@ExtendWith(TownServer.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As the OpenAPI Initiative publishes it (Apache-2.0), under its own id. */
    private static final Path OFFICIAL = Path.of("src/test/resources/openapi/schema-3.1.json");

    private final TownServer server;
    private final String text;
    private final OpenApiCalls document;

    OpenApiIT(TownServer server) throws IOException {
        this.server = server;
        this.text = server.json("/openapi.json");
        this.document = new OpenApiCalls(JSON.readTree(text));
    }

    @Test
    void theDocumentIsValidOpenApi() throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
        assertThat(registry.getSchema(Files.readString(OFFICIAL)).validate(JSON.readTree(text)))
                .isEmpty();
    }

    /** Which the schema of OpenAPI leaves open. */
    @Test
    void itsSchemasAreValidJsonSchema() {
        SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
        var schema =
                registry.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        List<JsonNode> all = document.root().findValues("schema");
        document.root().at("/components/schemas").forEach(all::add);
        assertThat(all)
                .hasSizeGreaterThan(500)
                .allSatisfy(each -> assertThat(schema.validate(each)).isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = new TreeSet<>();
        document.root().findValues("$ref").forEach(reference -> references.add(reference.textValue()));
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyRouteAndQueryHasItsOperation() {
        List<String> ids = document.all().stream().map(OpenApiCalls.Call::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        List<String> listed = document.all().stream()
                .map(call -> call.method() + " " + call.path())
                .toList();
        QueryLibrary library = QueryLibrary.of(null);
        for (Route route : Routes.standard(library, true).all()) {
            route.methods().forEach(method -> assertThat(listed).contains(method + " " + route.path()));
        }
        for (String query : library.shelf().queries().keySet()) {
            String path = QueryResults.PATH.replace("{name}", query);
            assertThat(listed).contains("GET " + path, "POST " + path);
        }
    }

    @Test
    void everyParameterOfAQueryIsThere() {
        QueryLibrary.of(null).shelf().queries().values().forEach(query -> {
            JsonNode get = document.root()
                    .at("/paths")
                    .path(QueryResults.PATH.replace("{name}", query.name()))
                    .path("get");
            query.parameters()
                    .forEach(parameter -> assertThat(get.path("parameters").findValuesAsText("name"))
                            .contains(parameter.name()));
        });
    }

    Stream<OpenApiCalls.Call> operations() {
        return document.all().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationAnswersAsItSays(OpenApiCalls.Call call) throws IOException {
        HttpResponse<String> answer = ask(call, "", call.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        if (call.json().isEmpty()) {
            assertThat(call.mediaTypes())
                    .anyMatch(type -> answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith(beginning(type)));
        } else {
            assertFits(call, answer.body());
        }
    }

    /** Of the saved queries, which are all answered alike, only one that is a graph. */
    Stream<OpenApiCalls.Call> formats() {
        return operations()
                .filter(call -> !call.id().contains("query-") || call.id().equals("query-school-graph"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyMediaTypeIsTheOneAskedFor(OpenApiCalls.Call call) {
        for (String type : call.mediaTypes()) {
            HttpResponse<String> answer = ask(call, "", call.body(), "Accept", type);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(beginning(type));
        }
    }

    /** The questions whose answers on the town are known have rows, which those without parameters often have not. */
    @ParameterizedTest
    @MethodSource("uk.middletier.http.QuerySpecsIT#eachSpec")
    void rowsOfQueriesAreAsTheirHeadersDeclare(JsonNode spec) throws IOException {
        OpenApiCalls.Call call = document.get("post-query-" + spec.path("query").asText());
        String body = JSON.createObjectNode()
                .set("parameters", spec.path("parameters"))
                .toString();
        assertThat(document.errors(call.body(), JSON.readTree(body))).isEmpty();
        HttpResponse<String> answer = ask(call, "", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertFits(call, answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "network, shape=layers&asOf=2014-12-31",
        "network, shape=support",
        "network, measure=ties",
        "networkSeries, from=2010-12-31&measure=ties",
        "brokers, of=schools",
        "communities, shape=members",
        "coopetition, shape=bodies",
        "overlap, shape=areas",
        "overlap, shape=bodies",
        "overlap, shape=pairs",
        "durations, by=area",
        "durations, by=cohort&observedFrom=2010-01-01",
        "trustSizes, by=region",
        "structure, measure=schools&measure=satShare&area=la:822",
        "fragmentation, asOf=1950-01-01",
        "structureSeries, by=country&step=quarter",
        "structureSeries, summary=quartiles",
        "networkSeries, summary=total&measure=ties",
        "turbulence, step=year&from=2005-01-01",
        "flows, between=bodies&from=2009-01-01",
        "patchwork, names=true&from=2010-01-01&area=203",
        "events, from=1990-01-01&limit=1000&stateFunded=any",
        "schools, open=any&limit=1000",
        "schools, limit=2",
        "bodies, open=any",
        "areas, kind=diocese",
        "spread, minSchools=1",
        "school, asOf=2009-03-31",
        "graph, mode=one-mode&asOf=2014-12-31",
        "graph, layers=diocese&layers=support&full=true",
        "graphEvolution, from=2000-01-01",
        "graphEvolution, from=2000-01-01&mode=one-mode",
        "graphDiff, from=2009-01-01",
        "graphDiff, from=2009-01-01&mode=one-mode",
        "schoolNeighbourhood, depth=3&asOf=2014-12-31"
    })
    void otherQuestionsOfAnOperationAreAnsweredAsItSays(String id, String query) throws IOException {
        OpenApiCalls.Call call = document.get(id);
        HttpResponse<String> answer = ask(call, query, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertFits(call, answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/schools?asOff=2020-01-01",
                "/v1/schools?area=la:204x",
                "/v1/schools/1",
                "/v1/structure?by=parish",
                "/v1/structure?format=xml",
                "/v1/queries/no-such-query/results",
                "/docs/assets/other.js",
                "/explorer/0/main.js",
                "/explorer/0/area/view.js",
                "/nowhere"
            })
    void problemsAreAsTheDocumentSays(String target) throws IOException {
        HttpResponse<String> answer = server.get(target);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(document.errors(document.component("Problem"), JSON.readTree(answer.body())))
                .isEmpty();
    }

    @Test
    void theDocumentIsTheSameUntilTheLibraryChanges() throws IOException {
        HttpResponse<String> first = server.get("/openapi.json");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(server.json("/openapi.json")).isEqualTo(first.body());
        assertThat(server.get("/openapi.json", "If-None-Match", etag).statusCode())
                .isEqualTo(304);

        Path folder = Files.createTempDirectory("queries");
        Routes routes = Routes.standard(QueryLibrary.of(folder), true);
        assertThat(body(routes)).isEqualTo(first.body());
        Files.writeString(
                folder.resolve("just-written.cypher"), "// Written now\n// @returns n integer?\nRETURN 1 AS n\n");
        assertThat(JSON.readTree(body(routes)).at("/components/schemas/query-just-written/properties/n/type"))
                .hasToString("[\"integer\",\"null\"]");
    }

    private static String body(Routes routes) {
        Route route = routes.all().stream()
                .filter(each -> each.path().equals(OpenApi.PATH))
                .findFirst()
                .orElseThrow();
        Request request =
                new Request(OpenApi.PATH, Map.of(), Map.of(), OpenApi.PATH, null, null, null, null, Passage.begin());
        Reply.Whole reply = (Reply.Whole) ((Endpoint.OfServer) route.endpoint()).reply(request, () -> {
            throw new IllegalStateException("no release is needed");
        });
        return new String(reply.content().plain(), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> ask(OpenApiCalls.Call call, String query, @Nullable Object body, String... headers) {
        String path = switch (call.id()) {
            case "docsAsset" -> DocsIT.asset(server);
            case "explorerAsset" -> ExplorerServingIT.asset(server);
            case "explorerPart" -> ExplorerServingIT.asset(server).replace("main.js", "area/view.js");
            default -> call.address(query);
        };
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
        if (call.method().equals("POST")) {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body instanceof String text ? text : call.sampleBody()));
        }
        return server.send(request, headers);
    }

    /** What a media type must begin with to be of a range: nothing for any. */
    private static String beginning(String range) {
        return range.equals("*/*") ? "" : range.replace("*", "");
    }

    private void assertFits(OpenApiCalls.Call call, String body) throws IOException {
        assertThat(document.errors(call.json().orElseThrow(), JSON.readTree(body)))
                .as(call.id())
                .isEmpty();
    }
}
