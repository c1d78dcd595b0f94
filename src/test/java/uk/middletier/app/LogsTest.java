package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogsTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void jsonIsOneObjectInALine() throws Exception {
        LoggingEvent event = event("two\nlines", Map.of("request", "mine", "trace", "4bf9"));
        event.setKeyValuePairs(List.of(new KeyValuePair("target", "/v1?q=\"a\"\n"), new KeyValuePair("status", 200)));
        event.setThrowableProxy(new ch.qos.logback.classic.spi.ThrowableProxy(new IllegalStateException("broken")));
        String line = new String(Logs.encoder(context).encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("formattedMessage").asText()).isEqualTo("two\nlines");
        assertThat(json.path("level").asText()).isEqualTo("WARN");
        assertThat(json.path("loggerName").asText()).isEqualTo("uk.middletier.requests");
        assertThat(json.at("/mdc/request").asText()).isEqualTo("mine");
        assertThat(json.at("/mdc/trace").asText()).isEqualTo("4bf9");
        assertThat(json.at("/kvpList/0/target").asText()).isEqualTo("/v1?q=\"a\"\n");
        assertThat(json.at("/throwable/message").asText()).isEqualTo("broken");
        assertThat(json.path("timestamp").isNumber()).isTrue();
    }

    @Test
    void textEndsWithTheIdsThereAre() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogsTest.class.getResource("/logback.xml"));
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
        PatternLayoutEncoder encoder = (PatternLayoutEncoder) console.getEncoder();
        assertThat(text(encoder, Map.of())).endsWith("WARN  requests - all is well\n");
        assertThat(text(encoder, Map.of("request", "mine"))).endsWith("all is well [mine]\n");
        assertThat(text(encoder, Map.of("request", "mine", "trace", "4bf9"))).endsWith("all is well [mine 4bf9]\n");
    }

    private String text(PatternLayoutEncoder encoder, Map<String, String> mdc) {
        return new String(encoder.encode(event("all is well", mdc)), StandardCharsets.UTF_8);
    }

    private LoggingEvent event(String message, Map<String, String> mdc) {
        Logger logger = context.getLogger("uk.middletier.requests");
        LoggingEvent event = new LoggingEvent("", logger, Level.WARN, message, null, null);
        event.setMDCPropertyMap(mdc);
        return event;
    }
}
