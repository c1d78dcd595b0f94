package uk.middletier.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.query.QueryColumn;
import uk.middletier.query.SavedQuery;

/** What answers look like as a whole, and what stands in many of them. */
final class OpenApiSchemas {
    private static final Schema WORDS = Schema.list(Schema.TEXT);
    private static final Schema ADDRESS = Schema.TEXT.with("format", "uri-reference");

    private OpenApiSchemas() {}

    static Map<String, @Nullable Object> common() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("Meta", meta().json());
        all.put("Links", links().json());
        all.put("Problem", problem().json());
        all.put("Ref", Schema.object(Schema.TEXT, "id", "name", "kind").json());
        all.put("Point", Schema.object(Schema.NUMBER, "longitude", "latitude").json());
        all.put(
                "Node",
                Schema.object(Schema.TEXT, "id")
                        .field("labels", WORDS)
                        .field("properties", Schema.MAP)
                        .json());
        all.put(
                "Relationship",
                Schema.object(Schema.TEXT, "start", "type", "end")
                        .field("properties", Schema.MAP)
                        .json());
        all.put(QueryPlans.STEP, QueryPlans.stepSchema().json());
        return all;
    }

    private static Schema meta() {
        return Schema.object(Schema.TEXT, "release")
                .optional("asOf", Schema.DATE)
                .optional("from", Schema.DATE)
                .optional("to", Schema.DATE)
                .field("parameters", Schema.MAP.described("those in force, defaults included"))
                .optional("identity", Schema.words(List.of(Route.BY_URN, Route.BY_LINEAGE)))
                .optional("warnings", WORDS)
                .field("attribution", WORDS)
                .optional("nodeCount", Schema.INTEGER)
                .optional("edgeCount", Schema.INTEGER)
                .optional("allNodes", Schema.INTEGER.described("with those left out"))
                .optional("allEdges", Schema.INTEGER.described("with those left out"))
                .optional("tMin", Schema.DATE.orNull())
                .optional("tMax", Schema.DATE.orNull())
                .field("rowCount", Schema.INTEGER)
                .field("truncated", Schema.BOOLEAN);
    }

    private static Schema links() {
        return Schema.object(ADDRESS, "self")
                .optional("next", ADDRESS.orNull())
                .optional("cypher", ADDRESS)
                .optional("csv", ADDRESS)
                .optional("csvManifest", ADDRESS)
                .optional("bundle", ADDRESS)
                .optional("atom", ADDRESS);
    }

    /** RFC 9457, with what {@link Problem#fields} adds. */
    private static Schema problem() {
        return Schema.object()
                .field("type", ADDRESS)
                .field("title", Schema.TEXT)
                .field("status", Schema.INTEGER)
                .field("detail", Schema.TEXT)
                .field("instance", ADDRESS)
                .optional("parameter", Schema.TEXT)
                .optional("allowed", WORDS)
                .optional("suggestion", Schema.TEXT)
                .optional("line", Schema.INTEGER)
                .optional("column", Schema.INTEGER)
                .optional("offset", Schema.INTEGER);
    }

    /** The answer of a route in a format. */
    static Schema of(Format format, Route route) {
        return switch (format) {
            case JSON ->
                Schema.object()
                        .field("data", route.data())
                        .field("meta", Schema.component("Meta"))
                        .field("links", Schema.component("Links"));
            case CSV, NDJSON, ATOM, GRAPHML, GEXF, NODES_CSV, EDGES_CSV, CYPHER -> Schema.TEXT;
            case BUNDLE -> Schema.page(format.mediaType());
            case CSV_MANIFEST, CYTOSCAPE, GRAPHOLOGY, D3, JGF, GEOJSON -> Schema.MAP;
        };
    }

    /** A row of a saved query, as its header declares it. */
    static Schema row(SavedQuery query) {
        if (query.returns().isEmpty()) {
            return Schema.MAP;
        }
        Schema row = Schema.object();
        for (QueryColumn column : query.returns()) {
            Schema cell = type(column.type());
            row = row.field(column.name(), column.nullable() ? cell.orNull() : cell);
        }
        return row;
    }

    private static Schema type(String word) {
        if (word.startsWith("list(")) {
            return Schema.list(type(word.substring("list(".length(), word.length() - 1)));
        }
        return switch (word) {
            case "string" -> Schema.TEXT;
            case "integer" -> Schema.INTEGER;
            case "decimal" -> Schema.NUMBER;
            case "boolean" -> Schema.BOOLEAN;
            case "date" -> Schema.DATE;
            case "point" -> Schema.POINT;
            case "node" -> Schema.NODE;
            case "relationship" -> Schema.RELATIONSHIP;
            case "path" -> Schema.list(Schema.either(Schema.NODE, Schema.RELATIONSHIP));
            case "map" -> Schema.MAP;
            default -> Schema.ANY;
        };
    }
}
