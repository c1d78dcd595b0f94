package uk.middletier.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Sends bytes that no well-behaved client would send, over one connection as long as it lasts. For one thread. */
final class FuzzClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 90_000;

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    FuzzClient(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param headers by name in lower case; of several the last
     * @param body unpacked
     * @param trouble why the answer is none, or not whole; null if it is
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(
            int status,
            Map<String, String> headers,
            byte[] body,
            Duration took,
            @Nullable String trouble) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Without its parameters. */
        String mediaType() {
            return header("Content-Type").split(";", 2)[0].strip();
        }
    }

    String name() {
        return host + ":" + port;
    }

    Answer send(FuzzRequest request) {
        boolean kept = socket != null;
        Answer answer = attempt(request);
        // The server may have let the idle connection go just then.
        return kept && answer.status() == 0 ? attempt(request) : answer;
    }

    private Answer attempt(FuzzRequest request) {
        long start = System.nanoTime();
        int status = 0;
        Map<String, String> headers = new HashMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String trouble = null;
        try {
            Socket open = connected();
            try {
                open.getOutputStream().write(request.bytes(name()));
            } catch (IOException e) {
                // It may have answered and hung up before all was sent.
            }
            do {
                headers.clear();
                status = Integer.parseInt(line().split(" ", 3)[1]);
                for (String line = line(); !line.isEmpty(); line = line()) {
                    int colon = line.indexOf(':');
                    headers.put(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            } while (status / 100 == 1);
            if (!request.method().equals("HEAD") && status != 204 && status != 304) {
                readBody(headers, body);
            }
            if ("close".equals(headers.get("connection"))) {
                close();
            }
        } catch (IOException | RuntimeException e) {
            trouble = e.toString();
            close();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        byte[] plain = body.toByteArray();
        if (trouble == null && "gzip".equals(headers.get("content-encoding")) && plain.length > 0) {
            try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(plain))) {
                plain = unpacking.readAllBytes();
            } catch (IOException e) {
                trouble = "gzip: " + e;
            }
        }
        return new Answer(status, headers, plain, took, trouble);
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(host, port);
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(open.getInputStream(), 1 << 16);
            socket = open;
        }
        return open;
    }

    private void readBody(Map<String, String> headers, ByteArrayOutputStream body) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(exactly(size));
                line();
            }
            line();
        } else if (headers.containsKey("content-length")) {
            body.write(exactly(Integer.parseInt(String.valueOf(headers.get("content-length")))));
        } else {
            in.transferTo(body);
            close();
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("broken off after " + bytes.length + " of " + size + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("broken off");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Closed all the same.
            }
        }
    }
}
