package uk.middletier.http;

import java.time.Duration;

/**
 * What one client may take of the server.
 *
 * @param connections open at once
 * @param patience how long a request may take to arrive, and how long a client may do nothing
 * @param slowestSending bytes a second; who sends less is not slow but holding on
 * @param slowestReading the same for who reads an answer, of the time the server waits for it
 */
public record Bounds(int connections, Duration patience, long slowestSending, long slowestReading) {
    /** A thousand connections, half a minute; 4 KiB/s, of which a telephone on the move has many times as much. */
    public static final Bounds DEFAULT = new Bounds(1_000, Duration.ofSeconds(30), 100, 4 * 1024);

    public Bounds {
        if (connections < 1 || patience.isZero() || patience.isNegative()) {
            throw new IllegalArgumentException("at least one connection, and some time");
        }
    }
}
