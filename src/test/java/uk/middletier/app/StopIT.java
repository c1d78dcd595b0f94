package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.StoreOptions;
import uk.middletier.release.Releases;

/** A server that is told to stop, in a process of its own: how it ends is the matter. */
class StopIT {
    private static final int GRACE_SECONDS = 4;
    private static final int ROWS = 300_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void serverToldToStop_finishesWhatItCan_refusesTheRest_andEndsWhatIsLeft() throws Exception {
        Path data = folder.resolve("data");
        List<Path> files = new Generator(new GenerateOptions(1, 1, Set.of("391"), LocalDate.of(2025, 1, 5)))
                .writeTo(folder.resolve("files"))
                .paths();
        new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}).run(files, null, false);
        Child child = Child.start(
                folder, List.of("serve", "--port=0", "--timeout=60", "--grace=" + GRACE_SECONDS, "--data=" + data));
        try {
            String address = child.awaitOutput("http://").strip();
            assertThat(address).startsWith("http://");
            // One that is finished as soon as it is read: the server has to wait for its reader.
            HttpResponse<InputStream> read = client.send(
                    statement(address, "UNWIND range(1, " + ROWS + ") AS n RETURN n", "application/x-ndjson"),
                    BodyHandlers.ofInputStream());
            // And one that is never finished.
            CompletableFuture<HttpResponse<String>> endless = client.sendAsync(
                    statement(address, "UNWIND range(1, 1000000000000) AS n RETURN count(n) AS n", "application/json"),
                    BodyHandlers.ofString());
            await(address, "metrics", "middletier_gate_running{gate=\"questions\"} 1.0");

            long told = System.nanoTime();
            child.tellToStop();

            HttpResponse<String> refused = await(address, "readyz", "the server is stopping");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Connection")).hasValue("close");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            String whole = new String(read.body().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(whole.lines().reduce((one, two) -> two).orElseThrow())
                    .contains("\"Summary\"")
                    .contains(String.valueOf(ROWS));
            assertThat(endless).isNotDone();
            HttpResponse<String> ended = endless.get(60, TimeUnit.SECONDS);
            assertThat(ended.statusCode()).as(ended.body()).isEqualTo(503);
            assertThat(ended.body()).contains("the server is stopping");
            Run run = child.await();
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.err())
                    .containsSubsequence(
                            "told to stop (SIGTERM)", "some requests were not finished within the grace", "stopped")
                    .doesNotContain("\tat ");
            assertThat(Duration.ofNanos(System.nanoTime() - told))
                    .isBetween(Duration.ofSeconds(GRACE_SECONDS), Duration.ofSeconds(GRACE_SECONDS + 10));
        } finally {
            child.killAfter(0);
        }
    }

    @Test
    void secondSignal_endsTheProcessAtOnce() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StubbornProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("listening");
            process.toHandle().destroy();
            assertThat(said.readLine()).isEqualTo("SIGTERM");
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }

    private static HttpRequest statement(String address, String cypher, String type) {
        return HttpRequest.newBuilder(URI.create(address + "v1/cypher"))
                .header("Content-Type", "application/json")
                .header("Accept", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"statement\": \"" + cypher + "\"}"))
                .build();
    }

    /** Asks until the answer holds those words. */
    private HttpResponse<String> await(String address, String path, String words)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answer.body().contains(words)) {
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(patience);
            Thread.sleep(5);
            answer = client.send(request, BodyHandlers.ofString());
        }
        return answer;
    }
}
