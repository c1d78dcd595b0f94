package uk.middletier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.NodeValue;

/** A graph in the JSON that libraries which draw graphs read. All hold the same: ids, names, labels, properties. */
public enum GraphJson {
    /** Elements of Cytoscape.js: {@code cytoscape(json)} takes it as it is. */
    CYTOSCAPE {
        @Override
        void write(JsonGenerator json, GraphData graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeFieldName("data");
            JsonValues.write(json, meta);
            json.writeObjectFieldStart("elements");
            json.writeArrayFieldStart("nodes");
            for (NodeValue node : graph.nodes()) {
                data(json, fields("id", node.id(), attributes(node)));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            int number = 0;
            for (GraphData.Edge edge : graph.edges()) {
                data(json, ends(edge, number++));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }

        private static void data(JsonGenerator json, Map<String, @Nullable Object> data) throws IOException {
            json.writeStartObject();
            json.writeFieldName("data");
            JsonValues.write(json, data);
            json.writeEndObject();
        }
    },

    /**
     * What {@code graphology}'s {@code Graph.from} takes: directed, several edges between two nodes. Sigma takes an
     * attribute {@code type} for a way to draw, so that what would be one is called {@code schoolType} and
     * {@code relationship}.
     */
    GRAPHOLOGY {
        @Override
        void write(JsonGenerator json, GraphData graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeFieldName("attributes");
            JsonValues.write(json, meta);
            json.writeFieldName("options");
            JsonValues.write(json, Map.of("type", "directed", "multi", true, "allowSelfLoops", true));
            json.writeArrayFieldStart("nodes");
            for (NodeValue node : graph.nodes()) {
                json.writeStartObject();
                json.writeStringField("key", node.id());
                json.writeFieldName("attributes");
                JsonValues.write(json, untyped(attributes(node)));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            int number = 0;
            for (GraphData.Edge edge : graph.edges()) {
                json.writeStartObject();
                json.writeStringField("key", id(number++));
                json.writeStringField("source", edge.source());
                json.writeStringField("target", edge.target());
                json.writeFieldName("attributes");
                JsonValues.write(json, fields("relationship", edge.type(), edge.properties()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    },

    /** Nodes and links as {@code d3.forceLink().id(d => d.id)} takes them. */
    D3 {
        @Override
        void write(JsonGenerator json, GraphData graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeFieldName("graph");
            JsonValues.write(json, meta);
            json.writeArrayFieldStart("nodes");
            for (NodeValue node : graph.nodes()) {
                JsonValues.write(json, fields("id", node.id(), attributes(node)));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("links");
            int number = 0;
            for (GraphData.Edge edge : graph.edges()) {
                JsonValues.write(json, ends(edge, number++));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    },

    /** JSON Graph Format, version 2. */
    JGF {
        @Override
        void write(JsonGenerator json, GraphData graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeObjectFieldStart("graph");
            json.writeBooleanField("directed", true);
            json.writeFieldName("metadata");
            JsonValues.write(json, meta);
            json.writeObjectFieldStart("nodes");
            for (NodeValue node : graph.nodes()) {
                json.writeObjectFieldStart(node.id());
                json.writeStringField("label", String.valueOf(node.getOrDefault("name", node.id())));
                json.writeFieldName("metadata");
                JsonValues.write(json, attributes(node));
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("edges");
            int number = 0;
            for (GraphData.Edge edge : graph.edges()) {
                json.writeStartObject();
                json.writeStringField("id", id(number++));
                json.writeStringField("source", edge.source());
                json.writeStringField("target", edge.target());
                json.writeStringField("relation", edge.type());
                json.writeFieldName("metadata");
                JsonValues.write(json, edge.properties());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();

    abstract void write(JsonGenerator json, GraphData graph, Map<String, @Nullable Object> meta) throws IOException;

    /**
     * Writes all of it and flushes; leaves the output open.
     *
     * @param meta what is to be said of the graph as a whole
     */
    public void write(GraphData graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(json, graph, meta);
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static Map<String, @Nullable Object> attributes(NodeValue node) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(node);
        attributes.remove("id");
        attributes.put("labels", List.copyOf(node.labels()));
        return attributes;
    }

    private static Map<String, @Nullable Object> ends(GraphData.Edge edge, int number) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id(number));
        fields.put("source", edge.source());
        fields.put("target", edge.target());
        fields.put("type", edge.type());
        // A property may not hide what makes it an edge.
        edge.properties().forEach((name, value) -> fields.putIfAbsent(name.equals("source") ? "dataset" : name, value));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(String name, String value, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(name, value);
        fields.putAll(more);
        return fields;
    }

    private static Map<String, @Nullable Object> untyped(Map<String, @Nullable Object> attributes) {
        if (attributes.containsKey("type")) {
            attributes.put("schoolType", attributes.remove("type"));
        }
        return attributes;
    }

    /** Of an edge: its place in the answer. */
    private static String id(int number) {
        return "e" + number;
    }
}
