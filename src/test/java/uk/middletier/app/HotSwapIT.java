package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;
import uk.middletier.config.Setting;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.StoreOptions;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** Twenty clients ask while an import finishes and its release takes the place of the one being served. */
class HotSwapIT {
    private static final int CLIENTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void swapUnderLoad_failsNobodyAndMixesNothing() throws Exception {
        Release first = imported(1, "391");
        Map<String, Set<String>> answers = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicBoolean stop = new AtomicBoolean();
        Release second;
        try (RunningService service = new RunningService(folder.resolve("data"), Map.of(Setting.BOLT, "0"));
                Driver driver = GraphDatabase.driver("neo4j://localhost:" + service.boltPort());
                Session held = driver.session()) {
            Transaction old = held.beginTransaction();
            assertThat(areas(old)).contains("la:391").doesNotContain("la:209");
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Thread client = new Thread(() -> ask(service, stop, answers, failures));
                client.start();
                clients.add(client);
            }
            second = imported(2, "209");
            Instant patience = Instant.now().plus(Duration.ofSeconds(60));
            while (!answers.containsKey(second.id()) && Instant.now().isBefore(patience)) {
                Thread.sleep(100);
            }
            Thread.sleep(1000);
            // A connection ends with its release, and does not keep it; the next one reaches the new release.
            assertThatThrownBy(() -> areas(old)).isInstanceOf(Neo4jException.class);
            try (Session fresh = driver.session()) {
                assertThat(fresh.executeRead(HotSwapIT::areas))
                        .contains("la:209")
                        .doesNotContain("la:391");
            }
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(answers.keySet()).containsExactlyInAnyOrder(first.id(), second.id());
        // Had one answer been put together from two releases, a release would be seen with two totals.
        assertThat(answers.values()).allSatisfy(totals -> assertThat(totals).hasSize(1));
    }

    private static List<String> areas(SimpleQueryRunner runner) {
        return runner.run("MATCH (:School)-[:GOVERNED_BY]->(a:LocalAuthority) RETURN DISTINCT a.id AS id")
                .list(row -> row.get("id").asString());
    }

    private Release imported(long seed, String area) throws IOException {
        Path files = folder.resolve("files-" + seed);
        List<Path> paths = new Generator(new GenerateOptions(seed, 1, Set.of(area), LocalDate.of(2025, 1, 5)))
                .writeTo(files)
                .paths();
        return new ImportRun(new Releases(folder.resolve("data")), StoreOptions.DEFAULT, step -> {})
                .run(paths, null, false);
    }

    private static void ask(
            RunningService service,
            AtomicBoolean stop,
            Map<String, Set<String>> answers,
            ConcurrentLinkedQueue<String> failures) {
        while (!stop.get()) {
            try {
                HttpResponse<String> response = service.send("/v1/structure?asOf=2015-03-31");
                JsonNode answer = JSON.readTree(response.body());
                if (response.statusCode() == 200) {
                    answers.computeIfAbsent(
                                    answer.at("/meta/release").asText(), release -> ConcurrentHashMap.newKeySet())
                            .add(answer.get("data").toString());
                } else {
                    failures.add(response.statusCode() + " " + response.body());
                }
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
