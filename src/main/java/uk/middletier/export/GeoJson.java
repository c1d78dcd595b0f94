package uk.middletier.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;

/**
 * GeoJSON (RFC 7946): nodes are points, edges lines, longitude first. What lies nowhere, and an edge one of whose ends
 * does, is not in it.
 */
public final class GeoJson implements GraphFormat {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void write(GraphSource graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeFieldName("meta");
            JsonValues.write(json, meta);
            json.writeArrayFieldStart("features");
            Map<String, GeoPoint> places = new HashMap<>();
            for (GraphSource.Node node : graph.nodes()) {
                GeoPoint place = node.place();
                if (place != null) {
                    places.put(node.id(), place);
                    point(json, node, place);
                }
            }
            for (GraphSource.Edge edge : graph.edges()) {
                GeoPoint source = places.get(edge.source());
                GeoPoint target = places.get(edge.target());
                if (source != null && target != null) {
                    line(json, edge, source, target);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void point(JsonGenerator json, GraphSource.Node node, GeoPoint place) throws IOException {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("element", "node");
        properties.putAll(node.attributes());
        start(json, node.id(), "Point");
        position(json, place);
        end(json, properties);
    }

    private static void line(JsonGenerator json, GraphSource.Edge edge, GeoPoint source, GeoPoint target)
            throws IOException {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("element", "edge");
        properties.putAll(edge.attributes());
        properties.put("source", edge.source());
        properties.put("target", edge.target());
        properties.put("type", edge.type());
        start(json, edge.id(), "LineString");
        json.writeStartArray();
        position(json, source);
        position(json, target);
        json.writeEndArray();
        end(json, properties);
    }

    private static void start(JsonGenerator json, String id, String geometry) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", id);
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", geometry);
        json.writeFieldName("coordinates");
    }

    private static void end(JsonGenerator json, Map<String, @Nullable Object> properties) throws IOException {
        json.writeEndObject();
        json.writeFieldName("properties");
        JsonValues.write(json, properties);
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, GeoPoint place) throws IOException {
        json.writeStartArray();
        json.writeNumber(place.longitude());
        json.writeNumber(place.latitude());
        json.writeEndArray();
    }
}
