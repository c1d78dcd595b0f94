package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.ReleaseException;

/** What {@code /metrics} says of what a server has done. */
@ExtendWith(TownServer.Extension.class)
class MetricsIT {
    private static final String DURATION = "middletier_http_request_duration_seconds_count";

    private final HttpClient client = HttpClient.newHttpClient();
    private final TownServer town;

    MetricsIT(TownServer town) {
        this.town = town;
    }

    @Test
    void requestsAreCountedByTheTemplateOfTheirRoute() throws Exception {
        try (Server server = start()) {
            assertThat(get(server, "/v1/schools/137000").statusCode()).isEqualTo(200);
            get(server, "/v1/schools/137001");
            get(server, "/v1/schools/no-number");
            get(server, "/v1/schools?format=csv");
            get(server, "/nobody/knows/this");
            send(server, "/v1/schools", "BREW");
            send(server, "/v1/schools", "DELETE");
            String metrics = await(server, series("/v1/schools", "DELETE", 405, "") + " 1");
            assertThat(metrics.lines())
                    .contains(
                            series("/v1/schools/{urn}", "GET", 400, "") + " 1",
                            series("/v1/schools", "GET", 200, "csv") + " 1",
                            series("(none)", "GET", 404, "") + " 1");
            assertThat(metrics).contains("route=\"/v1/schools/{urn}\",status=\"200\"", "method=\"other\"");
            assertThat(metrics).doesNotContain("137000", "137001", "no-number", "nobody", "BREW");
        }
    }

    @Test
    void savedQueriesAreCountedByNameWithTheirRows() throws Exception {
        try (Server server = start()) {
            String answer =
                    get(server, "/v1/queries/small-schools/results?format=csv").body();
            get(server, "/v1/queries/small-schools/results?format=cypher");
            get(server, "/v1/queries/no-such-query/results");
            String metrics = await(server, "middletier_saved_query_duration_seconds_count{query=\"small-schools\"} 1");
            assertThat(metrics.lines())
                    .contains("middletier_saved_query_rows_total{query=\"small-schools\"} "
                            + (double) (answer.lines().count() - 1));
            assertThat(metrics).doesNotContain("no-such-query");
        }
    }

    @Test
    void answersAreMadeOnceAndThenKept() throws Exception {
        try (Server server = start()) {
            get(server, "/v1/structure?by=region");
            get(server, "/v1/structure?by=region");
            get(server, "/v1/structure?by=region");
            assertThat(get(server, "/metrics").body().lines())
                    .contains(
                            "middletier_cache_answers_total{origin=\"made\"} 1.0",
                            "middletier_cache_answers_total{origin=\"kept\"} 2.0")
                    .anyMatch(line -> line.matches("middletier_cache_bytes [1-9].*"));
        }
    }

    @Test
    void theReleaseIsNamedAndDated() throws Exception {
        try (Server server = start()) {
            assertThat(get(server, "/metrics").body())
                    .contains("middletier_release_info{extract_date=\""
                            + TownGraph.manifest(TownGraph.RELEASE).extractDate() + "\",release=\"" + TownGraph.RELEASE
                            + "\"} 1")
                    .contains("middletier_release_served 1.0\n", "middletier_release_behind 0.0\n");
        }
    }

    @Test
    void itAnswersWhileTheGateIsFull() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        TroubledRelease release = TroubledRelease.waiting(town.warm(), arrived, go);
        ServerOptions one = new ServerOptions(
                "127.0.0.1",
                0,
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                1,
                0,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                false,
                Duration.ZERO);
        try (Server server = Server.start(one, release, QueryLibrary.of(null))) {
            CompletableFuture<HttpResponse<String>> first =
                    client.sendAsync(request(server, "/v1/schools"), BodyHandlers.ofString());
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(get(server, "/v1/schools").statusCode()).isEqualTo(503);
            assertThat(get(server, "/metrics").body().lines())
                    .contains(
                            "middletier_gate_places{gate=\"questions\"} 1.0",
                            "middletier_gate_running{gate=\"questions\"} 1.0",
                            "middletier_gate_waiting{gate=\"questions\"} 0.0",
                            "middletier_gate_refused_total{gate=\"questions\"} 1.0",
                            "middletier_gate_running{gate=\"streams\"} 0.0");
            go.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").body().lines())
                    .contains("middletier_gate_running{gate=\"questions\"} 0.0");
        }
    }

    @Test
    void itAnswersWhileNoReleaseIsServed() throws Exception {
        ReleaseSource none = () -> {
            throw new ReleaseException("none");
        };
        try (Server server = Server.start(ServerOptions.DEFAULT.withPort(0), none, QueryLibrary.of(null))) {
            HttpResponse<String> metrics = get(server, "/metrics");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body()).contains("middletier_release_served 0.0\n");
            assertThat(metrics.body()).doesNotContain("middletier_release_info{");
        }
    }

    @Test
    void itIsNeverCachedAndWrittenAsAsked() throws Exception {
        HttpResponse<String> text = town.get("/metrics");
        assertThat(text.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(text.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> open = town.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
        assertThat(open.headers().firstValue("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(open.body()).endsWith("# EOF\n").contains("# TYPE middletier_release info");
        assertThat(town.get("/metrics?name=x").statusCode()).isEqualTo(400);
    }

    private Server start() {
        return Server.start(ServerOptions.DEFAULT.withPort(0), town.release(TownGraph.RELEASE), QueryLibrary.of(null));
    }

    private static String series(String route, String method, int status, String format) {
        return DURATION + "{format=\"" + format + "\",method=\"" + method + "\",route=\"" + route + "\",status=\""
                + status + "\"}";
    }

    /** A request is counted when all of it is sent, which its client may know a little earlier. */
    private String await(Server server, String line) throws IOException, InterruptedException {
        String metrics = get(server, "/metrics").body();
        for (int i = 0; i < 100 && metrics.lines().noneMatch(line::equals); i++) {
            Thread.sleep(50);
            metrics = get(server, "/metrics").body();
        }
        assertThat(metrics.lines()).contains(line);
        return metrics;
    }

    private HttpResponse<String> get(Server server, String target) throws IOException, InterruptedException {
        return client.send(request(server, target), BodyHandlers.ofString());
    }

    private void send(Server server, String target, String method) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(uri(server, target))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
    }

    private static HttpRequest request(Server server, String target) {
        return HttpRequest.newBuilder(uri(server, target)).build();
    }

    private static URI uri(Server server, String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }
}
