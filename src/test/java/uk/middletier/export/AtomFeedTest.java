package uk.middletier.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class AtomFeedTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Test
    void aParserReadsBackWhatWasWritten() throws Exception {
        AtomFeed.Entry entry = new AtomFeed.Entry(
                "tag:a,2026:1",
                "Ysgol Môn & \"Friends\" <1>: closed",
                LocalDate.parse("2024-09-01"),
                "closed",
                "broken\u0001text",
                "/v1/schools/1/history");
        byte[] bytes = new AtomFeed(
                        "tag:a,2026:feed",
                        "Events",
                        LocalDate.parse("2024-09-01"),
                        "/v1/events?area=la:660&format=atom",
                        "/v1/events?cursor=x&format=atom",
                        "Licence",
                        List.of(entry))
                .bytes();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document read = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));

        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(read.getDocumentElement().getNamespaceURI()).isEqualTo(ATOM);
        assertThat(text(read, "id", 0)).isEqualTo("tag:a,2026:feed");
        assertThat(text(read, "id", 1)).isEqualTo("tag:a,2026:1");
        assertThat(text(read, "title", 1)).isEqualTo("Ysgol Môn & \"Friends\" <1>: closed");
        assertThat(text(read, "updated", 1)).isEqualTo("2024-09-01T00:00:00Z");
        assertThat(text(read, "summary", 0)).isEqualTo("brokentext");
        assertThat(read.getElementsByTagNameNS(ATOM, "link")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("href")
                        .getNodeValue())
                .isEqualTo("/v1/events?area=la:660&format=atom");
    }

    private static String text(Document document, String element, int place) {
        return document.getElementsByTagNameNS(ATOM, element).item(place).getTextContent();
    }
}
