package uk.middletier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A graph in the JSON that libraries which draw graphs read. All hold the same: ids, names, labels, properties. */
public enum GraphJson implements GraphFormat {
    /** Elements of Cytoscape.js: {@code cytoscape(json)} takes it as it is. */
    CYTOSCAPE {
        @Override
        void write(JsonGenerator json, GraphSource graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeFieldName("data");
            JsonValues.write(json, meta);
            json.writeObjectFieldStart("elements");
            json.writeArrayFieldStart("nodes");
            for (GraphSource.Node node : graph.nodes()) {
                json.writeStartObject();
                json.writeFieldName("data");
                JsonValues.write(json, fields("id", node.id(), node.attributes()));
                position(json, node);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (GraphSource.Edge edge : graph.edges()) {
                json.writeStartObject();
                json.writeFieldName("data");
                JsonValues.write(json, ends(edge));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }

        /** For the layout {@code preset}; on a screen y is down. */
        private static void position(JsonGenerator json, GraphSource.Node node) throws IOException {
            if (node.attributes().get("x") instanceof Double x
                    && node.attributes().get("y") instanceof Double y) {
                json.writeObjectFieldStart("position");
                json.writeNumberField("x", x);
                // Not -0.0, which is another text.
                json.writeNumberField("y", 0.0 - y);
                json.writeEndObject();
            }
        }
    },

    /**
     * What {@code graphology}'s {@code Graph.from} takes: directed, several edges between two nodes. Sigma takes an
     * attribute {@code type} for a way to draw, so that what would be one is called {@code schoolType} and
     * {@code relationship}.
     */
    GRAPHOLOGY {
        @Override
        void write(JsonGenerator json, GraphSource graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeFieldName("attributes");
            JsonValues.write(json, meta);
            json.writeFieldName("options");
            json.writeStartObject();
            json.writeStringField("type", graph.directed() ? "directed" : "undirected");
            json.writeBooleanField("multi", true);
            json.writeBooleanField("allowSelfLoops", true);
            json.writeEndObject();
            json.writeArrayFieldStart("nodes");
            for (GraphSource.Node node : graph.nodes()) {
                json.writeStartObject();
                json.writeStringField("key", node.id());
                json.writeFieldName("attributes");
                JsonValues.write(json, untyped(node.attributes()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (GraphSource.Edge edge : graph.edges()) {
                json.writeStartObject();
                json.writeStringField("key", edge.id());
                json.writeStringField("source", edge.source());
                json.writeStringField("target", edge.target());
                json.writeFieldName("attributes");
                JsonValues.write(json, fields("relationship", edge.type(), edge.attributes()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    },

    /** Nodes and links as {@code d3.forceLink().id(d => d.id)} takes them. */
    D3 {
        @Override
        void write(JsonGenerator json, GraphSource graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeFieldName("graph");
            JsonValues.write(json, meta);
            json.writeArrayFieldStart("nodes");
            for (GraphSource.Node node : graph.nodes()) {
                JsonValues.write(json, fields("id", node.id(), node.attributes()));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("links");
            for (GraphSource.Edge edge : graph.edges()) {
                JsonValues.write(json, ends(edge));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    },

    /** JSON Graph Format, version 2. */
    JGF {
        @Override
        void write(JsonGenerator json, GraphSource graph, Map<String, @Nullable Object> meta) throws IOException {
            json.writeStartObject();
            json.writeObjectFieldStart("graph");
            json.writeBooleanField("directed", graph.directed());
            json.writeFieldName("metadata");
            JsonValues.write(json, meta);
            json.writeObjectFieldStart("nodes");
            for (GraphSource.Node node : graph.nodes()) {
                json.writeObjectFieldStart(node.id());
                json.writeStringField("label", node.label());
                json.writeFieldName("metadata");
                JsonValues.write(json, node.attributes());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("edges");
            for (GraphSource.Edge edge : graph.edges()) {
                json.writeStartObject();
                json.writeStringField("id", edge.id());
                json.writeStringField("source", edge.source());
                json.writeStringField("target", edge.target());
                json.writeStringField("relation", edge.type());
                json.writeFieldName("metadata");
                JsonValues.write(json, edge.attributes());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();

    abstract void write(JsonGenerator json, GraphSource graph, Map<String, @Nullable Object> meta) throws IOException;

    @Override
    public void write(GraphSource graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(json, graph, meta);
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static Map<String, @Nullable Object> ends(GraphSource.Edge edge) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", edge.id());
        fields.put("source", edge.source());
        fields.put("target", edge.target());
        fields.put("type", edge.type());
        // A property may not hide what makes it an edge.
        edge.attributes().forEach((name, value) -> fields.putIfAbsent(name.equals("source") ? "dataset" : name, value));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(String name, String value, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(name, value);
        fields.putAll(more);
        return fields;
    }

    private static Map<String, @Nullable Object> untyped(Map<String, @Nullable Object> attributes) {
        if (!attributes.containsKey("type")) {
            return attributes;
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>(attributes);
        others.put("schoolType", others.remove("type"));
        return others;
    }
}
