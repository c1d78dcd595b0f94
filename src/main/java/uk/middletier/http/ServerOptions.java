package uk.middletier.http;

import java.time.Duration;

/**
 * How the server listens and what it bears.
 *
 * @param host name or address it binds; loopback by default, because it knows no users
 * @param port 0 = any free one
 * @param adHoc whether statements that are in no file are run
 * @param timeout how long a question may take unless it asks for less
 * @param bulkTimeout the same for CSV and NDJSON, which also take as long as the client reads
 * @param heavy questions answered at once; more wait
 * @param waiting questions that may wait; more are turned away
 * @param patience how long a question waits before it is turned away
 * @param grace how long the server waits, when it is closed, for questions being answered
 * @param logRequests whether each request has a line in the log
 * @param slow questions that take longer have one; zero = none has
 * @param admission who may ask, and how often
 * @param bounds what one client may take
 */
public record ServerOptions(
        String host,
        int port,
        boolean adHoc,
        Duration timeout,
        Duration bulkTimeout,
        int heavy,
        int waiting,
        Duration patience,
        Duration grace,
        boolean logRequests,
        Duration slow,
        Admission admission,
        Bounds bounds) {
    /** No question may be allowed more. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** Loopback, port 8080, ten seconds, twice as many questions at once as there are cores. */
    public static final ServerOptions DEFAULT = new ServerOptions(
            "127.0.0.1",
            8080,
            true,
            Duration.ofSeconds(10),
            LONGEST,
            2 * Runtime.getRuntime().availableProcessors(),
            32,
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            false,
            Duration.ofSeconds(1));

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        if (timeout.compareTo(LONGEST) > 0 || bulkTimeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a question may take 60 seconds at most");
        }
        if (heavy < 1 || waiting < 0) {
            throw new IllegalArgumentException("at least one question at once, and none or more that wait");
        }
    }

    /** For callers on this machine, as many as there may be. */
    public ServerOptions(
            String host,
            int port,
            boolean adHoc,
            Duration timeout,
            Duration bulkTimeout,
            int heavy,
            int waiting,
            Duration patience,
            Duration grace,
            boolean logRequests,
            Duration slow) {
        this(
                host,
                port,
                adHoc,
                timeout,
                bulkTimeout,
                heavy,
                waiting,
                patience,
                grace,
                logRequests,
                slow,
                Admission.LOOPBACK,
                Bounds.DEFAULT);
    }

    /** The same on another port. */
    public ServerOptions withPort(int other) {
        return with(other, admission, bounds);
    }

    /** The same for other callers. */
    public ServerOptions with(Admission others) {
        return with(port, others, bounds);
    }

    /** The same, which bears more or less. */
    public ServerOptions with(Bounds others) {
        return with(port, admission, others);
    }

    private ServerOptions with(int otherPort, Admission others, Bounds otherBounds) {
        return new ServerOptions(
                host,
                otherPort,
                adHoc,
                timeout,
                bulkTimeout,
                heavy,
                waiting,
                patience,
                grace,
                logRequests,
                slow,
                others,
                otherBounds);
    }
}
