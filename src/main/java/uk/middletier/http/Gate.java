package uk.middletier.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many through at once; a few more wait a little, the rest are turned away at once. */
final class Gate {
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mayWait;
    private final Duration patience;

    Gate(int places, int mayWait, Duration patience) {
        this.places = new Semaphore(places, true);
        this.mayWait = mayWait;
        this.patience = patience;
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
