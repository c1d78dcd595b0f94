package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.GeoPoint;

class CanonicalTextTest {
    @Test
    void keysAreSortedAndTypesTellApart() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("to", LocalDate.of(2012, 4, 1));
        values.put("from", "2012-04-01");
        values.put("count", 1L);
        values.put("share", 1.0);
        values.put("open", true);
        values.put("at", new GeoPoint(-1.5, 52.25));
        values.put("names", List.of("a", "b"));
        assertThat(text(values))
                .isEqualTo("{\"at\":(-1.5 52.25),\"count\":1,\"from\":\"2012-04-01\",\"names\":[\"a\",\"b\",],"
                        + "\"open\":true,\"share\":1.0,\"to\":2012-04-01,} ");
    }

    @Test
    void quotesCannotPassForTheEndOfAText() {
        assertThat(text(Map.of("a", "x\",\"b\":\"y"))).isNotEqualTo(text(Map.of("a", "x", "b", "y")));
        assertThat(text("\\\"")).isEqualTo("\"\\\\\\\"\" ");
    }

    private static String text(@Nullable Object value) {
        CanonicalText text = new CanonicalText();
        text.value(value);
        return text.toString();
    }
}
