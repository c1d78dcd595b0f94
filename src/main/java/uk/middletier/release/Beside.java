package uk.middletier.release;

import java.time.Duration;

/**
 * How releases are opened beside the one that is served, for questions that ask them by their ids.
 *
 * @param most how many may be open at once; 0 = none
 * @param idle one that nobody has asked for so long is closed
 * @param <T> what {@link Warmup} makes of a release
 */
public record Beside<T>(int most, Duration idle, StoreOpener opener, Warmup<T> warmup) {
    public Beside {
        if (most < 0) {
            throw new IllegalArgumentException("no fewer than none may be open: " + most);
        }
    }
}
