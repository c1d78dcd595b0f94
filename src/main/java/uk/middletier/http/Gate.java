package uk.middletier.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import uk.middletier.sight.Metric;
import uk.middletier.sight.Sight;

/** Lets so many through at once; a few more wait a little, the rest are turned away at once. */
final class Gate {
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final int most;
    private final int mayWait;
    private final Duration patience;

    Gate(int places, int mayWait, Duration patience) {
        this.most = places;
        this.places = new Semaphore(places, true);
        this.mayWait = mayWait;
        this.patience = patience;
    }

    /** Shows how full it is, under that name. */
    void show(Sight sight, String name) {
        sight.watch(Metric.GATE_PLACES, () -> most, name);
        sight.watch(Metric.GATE_RUNNING, () -> most - places.availablePermits(), name);
        sight.watch(Metric.GATE_WAITING, () -> Math.min(waiting.get(), mayWait), name);
        sight.watch(Metric.GATE_REFUSED, refused::sum, name);
    }

    /** A place, to be left by the caller. */
    Place enter() {
        if (places.tryAcquire()) {
            return new Place();
        }
        try {
            if (waiting.incrementAndGet() <= mayWait && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Place();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
        refused.increment();
        long seconds = Math.max(1, patience.toSeconds());
        throw new Refusal(Problem.of(ProblemType.BUSY, "as many questions as this server bears are being answered")
                .withHeader("Retry-After", Long.toString(seconds)));
    }

    /** One that was let through. */
    final class Place implements AutoCloseable {
        private boolean left;

        @Override
        public void close() {
            if (!left) {
                left = true;
                places.release();
            }
        }
    }
}
