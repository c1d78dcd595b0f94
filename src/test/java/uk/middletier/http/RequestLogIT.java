package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import uk.middletier.graph.GraphException;
import uk.middletier.query.QueryLibrary;

/** Lines of the log, and the ids by which they are found. */
@ExtendWith(TownServer.Extension.class)
class RequestLogIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HttpClient client = HttpClient.newHttpClient();
    private final TownServer town;
    private final Logger logger = (Logger) LoggerFactory.getLogger("uk.middletier");
    private final Lines lines = new Lines();

    RequestLogIT(TownServer town) {
        this.town = town;
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final LinkedBlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        ILoggingEvent next() throws InterruptedException {
            ILoggingEvent event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            return event;
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void aRequestHasOneLineWithWhatBecameOfIt() throws Exception {
        try (Server server = start(true, Duration.ZERO)) {
            HttpResponse<String> answer = get(
                    server,
                    "/v1/schools/137000?format=json",
                    "X-Request-Id",
                    "mine-1",
                    "traceparent",
                    "00-" + TRACE + "-00f067aa0ba902b7-01");
            assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("mine-1");
            ILoggingEvent line = lines.next();
            assertThat(line.getFormattedMessage())
                    .matches("GET /v1/schools/137000\\?format=json 200 \\d+ ms "
                            + answer.body().getBytes(StandardCharsets.UTF_8).length + " bytes");
            assertThat(line.getMDCPropertyMap())
                    .containsEntry("request", "mine-1")
                    .containsEntry("trace", TRACE);
            get(server, "/nowhere?a=%0Ab", "X-Request-Id", "not one", "traceparent", "00-x");
            ILoggingEvent second = lines.next();
            assertThat(second.getFormattedMessage()).startsWith("GET /nowhere?a=%0Ab 404 ");
            assertThat(second.getMDCPropertyMap()).containsOnlyKeys("request");
            assertThat(second.getMDCPropertyMap().get("request")).matches("[0-9a-f]{32}");
            assertThat(lines.events).isEmpty();
        }
    }

    @Test
    void tokensAreInNoLine_goodOrBad() throws Exception {
        String good = "good-good-good-good-good";
        Admission admission = new Admission(
                Set.of(), token -> token.equals(good) ? Optional.of("ana") : Optional.empty(), proxy -> false, 0, 0);
        try (Server server = Server.start(
                options(true, Duration.ofNanos(1)).with(admission),
                town.release(TownGraph.RELEASE),
                QueryLibrary.of(null))) {
            for (String token : new String[] {good, "bad-bad-bad-bad-bad-bad"}) {
                int status =
                        get(server, "/v1", "Authorization", "Bearer " + token).statusCode();
                assertThat(status).isEqualTo(token.equals(good) ? 200 : 401);
                // Who is let in asks a question, and this one is slow.
                for (String begin :
                        token.equals(good) ? List.of("GET /v1 200 ", "slow question /v1") : List.of("GET /v1 401 ")) {
                    ILoggingEvent line = lines.next();
                    assertThat(line.getFormattedMessage()).startsWith(begin).doesNotContain(token);
                    assertThat(String.valueOf(line.getKeyValuePairs())).doesNotContain(token);
                    assertThat(line.getMDCPropertyMap().toString()).doesNotContain(token);
                }
            }
        }
    }

    @Test
    void aRequestThatCannotBeReadHasItsLineToo() throws Exception {
        try (Server server = start(true, Duration.ZERO);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /v1/sch\u0001ools HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
            assertThat(lines.next().getFormattedMessage()).contains(" 400 ").doesNotContain("\u0001");
        }
    }

    @Test
    void everyAnswerHasTheIdOfItsRequest() throws Exception {
        try (Server server = start(false, Duration.ZERO)) {
            for (String target : new String[] {
                "/v1/schools", "/v1/schools?format=csv", "/v1/schools?x=y", "/nowhere", "/livez", "/metrics", "/"
            }) {
                assertThat(get(server, target, "X-Request-Id", "id-7").headers().allValues("X-Request-Id"))
                        .as(target)
                        .containsExactly("id-7");
            }
            String etag =
                    get(server, "/v1/schools").headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> same = get(server, "/v1/schools", "If-None-Match", etag, "X-Request-Id", "id-8");
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.headers().allValues("X-Request-Id")).containsExactly("id-8");
            assertThat(lines.events).isEmpty();
        }
    }

    @Test
    void aFailureIsLoggedUnderTheIdOfTheRequest() throws Exception {
        TroubledRelease release = new TroubledRelease(town.warm(), 1, row -> {
            throw new GraphException(GraphException.Kind.FAILED, "secret");
        });
        try (Server server = Server.start(options(false, Duration.ZERO), release, QueryLibrary.of(null))) {
            HttpResponse<String> answer = get(server, "/v1/schools", "X-Request-Id", "mine-2");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("in the server's log under mine-2\"");
            assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("mine-2");
            ILoggingEvent line = lines.next();
            assertThat(line.getFormattedMessage()).isEqualTo("a question failed, id mine-2");
            assertThat(line.getMDCPropertyMap()).containsEntry("request", "mine-2");
        }
    }

    @Test
    void aSlowQuestionHasOneLineWithWhatWasAsked() throws Exception {
        try (Server server = start(false, Duration.ofNanos(1))) {
            get(server, "/livez");
            HttpResponse<String> csv = get(server, "/v1/schools?format=csv&limit=2", "X-Request-Id", "mine-3");
            ILoggingEvent line = lines.next();
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .matches("slow question /v1/schools: GET /v1/schools\\?format=csv&limit=2 200 \\d+ ms "
                            + (csv.body().lines().count() - 1) + " rows");
            assertThat(line.getMDCPropertyMap()).containsEntry("request", "mine-3");
            client.send(
                    HttpRequest.newBuilder(uri(server, "/v1/cypher"))
                            .POST(BodyPublishers.ofString(
                                    "{\"statement\":\n\"RETURN 1 AS one" + " ".repeat(2_000) + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
            String statement = lines.next().getFormattedMessage();
            assertThat(statement)
                    .startsWith("slow question /v1/cypher: POST /v1/cypher {\"statement\":\\u000a\"RETURN 1 AS one ")
                    .contains("… 200 ")
                    .endsWith(" 1 rows")
                    .doesNotContain("\n");
            assertThat(statement.length()).isLessThan(1_200);
        }
    }

    private Server start(boolean everyone, Duration slow) {
        return Server.start(options(everyone, slow), town.release(TownGraph.RELEASE), QueryLibrary.of(null));
    }

    private static ServerOptions options(boolean everyone, Duration slow) {
        ServerOptions usual = ServerOptions.DEFAULT;
        return new ServerOptions(
                usual.host(),
                0,
                true,
                usual.timeout(),
                usual.bulkTimeout(),
                usual.heavy(),
                usual.waiting(),
                usual.patience(),
                usual.grace(),
                everyone,
                slow);
    }

    private HttpResponse<String> get(Server server, String target, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(server, target));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(Server server, String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }
}
