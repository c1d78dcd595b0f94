package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.graph.GraphException;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.ReleaseException;

/** What the server does when the graph, the client or its own end makes trouble. */
@ExtendWith(TownServer.Extension.class)
class TroubleIT {
    private static final ServerOptions OPTIONS = ServerOptions.DEFAULT.withPort(0);
    private static final int MANY = 500_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Warm warm;

    TroubleIT(TownServer town) {
        this.warm = town.warm();
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT,504,timed-out",
        "MEMORY,503,too-much-memory",
        "UNAVAILABLE,503,not-ready",
        "FAILED,500,internal-error",
        "INVALID,500,internal-error"
    })
    void aFailedReadIsToldByWhoseFaultItIs(GraphException.Kind kind, int status, String type) throws Exception {
        TroubledRelease release = new TroubledRelease(warm, 1, row -> {
            throw new GraphException(kind, "secret " + kind);
        });
        try (Server server = start(OPTIONS, release)) {
            for (String target :
                    new String[] {"/v1/schools", "/v1/schools?format=csv", "/v1/bodies", "/v1/schools/1"}) {
                HttpResponse<String> response = get(server, target);
                assertThat(response.statusCode()).isEqualTo(status);
                assertThatJson(response.body()).inPath("$.type").isEqualTo("/docs/problems#" + type);
                assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
            }
            assertThat(release.held).hasValue(0);
        }
    }

    @Test
    void aPageWhoseRowsFailIsAProblemAndNotHalfAnAnswer() throws Exception {
        TroubledRelease release = new TroubledRelease(warm, 50, TroubleIT::failingAt20);
        try (Server server = start(OPTIONS, release)) {
            assertThat(get(server, "/v1/schools").statusCode()).isEqualTo(504);
            assertThat(release.openReads).hasValue(0);
            assertThat(release.held).hasValue(0);
        }
    }

    /** Such as a class that cannot be loaded because the jar was exchanged under the running server. */
    @Test
    void anErrorIsAnAnswerTooAndKeepsNobodyWaiting() throws Exception {
        for (Error error :
                List.of(new NoClassDefFoundError("gone"), new StackOverflowError(), new OutOfMemoryError())) {
            TroubledRelease release = new TroubledRelease(warm, 1, row -> {
                throw error;
            });
            try (Server server = start(OPTIONS, release)) {
                HttpResponse<String> response = get(server, "/v1/schools");
                assertThat(response.statusCode())
                        .as(error.toString())
                        .isEqualTo(error instanceof OutOfMemoryError ? 503 : 500);
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(release.held).hasValue(0);
            }
        }
    }

    private static Object failingAt20(int row) {
        if (row == 20) {
            throw new GraphException(GraphException.Kind.TIMEOUT, "late");
        }
        return "x";
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void aStreamWhoseRowsFailNeverEndsAsIfItWereWhole(String format) throws Exception {
        TroubledRelease release = new TroubledRelease(warm, 50, TroubleIT::failingAt20);
        try (Server server = start(OPTIONS, release)) {
            HttpResponse<InputStream> response =
                    client.send(request(server, "/v1/schools?format=" + format), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
            await(() -> release.held.get() == 0 && release.openReads.get() == 0);
        }
    }

    @Test
    void aStreamThatFailsSaysSoInItsLastLine() throws Exception {
        try (Server server = start(OPTIONS, new TroubledRelease(warm, 50, TroubleIT::failingAt20));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /v1/schools?format=ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).contains("\"$event\":\"Error\"").doesNotContain("\"Summary\"");
            assertThat(all).doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void aClientThatLeavesEndsItsRead() throws Exception {
        TroubledRelease release = new TroubledRelease(warm, Integer.MAX_VALUE, row -> "x".repeat(50));
        try (Server server = start(OPTIONS, release)) {
            HttpResponse<InputStream> response =
                    client.send(request(server, "/v1/schools?format=csv"), BodyHandlers.ofInputStream());
            assertThat(response.body().readNBytes(100_000)).hasSize(100_000);
            response.body().close();
            await(() -> release.held.get() == 0 && release.openReads.get() == 0);
        }
    }

    @Test
    void moreQuestionsThanTheServerBearsAreTurnedAway() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        TroubledRelease release = TroubledRelease.waiting(warm, arrived, go);
        ServerOptions one = new ServerOptions(
                "127.0.0.1",
                0,
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                1,
                1,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                false,
                Duration.ZERO);
        try (Server server = start(one, release)) {
            CompletableFuture<HttpResponse<String>> first =
                    client.sendAsync(request(server, "/v1/schools"), BodyHandlers.ofString());
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> refused = get(server, "/v1/schools");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThatJson(refused.body()).inPath("$.type").isEqualTo("/docs/problems#busy");
            assertThat(get(server, "/livez").statusCode()).isEqualTo(200);
            go.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(get(server, "/v1/schools").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aQuestionUnderWayIsAnsweredBeforeTheServerStops() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        TroubledRelease release = TroubledRelease.waiting(warm, arrived, go);
        Server server = start(OPTIONS, release);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(server, "/v1/schools"), BodyHandlers.ofString());
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        Thread.sleep(200);
        assertThat(closed).isNotDone();
        go.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        closed.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTimeLimitMayBeLoweredAndNotRaised() throws Exception {
        TroubledRelease release = new TroubledRelease(warm, 0, row -> "x");
        try (Server server = start(OPTIONS, release)) {
            get(server, "/v1/schools?timeout=3");
            assertThat(release.lastTimeout).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
            get(server, "/v1/schools?timeout=60");
            assertThat(release.lastTimeout).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
            get(server, "/v1/schools?format=csv");
            assertThat(release.lastTimeout).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
        }
    }

    @Test
    void withoutAReleaseTheServerLivesAndIsNotReady() throws Exception {
        ReleaseSource none = () -> {
            throw new ReleaseException("none");
        };
        try (Server server = Server.start(OPTIONS, none, QueryLibrary.of(null))) {
            assertThat(get(server, "/livez").statusCode()).isEqualTo(200);
            for (String target : new String[] {"/readyz", "/v1", "/v1/schools"}) {
                HttpResponse<String> response = get(server, target);
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
                assertThatJson(response.body()).inPath("$.type").isEqualTo("/docs/problems#not-ready");
            }
        }
    }

    @Test
    void everyRequestGivesItsReleaseBack() throws Exception {
        TroubledRelease release = new TroubledRelease(warm, 0, row -> "x");
        try (Server server = start(OPTIONS, release)) {
            for (Route route : Routes.standard(QueryLibrary.of(null), true).all()) {
                String path = route.path()
                        .replace("{urn}", "137000")
                        .replace("{id}", "la:203")
                        .replace("{name}", "small-schools")
                        .replace("{parameter}", "authority")
                        .replace("{version}", "0")
                        .replace("{folder}", "area")
                        .replace("{file}", "docs.js");
                for (String query : new String[] {"", "?x=y", "?format=csv", "?format=cypher", "?format=xml"}) {
                    get(server, path + query);
                    client.send(
                            HttpRequest.newBuilder(uri(server, path + query))
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding());
                }
            }
            assertThat(release.held).hasValue(0);
            assertThat(release.openReads).hasValue(0);
        }
    }

    @Test
    void manyRowsAreNotHeldInMemory() throws Exception {
        TroubledRelease release = new TroubledRelease(warm, MANY, row -> "x");
        try (Server server = start(OPTIONS, release)) {
            HttpResponse<InputStream> response =
                    client.send(request(server, "/v1/schools?format=csv"), BodyHandlers.ofInputStream());
            long lines = 0;
            byte[] buffer = new byte[65_536];
            for (int read = response.body().read(buffer);
                    read >= 0;
                    read = response.body().read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            assertThat(lines).isEqualTo(MANY + 1);
        }
    }

    private static Server start(ServerOptions options, TroubledRelease release) {
        return Server.start(options, release, QueryLibrary.of(null));
    }

    private static URI uri(Server server, String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    private static HttpRequest request(Server server, String target) {
        return HttpRequest.newBuilder(uri(server, target)).build();
    }

    private HttpResponse<String> get(Server server, String target) throws IOException, InterruptedException {
        return client.send(request(server, target), BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
