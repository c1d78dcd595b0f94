package uk.middletier.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.GeoPoint;

/** Other readers read what is written, whatever letters are in it. */
class GraphFilesTest {
    private static final String ODD = "St \"Mary's\" & <All> Souls\u0000\u000b\ud800 é 𝔖\t";
    private static final String WRITABLE = "St \"Mary's\" & <All> Souls é 𝔖\t";

    /** Two schools and a trust; one school left and came back. */
    private static final GraphSource GRAPH = new GraphSource() {
        @Override
        public boolean directed() {
            return true;
        }

        @Override
        public List<Column> nodeColumns() {
            return List.of(Column.text("label"), Column.integer("size"), Column.decimal("x"), Column.decimal("y"));
        }

        @Override
        public List<Column> edgeColumns() {
            return List.of(Column.text("layer"), Column.any("words"));
        }

        @Override
        public Iterable<Node> nodes() {
            return List.of(
                    node("school:1", ODD, new GeoPoint(-1.5, 52.25), 210L, List.of()),
                    node("school:2", "Two", null, null, List.of(span("2001-09-01", "2020-09-01"))),
                    node("trust:3", "Three", new GeoPoint(0.0, 51.0), 2L, List.of(span("2010-09-01", null))));
        }

        @Override
        public Iterable<Edge> edges() {
            return List.of(
                    edge("a", "school:1", List.of(span("2010-09-01", "2012-01-01"), span("2015-09-01", null))),
                    edge("b", "school:2", List.of(span(null, "2020-09-01"))));
        }
    };

    private static GraphSource.Node node(
            String id,
            String label,
            @Nullable GeoPoint place,
            @Nullable Long size,
            List<GraphSource.Interval> intervals) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("label", label);
        attributes.put("size", size);
        attributes.put("x", 1.5);
        attributes.put("y", -2.0);
        return new GraphSource.Node(id, label, place, attributes, intervals);
    }

    private static GraphSource.Edge edge(String id, String source, List<GraphSource.Interval> intervals) {
        return new GraphSource.Edge(
                id,
                source,
                "trust:3",
                "governance",
                new LinkedHashMap<>(Map.of("layer", "governance", "words", List.of("one", "two"))),
                intervals);
    }

    private static GraphSource.Interval span(@Nullable String from, @Nullable String to) {
        return new GraphSource.Interval(
                from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private static String written(GraphFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(GRAPH, Map.of("release", "r1"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void graphMlIsReadByJGraphT() throws IOException {
        Graph<String, DefaultEdge> graph = new DirectedMultigraph<>(
                SupplierUtil.createStringSupplier(), SupplierUtil.createSupplier(DefaultEdge.class), false);
        // Holds the file against the schema of GraphML, too.
        GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
        Map<String, Map<String, String>> nodes = new HashMap<>();
        importer.addVertexAttributeConsumer((pair, value) ->
                nodes.computeIfAbsent(pair.getFirst(), key -> new HashMap<>()).put(pair.getSecond(), value.getValue()));
        importer.setVertexFactory(id -> id);
        Map<String, Attribute> edges = new HashMap<>();
        importer.addEdgeAttributeConsumer(
                (pair, value) -> edges.put(graph.getEdgeSource(pair.getFirst()) + " " + pair.getSecond(), value));
        importer.importGraph(graph, new StringReader(written(new GraphMl())));

        assertThat(graph.vertexSet()).containsExactlyInAnyOrder("school:1", "school:2", "trust:3");
        assertThat(graph.containsEdge("school:1", "trust:3")).isTrue();
        assertThat(graph.containsEdge("school:2", "trust:3")).isTrue();
        assertThat(graph.edgeSet()).hasSize(2);
        assertThat(nodes.get("school:1"))
                .containsEntry("label", WRITABLE)
                .containsEntry("size", "210")
                .containsEntry("x", "1.5");
        assertThat(nodes.get("school:2")).doesNotContainKey("size");
        assertThat(edges.get("school:2 words")).hasToString("one|two");
    }

    @Test
    void gexfEndsOnTheLastDayThereIs() throws IOException {
        String text = written(new Gexf());
        GexfFile file = GexfFile.read(text);

        assertThat(text)
                .contains("<spell start=\"2010-09-01\" end=\"2011-12-31\"/><spell start=\"2015-09-01\"/>")
                .contains("start=\"2001-09-01\" end=\"2020-08-31\"");
        assertThat(file.nodes())
                .containsEntry("school:1", List.of("/"))
                .containsEntry("school:2", List.of("2001-09-01/2020-09-01"))
                .containsEntry("trust:3", List.of("2010-09-01/"));
        assertThat(file.edges())
                .containsEntry("a", List.of("2010-09-01/2012-01-01", "2015-09-01/"))
                .containsEntry("b", List.of("/2020-09-01"));
    }

    @Test
    void geoJsonHasWhatLiesSomewhere() throws IOException {
        assertThat(written(new GeoJson()))
                .startsWith("{\"type\":\"FeatureCollection\",\"meta\":{\"release\":\"r1\"},\"features\":["
                        + "{\"type\":\"Feature\",\"id\":\"school:1\",\"geometry\":{\"type\":\"Point\","
                        + "\"coordinates\":[-1.5,52.25]},\"properties\":{\"element\":\"node\"")
                .contains("{\"type\":\"LineString\",\"coordinates\":[[-1.5,52.25],[0.0,51.0]]}")
                .doesNotContain("school:2");
    }

    @Test
    void nodesAndEdgesAreTables() throws IOException {
        assertThat(written(GraphCsv.NODES).lines())
                .contains("id,label,size,x,y", "school:2,Two,,1.5,-2.0", "trust:3,Three,2,1.5,-2.0");
        assertThat(written(GraphCsv.EDGES).lines())
                .containsExactly(
                        "id,source,target,type,layer,words",
                        "a,school:1,trust:3,governance,governance,\"[\"\"one\"\",\"\"two\"\"]\"",
                        "b,school:2,trust:3,governance,governance,\"[\"\"one\"\",\"\"two\"\"]\"");
    }

    @Test
    void onAScreenUpIsDown() throws IOException {
        assertThat(written(GraphJson.CYTOSCAPE)).contains("\"position\":{\"x\":1.5,\"y\":2.0}");
    }
}
