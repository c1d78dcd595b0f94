package uk.middletier.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * GraphML 1.0 (Brandes et al. 2002; graphml.graphdrawing.org), with the types of GraphML-Attributes. It knows no time:
 * {@code from} and {@code to} are texts.
 */
public final class GraphMl implements GraphFormat {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    @Override
    public void write(GraphSource graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException {
        XmlText.write(out, xml -> document(graph, meta, xml));
    }

    private static void document(GraphSource graph, Map<String, @Nullable Object> meta, XmlText xml)
            throws XMLStreamException {
        xml.start("graphml", "xmlns", NAMESPACE);
        xml.line();
        for (String name : meta.keySet()) {
            key(xml, "graph", name, "string");
        }
        key(xml, "node", "label", "string");
        List<Column> nodeColumns = without("label", graph.nodeColumns());
        for (Column column : nodeColumns) {
            key(xml, "node", column.name(), type(column));
        }
        key(xml, "edge", "type", "string");
        List<Column> edgeColumns = without("type", graph.edgeColumns());
        for (Column column : edgeColumns) {
            key(xml, "edge", column.name(), type(column));
        }
        xml.start("graph", "edgedefault", graph.directed() ? "directed" : "undirected");
        xml.line();
        for (Map.Entry<String, @Nullable Object> each : meta.entrySet()) {
            data(xml, "graph", each.getKey(), each.getValue());
        }
        for (GraphSource.Node node : graph.nodes()) {
            xml.start("node", "id", node.id());
            data(xml, "node", "label", node.label());
            for (Column column : nodeColumns) {
                data(xml, "node", column.name(), node.attributes().get(column.name()));
            }
            xml.endLine();
        }
        for (GraphSource.Edge edge : graph.edges()) {
            xml.start("edge", "id", edge.id(), "source", edge.source(), "target", edge.target());
            data(xml, "edge", "type", edge.type());
            for (Column column : edgeColumns) {
                data(xml, "edge", column.name(), edge.attributes().get(column.name()));
            }
            xml.endLine();
        }
        xml.endLine();
        xml.end();
    }

    private static void key(XmlText xml, String of, String name, String type) throws XMLStreamException {
        xml.empty("key", "id", of + "." + name, "for", of, "attr.name", name, "attr.type", type);
        xml.line();
    }

    private static void data(XmlText xml, String of, String name, @Nullable Object value) throws XMLStreamException {
        String text = XmlText.value(value);
        if (text != null) {
            xml.start("data", "key", of + "." + name);
            xml.text(text);
            xml.end();
        }
    }

    static List<Column> without(String name, List<Column> columns) {
        return columns.stream().filter(column -> !column.name().equals(name)).toList();
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
