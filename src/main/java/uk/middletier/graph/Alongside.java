package uk.middletier.graph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Work that goes on in a thread of its own beside other reads of a store: a release is opened on at least two processors.
 * Closing waits for its end, so that nothing reads from a store that is closed next.
 *
 * @param <T> what comes of it
 */
public final class Alongside<T> implements AutoCloseable {
    private final CompletableFuture<T> result;

    private Alongside(CompletableFuture<T> result) {
        this.result = result;
    }

    /** Begins at once. */
    public static <T> Alongside<T> begin(String name, Supplier<T> work) {
        return new Alongside<>(CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** What came of it, or what it threw; waits for either. */
    public T get() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        result.handle((value, failure) -> true).join();
    }
}
