package uk.middletier.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * GEXF 1.3 (gexf.net), dynamic: what is not there always has a start and an end, or several spells. GEXF ends on the last
 * day there is, where all other formats name the first day there is no more; an end that is missing is none.
 */
public final class Gexf implements GraphFormat {
    @Override
    public void write(GraphSource graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException {
        XmlText.write(out, xml -> document(graph, meta, xml));
    }

    private static void document(GraphSource graph, Map<String, @Nullable Object> meta, XmlText xml)
            throws XMLStreamException {
        xml.start("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:viz", "http://gexf.net/1.3/viz", "version", "1.3");
        xml.line();
        xml.start("meta");
        xml.start("creator");
        xml.text("Middle Tier");
        xml.end();
        xml.start("description");
        xml.text(JsonValues.text(meta));
        xml.end();
        xml.endLine();
        xml.start(
                "graph",
                "mode",
                "dynamic",
                "timeformat",
                "date",
                "timerepresentation",
                "interval",
                "defaultedgetype",
                graph.directed() ? "directed" : "undirected",
                "idtype",
                "string");
        xml.line();
        List<Column> nodeColumns = GraphMl.without("label", graph.nodeColumns());
        List<Column> edgeColumns = GraphMl.without("weight", graph.edgeColumns());
        attributes(xml, "node", nodeColumns);
        attributes(xml, "edge", edgeColumns);
        xml.start("nodes");
        xml.line();
        for (GraphSource.Node node : graph.nodes()) {
            node(xml, node, nodeColumns);
        }
        xml.endLine();
        xml.start("edges");
        xml.line();
        for (GraphSource.Edge edge : graph.edges()) {
            edge(xml, edge, edgeColumns);
        }
        xml.endLine();
        xml.endLine();
        xml.end();
    }

    private static void attributes(XmlText xml, String of, List<Column> columns) throws XMLStreamException {
        if (columns.isEmpty()) {
            return;
        }
        xml.start("attributes", "class", of, "mode", "static");
        for (int i = 0; i < columns.size(); i++) {
            xml.empty(
                    "attribute",
                    "id",
                    Integer.toString(i),
                    "title",
                    columns.get(i).name(),
                    "type",
                    type(columns.get(i)));
        }
        xml.endLine();
    }

    private static void node(XmlText xml, GraphSource.Node node, List<Column> columns) throws XMLStreamException {
        GraphSource.Interval only = only(node.spans());
        xml.start("node", "id", node.id(), "label", node.label(), "start", start(only), "end", end(only));
        values(xml, columns, node.attributes());
        spells(xml, node.spans());
        if (node.attributes().get("x") instanceof Double x && node.attributes().get("y") instanceof Double y) {
            xml.empty("viz:position", "x", x.toString(), "y", y.toString(), "z", "0.0");
        }
        xml.endLine();
    }

    private static void edge(XmlText xml, GraphSource.Edge edge, List<Column> columns) throws XMLStreamException {
        GraphSource.Interval only = only(edge.spans());
        // The kind lets several edges join two nodes.
        xml.start(
                "edge",
                "id",
                edge.id(),
                "source",
                edge.source(),
                "target",
                edge.target(),
                "kind",
                edge.type(),
                "weight",
                XmlText.value(edge.attributes().get("weight")),
                "start",
                start(only),
                "end",
                end(only));
        values(xml, columns, edge.attributes());
        spells(xml, edge.spans());
        xml.endLine();
    }

    private static void values(XmlText xml, List<Column> columns, Map<String, @Nullable Object> attributes)
            throws XMLStreamException {
        boolean some = false;
        for (int i = 0; i < columns.size(); i++) {
            String value = XmlText.value(attributes.get(columns.get(i).name()));
            if (value != null) {
                if (!some) {
                    xml.start("attvalues");
                    some = true;
                }
                xml.empty("attvalue", "for", Integer.toString(i), "value", value);
            }
        }
        if (some) {
            xml.end();
        }
    }

    private static void spells(XmlText xml, List<GraphSource.Interval> spans) throws XMLStreamException {
        if (spans.size() > 1) {
            xml.start("spells");
            for (GraphSource.Interval span : spans) {
                xml.empty("spell", "start", start(span), "end", end(span));
            }
            xml.end();
        }
    }

    private static GraphSource.@Nullable Interval only(List<GraphSource.Interval> spans) {
        return spans.size() == 1 ? spans.get(0) : null;
    }

    private static @Nullable String start(GraphSource.@Nullable Interval span) {
        LocalDate from = span == null ? null : span.from();
        return from == null ? null : from.toString();
    }

    private static @Nullable String end(GraphSource.@Nullable Interval span) {
        LocalDate to = span == null ? null : span.to();
        return to == null ? null : to.minusDays(1).toString();
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case INTEGER -> "long";
            case DECIMAL -> "double";
            case BOOLEAN -> "boolean";
            case TEXT, DATE, REF, POINT, ANY -> "string";
        };
    }
}
