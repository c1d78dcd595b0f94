package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.StoreOptions;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/**
 * Two small releases with answers of their own take each other's place every three seconds while eight clients ask:
 * {@code -Dmiddletier.swaps=1200} is an hour of it. {@link HotSwapIT} is what every test run does of this.
 */
@EnabledIfSystemProperty(named = "middletier.swaps", matches = "[1-9][0-9]*", disabledReason = "takes minutes or hours")
class SwapRunIT {
    private static final int SWAPS = Integer.getInteger("middletier.swaps", 0);
    private static final long PACE_MILLIS = Long.getLong("middletier.swapMillis", 3000);
    private static final int CLIENTS = 8;
    private static final long PAUSE_MILLIS = Long.getLong("middletier.pauseMillis", 5);
    private static final List<String> QUESTIONS = List.of(
            "/v1/structure?asOf=2015-03-31",
            "/v1/fragmentation?asOf=2012-09-01&by=region",
            "/v1/schools?limit=3",
            "/v1/events?limit=5",
            "/v1/queries/small-schools/results?format=csv",
            "/v1/status",
            "/v1/turbulence?from=2014-09-01&to=2015-09-01");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** What an answer is known by: its release by the tag, and its bytes. */
    private record Answer(String etag, String body) {}

    @Test
    void everyAnswer_isWhollyOfOneRelease() throws Exception {
        Path data = folder.resolve("data");
        List<Release> releases = List.of(imported(data, 1, "391"), imported(data, 2, "209"));
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicLong answers = new AtomicLong();
        AtomicLong busy = new AtomicLong();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger clientNumber = new AtomicInteger();
        Use first = null;
        Use last = null;
        try (RunningService service = new RunningService(data)) {
            Map<String, Map<String, Answer>> known = known(service, data, releases);
            List<Thread> clients = Stream.generate(() -> new Thread(
                            () -> ask(service, known, stop, answers, busy, failures, clientNumber.incrementAndGet())))
                    .limit(CLIENTS)
                    .toList();
            clients.forEach(Thread::start);
            int warm = Math.max(1, SWAPS / 4);
            for (int swap = 1; swap <= SWAPS && failures.isEmpty(); swap++) {
                long began = System.nanoTime();
                Release next = releases.get(swap % 2);
                swapTo(service, data, next);
                if (swap == warm || swap == SWAPS || swap % 20 == 0) {
                    Use use = Use.now();
                    System.out.printf(
                            Locale.ROOT, "%d swaps, %d answers, %d busy: %s%n", swap, answers.get(), busy.get(), use);
                    first = swap == warm ? use : first;
                    last = use;
                }
                long rest = PACE_MILLIS - (System.nanoTime() - began) / 1_000_000;
                if (rest > 0) {
                    Thread.sleep(rest);
                }
            }
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            assertThat(copies(data)).as("of stores").hasSize(1);
        }
        assertThat(failures).isEmpty();
        assertThat(answers.get()).isGreaterThan(SWAPS);
        assertThat(copies(data)).isEmpty();
        if (first != null && last != null) {
            assertThat(last.heapMib()).as("heap in MiB").isLessThan(first.heapMib() + 40);
            assertThat(last.threads()).as("threads").isLessThan(first.threads() + 20);
            assertThat(last.files()).as("file handles").isLessThan(first.files() + 50);
        }
    }

    /** What the process holds after a collection. */
    private record Use(long heapMib, int threads, long files) {
        static Use now() {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                    ? unix.getOpenFileDescriptorCount()
                    : 0;
            return new Use(heap, threads, files);
        }
    }

    /** The answers of each release, asked while nothing changes. */
    private static Map<String, Map<String, Answer>> known(RunningService service, Path data, List<Release> releases)
            throws Exception {
        Map<String, Map<String, Answer>> known = new HashMap<>();
        for (Release release : releases) {
            swapTo(service, data, release);
            Map<String, Answer> answers = new HashMap<>();
            for (String question : QUESTIONS) {
                HttpResponse<String> response = service.send(question);
                assertThat(response.statusCode()).as(question + response.body()).isEqualTo(200);
                answers.put(question, answer(response));
            }
            known.put(release.id(), answers);
        }
        for (String question : QUESTIONS) {
            assertThat(known.values().stream()
                            .map(of -> Objects.requireNonNull(of.get(question)).body()))
                    .as(question)
                    .doesNotHaveDuplicates();
        }
        return known;
    }

    private static void swapTo(RunningService service, Path data, Release release) throws Exception {
        new Releases(data).use(release.id());
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!released(service).equals(release.id())) {
            assertThat(System.nanoTime()).as("served in time").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static String released(RunningService service) throws IOException, InterruptedException {
        JsonNode ready = JSON.readTree(service.send("/readyz").body());
        return ready.at("/meta/release").asText();
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.headers().firstValue("ETag").orElse(""), response.body());
    }

    private static void ask(
            RunningService service,
            Map<String, Map<String, Answer>> known,
            AtomicBoolean stop,
            AtomicLong answers,
            AtomicLong busy,
            ConcurrentLinkedQueue<String> failures,
            int seed) {
        Random random = new Random(seed);
        while (!stop.get()) {
            String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            try {
                HttpResponse<String> response = service.send(question);
                Answer answer = answer(response);
                if (response.statusCode() == 200) {
                    answers.incrementAndGet();
                    if (known.values().stream().noneMatch(of -> answer.equals(of.get(question)))) {
                        failures.add(question + " is of neither release: " + answer);
                    }
                } else if (response.statusCode() == 503
                        && response.headers().firstValue("Retry-After").isPresent()) {
                    busy.incrementAndGet();
                } else {
                    failures.add(question + " " + response.statusCode() + " " + response.body());
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                failures.add(question + " " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static List<Path> copies(Path data) throws IOException {
        try (Stream<Path> list = Files.list(data)) {
            return new ArrayList<>(
                    list.filter(path -> path.getFileName().toString().startsWith(".serving-"))
                            .toList());
        }
    }

    private static Release imported(Path data, long seed, String area) throws IOException {
        List<Path> paths = new Generator(new GenerateOptions(seed, 1, Set.of(area), LocalDate.of(2025, 1, 5)))
                .writeTo(data.resolveSibling("files-" + seed))
                .paths();
        return new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}).run(paths, null, false);
    }
}
