package uk.middletier.graph;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How a store is to be reached over Bolt.
 *
 * @param advertisedPort port on this machine by which clients come, 1…65535; the store itself listens on any free one
 * @param timeout how long a transaction may take, whatever its client asks for
 * @param threads requests worked on at once
 * @param queue requests that may wait for a thread before others are refused
 * @param admits whether whoever gives that password, or bearer token, may read; without one it is empty
 */
public record BoltOptions(int advertisedPort, Duration timeout, int threads, int queue, Predicate<String> admits) {
    public BoltOptions {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("a transaction needs time: " + timeout);
        }
    }
}
