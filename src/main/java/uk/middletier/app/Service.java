package uk.middletier.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import uk.middletier.config.Settings;
import uk.middletier.http.Server;
import uk.middletier.release.Releases;
import uk.middletier.release.ServedReleases;

/** A running server and the releases it serves: started store first, stopped server first. */
final class Service implements AutoCloseable {
    private static final Duration LOOK_FOR_RELEASES = Duration.ofSeconds(1);

    private final Server server;
    private final ServedReleases<?> releases;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Service(Server server, ServedReleases<?> releases) {
        this.server = server;
        this.releases = releases;
    }
}
