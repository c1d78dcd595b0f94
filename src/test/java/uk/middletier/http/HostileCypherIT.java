package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that would do harm: each is refused or stopped, and the server answers others meanwhile. */
@ExtendWith(TownServer.Extension.class)
class HostileCypherIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TownServer server;

    HostileCypherIT(TownServer server) {
        this.server = server;
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = HostileCypherIT.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> hostile() {
        return lines("/hostile-statements.txt");
    }

    static Stream<String> bombs() {
        return lines("/bomb-statements.txt");
    }

    private HttpRequest.Builder post(String statement, String query) {
        try {
            return HttpRequest.newBuilder(server.uri("/v1/cypher" + query))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            JSON.writeValueAsString(JSON.createObjectNode().put("statement", statement))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Escapes stand for what cannot be seen in a file. */
    static String plain(String line) {
        return line.replace("\\n", "\n")
                .replace("\\u00a0", "\u00a0")
                .replace("\\u200b", "\u200b")
                .replace("\\uff23", "\uff23")
                .replace("\\u0000", "\0");
    }

    @Test
    void thereAreAHundredOfThem() {
        assertThat(hostile().count() + bombs().count()).isGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatWouldDoMoreThanReadIsRefused(String line) {
        String[] parts = line.split(" \\| ", 2);
        HttpResponse<String> refused = server.send(post(plain(parts[1]), ""));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(Integer.parseInt(parts[0]));
        assertThatJson(refused.body())
                .inPath("$.type")
                .isEqualTo("/docs/problems#" + (parts[0].equals("403") ? "forbidden-statement" : "invalid-cypher"));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatWouldTakeEverythingIsStopped(String statement) throws Exception {
        CompletableFuture<HttpResponse<String>> stopped = HttpClient.newHttpClient()
                .sendAsync(post(statement, "?timeout=1").build(), BodyHandlers.ofString());
        while (!stopped.isDone()) {
            assertThat(server.get("/v1/structure").statusCode()).isEqualTo(200);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(stopped.join().statusCode()).as(stopped.join().body()).isIn(503, 504);
    }

    @Test
    void afterAllOfThemTheGraphIsAsItWas() {
        hostile().limit(30).forEach(line -> server.send(post(plain(line.split(" \\| ", 2)[1]), "")));
        assertThatJson(server.send(post("MATCH (n) WHERE n:Other OR n.x IS NOT NULL RETURN count(n) AS n", ""))
                        .body())
                .inPath("$.data[0].n")
                .isEqualTo(0);
    }

    /** The limit on idle connections is shorter than what a question may take. */
    @Test
    void whoWaitsForALongAnswerIsNotCutOff() {
        HttpResponse<String> late =
                server.send(post("UNWIND range(1, 1000000000) AS n RETURN sum(n % 7) AS n", "?timeout=6"));
        assertThat(late.statusCode()).isEqualTo(504);
    }

    /** A stream has a place of its own; all are taken, and free again once their readers have gone. */
    @Test
    void whoGoesAwayFreesTheirQuestion() throws Exception {
        int places = ServerOptions.DEFAULT.heavy();
        Socket[] readers = new Socket[places];
        for (int i = 0; i < places; i++) {
            readers[i] = halfRead();
        }
        for (Socket reader : readers) {
            reader.close();
        }
        assertPlaceFree();
    }

    @Test
    void whoStopsReadingFreesTheirQuestion() throws Exception {
        int places = ServerOptions.DEFAULT.heavy();
        Socket[] readers = new Socket[places];
        for (int i = 0; i < places; i++) {
            readers[i] = halfRead();
        }
        assertPlaceFree();
        for (Socket reader : readers) {
            reader.close();
        }
    }

    /** Within five seconds and what the gate lets wait. */
    private void assertPlaceFree() throws InterruptedException {
        long began = System.nanoTime();
        int status;
        do {
            TimeUnit.MILLISECONDS.sleep(100);
            status =
                    server.get("/v1/queries/trust-size-bins/results?format=csv").statusCode();
        } while (status == 503 && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20));
        assertThat(status).isEqualTo(200);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(8);
    }

    /** Has read the first bytes of far more than any buffer holds. */
    private Socket halfRead() throws IOException {
        String body = "{\"statement\":\"UNWIND range(1, 5000000) AS n RETURN n, toString(n) AS text\"}";
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort());
        socket.setReceiveBufferSize(4096);
        socket.getOutputStream()
                .write(("POST /v1/cypher?format=csv HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read(new byte[1024])).isPositive();
        return socket;
    }
}
