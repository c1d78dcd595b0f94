package uk.middletier.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: status, headers and a body that is there, or one that is written as its rows come. */
sealed interface Reply {
    int status();

    Map<String, String> headers();

    /** A body in memory; nothing can fail any more. */
    record Whole(int status, Map<String, String> headers, Content content) implements Reply {
        static Whole of(int status, String contentType, String body) {
            return new Whole(
                    status,
                    new LinkedHashMap<>(Map.of("Content-Type", contentType)),
                    new Content(body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A body of any length, whose first row is in hand. */
    record Streamed(Map<String, String> headers, Body body) implements Reply {
        @Override
        public int status() {
            return 200;
        }
    }

    /** Writes itself once, and is closed written or not. */
    interface Body extends AutoCloseable {
        void writeTo(OutputStream out) throws IOException;

        @Override
        void close();
    }
}
