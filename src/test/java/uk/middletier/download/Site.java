package uk.middletier.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A site that publishes files as the register's does: dated names, entity tags, ranges; and does whatever else it is told. */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean tags = true;

    public Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Something else than the file, once. */
    interface Trouble {
        void answer(HttpExchange exchange, byte @Nullable [] file) throws IOException;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/public/");
    }

    public void publish(String name, byte[] file) {
        files.put(name, file);
    }

    void publish(String name, String text) {
        publish(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void withdraw(String name) {
        files.remove(name);
    }

    void withoutTags() {
        tags = false;
    }

    /** What happens to the next requests for a file, one after the other. */
    void trouble(String name, Trouble... all) {
        troubles.put(name, new ArrayDeque<>(List.of(all)));
    }

    /** What was asked for: names, with what goes beyond a plain request. */
    List<String> requests() {
        return requests;
    }

    static Trouble status(int status, String... headers) {
        return (exchange, file) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Trouble page(String html) {
        return (exchange, file) -> {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** The beginning, under the length of the whole; then the connection ends. */
    Trouble cutAfter(int bytes) {
        return (exchange, file) -> {
            byte[] whole = file == null ? new byte[0] : file;
            int from = rangeStart(exchange);
            tag(exchange, whole);
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, whole.length - from);
            exchange.getResponseBody().write(whole, from, bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Headers, and then nothing for as long as the client waits. */
    static Trouble silence(Runnable wait) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().flush();
            wait.run();
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
        requests.add(name + (range == null ? "" : " " + range) + (conditional ? " if changed" : ""));
        byte[] file = files.get(name);
        Deque<Trouble> all = troubles.get(name);
        Trouble next = all == null ? null : all.poll();
        try (exchange) {
            if (next != null) {
                next.answer(exchange, file);
            } else if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                give(exchange, file);
            }
        }
    }

    private void give(HttpExchange exchange, byte[] file) throws IOException {
        tag(exchange, file);
        if (tag(file).equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        int from = rangeStart(exchange);
        boolean rest = from > 0 && tag(file).equals(exchange.getRequestHeaders().getFirst("If-Range"));
        if (rest && from >= file.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (rest) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        } else {
            from = 0;
        }
        exchange.sendResponseHeaders(rest ? 206 : 200, file.length - from);
        exchange.getResponseBody().write(file, from, file.length - from);
    }

    private static int rangeStart(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }

    private void tag(HttpExchange exchange, byte[] file) {
        if (tags) {
            exchange.getResponseHeaders().set("ETag", tag(file));
        }
    }

    private static String tag(byte[] file) {
        return "\"" + java.util.Arrays.hashCode(file) + "\"";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
