package uk.middletier.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ref;

/** XML in UTF-8 on its way out, whose values are what answers are made of. */
final class XmlText {
    private final XMLStreamWriter xml;

    private XmlText(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes a document. */
    interface Document {
        void write(XmlText xml) throws XMLStreamException;
    }

    /** A whole document; flushes, and leaves the output open. */
    static void write(OutputStream out, Document document) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            document.write(new XmlText(xml));
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            // The reader has gone: what the connection says is what the caller understands.
            Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
            throw cause instanceof IOException io ? io : new IOException(e);
        }
        out.flush();
    }

    /** Begins an element, with attributes as name, value, name, value; those that are null are left out. */
    void start(String element, @Nullable String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    void empty(String element, @Nullable String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Ends an element and a line. */
    void endLine() throws XMLStreamException {
        xml.writeEndElement();
        line();
    }

    void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    void text(String text) throws XMLStreamException {
        xml.writeCharacters(writable(text));
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                xml.writeAttribute(attributes[i], writable(value));
            }
        }
    }

    /** A value as text: of a list its elements between bars, of a thing its id; null for null and what is no number. */
    static @Nullable String value(@Nullable Object value) {
        if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
            return null;
        }
        if (value instanceof Ref ref) {
            return ref.id();
        }
        if (value instanceof GeoPoint point) {
            return point.longitude() + " " + point.latitude();
        }
        if (value instanceof List<?> list && list.stream().allMatch(XmlText::plain)) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("|"));
        }
        return plain(value) ? value.toString() : JsonValues.text(value);
    }

    private static boolean plain(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof java.time.LocalDate;
    }

    /** Without what no XML document may hold (XML 1.0, section 2.2), such as the control characters of a broken file. */
    static String writable(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            char c = text.charAt(i);
            clean = c >= 0x20 && c < 0xD800;
        }
        return clean
                ? text
                : text.codePoints()
                        .filter(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c >= 0x10000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
