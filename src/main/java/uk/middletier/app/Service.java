package uk.middletier.app;

import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.middletier.config.Callers;
import uk.middletier.config.RemoteStore;
import uk.middletier.config.Settings;
import uk.middletier.config.SettingsException;
import uk.middletier.config.Tokens;
import uk.middletier.graph.Alongside;
import uk.middletier.http.Admission;
import uk.middletier.http.Bounds;
import uk.middletier.http.HeldRelease;
import uk.middletier.http.Openings;
import uk.middletier.http.ReleaseSource;
import uk.middletier.http.Server;
import uk.middletier.http.ServerOptions;
import uk.middletier.http.Warm;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.Beside;
import uk.middletier.release.Releases;
import uk.middletier.release.ServedReleases;
import uk.middletier.release.StoreOpener;
import uk.middletier.sight.Metric;
import uk.middletier.sight.Sight;

/** A running server over the releases it serves. The store is opened first and closed last. */
final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private static final Duration LOOK_FOR_RELEASES = Duration.ofSeconds(1);
    /** After that, a release beside the current one that nobody asks for is closed. */
    private static final Duration FORGET_RELEASES = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String host;
    private final Server server;
    private final @Nullable BoltFront bolt;
    private final ReleaseSource source;
    /** What the source reads from. */
    private final Opened releases;

    private boolean closed;

    /** Something to be closed in the end. */
    private interface Opened extends AutoCloseable {
        @Override
        void close();
    }

    private Service(String host, Server server, @Nullable BoltFront bolt, ReleaseSource source, Opened releases) {
        this.host = host;
        this.server = server;
        this.bolt = bolt;
        this.source = source;
        this.releases = releases;
    }

    /**
     * Opens the current release, reads its vocabulary and timeline as the first queries, then binds the port. That for
     * Bolt, if asked for, is bound before, because the store has to know it, and served last.
     */
    static Service start(Settings settings) {
        Logs.write(settings.logJson());
        warnings(settings).forEach(LOG::warn);
        Integer port = settings.bolt();
        RemoteStore remote = settings.store();
        if (remote != null) {
            if (port != null) {
                throw new SettingsException(
                        "--bolt and --store do not go together: what would come over Bolt is asked of "
                                + remote.address() + " itself.");
            }
            return start(settings, remote);
        }
        if (port == null) {
            return start(settings, Stores.opener(settings), null);
        }
        BoltFront bolt = BoltFront.listen(port);
        try {
            return start(settings, Stores.opener(settings, bolt.port()), bolt);
        } catch (RuntimeException | Error e) {
            bolt.close();
            throw e;
        }
    }

    /** One release for as long as it runs: a database takes another only when it is emptied. */
    private static Service start(Settings settings, RemoteStore remote) {
        AskedRelease release = AskedRelease.open(remote);
        try {
            ReleaseSource source = ReleaseSource.of(
                    release.manifest(), release.store(), Warm.read(release.manifest(), release.store()));
            Server server = Server.start(options(settings), source, QueryLibrary.of(settings.queries()));
            return new Service(settings.host(), server, null, source, release::close);
        } catch (RuntimeException e) {
            release.close();
            throw explained(e, settings);
        }
    }

    private static Service start(Settings settings, StoreOpener opener, @Nullable BoltFront bolt) {
        Sight sight = new Sight();
        try {
            return start(settings, opener, bolt, sight);
        } catch (RuntimeException | Error e) {
            sight.close();
            throw e;
        }
    }

    private static Service start(Settings settings, StoreOpener opener, @Nullable BoltFront bolt, Sight sight) {
        Openings openings = new Openings(opener, sight);
        // Not over Bolt, and not counted as swaps.
        Beside<Warm> beside =
                new Beside<>(settings.releasesBeside(), FORGET_RELEASES, Stores.opener(settings), Warm::read);
        CompletableFuture<ServedReleases<Warm>> opened = new CompletableFuture<>();
        ReleaseSource source = ReleaseSource.of(opened::join);
        // The server is made ready while the release is opened; its port is bound when there is something to answer.
        try (Alongside<Server> server = Alongside.begin(
                "server",
                () -> Server.prepare(options(settings), source, QueryLibrary.of(settings.queries()), sight))) {
            ServedReleases<Warm> releases = ServedReleases.open(
                    new Releases(settings.data()), openings::open, openings::warm, beside, LOOK_FOR_RELEASES);
            sight.watch(Metric.RELEASE_FAILURES, releases::failures);
            opened.complete(releases);
            try {
                server.get().listen();
                if (bolt != null) {
                    bolt.serve(source);
                }
                return new Service(settings.host(), server.get(), bolt, source, releases::close);
            } catch (RuntimeException e) {
                releases.close();
                throw explained(e, settings);
            }
        }
    }

    /** Jetty wraps what the operating system said; people need to know about which port it was said. */
    private static RuntimeException explained(RuntimeException failure, Settings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException || cause instanceof UnresolvedAddressException) {
                return new CannotServe(
                        "cannot listen on " + settings.host() + " port " + settings.port() + ": " + cause.getMessage()
                                + "; choose another with --port (0 takes a free one) or --host",
                        failure);
            }
        }
        return failure;
    }

    /** Where it answers, with a slash at the end. */
    String address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + server.port() + "/";
    }

    /** Where Neo4j's tools and drivers find it, if it was asked for. */
    Optional<String> boltAddress() {
        return Optional.ofNullable(bolt).map(front -> "bolt://localhost:" + front.port());
    }

    /** What to tell the user who started it: a line for each address. */
    List<String> addresses() {
        return Stream.concat(Stream.of(address()), boltAddress().stream()).toList();
    }

    /** The release served now, for one that asks without HTTP; to be closed. */
    HeldRelease hold() {
        return source.hold();
    }

    /** Waits for the process to be told to stop, and does. One that is ended in another way stops on its way out. */
    void serveUntilToldToStop(StopSignals signals) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        LOG.info("told to stop ({}): what is being answered is finished, nothing more taken", signals.await());
        close();
        LOG.info("stopped");
    }

    /**
     * Stops: the server before the store, so that what is being answered can be finished. Only what has not been by the
     * end of the grace loses its store first, which is what ends it.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (releases;
                bolt;
                server) {
            if (!server.finish()) {
                LOG.warn("some requests were not finished within the grace (--grace) and are ended");
                releases.close();
            }
        }
    }

    static ServerOptions options(Settings settings) {
        return new ServerOptions(
                settings.host(),
                settings.port(),
                settings.adHoc(),
                settings.timeout(),
                ServerOptions.LONGEST,
                settings.concurrency(),
                settings.queue(),
                PATIENCE,
                settings.grace(),
                settings.logRequests(),
                settings.slow(),
                admission(settings.callers()),
                new Bounds(
                        settings.callers().connections(),
                        settings.callers().patience(),
                        Bounds.DEFAULT.slowestSending(),
                        Bounds.DEFAULT.slowestReading()));
    }

    private static Admission admission(Callers callers) {
        Tokens tokens = callers.tokens();
        return new Admission(
                callers.hosts(),
                tokens == null ? null : tokens::findHolder,
                callers.proxies()::trusts,
                callers.perMinute(),
                callers.burst());
    }

    /** What whoever starts it is to know before others find it out. */
    static List<String> warnings(Settings settings) {
        if (!settings.exposed() || settings.callers().tokens() != null) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        warnings.add("--host=" + settings.host() + " lets everybody who reaches port " + settings.port()
                + " ask: there are no --tokens");
        if (settings.adHoc()) {
            warnings.add(
                    "--cypher=on lets them run statements of their own; they can read all of the graph and keep the"
                            + " server busy");
        }
        return warnings;
    }
}
