package uk.middletier.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running server a mixture of questions at a steady rate, whether or not the earlier ones have been answered: a
 * server that slows down is asked no less. Times count from the moment at which the question was due, so that waiting is
 * in them. Days, schools, bodies and areas are drawn anew for each question (the seed is printed). After each step, and
 * each minute, it prints what came and how the server is.
 */
public final class LoadRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SECONDS = 120;
    private static final int DECIMALS = 3;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /** What is asked for, and how often of a hundred times. */
    private enum Kind {
        ENTITY(40),
        STRUCTURE(20),
        FRAGMENTATION(20),
        GRAPH(15),
        QUERY(5);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(LONGEST_SECONDS))
            .build();
    private final String address;
    private final Random random;
    private final List<String> schools;
    private final List<String> bodies;
    private final List<String> areas;
    private final List<String> queries = new ArrayList<>();
    private final LocalDate last;

    private LoadRun(String address, long seed) throws IOException, InterruptedException {
        this.address = address.replaceAll("/$", "");
        this.random = new Random(seed);
        this.schools = column("/v1/schools?format=ndjson", "urn");
        this.bodies = column("/v1/bodies?kind=MultiAcademyTrust&format=ndjson", "id");
        this.areas = column("/v1/areas?kind=local-authority&format=ndjson", "id");
        for (JsonNode query : JSON.readTree(get("/v1/queries")).get("data").get("rows")) {
            boolean bare = true;
            for (JsonNode parameter : query.get("parameters")) {
                bare &= !parameter.get("required").asBoolean();
            }
            if (bare) {
                queries.add(query.get("name").asText());
            }
        }
        this.last = LocalDate.parse(JSON.readTree(get("/v1/schools?limit=1"))
                .get("meta")
                .get("asOf")
                .asText());
        System.out.printf(
                Locale.ROOT,
                "seed %d; %d schools, %d trusts, %d authorities, %d saved queries; days up to %s%n",
                seed,
                schools.size(),
                bodies.size(),
                areas.size(),
                queries.size(),
                last);
    }

    /**
     * Measures one step after another.
     *
     * @param args the address of the server; steps {@code RATExSECONDS}, such as {@code 113x300}; before them perhaps
     *     {@code seed=NUMBER}
     */
    public static void main(String[] args) throws Exception {
        int first = args[1].startsWith("seed=") ? 2 : 1;
        long seed = first == 2 ? Long.parseLong(args[1].substring("seed=".length())) : System.nanoTime();
        LoadRun run = new LoadRun(args[0], seed);
        for (int i = first; i < args.length; i++) {
            String[] step = args[i].split("x", 2);
            run.step(Double.parseDouble(step[0]), Long.parseLong(step[1]));
        }
    }

    private void step(double rate, long seconds) throws InterruptedException {
        int requests = (int) Math.round(rate * seconds);
        Tally tally = new Tally();
        CountDownLatch open = new CountDownLatch(requests);
        long began = System.nanoTime();
        long minute = began + MINUTE;
        for (int i = 0; i < requests; i++) {
            long due = began + Math.round(i * 1e9 / rate);
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            ask(due, tally, open);
            if (due >= minute) {
                System.out.printf(Locale.ROOT, "  %s | %s%n", tally.line(), health());
                minute += MINUTE;
            }
        }
        boolean all = open.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        System.out.printf(
                Locale.ROOT,
                "%.0f a second for %d s: asked %d, unanswered %d, done after %.1f s | %s%n",
                rate,
                seconds,
                requests,
                all ? 0 : open.getCount(),
                (System.nanoTime() - began) / 1e9,
                health());
        tally.print();
    }

    private void ask(long due, Tally tally, CountDownLatch open) {
        Kind kind = draw();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + question(kind)))
                .timeout(Duration.ofSeconds(LONGEST_SECONDS))
                .build();
        CompletableFuture<?> unused = client.sendAsync(request, BodyHandlers.ofByteArray())
                .whenComplete((response, failure) -> {
                    tally.add(kind, response, failure, System.nanoTime() - due);
                    open.countDown();
                });
    }

    private Kind draw() {
        int at = random.nextInt(100);
        for (Kind kind : Kind.values()) {
            at -= kind.share;
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("shares of less than a hundred");
    }

    private String question(Kind kind) {
        String day = "asOf=" + last.minusDays(random.nextInt(20 * 365));
        String area = any(areas);
        return switch (kind) {
            case ENTITY ->
                switch (random.nextInt(4)) {
                    case 0 -> "/v1/schools/" + any(schools) + "?" + day;
                    case 1 -> "/v1/schools/" + any(schools) + "/history";
                    case 2 -> "/v1/bodies/" + any(bodies) + "?" + day;
                    default -> "/v1/bodies/" + any(bodies) + "/schools?" + day;
                };
            case STRUCTURE ->
                random.nextBoolean()
                        ? "/v1/structure?" + day
                        : "/v1/structure/series?measure=academyShare&step=year&area=" + area + "&" + until(day);
            case FRAGMENTATION ->
                random.nextBoolean()
                        ? "/v1/fragmentation?" + day
                        : "/v1/fragmentation/series?measure=hhi&step=month&area=" + area + "&" + until(day);
            case GRAPH ->
                random.nextBoolean()
                        ? "/v1/graph?area=" + area + "&" + day
                        : "/v1/network?by=local-authority&area=" + area + "&" + day;
            case QUERY -> "/v1/queries/" + any(queries) + "/results";
        };
    }

    private static String until(String day) {
        LocalDate to = LocalDate.parse(day.substring("asOf=".length()));
        return "from=" + to.minusYears(10) + "&to=" + to;
    }

    private String any(List<String> of) {
        return URLEncoder.encode(of.get(random.nextInt(of.size())), StandardCharsets.UTF_8);
    }

    /** Heap after the last collection, heap in use, threads and open files of the server. */
    private String health() throws InterruptedException {
        try {
            double live = 0;
            double used = 0;
            double threads = 0;
            double files = 0;
            for (String line : get("/metrics").lines().toList()) {
                double value = line.startsWith("#") ? 0 : Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
                if (line.startsWith("jvm_gc_live_data_size_bytes ")) {
                    live = value;
                } else if (line.startsWith("jvm_memory_used_bytes{area=\"heap\"")) {
                    used += value;
                } else if (line.startsWith("jvm_threads_live_threads ")) {
                    threads = value;
                } else if (line.startsWith("process_files_open_files ")) {
                    files = value;
                }
            }
            return String.format(
                    Locale.ROOT,
                    "heap %.0f MB (live %.0f), %.0f threads, %.0f files",
                    used / 1e6,
                    live / 1e6,
                    threads,
                    files);
        } catch (IOException | NumberFormatException away) {
            return "no numbers of the server: " + away.getMessage();
        }
    }

    private List<String> column(String path, String name) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        // Line by line: of a large register they are more than this program's heap bears at once.
        HttpResponse<Stream<String>> response =
                client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode event = JSON.readTree(line);
                if (event.path("$event").asText().equals("Record")) {
                    values.add(event.get("_body").get(name).asText());
                }
            }
        }
        return values;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** What has come so far. */
    private static final class Tally {
        private final Map<Kind, Histogram> answered = new EnumMap<>(Kind.class);
        private final Histogram all = histogram();
        private final Map<String, Integer> others = new TreeMap<>();
        private final Histogram refused = histogram();

        private static Histogram histogram() {
            return new Histogram(TimeUnit.SECONDS.toMicros(2 * LONGEST_SECONDS), DECIMALS);
        }

        private synchronized void add(
                Kind kind, @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure, long nanos) {
            long micros = Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), all.getHighestTrackableValue());
            if (response != null && response.statusCode() == 200) {
                all.recordValue(micros);
                answered.computeIfAbsent(kind, any -> histogram()).recordValue(micros);
            } else {
                if (response != null) {
                    refused.recordValue(micros);
                }
                String what = response == null
                        ? String.valueOf(failure)
                        : kind.name().toLowerCase(Locale.ROOT) + " " + response.statusCode();
                others.merge(what, 1, Integer::sum);
            }
        }

        private synchronized String line() {
            return row("so far", all) + (others.isEmpty() ? "" : " others " + others);
        }

        private synchronized void print() {
            System.out.println("  " + row("all", all));
            answered.forEach((kind, histogram) ->
                    System.out.println("  " + row(kind.name().toLowerCase(Locale.ROOT), histogram)));
            if (!others.isEmpty()) {
                System.out.println("  others " + others + "; " + row("refused", refused));
            }
        }

        private static String row(String name, Histogram times) {
            return String.format(
                    Locale.ROOT,
                    "%-13s %7d  p50 %8.1f  p75 %8.1f  p95 %8.1f  p99 %8.1f  max %8.1f ms",
                    name,
                    times.getTotalCount(),
                    times.getValueAtPercentile(50) / 1000.0,
                    times.getValueAtPercentile(75) / 1000.0,
                    times.getValueAtPercentile(95) / 1000.0,
                    times.getValueAtPercentile(99) / 1000.0,
                    times.getMaxValue() / 1000.0);
        }
    }
}
