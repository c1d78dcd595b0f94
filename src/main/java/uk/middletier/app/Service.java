package uk.middletier.app;

import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import uk.middletier.config.Settings;
import uk.middletier.http.HeldRelease;
import uk.middletier.http.ReleaseSource;
import uk.middletier.http.Server;
import uk.middletier.http.ServerOptions;
import uk.middletier.http.Warm;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.Releases;
import uk.middletier.release.ServedReleases;

/** A running server over the releases it serves. The store is opened first and closed last. */
final class Service implements AutoCloseable {
    private static final Duration LOOK_FOR_RELEASES = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String host;
    private final Server server;
    private final ServedReleases<Warm> releases;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Service(String host, Server server, ServedReleases<Warm> releases) {
        this.host = host;
        this.server = server;
        this.releases = releases;
    }

    /** Opens the current release, reads its vocabulary and timeline as the first queries, then binds the port. */
    static Service start(Settings settings) {
        ServedReleases<Warm> releases = ServedReleases.open(
                new Releases(settings.data()), Stores.opener(settings), Warm::read, LOOK_FOR_RELEASES);
        try {
            Server server =
                    Server.start(options(settings), ReleaseSource.of(releases), QueryLibrary.of(settings.queries()));
            return new Service(settings.host(), server, releases);
        } catch (RuntimeException e) {
            releases.close();
            throw explained(e, settings);
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

    /** The release served now, for one that asks without HTTP; to be closed. */
    HeldRelease hold() {
        return ReleaseSource.of(releases).hold();
    }

    /** Waits for the process to be told to stop, then closes everything in order. */
    void awaitStop() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        closed.await();
    }

    @Override
    public synchronized void close() {
        if (closed.getCount() > 0) {
            try (releases) {
                server.close();
            } finally {
                closed.countDown();
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
                GRACE);
    }
}
