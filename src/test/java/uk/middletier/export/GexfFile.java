package uk.middletier.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** A GEXF read back: valid, with the intervals of its nodes and edges by their ids. */
public record GexfFile(Map<String, List<String>> nodes, Map<String, List<String>> edges) {
    /** Reads it and holds it against the rules of the format; an interval is {@code from/to}, {@code to} excluded. */
    public static GexfFile read(String text) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Path.of("src/test/resources/gexf/gexf-1.3.xsd").toFile())
                    .newValidator()
                    .validate(new StreamSource(new StringReader(text)));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readLarge(text);
    }

    /** Reads it only: the validator looks for the ends of each edge in a list of all nodes, which takes minutes for a country. */
    public static GexfFile readLarge(String text) {
        try {
            GexfFile file = new GexfFile(new TreeMap<>(), new TreeMap<>());
            file.collect(XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(text)));
            return file;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void collect(XMLStreamReader xml) throws XMLStreamException {
        List<String> intervals = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "node", "edge" -> {
                        intervals = new ArrayList<>(List.of(interval(xml)));
                        (xml.getLocalName().equals("node") ? nodes : edges)
                                .put(xml.getAttributeValue(null, "id"), intervals);
                    }
                    // What has spells has no interval of its own.
                    case "spells" -> intervals.clear();
                    case "spell" -> intervals.add(interval(xml));
                    default -> {}
                }
            }
        }
    }

    private static String interval(XMLStreamReader element) {
        LocalDate start = day(element.getAttributeValue(null, "start"));
        LocalDate end = day(element.getAttributeValue(null, "end"));
        return text(start, end == null ? null : end.plusDays(1));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** An interval as it is told here. */
    public static String text(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null ? "" : from) + "/" + (to == null ? "" : to);
    }
}
