package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.GeoJson;
import uk.middletier.export.Gexf;
import uk.middletier.export.GraphCsv;
import uk.middletier.export.GraphFormat;
import uk.middletier.export.GraphJson;
import uk.middletier.export.GraphMl;

/** What an answer can be written as. */
enum Format {
    JSON("json", "application/json", "application/json"),
    CSV("csv", "text/csv", "text/csv; charset=utf-8"),
    NDJSON("ndjson", "application/x-ndjson", "application/x-ndjson"),
    /** A feed of what happened, newest first (RFC 4287). */
    ATOM("atom", "application/atom+xml", "application/atom+xml; charset=utf-8"),
    /** What a CSV must hold to be whole, after the CSV on the Web metadata vocabulary: columns, rows, bytes, SHA-256. */
    CSV_MANIFEST("csv-manifest", "application/csvm+json", "application/csvm+json"),
    /** The rows with all that is needed to cite them and to have them again, in a zip archive. */
    BUNDLE("bundle", "application/zip", "application/zip"),
    /** Elements of Cytoscape.js. */
    CYTOSCAPE("cytoscape", "application/vnd.cytoscape+json", "application/vnd.cytoscape+json"),
    /** Serialised graph of graphology, which sigma.js draws. */
    GRAPHOLOGY("graphology", "application/vnd.graphology+json", "application/vnd.graphology+json"),
    /** Nodes and links as d3-force takes them. */
    D3("d3", "application/vnd.d3+json", "application/vnd.d3+json"),
    /** JSON Graph Format 2. */
    JGF("jgf", "application/vnd.jgf+json", "application/vnd.jgf+json"),
    /** GraphML 1.0. */
    GRAPHML("graphml", "application/graphml+xml", "application/graphml+xml; charset=utf-8"),
    /** GEXF 1.3, dynamic, which Gephi reads. */
    GEXF("gexf", "application/gexf+xml", "application/gexf+xml; charset=utf-8"),
    /** Points and lines on a map (RFC 7946). */
    GEOJSON("geojson", "application/geo+json", "application/geo+json"),
    /** The nodes of a graph as CSV. */
    NODES_CSV("nodes-csv", "application/vnd.nodes+csv", "application/vnd.nodes+csv; charset=utf-8"),
    /** The edges of a graph as CSV. */
    EDGES_CSV("edges-csv", "application/vnd.edges+csv", "application/vnd.edges+csv; charset=utf-8"),
    /** The statement behind an answer instead of the answer. */
    CYPHER("cypher", "text/plain", "text/plain; charset=utf-8");

    static final List<Format> TABLE = List.of(JSON, CSV, NDJSON, CSV_MANIFEST, BUNDLE, CYPHER);
    static final List<Format> FEED = List.of(JSON, CSV, NDJSON, CSV_MANIFEST, BUNDLE, ATOM, CYPHER);
    static final List<Format> QUERY = List.of(
            JSON,
            CSV,
            NDJSON,
            CSV_MANIFEST,
            BUNDLE,
            CYTOSCAPE,
            GRAPHOLOGY,
            D3,
            JGF,
            GRAPHML,
            GEXF,
            GEOJSON,
            NODES_CSV,
            EDGES_CSV,
            CYPHER);
    static final List<Format> GRAPH =
            List.of(JSON, CYTOSCAPE, GRAPHOLOGY, D3, JGF, GRAPHML, GEXF, GEOJSON, NODES_CSV, EDGES_CSV, CYPHER);
    static final List<Format> RECORD = List.of(JSON, CYPHER);

    private final String word;
    private final String mediaType;
    private final String contentType;

    Format(String word, String mediaType, String contentType) {
        this.word = word;
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    String word() {
        return word;
    }

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return contentType;
    }

    /** Whether all of it is sent, however much, a row at a time. */
    boolean bulk() {
        return this == CSV || this == NDJSON || this == CSV_MANIFEST || this == BUNDLE;
    }

    /** Whether nodes and edges are sent instead of rows. */
    boolean graph() {
        return writer() != null;
    }

    /** What writes a graph so; null for what writes something else. */
    @Nullable
    GraphFormat writer() {
        return switch (this) {
            case JSON, CSV, NDJSON, ATOM, CSV_MANIFEST, BUNDLE, CYPHER -> null;
            case CYTOSCAPE -> GraphJson.CYTOSCAPE;
            case GRAPHOLOGY -> GraphJson.GRAPHOLOGY;
            case D3 -> GraphJson.D3;
            case JGF -> GraphJson.JGF;
            case GRAPHML -> new GraphMl();
            case GEXF -> new Gexf();
            case GEOJSON -> new GeoJson();
            case NODES_CSV -> GraphCsv.NODES;
            case EDGES_CSV -> GraphCsv.EDGES;
        };
    }

    /** By {@code format=}, else by {@code Accept} (RFC 9110, section 12.5.1), the first offered among equals. */
    static Format choose(@Nullable String word, @Nullable String accept, List<Format> offered) {
        if (word != null) {
            return offered.stream()
                    .filter(format -> format.word.equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> none("format=" + word, offered));
        }
        if (accept == null || accept.isBlank()) {
            return offered.get(0);
        }
        List<Range> ranges = ranges(accept);
        Format best = null;
        double highest = 0;
        for (Format format : offered) {
            double quality = quality(format, ranges);
            if (quality > highest) {
                highest = quality;
                best = format;
            }
        }
        if (best == null) {
            throw none(accept, offered);
        }
        return best;
    }

    private static Refusal none(String wanted, List<Format> offered) {
        List<String> words = offered.stream().map(Format::word).toList();
        return new Refusal(Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "there is no answer here as \"" + wanted + "\"; there is "
                                + offered.stream()
                                        .map(format -> format.mediaType)
                                        .toList())
                .withAllowed(words));
    }

    private record Range(String type, String subtype, double quality) {
        /** How closely it names a media type: 0 not at all, 3 exactly. */
        int closeness(String mediaType) {
            int slash = mediaType.indexOf('/');
            if (type.equals("*")) {
                return 1;
            }
            if (!type.equals(mediaType.substring(0, slash))) {
                return 0;
            }
            return subtype.equals("*") ? 2 : subtype.equals(mediaType.substring(slash + 1)) ? 3 : 0;
        }
    }

    private static double quality(Format format, List<Range> ranges) {
        int closest = 0;
        double quality = 0;
        for (Range range : ranges) {
            int closeness = range.closeness(format.mediaType);
            // The unregistered name and the one people also use.
            if (format == NDJSON) {
                closeness = Math.max(closeness, range.closeness("application/ndjson"));
            }
            if (closeness > closest) {
                closest = closeness;
                quality = range.quality();
            }
        }
        return quality;
    }

    private static List<Range> ranges(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String part : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.strip().split(";", -1);
            String[] type = pieces[0].strip().split("/", -1);
            if (type.length != 2) {
                continue;
            }
            double quality = 1;
            for (int i = 1; i < pieces.length; i++) {
                String parameter = pieces[i].strip();
                if (parameter.startsWith("q=")) {
                    quality = quality(parameter.substring(2));
                }
            }
            ranges.add(new Range(type[0], type[1], quality));
        }
        return ranges;
    }

    private static double quality(String text) {
        try {
            return Math.min(1, Math.max(0, Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
