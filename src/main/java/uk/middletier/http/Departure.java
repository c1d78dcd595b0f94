package uk.middletier.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import uk.middletier.sight.Metric;
import uk.middletier.sight.Sight;

/** Where every request leaves, answered or not: it is counted, and has a line in the log if it is to have one. */
final class Departure implements RequestLog {
    private static final Logger REQUESTS = LoggerFactory.getLogger("uk.middletier.requests");
    private static final Logger SLOW = LoggerFactory.getLogger("uk.middletier.slow");

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE");

    /** Characters of an address and of a body in a line. */
    private static final int MOST = 1_000;

    private final Sight sight;
    private final boolean everyone;
    private final long slowNanos;

    /**
     * @param everyone whether each request has a line
     * @param slow what takes longer has one of its own; zero = nothing has
     */
    Departure(Sight sight, boolean everyone, Duration slow) {
        this.sight = sight;
        this.everyone = everyone;
        this.slowNanos = slow.isZero() ? Long.MAX_VALUE : slow.toNanos();
    }

    @Override
    public void log(Request request, Response response) {
        Passage passage = Passage.of(request);
        long nanos = Math.max(0, System.nanoTime() - request.getHeadersNanoTime());
        int status = response.getStatus();
        long bytes = Response.getContentBytesWritten(response);
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        count(passage, method, status, nanos, bytes);
        boolean slow = passage.question() && nanos > slowNanos;
        if (everyone || slow) {
            passage.enterLog();
            try {
                String target = Logged.text(
                        Objects.requireNonNullElse(request.getHttpURI().getPathQuery(), ""), MOST);
                long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
                if (everyone) {
                    logRequest(method, target, status, millis, bytes);
                }
                if (slow) {
                    logSlow(passage, method, target, status, millis);
                }
            } finally {
                Passage.leaveLog();
            }
        }
    }

    private void count(Passage passage, String method, int status, long nanos, long bytes) {
        String route = passage.route().isEmpty() ? "(none)" : passage.route();
        // Of failures the format says nothing, and would only multiply the series.
        String format = status == 200 ? passage.format() : "";
        sight.time(Metric.REQUESTS, nanos, route, method, Integer.toString(status), format);
        if (bytes > 0) {
            sight.count(Metric.RESPONSE_BYTES, bytes, route);
        }
        String query = passage.savedQuery();
        if (query != null) {
            sight.time(Metric.QUERIES, nanos, query);
            sight.count(Metric.QUERY_ROWS, Math.max(0, passage.rows()), query);
        }
    }

    private static void logRequest(String method, String target, int status, long millis, long bytes) {
        REQUESTS.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("target", target)
                .addKeyValue("status", status)
                .addKeyValue("millis", millis)
                .addKeyValue("bytes", bytes)
                .log("{} {} {} {} ms {} bytes", method, target, status, millis, bytes);
    }

    /** With what was asked in the body too: there it is that a statement stands. */
    private static void logSlow(Passage passage, String method, String target, int status, long millis) {
        String body = passage.body();
        String sent = body == null ? "" : Logged.text(body, MOST);
        LoggingEventBuilder line = SLOW.atWarn()
                .addKeyValue("route", passage.route())
                .addKeyValue("method", method)
                .addKeyValue("target", target)
                .addKeyValue("status", status)
                .addKeyValue("millis", millis);
        if (passage.rows() >= 0) {
            line = line.addKeyValue("rows", passage.rows());
        }
        if (body != null) {
            line = line.addKeyValue("body", sent);
        }
        line.log(
                "slow question {}: {} {}{} {} {} ms{}",
                passage.route(),
                method,
                target,
                sent.isEmpty() ? "" : " " + sent,
                status,
                millis,
                passage.rows() < 0 ? "" : " " + passage.rows() + " rows");
    }
}
