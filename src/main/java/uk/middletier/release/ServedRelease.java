package uk.middletier.release;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import uk.middletier.graph.Alongside;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.RecordedAnswers;

/** An open release, closed when the last who holds it gives it back. */
final class ServedRelease<T> {
    private final Manifest manifest;
    private final GraphStore store;
    private final StoreCopy copy;
    private final T warmed;
    private final Executor closer;
    private final Runnable gone;
    /** Leases, and one for being the release that is served. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private final AtomicBoolean closed = new AtomicBoolean();

    private ServedRelease(
            Manifest manifest, GraphStore store, StoreCopy copy, T warmed, Executor closer, Runnable gone) {
        this.manifest = manifest;
        this.store = store;
        this.copy = copy;
        this.warmed = warmed;
        this.closer = closer;
        this.gone = gone;
    }

    /**
     * Copies, opens and warms a release, or leaves nothing open.
     *
     * @param closer closes it after its last holder
     * @param gone told when it is closed
     */
    static <T> ServedRelease<T> open(
            Releases releases, Release release, StoreOpener opener, Warmup<T> warmup, Executor closer, Runnable gone) {
        StoreCopy copy = StoreCopy.of(releases, release);
        // Opened aside: most of what is kept in memory is had without it.
        Alongside<GraphStore> store = Alongside.begin("store", () -> opener.open(copy.store()));
        boolean opened = false;
        try {
            T warmed = warmup.warm(release.manifest(), new RecordedAnswers(release.answers(), store::get));
            ServedRelease<T> served = new ServedRelease<>(release.manifest(), store.get(), copy, warmed, closer, gone);
            opened = true;
            return served;
        } finally {
            if (!opened) {
                try (copy) {
                    store.get().close();
                }
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    GraphStore store() {
        return store;
    }

    T warmed() {
        return warmed;
    }

    /** Whether it was still open, and now is for one more. */
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Whether nobody has a lease on it. */
    boolean idle() {
        return holders.get() <= 1;
    }

    void giveBack() {
        if (holders.decrementAndGet() == 0) {
            closer.execute(this::close);
        }
    }

    /** Ends what still reads from it. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            try (copy) {
                store.close();
            } finally {
                gone.run();
            }
        }
    }
}
