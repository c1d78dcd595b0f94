package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A disk in memory, of a size; only the superuser of a Linux may have one. */
final class SmallDisk implements AutoCloseable {
    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    static SmallDisk mount(Path path, String options) throws IOException {
        Files.createDirectory(path);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path.toString()) == 0,
                "not permitted to mount a small disk");
        return new SmallDisk(path);
    }

    Path path() {
        return path;
    }

    void remount(String option) {
        assertThat(run("mount", "-o", "remount," + option, path.toString())).isZero();
    }

    @Override
    public void close() {
        assertThat(run("umount", path.toString())).isZero();
    }

    private static int run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().get(10, TimeUnit.SECONDS).exitValue();
        } catch (IOException e) {
            // No such program.
            return -1;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(String.join(" ", command), e);
        }
    }
}
