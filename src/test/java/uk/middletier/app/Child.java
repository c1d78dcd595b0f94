package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A command run from the jar, in a process of its own, as its users run it. */
final class Child {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it; what it says is kept in the folder. */
    static Child start(Path folder, List<String> arguments) throws IOException {
        return start(folder, List.of(), "512m", arguments);
    }

    /** The same with a heap of its own, and something before {@code java …}: a shell that sets limits. */
    static Child start(Path folder, List<String> before, String heap, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds: no time to compile well.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx" + heap,
                "-jar",
                System.getProperty("middletier.jar")));
        command.addAll(arguments);
        Path out = Files.createTempFile(folder, "child", ".out");
        Path err = Files.createTempFile(folder, "child", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Child(process, out, err);
    }

    /** Waits for its end; one that does not end by itself fails the test. */
    Run await() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            assertThat(err).as("still alive after %d seconds", PATIENCE_SECONDS).isEmptyFile();
        }
        return said();
    }

    /** Waits until it has said that on standard error, or has ended. */
    void awaitWords(String words) throws IOException, InterruptedException {
        while (process.isAlive()
                && !Files.readString(err, StandardCharsets.UTF_8).contains(words)) {
            Thread.sleep(1);
        }
    }

    /** Tells it to stop: SIGTERM. */
    void tellToStop() {
        process.destroy();
    }

    /** Waits until it has said a line that begins so on standard output, which is the answer. */
    String awaitOutput(String words) throws IOException, InterruptedException {
        while (process.isAlive()) {
            Optional<String> line = Files.readString(out, StandardCharsets.UTF_8)
                    .lines()
                    .filter(said -> said.startsWith(words))
                    .findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("ended: " + said());
    }

    /** Kills it if it is still alive after that time (SIGKILL: nothing of it runs any more) and says what it said. */
    Run killAfter(long millis) throws IOException, InterruptedException {
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return said();
    }

    private Run said() throws IOException {
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
