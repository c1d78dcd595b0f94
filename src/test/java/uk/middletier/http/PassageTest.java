package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class PassageTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "9f8e7d6c-0000-4000-8000-123456789abc",
                "Root=1-67891233-abcdef012345678912345678",
                "aGk+/w=="
            })
    void anIdThatIsWellFormedIsTaken(String id) {
        assertThat(passage(Passage.ID_HEADER, id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "ä", "a]b", "{}", "a%0Ab", "a\\nb"})
    void anyOtherIsReplaced(String id) {
        assertThat(passage(Passage.ID_HEADER, id).id()).matches("[0-9a-f]{32}");
        assertThat(passage(Passage.ID_HEADER, "x".repeat(129)).id()).matches("[0-9a-f]{32}");
        assertThat(Passage.begin(HttpFields.build().add(Passage.ID_HEADER, "a").add(Passage.ID_HEADER, "b"))
                        .id())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void idsThatAreMadeDiffer() {
        assertThat(Passage.begin().id())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(Passage.begin().id());
    }

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, true",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00, true",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-has, true",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, true",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more, false",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more, false",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, false",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01, false",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01, false",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01, false",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01, false",
        "nonsense, false"
    })
    void aTraceIsTakenIfItIsOne(String header, boolean good) {
        Passage passage = passage("traceparent", header);
        passage.enterLog();
        try {
            assertThat(MDC.get("trace")).isEqualTo(good ? TRACE : null);
            assertThat(MDC.get("request")).isEqualTo(passage.id());
        } finally {
            Passage.leaveLog();
        }
        assertThat(MDC.get("trace")).isNull();
        assertThat(MDC.get("request")).isNull();
    }

    @Test
    void whatClientsSendStaysOneLine() {
        assertThat(Logged.text("a\r\nb\t\u001b[31m\u2028\u202e\\ é \ud83d\ude00", 100))
                .isEqualTo("a\\u000d\\u000ab\\u0009\\u001b[31m\\u2028\\u202e\\u005c é \\ud83d\\ude00");
        assertThat(Logged.text("x".repeat(101), 100)).isEqualTo("x".repeat(100) + "…");
    }

    private static Passage passage(String header, String value) {
        return Passage.begin(HttpFields.build().add(header, value));
    }
}
