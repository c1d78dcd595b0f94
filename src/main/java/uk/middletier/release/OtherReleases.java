package uk.middletier.release;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.middletier.release.UnavailableRelease.Reason;

/**
 * Releases open beside the one that is served: opened when they are asked for, a few at once, the one least recently used
 * closed for another when its last lease is returned. However many ask for one at once, it is opened once, by a thread of
 * its own that goes on if those who asked have lost patience. For use by many threads.
 *
 * @param <T> what {@link Warmup} makes of a release
 */
final class OtherReleases<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherReleases.class);

    /** Threads of the server that may wait here at once: the others are left for the release that is served. */
    private static final int MOST_WAITING = 32;

    /** This part of the heap is not for releases beside the one that is served. */
    private static final double KEPT_FREE = 0.25;

    private final Releases releases;
    private final Beside<T> how;
    /** By id, least recently used first. Guarded by this, like all below. */
    private final Map<String, Place<T>> places = new LinkedHashMap<>(16, 0.75f, true);
    /** Open, being opened or not yet closed for {@link ServedReleases}, by id, how often: not to be opened here. */
    private final Map<String, Integer> spokenFor = new HashMap<>();

    private int waiting;
    private boolean closed;

    /** Of one release. */
    private static final class Place<T> {
        /** Null until it is open. */
        @Nullable
        ServedRelease<T> release;

        /** Why it could not be opened. */
        @Nullable
        RuntimeException failure;

        /** It takes no more leases and is closed with its last one. */
        boolean leaving;

        /** Who waits for it: it is not sent away before they were served. */
        int awaited;

        long usedNanos;
    }

    OtherReleases(Releases releases, Beside<T> how) {
        this.releases = releases;
        this.how = how;
    }

    /**
     * The release of that id, opened if need be; null if it is the one that is served by now.
     *
     * @param served whether a release is the one that is served
     * @param endNanos until when to wait, as {@link System#nanoTime} counts
     * @throws UnavailableRelease it cannot be had, or not in time
     * @throws ReleaseException closed
     */
    synchronized @Nullable Lease<T> lease(String id, Predicate<String> served, long endNanos) {
        Place<T> mine = null;
        while (true) {
            if (closed) {
                throw new ReleaseException("the server is stopping");
            }
            if (mine != null && mine.failure != null) {
                throw mine.failure;
            }
            mine = null;
            if (served.test(id)) {
                return null;
            }
            if (!spokenFor.containsKey(id)) {
                Place<T> place = places.get(id);
                if (place == null) {
                    Release release = known(id);
                    if (places.size() < how.most()) {
                        place = begin(release);
                    } else {
                        sendOneAway();
                    }
                }
                if (place != null) {
                    if (!place.leaving && place.release != null && place.release.hold()) {
                        place.usedNanos = System.nanoTime();
                        return new Lease<>(place.release);
                    }
                    mine = place;
                }
            }
            await(id, mine, endNanos);
        }
    }

    /** Makes sure that a release is not open here, so that it can be served, and that there is room for it. */
    synchronized void makeWay(String id) {
        spokenFor.merge(id, 1, Integer::sum);
        sendAway(place -> place.release != null && place.release.idle());
        boolean interrupted = false;
        while (places.containsKey(id)) {
            if (closed) {
                throw new ReleaseException("the server is stopping");
            }
            Place<T> place = places.get(id);
            if (place != null && place.release != null) {
                sendAway(place, place.release);
            }
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another release is served, or the one of that id is not any more: who waits may look again. */
    synchronized void changed() {
        notifyAll();
    }

    /** The release of that id is closed, or could not be opened to be served. */
    synchronized void giveUp(String id) {
        spokenFor.computeIfPresent(id, (key, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Closes those that nobody has asked for some time. */
    synchronized void closeIdle() {
        long now = System.nanoTime();
        sendAway(place -> place.release != null
                && place.release.idle()
                && now - place.usedNanos >= how.idle().toNanos());
    }

    /** How many are open. */
    synchronized int open() {
        return (int)
                places.values().stream().filter(place -> place.release != null).count();
    }

    /** Nothing is opened or leased any more. */
    synchronized void stop() {
        closed = true;
        notifyAll();
    }

    /** Closes all, ending what still reads from them. */
    @Override
    public void close() {
        stop();
        Set<ServedRelease<T>> last = new HashSet<>();
        boolean interrupted = false;
        synchronized (this) {
            // Not interrupted but waited for: an interrupt would break the files of a store that is being opened.
            while (places.values().stream().anyMatch(place -> place.release == null)) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            places.values().forEach(place -> {
                if (place.release != null) {
                    last.add(place.release);
                }
            });
        }
        last.forEach(ServedRelease::close);
        synchronized (this) {
            // Those that were on their way out close in threads of their own.
            while (!places.isEmpty()) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Release known(String id) {
        Release release = releases.findReadable(id);
        if (how.most() == 0) {
            throw new UnavailableRelease(
                    Reason.SWITCHED_OFF,
                    "release " + id + " is not the one served, and this server opens no other; --releases lets it");
        }
        return release;
    }

    private Place<T> begin(Release release) {
        Place<T> place = new Place<>();
        places.put(release.id(), place);
        Thread thread = new Thread(() -> open(release, place), "release-opener");
        thread.setDaemon(true);
        thread.start();
        return place;
    }

    private void open(Release release, Place<T> place) {
        ServedRelease<T> opened = null;
        RuntimeException failure = null;
        try {
            requireRoom(release.manifest());
            opened = ServedRelease.open(
                    releases,
                    release,
                    how.opener(),
                    how.warmup(),
                    OtherReleases::closeInItsOwnThread,
                    () -> remove(release.id(), place));
        } catch (UnavailableRelease e) {
            failure = e;
        } catch (ReleaseException e) {
            LOG.warn("release {} cannot be opened: {}", release.id(), e.getMessage());
            failure = failed(release.id());
        } catch (OutOfMemoryError e) {
            LOG.warn("the heap was full while release {} was opened", release.id());
            failure = noRoom(release.id());
        } catch (RuntimeException | Error e) {
            // Errors too: whoever waits would wait for ever.
            LOG.error("release {} cannot be opened", release.id(), e);
            failure = failed(release.id());
        }
        synchronized (this) {
            place.release = opened;
            place.failure = failure;
            place.usedNanos = System.nanoTime();
            if (opened == null) {
                places.remove(release.id(), place);
            } else {
                LOG.info("opened release {} beside the one served", release.id());
            }
            notifyAll();
        }
    }

    private static UnavailableRelease failed(String id) {
        return new UnavailableRelease(Reason.FAILED, "release " + id + " could not be opened: see the log");
    }

    /** Makes room for another, unless somebody is on the way out already. */
    private void sendOneAway() {
        if (places.values().stream().anyMatch(place -> place.leaving)) {
            return;
        }
        for (Place<T> place : places.values()) {
            if (place.release != null && place.awaited == 0) {
                sendAway(place, place.release);
                return;
            }
        }
    }

    private void sendAway(Predicate<Place<T>> which) {
        for (Place<T> place : places.values()) {
            if (place.release != null && place.awaited == 0 && which.test(place)) {
                sendAway(place, place.release);
            }
        }
    }

    private static <T> void sendAway(Place<T> place, ServedRelease<T> release) {
        if (!place.leaving) {
            place.leaving = true;
            release.giveBack();
        }
    }

    private synchronized void remove(String id, Place<T> place) {
        places.remove(id, place);
        LOG.info("closed release {}, which was open beside the one served", id);
        notifyAll();
    }

    /** Closing takes a while, and whoever returns the last lease has an answer to send. */
    private static void closeInItsOwnThread(Runnable close) {
        Thread thread = new Thread(close, "release-closer");
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("WaitNotInLoop") // lease() is the loop
    private void await(String id, @Nullable Place<T> place, long endNanos) {
        long left = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
        if (left <= 0 || waiting >= MOST_WAITING) {
            throw new UnavailableRelease(
                    Reason.OPENING,
                    "release " + id + " is not open yet"
                            + (place == null ? ": as many as this server bears are in use" : ""));
        }
        waiting++;
        if (place != null) {
            place.awaited++;
        }
        try {
            wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableRelease(Reason.OPENING, "release " + id + " is not open yet");
        } finally {
            waiting--;
            if (place != null && --place.awaited == 0) {
                // It may be sent away from now on, and whoever waits for its place may have looked before.
                notifyAll();
            }
        }
    }

    /** The release that is served goes before all others: none may take the last of the heap from its questions. */
    private static void requireRoom(Manifest manifest) {
        if (!room(manifest)) {
            System.gc();
            if (!room(manifest)) {
                throw noRoom(manifest.id());
            }
        }
    }

    /** What is kept in memory of a release takes less than its store does on disk. */
    private static boolean room(Manifest manifest) {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return used + manifest.storeBytes() <= (1 - KEPT_FREE) * runtime.maxMemory();
    }

    private static UnavailableRelease noRoom(String id) {
        return new UnavailableRelease(
                Reason.NO_ROOM,
                "release " + id
                        + " would leave too little memory to the one that is served; give the server a larger heap"
                        + " (-Xmx), or have fewer open (--releases)");
    }

    /** Nobody asks for longer than a question may take. */
    static long end(Duration patience) {
        return System.nanoTime() + patience.toNanos();
    }
}
