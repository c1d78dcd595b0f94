package uk.middletier.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the current release and follows the pointer: a new release is opened and warmed beside the old one, takes its
 * place in one step, and the old one is closed when its last lease is returned. A release that cannot be opened is
 * reported and the old one stays. Others are opened beside it when they are asked for by their ids. For use by many
 * threads.
 *
 * @param <T> what {@link Warmup} makes of a release
 */
public final class ServedReleases<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedReleases.class);

    private final Releases releases;
    private final StoreOpener opener;
    private final Warmup<T> warmup;
    private final OtherReleases<T> others;
    private final AtomicReference<@Nullable ServedRelease<T>> served = new AtomicReference<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread watcher;
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable String lastError;
    private Pointer seen;

    private ServedReleases(
            Releases releases, StoreOpener opener, Warmup<T> warmup, Beside<T> beside, Duration interval) {
        this.releases = releases;
        this.opener = opener;
        this.warmup = warmup;
        this.others = new OtherReleases<>(releases, beside);
        this.seen = pointer();
        this.served.set(open(releases.current()));
        this.watcher = new Thread(() -> watch(interval), "release-watcher");
        this.watcher.setDaemon(true);
    }

    /**
     * Opens and warms the current release, then watches the pointer.
     *
     * @param interval between two looks at the pointer; a second will do. Looking works on every file system, being
     *     told does not
     * @throws ReleaseException there is no release, it is of another format version or damaged, or there is no room for
     *     a copy of its store
     * @throws uk.middletier.graph.GraphException its store cannot be opened
     */
    public static <T> ServedReleases<T> open(
            Releases releases, StoreOpener opener, Warmup<T> warmup, Duration interval) {
        return open(releases, opener, warmup, new Beside<>(0, Duration.ZERO, opener, warmup), interval);
    }

    /** The same, and opens others when they are asked for. */
    public static <T> ServedReleases<T> open(
            Releases releases, StoreOpener opener, Warmup<T> warmup, Beside<T> beside, Duration interval) {
        ServedReleases<T> served = new ServedReleases<>(releases, opener, warmup, beside, interval);
        served.watcher.start();
        return served;
    }

    /**
     * The release served now, for one request.
     *
     * @throws ReleaseException closed
     */
    public Lease<T> lease() {
        while (true) {
            ServedRelease<T> release = served.get();
            if (release == null) {
                throw new ReleaseException("the server is stopping");
            }
            // Swapped and closed between the two lines: then there is a newer one.
            if (release.hold()) {
                return new Lease<>(release);
            }
        }
    }

    /**
     * The release of that id, for one request: the one served now, or another, opened if need be.
     *
     * @param patience how long to wait for it to be opened; it is opened all the same
     * @throws UnavailableRelease it cannot be had, or not in time
     * @throws ReleaseException closed
     */
    public Lease<T> lease(String id, Duration patience) {
        long end = OtherReleases.end(patience);
        while (true) {
            ServedRelease<T> release = served.get();
            if (release == null) {
                throw new ReleaseException("the server is stopping");
            }
            if (release.manifest().id().equals(id)) {
                if (release.hold()) {
                    return new Lease<>(release);
                }
                continue;
            }
            Lease<T> other = others.lease(id, this::serves, end);
            if (other != null) {
                return other;
            }
        }
    }

    /** All releases of the data folder, those that cannot be read too, newest first. */
    public List<KnownRelease> known() {
        return releases.known();
    }

    /** How many releases are open beside the one served. */
    public int openBeside() {
        return others.open();
    }

    private boolean serves(String id) {
        ServedRelease<T> release = served.get();
        return release != null && release.manifest().id().equals(id);
    }

    private ServedRelease<T> open(Release release) {
        others.makeWay(release.id());
        boolean opened = false;
        try {
            ServedRelease<T> fresh = ServedRelease.open(
                    releases, release, opener, warmup, Runnable::run, () -> others.giveUp(release.id()));
            opened = true;
            return fresh;
        } finally {
            if (!opened) {
                others.giveUp(release.id());
            }
        }
    }

    /** Whether and what it serves, and what went wrong last. */
    public State state() {
        ServedRelease<T> release = served.get();
        return new State(
                release != null, release == null ? null : release.manifest().id(), lastError);
    }

    /** How often the release that the pointer names could not be served. */
    public long failures() {
        return failures.get();
    }

    /** Stops watching and closes the store, ending what still reads from it. */
    @Override
    public void close() {
        stop.countDown();
        others.stop();
        boolean interrupted = false;
        // Not interrupted but waited for: an interrupt would break the files of a store that is being opened.
        while (watcher.isAlive()) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        ServedRelease<T> last = served.getAndSet(null);
        try (others) {
            if (last != null) {
                last.close();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Duration interval) {
        try {
            while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                follow();
                others.closeIdle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once. What failed is tried again only when the pointer is written again. */
    private void follow() {
        Pointer now = pointer();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        ServedRelease<T> old = served.get();
        String oldId = old == null ? "" : old.manifest().id();
        try {
            Release release = releases.current();
            if (release.id().equals(oldId)) {
                lastError = null;
                return;
            }
            ServedRelease<T> fresh = open(release);
            lastError = null;
            served.set(fresh);
            others.changed();
            LOG.info("serving release {} in place of {}", release.id(), oldId);
        } catch (RuntimeException | Error e) {
            failures.incrementAndGet();
            // Errors too: two open releases may be more than the heap holds, and the old one must stay served.
            lastError = e.getMessage() == null ? e.toString() : e.getMessage();
            LOG.error("the new current release cannot be served, {} stays", oldId, e);
            return;
        }
        if (old != null) {
            try {
                old.giveBack();
            } catch (RuntimeException e) {
                LOG.warn("release {} was replaced and did not close well", oldId, e);
            }
        }
    }

    private Pointer pointer() {
        try {
            return new Pointer(Files.readString(releases.pointer()), Files.getLastModifiedTime(releases.pointer()));
        } catch (IOException e) {
            return new Pointer("", FileTime.fromMillis(0));
        }
    }

    /**
     * Whether and what is served.
     *
     * @param ready whether a release is served
     * @param release its id
     * @param lastError why the pointer could not be followed; {@code null} = all is well
     */
    public record State(
            boolean ready,
            @Nullable String release,
            @Nullable String lastError) {}

    /** What the pointer file says and when it was written. */
    private record Pointer(String text, FileTime written) {}
}
