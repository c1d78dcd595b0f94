package uk.middletier.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process: holds a lock, or a share of one, until it is killed. */
final class LockHolder {
    private LockHolder() {}

    /** Starts one. */
    static Process hold(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("held");
        }
        return process;
    }

    @SuppressWarnings("SystemOut") // how it says that it is ready
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        boolean held = arguments.length > 1
                ? Lock.tryShare(file).isPresent()
                : Lock.tryAcquire(file).isPresent();
        System.out.println(held ? "held" : "not held");
        System.out.flush();
        Thread.sleep(60_000);
    }
}
