package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.middletier.drawing.Drawing;
import uk.middletier.drawing.Span;
import uk.middletier.export.Column;
import uk.middletier.export.GraphSource;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Days;

/** A drawing as what writes graphs takes it. */
final class DrawnGraph implements GraphSource {
    private static final List<Column> NODE = List.of(
            Column.text("label"),
            Column.text("kind"),
            Column.text("sector"),
            Column.text("phase"),
            Column.integer("size"),
            Column.decimal("longitude"),
            Column.decimal("latitude"),
            Column.decimal("x"),
            Column.decimal("y"),
            Column.date("from"),
            Column.date("to"));
    private static final List<Column> TIE =
            List.of(Column.text("layer"), Column.text("body"), Column.date("from"), Column.date("to"));
    private static final List<Column> SHARED = List.of(
            Column.integer("weight"),
            Column.integer("sharedLayers"),
            Column.integer("sharedBodies"),
            Column.any("layers"),
            Column.any("bodies"),
            Column.date("from"),
            Column.date("to"));
    private static final Column SPELLS = Column.any("spells");

    private final Drawing drawing;
    private final boolean spells;

    /** @param spells whether all days of a node or edge are told, or those around one day */
    DrawnGraph(Drawing drawing, boolean spells) {
        this.drawing = drawing;
        this.spells = spells;
    }

    /** The shape of what is in the {@code data} of an envelope. */
    static Schema schema(boolean spells) {
        Schema span = Schema.object(List.of(Column.date("from"), Column.date("to")));
        Schema node = node();
        Schema edge = Schema.object(Schema.TEXT, "id", "source", "target", "type")
                .optional("layer", Schema.TEXT)
                .optional("body", Schema.TEXT.orNull())
                .optional("weight", Schema.INTEGER)
                .optional("sharedLayers", Schema.INTEGER)
                .optional("sharedBodies", Schema.INTEGER)
                .optional("layers", Schema.list(Schema.TEXT))
                .optional("bodies", Schema.list(Schema.TEXT))
                .field("from", Schema.DATE.orNull())
                .field("to", Schema.DATE.orNull());
        if (spells) {
            node = node.field(SPELLS.name(), Schema.list(span));
            edge = edge.field(SPELLS.name(), Schema.list(span));
        }
        return Schema.object().field("nodes", Schema.list(node)).field("edges", Schema.list(edge));
    }

    private static Schema node() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("id")));
        columns.addAll(NODE);
        return Schema.object(columns, "id", "label", "kind", "x", "y");
    }

    /** A node as an object of JSON. */
    static Map<String, @Nullable Object> fields(Node node) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", node.id());
        fields.putAll(node.attributes());
        return fields;
    }

    /** An edge as an object of JSON. */
    static Map<String, @Nullable Object> fields(Edge edge) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", edge.id());
        fields.put("source", edge.source());
        fields.put("target", edge.target());
        fields.put("type", edge.type());
        fields.putAll(edge.attributes());
        return fields;
    }

    @Override
    public boolean directed() {
        return drawing.directed();
    }

    @Override
    public List<Column> nodeColumns() {
        return columns(NODE);
    }

    @Override
    public List<Column> edgeColumns() {
        return columns(directed() ? TIE : SHARED);
    }

    private List<Column> columns(List<Column> fixed) {
        List<Column> all = new ArrayList<>(fixed);
        if (spells) {
            all.add(SPELLS);
        }
        return all;
    }

    @Override
    public Iterable<Node> nodes() {
        return () -> each(drawing.nodes().iterator(), node -> node(node, spells));
    }

    @Override
    public Iterable<Edge> edges() {
        return () -> each(drawing.edges().iterator(), edge -> edge(edge, drawing.directed(), spells));
    }

    private static <A, B> Iterator<B> each(Iterator<A> all, Function<A, B> one) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public B next() {
                return one.apply(all.next());
            }
        };
    }

    static Node node(Drawing.Node node, boolean spells) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("label", node.label());
        attributes.put("kind", node.kind());
        attributes.put("sector", node.sector());
        attributes.put("phase", node.phase());
        attributes.put("size", node.size());
        attributes.put("longitude", node.place() == null ? null : node.place().longitude());
        attributes.put("latitude", node.place() == null ? null : node.place().latitude());
        attributes.put("x", node.x());
        attributes.put("y", node.y());
        addDays(attributes, node.spans(), spells);
        return new Node(node.id(), node.label(), node.place(), attributes, spans(node.spans()));
    }

    static Edge edge(Drawing.Edge edge, boolean directed, boolean spells) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        if (directed) {
            attributes.put("layer", edge.type());
            attributes.put(
                    "body", edge.bodies().isEmpty() ? null : edge.bodies().get(0));
        } else {
            attributes.put("weight", edge.layers().size());
            attributes.put("sharedLayers", edge.layers().size());
            attributes.put("sharedBodies", edge.bodies().size());
            attributes.put("layers", edge.layers().stream().map(Layer::word).toList());
            attributes.put("bodies", edge.bodies());
        }
        addDays(attributes, edge.spans(), spells);
        return new Edge(edge.id(), edge.source(), edge.target(), edge.type(), attributes, spans(edge.spans()));
    }

    private static void addDays(Map<String, @Nullable Object> attributes, List<Span> spans, boolean spells) {
        attributes.put("from", Days.date(spans.get(0).from()));
        attributes.put("to", Days.date(spans.get(spans.size() - 1).to()));
        if (spells) {
            attributes.put(SPELLS.name(), spans.stream().map(DrawnGraph::span).toList());
        }
    }

    private static Map<String, @Nullable Object> span(Span span) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("from", Days.date(span.from()));
        fields.put("to", Days.date(span.to()));
        return fields;
    }

    private static List<GraphSource.Interval> spans(List<Span> spans) {
        return spans.stream()
                .map(span -> new GraphSource.Interval(Days.date(span.from()), Days.date(span.to())))
                .toList();
    }

    /** An answer with it, and how much of it there is. */
    static Answer.Graph answer(
            Drawing drawing, boolean spells, LocalDate extract, Map<String, @Nullable Object> beside) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("allNodes", drawing.allNodes());
        meta.put("allEdges", drawing.allEdges());
        int min = Days.NEVER;
        int max = Days.ALWAYS;
        boolean still = false;
        for (Drawing.Node node : drawing.nodes()) {
            for (Span span : node.spans()) {
                min = span.from() == Days.ALWAYS ? min : Math.min(min, span.from());
                still |= span.to() == Days.NEVER;
                max = span.to() == Days.NEVER ? max : Math.max(max, span.to());
            }
        }
        meta.put("tMin", Days.date(min));
        meta.put("tMax", still ? later(extract, Days.date(max)) : Days.date(max));
        meta.put("truncated", drawing.truncated());
        return new Answer.Graph(
                new DrawnGraph(drawing, spells),
                drawing.nodes().size(),
                drawing.edges().size(),
                meta,
                beside);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
