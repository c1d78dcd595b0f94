package uk.middletier.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A GEXF read back: valid, with the intervals of its nodes and edges by their ids. */
public record GexfFile(Map<String, List<String>> nodes, Map<String, List<String>> edges) {
    private static final String NAMESPACE = "http://gexf.net/1.3";

    /** Reads it and holds it against the rules of the format; an interval is {@code from/to}, {@code to} excluded. */
    public static GexfFile read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Path.of("src/test/resources/gexf/gexf-1.3.xsd").toFile())
                    .newValidator()
                    .validate(new DOMSource(document));
            return new GexfFile(intervals(document, "node"), intervals(document, "edge"));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> intervals(Document document, String element) {
        Map<String, List<String>> all = new TreeMap<>();
        NodeList elements = document.getElementsByTagNameNS(NAMESPACE, element);
        for (int i = 0; i < elements.getLength(); i++) {
            Element each = (Element) elements.item(i);
            NodeList spells = each.getElementsByTagNameNS(NAMESPACE, "spell");
            List<String> intervals = new ArrayList<>();
            for (int spell = 0; spell < spells.getLength(); spell++) {
                intervals.add(interval((Element) spells.item(spell)));
            }
            if (intervals.isEmpty()) {
                intervals.add(interval(each));
            }
            all.put(each.getAttribute("id"), intervals);
        }
        return all;
    }

    private static String interval(Element element) {
        LocalDate start = day(element.getAttribute("start"));
        LocalDate end = day(element.getAttribute("end"));
        return text(start, end == null ? null : end.plusDays(1));
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** An interval as it is told here. */
    public static String text(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null ? "" : from) + "/" + (to == null ? "" : to);
    }
}
