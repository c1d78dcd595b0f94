package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void whatTheSystemDoesNotGive_isNamedWithWhatWouldDo() {
        assertThat(Failures.reason(new IllegalStateException(
                        new OutOfMemoryError("unable to create native thread: possibly out of memory"))))
                .contains("no more threads")
                .contains("ulimit -u")
                .doesNotContain("Xmx");
        assertThat(Failures.reason(new OutOfMemoryError("Java heap space"))).contains("java -Xmx");
        assertThat(Failures.reason(
                        new IllegalStateException(new FileSystemException("/data/x", null, "Too many open files"))))
                .isEqualTo("/data/x: Too many open files; allow this process more: ulimit -n 4096");
    }
}
