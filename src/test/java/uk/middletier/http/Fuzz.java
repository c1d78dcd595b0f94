package uk.middletier.http;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Asks a server many odd questions and says which answers were not as they should be. */
final class Fuzz {
    private static final int CLIENTS = 2;
    private static final int MOST_SHRINKING = 150;

    /** One good answer in so many is asked for again by HEAD and with its tag. */
    private static final int ONE_AGAIN = 8;

    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";
    private static final String THREADS = "jvm_threads_live_threads";

    private final URI address;
    private final long seed;
    private final PrintStream out;
    private final FuzzPool pool;
    private final FuzzQuestions questions;
    private final FuzzJudge judge;
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();
    private final Map<String, Map<Integer, LongAdder>> byOperation = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

    Fuzz(URI address, long seed, PrintStream out) {
        this.address = address;
        this.seed = seed;
        this.out = out;
        this.pool = new FuzzPool(address);
        OpenApiCalls document = new OpenApiCalls(pool.document());
        this.questions = new FuzzQuestions(document, pool);
        this.judge = new FuzzJudge(document);
    }

    /** Asks the questions of these numbers; what was wrong, each with the request that shows it. */
    List<String> run(int first, int count) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(first);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> {
                try (FuzzClient connection = new FuzzClient(address.getHost(), address.getPort())) {
                    for (int n = next.getAndIncrement(); n < first + count; n = next.getAndIncrement()) {
                        ask(connection, n);
                    }
                } catch (RuntimeException e) {
                    StringWriter trace = new StringWriter();
                    e.printStackTrace(new PrintWriter(trace));
                    faults.put("fuzzer", "the fuzzer itself failed: " + trace);
                }
            });
            client.start();
            clients.add(client);
        }
        for (Thread client : clients) {
            client.join();
        }
        return List.copyOf(faults.values());
    }

    private void ask(FuzzClient client, int number) {
        FuzzRequest request = questions.make(seed, number);
        FuzzClient.Answer answer = client.send(request);
        byOperation
                .computeIfAbsent(operation(request), none -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(answer.status(), none -> new LongAdder())
                .increment();
        Optional<String> fault = judge.fault(request, answer);
        if (request.good() && answer.status() >= 400) {
            String text = answer.text();
            refusals.computeIfAbsent(
                            operation(request) + " " + answer.status() + " "
                                    + text.replaceAll(".*\"detail\":\"", "")
                                            .replaceAll("\",\"instance.*", "")
                                            .replaceAll("\\s+", " "),
                            none -> new LongAdder())
                    .increment();
        }
        if (fault.isEmpty() && answer.status() == 200 && number % ONE_AGAIN == 0) {
            fault = again(client, request, answer);
        }
        fault.ifPresent(what -> report(client, number, request, what));
    }

    /** That HEAD says the same without a body, and that the tag is good for nothing having changed. */
    private static Optional<String> again(FuzzClient client, FuzzRequest request, FuzzClient.Answer answer) {
        if (!request.method().equals("GET") || answer.header("ETag").isEmpty()) {
            return Optional.empty();
        }
        FuzzClient.Answer head = client.send(request.withMethod("HEAD"));
        for (String name : List.of("ETag", "Content-Type", "Vary", "Link", "Content-Encoding")) {
            if (head.status() != 200 || !head.header(name).equals(answer.header(name))) {
                return Optional.of("HEAD differs: " + head.status() + " " + name + " " + head.headers() + " but "
                        + answer.headers());
            }
        }
        FuzzClient.Answer known = client.send(request.withHeader("If-None-Match: " + answer.header("ETag")));
        return known.status() == 304 && known.header("ETag").equals(answer.header("ETag")) && known.body().length == 0
                ? Optional.empty()
                : Optional.of("If-None-Match ignored: " + known.status() + " " + known.headers());
    }

    /** Of each kind at each operation the first, with as little as shows it. */
    private void report(FuzzClient client, int number, FuzzRequest request, String what) {
        String kind = kind(what);
        String place = operation(request) + " " + kind;
        if (faults.putIfAbsent(place, place) != null) {
            return;
        }
        FuzzRequest least = request;
        String told = what;
        int tries = 0;
        for (boolean smaller = true; smaller && tries < MOST_SHRINKING; ) {
            smaller = false;
            for (FuzzRequest candidate : least.smaller()) {
                tries++;
                FuzzClient.Answer answer = client.send(candidate);
                Optional<String> fault = judge.fault(candidate, answer);
                if (fault.isPresent() && kind(fault.get()).equals(kind)) {
                    least = candidate;
                    told = fault.get();
                    smaller = true;
                    break;
                }
            }
        }
        String told2 = told.length() > 1_500 ? told.substring(0, 1_500) + "…" : told;
        String line = place + "\n    " + told2 + "\n    " + least.curl(client.name()) + "\n    seed " + seed
                + ", question " + number;
        faults.put(place, line);
        out.println(line);
    }

    private static String kind(String fault) {
        return fault.split(":", 2)[0];
    }

    private static String operation(FuzzRequest request) {
        return request.call().method() + " " + request.call().path();
    }

    /** How many answers of each status there were, in all and by operation, and why good questions were refused. */
    void tell(boolean everything) {
        Map<Integer, Long> all = new TreeMap<>();
        byOperation
                .values()
                .forEach(statuses -> statuses.forEach((status, n) -> all.merge(status, n.sum(), Long::sum)));
        out.println("answers by status: " + all);
        if (everything) {
            byOperation.forEach((operation, statuses) -> out.println("  " + operation + " " + statuses));
            out.println("questions that were meant well and refused:");
            refusals.entrySet().stream()
                    .sorted((a, b) ->
                            Long.compare(b.getValue().sum(), a.getValue().sum()))
                    .limit(60)
                    .forEach(entry -> out.println("  " + entry.getValue() + " " + entry.getKey()));
        }
    }

    /** The share of answers that were good. */
    double goodShare() {
        long good = 0;
        long all = 0;
        for (Map<Integer, LongAdder> statuses : byOperation.values()) {
            for (Map.Entry<Integer, LongAdder> each : statuses.entrySet()) {
                all += each.getValue().sum();
                good += each.getKey() == 200 ? each.getValue().sum() : 0;
            }
        }
        return all == 0 ? 0 : (double) good / all;
    }

    /** What is still held though nobody asks any more; empty if nothing is. */
    String held() {
        String names = "";
        for (int tries = 0; tries < 100; tries++) {
            names =
                    List.of(
                                    "middletier_gate_running",
                                    "middletier_gate_waiting",
                                    "middletier_store_transactions_active")
                            .stream()
                            .filter(name -> pool.metric(name) > 0)
                            .collect(Collectors.joining(", "));
            if (names.isEmpty()) {
                return names;
            }
            LockSupport.parkNanos(100_000_000);
        }
        return names;
    }

    double threads() {
        return pool.metric(THREADS);
    }

    double heapBytes() {
        return pool.metric(HEAP);
    }

    double keptBytes() {
        return pool.metric("middletier_cache_bytes");
    }
}
