package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.GraphStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.GexfFile;
import uk.middletier.export.StoredIntervals;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Layer;
import uk.middletier.model.Scope;

@ExtendWith(TownServer.Extension.class)
class AreaGraphIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Layer> LAYERS = Set.copyOf(Layer.COLLABORATION);

    private final TownServer server;

    AreaGraphIT(TownServer server) {
        this.server = server;
    }

    private JsonNode json(String target) throws IOException {
        return JSON.readTree(server.json(target));
    }

    @Test
    void graphOfTheTownOnADay() {
        String graph = server.json("/v1/graph?area=la:203");
        assertThatJson(graph)
                .inPath("$.data.edges[*].id")
                .isArray()
                .containsExactly(
                        "school:100003/federation/federation:17794",
                        "school:100003/governance/la:203",
                        "school:100004/governance/la:203",
                        "school:137000/governance/trust:4782",
                        "school:137000/sponsor/sponsor:2000",
                        "school:137001/governance/trust:5001",
                        "school:138500/governance/trust:4782",
                        "school:138700/governance/trust:4782");
        assertThatJson(graph)
                .inPath("$.data.nodes[?(@.id=='trust:4782')]")
                .isArray()
                .singleElement()
                .isObject()
                .containsEntry("label", "Harbour Learning Trust")
                .containsEntry("kind", "MultiAcademyTrust")
                .containsEntry("size", BigDecimal.valueOf(3))
                .containsEntry("from", "2012-09-01");
        assertThatJson(graph).inPath("$.data.edges[3]").isEqualTo("""
                        {"id":"school:137000/governance/trust:4782","source":"school:137000","target":"trust:4782",
                         "type":"governance","layer":"governance","body":"trust:4782","from":"2012-09-01","to":null}""");
        assertThatJson(graph).inPath("$.meta.nodeCount").isEqualTo(11);
        assertThatJson(graph).inPath("$.meta.allEdges").isEqualTo(8);
        assertThatJson(graph).inPath("$.meta.truncated").isEqualTo(false);
        assertThatJson(graph).inPath("$.meta.tMin").isEqualTo("2010-09-01");
        assertThatJson(graph).inPath("$.meta.tMax").isEqualTo("2024-10-28");
    }

    @Test
    void schoolsAlone_layers_andThoseWithoutATie() {
        String graph = server.json("/v1/graph?area=la:203&mode=one-mode&asOf=2014-12-31");
        assertThatJson(graph)
                .inPath("$.data.edges[?(@.id=='school:100003/school:100004')]")
                .isArray()
                .singleElement()
                .isObject()
                .containsEntry("weight", BigDecimal.valueOf(2))
                .containsEntry("sharedBodies", BigDecimal.valueOf(2));
        assertThatJson(server.json("/v1/graph?area=la:203&layers=sponsor&isolated=false"))
                .inPath("$.data.nodes[*].id")
                .isArray()
                .containsExactly("school:137000", "sponsor:2000");
        assertThatJson(server.json("/v1/graph?area=la:203&layers=sponsor&phase=Secondary"))
                .inPath("$.data.nodes[*].kind")
                .isArray()
                .containsOnly("School");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009-01-01", "2009-04-01", "2012-12-31", "2015-12-31", "2024-10-28"})
    void edgesOfADay_areThoseTheStatementGives(LocalDate day) throws IOException {
        for (AreaFilter area : List.of(
                new AreaFilter(AreaKind.LOCAL_AUTHORITY, "la:203"),
                new AreaFilter(AreaKind.REGION, "region:E12000006"),
                new AreaFilter(AreaKind.COUNTRY, "country:E92000001"),
                new AreaFilter(AreaKind.DIOCESE, "diocese:CE23"))) {
            List<Statement> statements = GraphStatements.of(
                    LAYERS, new GraphStatements.Schools(area, List.of(), Scope.STATE_FUNDED, day, day));
            Set<String> edges = new TreeSet<>();
            Reads reads = new Reads(server.release("x").hold().store(), Duration.ofSeconds(30));
            for (Statement statement : statements.subList(1, statements.size())) {
                edges.addAll(reads.list(
                        statement,
                        row -> row.string("sourceId") + "/" + row.string("layer") + "/" + row.string("targetId")));
            }
            Set<String> found = new TreeSet<>();
            json("/v1/graph?asOf=" + day + "&area=" + area.id())
                    .at("/data/edges")
                    .forEach(edge -> found.add(edge.get("id").asText()));
            assertThat(found).as(area.id()).isEqualTo(edges);
            Set<String> schools = new TreeSet<>(reads.list(statements.get(0), row -> row.string("id")));
            Set<String> drawn = new TreeSet<>();
            json("/v1/graph?asOf=" + day + "&area=" + area.id())
                    .at("/data/nodes")
                    .forEach(node -> drawn.add(node.get("id").asText()));
            drawn.removeIf(id -> !id.startsWith("school:"));
            assertThat(drawn).as(area.id()).isEqualTo(schools);
        }
    }

    @Test
    void graphOfOneDayAndTheDifferenceIsTheGraphOfAnother() throws IOException {
        long seed = 20_241_028;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> areas = List.of("la:203", "la:820", "la:823", "region:E12000006", "country:E92000001", "la:660");
        for (int i = 0; i < 20; i++) {
            LocalDate from = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(365 * 18));
            LocalDate to = from.plusDays(random.nextInt(365 * 6));
            String which = "area=" + areas.get(random.nextInt(areas.size())) + (i % 3 == 0 ? "&mode=one-mode" : "");
            JsonNode first =
                    json("/v1/graph?full=true&asOf=" + from + "&" + which).get("data");
            JsonNode second =
                    json("/v1/graph?full=true&asOf=" + to + "&" + which).get("data");
            JsonNode difference = json("/v1/graph/diff?from=" + from + "&to=" + to + "&" + which)
                    .get("data");
            GraphPatch.assertLeadsTo(first, difference, second, which + " " + from + " " + to);
        }
    }

    @Test
    void schoolsThatMoved() {
        String difference = server.json("/v1/graph/diff?area=la:203&from=2012-01-01&to=2016-06-01");
        assertThatJson(difference).inPath("$.data.moved").isEqualTo("""
                        [{"school":"school:100000","became":"school:137000","from":"la:203","to":"trust:4782"},
                         {"school":"school:137001","became":"school:137001","from":"trust:5000","to":"trust:5001"}]""");
    }

    @Test
    void evolutionLosesNoInterval() {
        String gexf = server.json("/v1/graph/evolution?from=1800-01-01&to=2199-12-31&format=gexf");
        assertThat(GexfFile.read(gexf).edges())
                .isEqualTo(StoredIntervals.of(server.release("x").hold().store()));
        assertThatJson(server.json("/v1/graph/evolution?area=la:203&from=2013-01-01&to=2016-12-31"))
                .inPath("$.data.edges[?(@.id=='school:137001/governance/trust:5001')].spells")
                .isEqualTo("[[{\"from\":\"2016-01-01\",\"to\":null}]]");
    }

    @Test
    void howTwoSchoolsAreConnected() {
        String paths = server.json("/v1/paths?from=100003&to=school:100004&asOf=2014-12-31");
        assertThatJson(paths).inPath("$.data.length").isEqualTo(2);
        assertThatJson(paths).inPath("$.data.paths").isEqualTo("""
                        [["school:100003","federation:17794","school:100004"],
                         ["school:100003","la:203","school:100004"]]""");
        assertThatJson(server.json("/v1/paths?from=trust:4782&to=la:203"))
                .inPath("$.data")
                .isEqualTo("{\"length\":null,\"count\":0,\"paths\":[],\"nodes\":[],\"edges\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "100003,100004,2014-12-31",
        "137000,138500,2024-10-28",
        "137000,137001,2024-10-28",
        "109500,109501,2009-01-01"
    })
    void pathsAreThoseTheStatementGives(String from, String to, LocalDate day) throws IOException {
        List<String> found = new ArrayList<>();
        json("/v1/paths?most=100&from=" + from + "&to=" + to + "&asOf=" + day)
                .at("/data/paths")
                .forEach(path -> found.add(path.toString()));
        Statement statement = GraphStatements.paths("school:" + from, "school:" + to, LAYERS, 100, day);
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        new Reads(server.release("x").hold().store(), Duration.ofSeconds(30))
                                .list(
                                        statement,
                                        row -> JSON.valueToTree(row.list("ids")).toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void neighbourhoodIsWhatTheStatementGives(int depth) throws IOException {
        for (long urn : new long[] {137000, 100003, 109500}) {
            LocalDate day = LocalDate.of(2014, 6, 1);
            Set<String> found = new TreeSet<>();
            json("/v1/schools/" + urn + "/neighbourhood?asOf=" + day + "&depth=" + depth)
                    .at("/data/nodes")
                    .forEach(node -> found.add(node.get("id").asText()));
            Statement statement = GraphStatements.around(urn, LAYERS, depth, day);
            assertThat(found)
                    .isEqualTo(
                            new TreeSet<>(new Reads(server.release("x").hold().store(), Duration.ofSeconds(30))
                                    .list(statement, row -> row.string("id"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/graph?layers=friends,400,layers",
        "/v1/graph?mode=three-mode,400,mode",
        "/v1/graph/evolution?from=2020-01-01&to=2019-01-01,400,from",
        "/v1/paths?from=100003,400,to",
        "/v1/paths?from=100003&to=trust:1,400,to",
        "/v1/schools/1/neighbourhood,404,-",
        "/v1/schools/137000/neighbourhood?depth=4,400,depth",
        "/v1/graph?format=csv,406,-"
    })
    void refusals(String target, int status, String parameter) throws IOException {
        HttpResponse<String> answer = server.get(target);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (!parameter.equals("-")) {
            assertThat(JSON.readTree(answer.body()).get("parameter").asText()).isEqualTo(parameter);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "graphml,application/graphml+xml,</graphml>",
        "gexf,application/gexf+xml,</gexf>",
        "geojson,application/geo+json,FeatureCollection",
        "nodes-csv,application/vnd.nodes+csv,labels",
        "edges-csv,application/vnd.edges+csv,target"
    })
    void savedQueriesAreWrittenSoToo(String format, String type, String contained) {
        HttpResponse<String> answer = server.get("/v1/queries/school-graph/results?format=" + format);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).contains(contained);
        if (format.equals("gexf")) {
            assertThat(GexfFile.read(answer.body()).nodes()).isNotEmpty();
        }
    }

    @Test
    void scriptsRunAsTheyStand() {
        assertThat(server.json("/v1/graph?area=la:203&format=cypher"))
                .contains(":param area => 'la:203';", "RETURN DISTINCT s.id AS sourceId");
    }
}
