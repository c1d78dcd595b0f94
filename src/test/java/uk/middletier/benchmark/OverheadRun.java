package uk.middletier.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.StoreOptions;
import uk.middletier.http.HeldRelease;
import uk.middletier.http.LibraryCheck;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.release.StoreCopy;

/**
 * What HTTP adds: every saved query of fewer than a thousand rows, asked of a server and run in this process over a copy
 * of the same release, each until it is warm. Prints medians and their ratio.
 */
public final class OverheadRun {
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 9;
    private static final int SMALL = 1_000;

    private OverheadRun() {}

    /**
     * Measures all queries.
     *
     * @param args the address of a server; a data folder with the same release
     */
    public static void main(String[] args) throws Exception {
        Map<String, double[]> inProcess = new TreeMap<>();
        Releases releases = new Releases(Path.of(args[1]));
        Release release = releases.current();
        try (StoreCopy copy = StoreCopy.of(releases, release);
                EmbeddedGraphStore store = EmbeddedGraphStore.open(copy.store(), StoreOptions.DEFAULT)) {
            LibraryCheck check = new LibraryCheck(
                    QueryLibrary.of(null), HeldRelease.lone(release.manifest(), store, store), Duration.ofMinutes(1));
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (LibraryCheck.Finding finding : check.run()) {
                    if (finding.rows() < SMALL && round >= WARM_UP) {
                        inProcess.computeIfAbsent(finding.name(), name -> new double[ROUNDS])[round - WARM_UP] =
                                finding.millis();
                    }
                }
            }
        }
        HttpClient client = HttpClient.newHttpClient();
        double within = 0;
        double over = 0;
        List<Double> ratios = new ArrayList<>();
        for (Map.Entry<String, double[]> query : inProcess.entrySet()) {
            double[] http = new double[ROUNDS];
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                double millis = once(client, args[0] + "/v1/queries/" + query.getKey() + "/results?format=ndjson");
                if (round >= WARM_UP) {
                    http[round - WARM_UP] = millis;
                }
            }
            double here = median(query.getValue());
            double there = median(http);
            within += here;
            over += there;
            ratios.add(there / here);
            System.out.printf(
                    Locale.ROOT, "%-40s %8.1f %8.1f ms  ratio %5.2f%n", query.getKey(), here, there, there / here);
        }
        System.out.printf(
                Locale.ROOT,
                "%d queries: sums of medians %.1f in process, %.1f over HTTP, ratio %.2f; median ratio %.2f%n",
                ratios.size(),
                within,
                over,
                over / within,
                median(ratios.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static double once(HttpClient client, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        long began = System.nanoTime();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(address + ": " + response.statusCode());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
