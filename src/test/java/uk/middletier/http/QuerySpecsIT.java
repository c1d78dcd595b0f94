package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.middletier.query.QueryLibrary;

/** Every saved query answers on the town what was worked out by hand: query-specs.json. */
@ExtendWith(TownServer.Extension.class)
class QuerySpecsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double CLOSE = 1e-9;

    private final TownServer server;

    QuerySpecsIT(TownServer server) {
        this.server = server;
    }

    private static JsonNode specs() throws IOException {
        try (InputStream file = QuerySpecsIT.class.getResourceAsStream("/query-specs.json")) {
            return JSON.readTree(Objects.requireNonNull(file));
        }
    }

    static Stream<JsonNode> eachSpec() throws IOException {
        return StreamSupport.stream(specs().spliterator(), false);
    }

    @Test
    void everyQueryHasItsSpec() throws IOException {
        Set<String> specified = new TreeSet<>();
        specs().forEach(spec -> specified.add(spec.get("query").textValue()));
        assertThat(specified)
                .containsExactlyElementsOf(
                        QueryLibrary.of(null).shelf().queries().keySet());
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("eachSpec")
    void aQueryAnswersAsItsSpecHasIt(JsonNode spec) throws IOException {
        JsonNode answer = JSON.readTree(post(spec, ""));
        List<List<JsonNode>> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        answer.get("data").forEach(row -> {
            columns.clear();
            row.fieldNames().forEachRemaining(columns::add);
            List<JsonNode> cells = new ArrayList<>();
            row.elements().forEachRemaining(cells::add);
            rows.add(cells);
        });
        if (!rows.isEmpty()) {
            assertThat(columns).containsExactlyElementsOf(texts(spec.get("columns")));
        }
        if (spec.has("rows")) {
            assertThatJson(JSON.writeValueAsString(rows))
                    .withTolerance(CLOSE)
                    .isEqualTo(JSON.writeValueAsString(spec.get("rows")));
            assertThatJson(answer.toString()).inPath("$.meta.rowCount").isEqualTo(rows.size());
        } else {
            assertGraph(spec);
        }
    }

    private void assertGraph(JsonNode spec) throws IOException {
        JsonNode graph = JSON.readTree(post(spec, "?format=d3"));
        List<String> nodes = new ArrayList<>();
        graph.get("nodes").forEach(node -> nodes.add(node.get("id").textValue()));
        List<String> links = new ArrayList<>();
        graph.get("links")
                .forEach(link -> links.add(
                        link.get("source").textValue() + " " + link.get("type").textValue() + " "
                                + link.get("target").textValue()));
        assertThat(nodes).containsExactlyInAnyOrderElementsOf(texts(spec.get("nodes")));
        assertThat(links).containsExactlyInAnyOrderElementsOf(texts(spec.get("relationships")));
    }

    private String post(JsonNode spec, String query) throws IOException {
        String body = JSON.writeValueAsString(JSON.createObjectNode().set("parameters", spec.get("parameters")));
        HttpResponse<String> response = server.send(
                HttpRequest.newBuilder(
                                server.uri("/v1/queries/" + spec.get("query").textValue() + "/results" + query))
                        .POST(BodyPublishers.ofString(body)),
                "Content-Type",
                "application/json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.textValue()));
        return texts;
    }
}
