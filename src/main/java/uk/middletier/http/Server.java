package uk.middletier.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import uk.middletier.query.QueryLibrary;
import uk.middletier.sight.Sight;

/** The HTTP server. Started when it is made; closed before the releases it serves. */
public final class Server implements AutoCloseable {
    private static final int HEADER_BYTES = 8 * 1024;

    /** Who is idle while others wait to be let in is let go sooner. */
    private static final long CROWDED_IDLE_MILLIS = 2_000;

    /** For what needs no place at a gate: pages, health, metrics, and those who are slow to send and to read. */
    private static final int SPARE_THREADS = 60;

    /** However many may wait. */
    private static final int MOST_THREADS = 2_000;

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.TRACE);

    /** After the last answer, what is left to end are connections that say nothing. */
    private static final long LAST_WORDS_MILLIS = 2_000;

    private static final long IDLE_WHEN_CLOSED_MILLIS = 100;

    private final Javalin javalin;
    private final GracefulHandler door;
    private final Duration grace;
    private final AtomicBoolean waited = new AtomicBoolean();
    private final Sight sight;
    private volatile int port;

    private Server(Javalin javalin, GracefulHandler door, Duration grace, Sight sight) {
        this.javalin = javalin;
        this.door = door;
        this.grace = grace;
        this.sight = sight;
    }

    /**
     * Binds the port and answers.
     *
     * @param library the saved queries
     * @throws RuntimeException if the port cannot be bound
     */
    public static Server start(ServerOptions options, ReleaseSource releases, QueryLibrary library) {
        return start(options, releases, library, new Sight());
    }

    private static Server start(ServerOptions options, ReleaseSource releases, QueryLibrary library, Sight sight) {
        Server server = prepare(options, releases, library, sight);
        server.listen();
        return server;
    }

    /**
     * Does all but bind the port, which can be done while the releases are being opened.
     *
     * @param sight metrics in which others may have theirs too; it closes them
     */
    public static Server prepare(ServerOptions options, ReleaseSource releases, QueryLibrary library, Sight sight) {
        Routes routes = Routes.standard(library, options.adHoc(), sight, releases);
        Answerer answerer = new Answerer(releases, options);
        answerer.show(sight);
        GracefulHandler door =
                new GracefulHandler(new MinimumDataRateHandler(options.bounds().slowestSending(), 0));
        Javalin javalin = Javalin.create(config -> {
            configure(config, options, door, new Departure(sight, options.logRequests(), options.slow()));
            routes.all().forEach(route -> register(config, route, answerer, options.bounds()));
            config.routes.exception(
                    HttpResponseException.class,
                    (e, context) -> refuse(
                            context, e.getStatus() == 404 ? nothingAt(context, routes) : ErrorPages.of(e.getStatus())));
            config.routes.exception(
                    RuntimeException.class, (e, context) -> refuse(context, Answerer.problem(e, Passage.of(context))));
        });
        return new Server(javalin, door, options.grace(), sight);
    }

    /**
     * Binds the port and answers.
     *
     * @throws RuntimeException if the port cannot be bound
     */
    public void listen() {
        javalin.start();
        port = javalin.port();
    }

    /** The port it listens on, or did: the one chosen if 0 was asked for. */
    public int port() {
        return port;
    }

    /**
     * Takes no more requests: it still listens, and answers each with 503 until it is closed. Waits for those it has,
     * for the grace given to it at most; once only, however often it is called.
     *
     * @return whether all were answered
     */
    public boolean finish() {
        CompletableFuture<Void> last = door.shutdown();
        try {
            if (!waited.getAndSet(true)) {
                last.get(grace.toMillis(), TimeUnit.MILLISECONDS);
            }
            return last.isDone();
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes no more requests, finishes those it has within the grace given to it, and lets go of the port. */
    @Override
    public void close() {
        try {
            finish();
            javalin.stop();
        } finally {
            sight.close();
        }
    }

    private static void configure(
            JavalinConfig config, ServerOptions options, GracefulHandler door, Departure departure) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
        config.http.maxRequestSize = SentBody.MOST_BYTES;
        config.http.generateEtags = false;
        Bounds bounds = options.bounds();
        config.jetty.threadPool = new QueuedThreadPool(threads(options), 4, 60_000);
        config.jetty.modifyServer(server -> {
            server.setHandler(new Reception(new Doorkeeper(options.admission(), door)));
            server.setRequestLog(departure);
            server.setStopTimeout(LAST_WORDS_MILLIS);
            server.setErrorHandler(new ErrorPages());
        });
        config.jetty.addConnector((server, http) -> {
            limit(http);
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(options.host());
            connector.setPort(options.port());
            connector.setIdleTimeout(bounds.patience().toMillis());
            connector.setShutdownIdleTimeout(IDLE_WHEN_CLOSED_MILLIS);
            connector.addBean(new Stragglers(connector.getScheduler(), bounds.patience()));
            NetworkConnectionLimit limit = new NetworkConnectionLimit(bounds.connections(), connector);
            limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
            connector.addBean(limit);
            return connector;
        });
    }

    /** Enough for every question that is answered or waits, in both gates, and to spare. */
    private static int threads(ServerOptions options) {
        return (int) Math.min(MOST_THREADS, SPARE_THREADS + 2L * (options.heavy() + options.waiting()));
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        // Links hold the address twice, once with all but letters and digits encoded.
        http.setMaxResponseHeaderSize(8 * HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setUriCompliance(UriCompliance.DEFAULT);
    }

    private static void register(JavalinConfig config, Route route, Answerer answerer, Bounds bounds) {
        List<HandlerType> allowed = allowed(route);
        String allow = allow(route);
        for (HandlerType method : METHODS) {
            add(
                    config,
                    method,
                    route,
                    allowed.contains(method)
                            ? context -> Transmission.send(
                                    context, answerer.answer(route, request(context, bounds.patience())), bounds)
                            : context -> refuse(
                                    context, methodRefused(context.method().name(), context.path(), allow)));
        }
        add(
                config,
                HandlerType.OPTIONS,
                route,
                context -> Transmission.send(context, new Reply.Whole(204, Map.of("Allow", allow), Content.NONE)));
    }

    private static void add(JavalinConfig config, HandlerType method, Route route, Handler handler) {
        config.routes.addHttpHandler(method, route.path(), context -> {
            Passage.of(context).reach(route);
            handler.handle(context);
        });
    }

    private static String allow(Route route) {
        return Stream.concat(allowed(route).stream(), Stream.of(HandlerType.OPTIONS))
                .map(HandlerType::name)
                .collect(Collectors.joining(", "));
    }

    private static List<HandlerType> allowed(Route route) {
        List<HandlerType> allowed = new ArrayList<>();
        if (route.methods().contains(Route.Method.GET)) {
            allowed.add(HandlerType.GET);
            allowed.add(HandlerType.HEAD);
        }
        if (route.methods().contains(Route.Method.POST)) {
            allowed.add(HandlerType.POST);
        }
        return allowed;
    }

    private static Problem methodRefused(String method, String path, String allow) {
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, method + " does not apply to " + path)
                .withAllowed(List.of(allow.split(", ", -1)))
                .withHeader("Allow", allow);
    }

    /** Javalin finds nothing for a method it does not know. */
    private static Problem nothingAt(Context context, Routes routes) {
        Optional<Route> there = routes.find(context.path());
        if (there.isPresent()) {
            return methodRefused(context.req().getMethod(), context.path(), allow(there.get()));
        }
        return Problem.of(ProblemType.NOT_FOUND, "there is nothing at " + context.path())
                .withSuggestion(
                        Suggestions.nearest(context.path(), routes.paths()).orElse(null));
    }

    private static void refuse(Context context, Problem problem) {
        Transmission.send(context, Problems.reply(problem, target(context)));
    }

    private static Request request(Context context, Duration patience) {
        if (context.req().getContentLengthLong() > SentBody.MOST_BYTES) {
            throw new Refusal(ErrorPages.of(413).withHeader("Connection", "close"));
        }
        String query = context.queryString();
        if (query != null) {
            // Left to itself, what cannot be decoded would count as not there.
            Addresses.malformed(query).ifPresent(name -> {
                throw new Refusal(Problem.ofParameter(
                        ProblemType.INVALID_PARAMETER,
                        "in the query string a percent sign is not followed by two hexadecimal digits: write it %25",
                        name));
            });
        }
        return new Request(
                context.path(),
                context.pathParamMap(),
                context.queryParamMap(),
                target(context),
                all(context, "Accept"),
                all(context, "If-None-Match"),
                all(context, "Accept-Datetime"),
                context.method().equals(HandlerType.POST) ? body(context, patience) : null,
                Passage.of(context));
    }

    private static String body(Context context, Duration patience) {
        String type = context.header("Content-Type");
        if (type != null && !isReadable(type)) {
            throw new Refusal(Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "a body of type \"" + type + "\" is not read here; application/json is")
                    .withAllowed(List.of("application/json")));
        }
        return SentBody.read(context.req(), patience);
    }

    /** A list in a header may be told in several lines (RFC 9110, section 5.3); null if there is none. */
    private static @Nullable String all(Context context, String header) {
        List<String> lines = Collections.list(context.req().getHeaders(header));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    /** Whether it is JSON, which is sent in UTF-8 (RFC 8259). */
    private static boolean isReadable(String type) {
        if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json")) {
            return false;
        }
        String charset = MimeTypes.getCharsetFromContentType(type);
        try {
            return charset == null || Charset.forName(charset).equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String target(Context context) {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }
}
