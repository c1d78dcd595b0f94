package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Questions that chance made, good and bad: the server answers each as its document says, in time, and keeps nothing of
 * them. {@code -Dmiddletier.fuzz=20000} for a long night, {@code -Dmiddletier.seed} for the same again, {@code
 * -Dmiddletier.fuzz.address=http://127.0.0.1:8080} for another server.
 */
@ExtendWith(TownServer.Extension.class)
class FuzzIT {
    private static final int LITTLE = 600;

    private static final int QUESTIONS = Integer.getInteger("middletier.fuzz", LITTLE);

    /** What the virtual machine takes for itself by and by: code, classes, the buffers of connections. */
    private static final double LEAST_LEAK_BYTES = 64e6;

    private final TownServer server;

    FuzzIT(TownServer server) {
        this.server = server;
    }

    @Test
    void everyQuestionIsAnsweredAsTheDocumentSays() throws InterruptedException {
        long seed = Long.getLong("middletier.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dmiddletier.seed), questions " + QUESTIONS + " (-Dmiddletier.fuzz)");
        String address =
                System.getProperty("middletier.fuzz.address", server.uri("/").toString());
        Fuzz fuzz = new Fuzz(URI.create(address), seed, System.out);

        // So that threads and caches are there before they are counted.
        int first = QUESTIONS / 4;
        fuzz.run(0, first);
        double threads = fuzz.threads();
        double heap = collected(fuzz, Fuzz::heapBytes) - fuzz.keptBytes();

        List<String> faults = fuzz.run(first, QUESTIONS - first);

        fuzz.tell(QUESTIONS > LITTLE);
        assertThat(faults).isEmpty();
        assertThat(fuzz.goodShare()).isGreaterThan(0.4);
        assertThat(fuzz.held()).isEmpty();
        assertThat(fuzz.threads()).isLessThanOrEqualTo(threads + 8);
        assertThat(collected(fuzz, Fuzz::heapBytes) - fuzz.keptBytes()).isLessThan(heap + LEAST_LEAK_BYTES);
    }

    private static double collected(Fuzz fuzz, ToDoubleFunction<Fuzz> number) {
        System.gc();
        return number.applyAsDouble(fuzz);
    }
}
