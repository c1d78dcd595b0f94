package uk.middletier.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed after RFC 4287, its pages linked after RFC 5005. What is known to the day is dated to its first second, in UTC.
 *
 * @param id a URI that never changes, whatever address the feed has
 * @param updated the day of the newest entry
 * @param self address of this page
 * @param next address of the page with older entries, or null
 * @param rights under what terms the data stands
 */
public record AtomFeed(
        String id,
        String title,
        LocalDate updated,
        String self,
        @Nullable String next,
        String rights,
        List<Entry> entries) {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /**
     * An entry.
     *
     * @param id a URI that never changes
     * @param updated the day it happened
     * @param category its kind, in a word
     * @param link address of what it is about
     */
    public record Entry(String id, String title, LocalDate updated, String category, String summary, String link) {}

    /** The whole document, in UTF-8. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            text(xml, "id", id);
            text(xml, "title", title);
            text(xml, "updated", instant(updated));
            xml.writeStartElement("author");
            text(xml, "name", "Middle Tier");
            xml.writeEndElement();
            text(xml, "rights", rights);
            link(xml, "self", self);
            if (next != null) {
                link(xml, "next", next);
            }
            for (Entry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", entry.id());
        text(xml, "title", entry.title());
        text(xml, "updated", instant(entry.updated()));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.category());
        link(xml, "alternate", entry.link());
        text(xml, "summary", entry.summary());
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(XmlText.writable(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
