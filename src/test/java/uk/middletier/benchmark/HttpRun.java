package uk.middletier.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Asks a running server over HTTP, from one client and from sixteen: the series and the day as never asked before, and
 * the series as asked before. Prints the median and the 99th percentile.
 */
public final class HttpRun {
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 60;
    private final String address;
    private final AtomicInteger asked = new AtomicInteger();

    private HttpRun(String address) {
        this.address = address.replaceAll("/$", "");
    }

    /**
     * Measures one kind of question after another.
     *
     * @param args the address of the server
     */
    public static void main(String[] args) throws Exception {
        HttpRun run = new HttpRun(args[0]);
        for (int clients : new int[] {1, 16}) {
            run.measure("series afresh, JSON", clients, HttpRun::series);
            run.measure("series afresh, CSV", clients, n -> series(n) + "&format=csv");
            run.measure("series cached, JSON", clients, n -> series(0));
            run.measure("series cached, CSV", clients, n -> series(0) + "&format=csv");
            run.measure(
                    "fragmentation on a day, afresh",
                    clients,
                    n -> "/v1/fragmentation?asOf=" + LocalDate.of(2005, 1, 1).plusDays(n % 7000));
        }
    }

    /** Fifteen years of months; a question of its own for each number, as many schools and days in all of them. */
    private static String series(int n) {
        LocalDate from = SeriesQuestion.FROM.minusDays(n % 2900);
        return "/v1/fragmentation/series?step=month&measure=schools&measure=bodies&measure=hhi&measure=effectiveBodies"
                + "&from=" + from + "&to=" + from.plusMonths(SeriesQuestion.MONTHS.size() - 1L);
    }

    private void measure(String what, int clients, IntFunction<String> question) throws Exception {
        ask(clients, WARM_UP, question);
        double[] millis = ask(clients, REQUESTS, question);
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-32s %2d clients  p50 %7.1f ms  p99 %7.1f ms%n",
                what,
                clients,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100]);
    }

    private double[] ask(int clients, int requests, IntFunction<String> question) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<List<Double>>> work = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                work.add(() -> askOften(Math.max(1, requests / clients), question));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> done : pool.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Double> askOften(int requests, IntFunction<String> question) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            URI uri = URI.create(address + question.apply(asked.incrementAndGet()));
            long start = System.nanoTime();
            int status = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                    .statusCode();
            millis.add((System.nanoTime() - start) / 1e6);
            if (status != 200) {
                throw new IOException(uri + " answered " + status);
            }
        }
        return millis;
    }
}
