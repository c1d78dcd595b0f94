package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void lackOfThreads_isNotTakenForALackOfHeap() {
        assertThat(printed(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .startsWith("middletier: the system gives this process no more threads")
                .doesNotContain("Xmx");
        assertThat(printed(new OutOfMemoryError("Java heap space"))).contains("java -Xmx");
    }

    private static String printed(Throwable failure) {
        StringWriter err = new StringWriter();
        Failures.print(failure, new PrintWriter(err));
        return err.toString();
    }
}
