package uk.middletier.download;

import java.time.Duration;
import java.util.Random;

/**
 * How long to wait for whom.
 *
 * @param silence how long nothing may come before a connection is taken for dead
 * @param attempts how often in a row something may go wrong without a new byte
 * @param firstPause before the second attempt; each further pause is twice as long
 * @param longestPause that a server may ask for
 */
public record Patience(Duration silence, int attempts, Duration firstPause, Duration longestPause, Pause pause) {
    /** As long as a person would wait. */
    public static final Patience DEFAULT = new Patience(
            Duration.ofSeconds(60),
            5,
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            duration -> Thread.sleep(duration.toMillis()));

    private static final double JITTER = 0.25;

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** Before the next attempt, after so many in vain; a little more by chance, so that many do not come back at once. */
    Duration before(int inVain, Random chance) {
        double factor = Math.pow(2, inVain - 1.0) * (1 + JITTER * chance.nextDouble());
        return Duration.ofMillis(Math.round(firstPause.toMillis() * factor));
    }
}
