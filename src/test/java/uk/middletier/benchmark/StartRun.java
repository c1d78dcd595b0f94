package uk.middletier.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import uk.middletier.release.Releases;
import uk.middletier.release.StoreCopy;

/**
 * From the command to the first answer, in turn and in one run: Neo4j alone opening the same store and counting its schools,
 * the unpacked program's {@code serve} without its archive of classes and with it, each to {@code /readyz}. Warm, and cold
 * where the system lets its page cache be dropped (Linux, superuser).
 */
public final class StartRun {
    private static final int ROUNDS = 5;
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    private final Path home;
    private final Path data;
    private final Path cache;
    private final HttpClient client = HttpClient.newHttpClient();

    private StartRun(Path home, Path data, Path cache) {
        this.home = home;
        this.data = data;
        this.cache = cache;
    }

    /**
     * Measures everything.
     *
     * @param args folder of the unpacked program; a data folder
     */
    public static void main(String[] args) throws Exception {
        Path cache = Files.createTempDirectory("middletier-start");
        StartRun run =
                new StartRun(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), cache);
        long begun = System.nanoTime();
        run.program(cache.toString(), "warm").inheritIO().start().waitFor();
        System.out.printf(Locale.ROOT, "%-24s %6.2f s%n", "making the archive", seconds(begun));
        Releases releases = new Releases(run.data);
        try (StoreCopy copy = StoreCopy.of(releases, releases.current())) {
            run.measure(copy.store(), false);
            if (Files.isWritable(DROP_CACHES)) {
                run.measure(copy.store(), true);
            }
        }
    }

    /** One measured start. */
    private interface Start {
        double seconds() throws IOException, InterruptedException;
    }

    private void measure(Path store, boolean cold) throws IOException, InterruptedException {
        List<Start> starts = List.of(() -> plain(store), () -> serve("off"), () -> serve(cache.toString()));
        List<String> names = List.of("Neo4j alone", "serve", "serve with archive");
        double[][] seconds = new double[starts.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < starts.size(); i++) {
                if (cold) {
                    new ProcessBuilder("sync").start().waitFor();
                    Files.writeString(DROP_CACHES, "3\n");
                }
                seconds[i][round] = starts.get(i).seconds();
            }
        }
        for (int i = 0; i < starts.size(); i++) {
            Arrays.sort(seconds[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s median %6.2f s  (%.2f to %.2f)%n",
                    names.get(i) + (cold ? ", cold" : ""),
                    seconds[i][ROUNDS / 2],
                    seconds[i][0],
                    seconds[i][ROUNDS - 1]);
        }
    }

    private double plain(Path store) throws IOException, InterruptedException {
        String classes = PlainOpen.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String opened : List.of("java.nio", "java.lang", "sun.nio.ch")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                home.resolve("lib/middletier.jar") + ":" + classes,
                PlainOpen.class.getName(),
                store.toString()));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.contains("schools")) {
                line = said.readLine();
            }
            double seconds = seconds(begun);
            if (line == null) {
                throw new IOException("Neo4j did not open " + data);
            }
            process.waitFor();
            return seconds;
        }
    }

    private double serve(String archive) throws IOException, InterruptedException {
        int port = freePort();
        long begun = System.nanoTime();
        Process process = program(archive, "serve", "--port=" + port, "--data=" + data)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        URI ready = URI.create("http://127.0.0.1:" + port + "/readyz");
        while (!answers(ready)) {
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IOException("serve ended with " + process.exitValue());
            }
        }
        double seconds = seconds(begun);
        process.destroy();
        process.waitFor();
        return seconds;
    }

    private boolean answers(URI ready) throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(ready).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    private ProcessBuilder program(String archive, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/middletier").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("MIDDLETIER_ARCHIVE", archive));
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
