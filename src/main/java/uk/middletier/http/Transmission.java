package uk.middletier.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a reply over the wire. */
final class Transmission {
    private static final Logger LOG = LoggerFactory.getLogger(Transmission.class);

    /** Below that, packing saves nothing that fits not in one packet anyway. */
    private static final int WORTH_PACKING_BYTES = 1400;

    private static final int BUFFER_BYTES = 32 * 1024;

    /** A reader who takes nothing of a stream for so long has stopped reading: the read behind it is let go. */
    private static final int STALLED_MILLIS = 4_000;

    /** What an answer differs by, besides its address. */
    static final String VARY = "Accept, Accept-Encoding";

    private Transmission() {}

    /** To a client of whom little is asked: a problem is short. */
    static void send(Context context, Reply reply) {
        send(context, reply, Bounds.DEFAULT);
    }

    static void send(Context context, Reply reply, Bounds bounds) {
        context.status(reply.status());
        SecurityHeaders.ALL.forEach(context::header);
        context.header("Vary", VARY);
        reply.headers().forEach(context::header);
        if (SentBody.isPending(context.req())) {
            // What is still on its way would be taken for the next request. Unannounced, the next one would be lost.
            context.header("Connection", "close");
        }
        boolean bodiless = context.method().equals(HandlerType.HEAD);
        boolean gzip = acceptsGzip(context.header("Accept-Encoding"));
        if (reply instanceof Reply.Whole whole) {
            sendWhole(context, whole, gzip, bodiless, bounds);
        } else if (reply instanceof Reply.Streamed streamed) {
            try (Reply.Body body = streamed.body()) {
                if (gzip) {
                    context.header("Content-Encoding", "gzip");
                }
                if (!bodiless) {
                    stream(context, body, gzip, bounds);
                }
            }
        }
    }

    private static void sendWhole(Context context, Reply.Whole whole, boolean gzip, boolean bodiless, Bounds bounds) {
        byte[] body = whole.content().plain();
        if (gzip && body.length >= WORTH_PACKING_BYTES) {
            body = whole.content().packed();
            context.header("Content-Encoding", "gzip");
        }
        if (whole.status() != 304 && whole.status() != 204) {
            context.header("Content-Length", Integer.toString(body.length));
        }
        if (!bodiless && body.length > 0) {
            try {
                new PacedOutput(context.res().getOutputStream(), bounds).write(body);
            } catch (IOException e) {
                LOG.debug("a client left before its answer was sent", e);
                breakConnection(context);
            }
        }
    }

    private static void stream(Context context, Reply.Body body, boolean gzip, Bounds bounds) {
        EndPoint connection = connection(context);
        long idleMillis = connection.getIdleTimeout();
        connection.setIdleTimeout(STALLED_MILLIS);
        try {
            write(context, body, gzip, bounds);
        } finally {
            connection.setIdleTimeout(idleMillis);
        }
    }

    private static void write(Context context, Reply.Body body, boolean gzip, Bounds bounds) {
        try {
            OutputStream plain = new PacedOutput(context.res().getOutputStream(), bounds);
            OutputStream out = gzip
                    ? new GZIPOutputStream(plain, BUFFER_BYTES, true)
                    : new BufferedOutputStream(plain, BUFFER_BYTES);
            body.writeTo(out);
            if (out instanceof GZIPOutputStream packing) {
                packing.finish();
            }
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("a client left before its answer was sent", e);
            breakConnection(context);
        } catch (RuntimeException e) {
            // The status said all was well. Only a broken connection can still say that it is not.
            LOG.error("an answer ended before its last row: {}", context.path(), e);
            flush(context);
            breakConnection(context);
        }
    }

    private static void flush(Context context) {
        try {
            context.res().getOutputStream().flush();
        } catch (IOException e) {
            LOG.debug("a client left before its answer was sent", e);
        }
    }

    private static void breakConnection(Context context) {
        connection(context).close();
    }

    private static EndPoint connection(Context context) {
        return ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /** RFC 9110, section 12.5.3: named, or covered by a star, and not ruled out by a quality of zero. */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean star = false;
        for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.strip().split(";", -1);
            boolean refused = pieces.length > 1 && pieces[1].strip().matches("q=0(\\.0*)?");
            String coding = pieces[0].strip();
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return !refused;
            }
            star |= coding.equals("*") && !refused;
        }
        return star;
    }
}
