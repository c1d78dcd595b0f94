package uk.middletier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.graph.RowSource;
import uk.middletier.release.UnavailableRelease.Reason;

/** Releases open beside the one that is served, with stores that only know whether they are closed. */
class OtherReleasesTest {
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofHours(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final List<FakeStore> opened = new CopyOnWriteArrayList<>();
    /** Lets stores beside the one served be opened. */
    private final Semaphore leave = new Semaphore(1_000_000);

    @SuppressWarnings("NullAway.Init")
    private Releases releases;

    @BeforeEach
    void open() {
        releases = new Releases(data);
    }

    @Test
    void anotherReleaseIsOpenedOnce_howeverManyAskAtOnce() throws Exception {
        Release old = Samples.publish(releases, 0);
        Release current = Samples.publish(releases, 1);
        try (ServedReleases<String> served = serve(1, IDLE)) {
            leave.drainPermits();
            Queue<String> warmed = new ConcurrentLinkedQueue<>();
            List<Thread> asking = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Thread thread = new Thread(() -> {
                    try (Lease<String> lease = served.lease(old.id(), PATIENCE)) {
                        warmed.add(lease.warmed());
                    }
                });
                thread.start();
                asking.add(thread);
            }
            leave.release();
            for (Thread thread : asking) {
                thread.join();
            }
            assertThat(warmed).hasSize(20).containsOnly("warm " + old.id());
            assertThat(opened).hasSize(2);
            assertThat(served.openBeside()).isEqualTo(1);
            try (Lease<String> now = served.lease(current.id(), PATIENCE)) {
                assertThat(now.store()).isSameAs(opened.get(0));
            }
            assertThat(releases.prune(0, false).removed())
                    .as("open, so not removed")
                    .isEmpty();
        }
        assertThat(opened).allMatch(store -> store.closed);
        assertThat(releases.prune(0, false).removed()).containsExactly(old.id());
    }

    @Test
    void theLeastRecentlyUsedIsClosedForAnother_butNotUnderALease() {
        Release first = Samples.publish(releases, 0);
        Release second = Samples.publish(releases, 1);
        Release third = Samples.publish(releases, 2);
        Samples.publish(releases, 3);
        try (ServedReleases<String> served = serve(2, IDLE)) {
            Lease<String> one = served.lease(first.id(), PATIENCE);
            served.lease(second.id(), PATIENCE).close();
            FakeStore store = (FakeStore) one.store();
            // First is the one used longest ago; it is asked to leave and stays as long as it is held.
            assertThatThrownBy(() -> served.lease(third.id(), Duration.ofMillis(50)))
                    .isInstanceOf(UnavailableRelease.class)
                    .extracting(e -> ((UnavailableRelease) e).reason())
                    .isEqualTo(Reason.OPENING);
            assertThat(store.closed).isFalse();
            one.close();
            served.lease(third.id(), PATIENCE).close();
            assertThat(store.closed).isTrue();
            assertThat(served.openBeside()).isEqualTo(2);
            assertThat(opened).hasSize(4);
            served.lease(second.id(), PATIENCE).close();
            assertThat(opened).as("still open").hasSize(4);
        }
    }

    @Test
    void whoWaitsForThePlaceOfARelease_hasItOnceAllWhoWaitedForThatWereServed() throws Exception {
        Release first = Samples.publish(releases, 0);
        Release second = Samples.publish(releases, 1);
        Samples.publish(releases, 2);
        try (ServedReleases<String> served = serve(1, IDLE)) {
            leave.drainPermits();
            Queue<String> warmed = new ConcurrentLinkedQueue<>();
            List<Thread> asking = new ArrayList<>();
            // In whatever order they are woken, somebody who waits for the first comes after who asks for the second.
            for (Release asked : List.of(first, first, second, first)) {
                Thread thread = new Thread(() -> {
                    try (Lease<String> lease = served.lease(asked.id(), PATIENCE)) {
                        warmed.add(lease.warmed());
                    }
                });
                thread.start();
                await(() -> thread.getState() == Thread.State.TIMED_WAITING);
                asking.add(thread);
            }
            leave.release(2);
            for (Thread thread : asking) {
                thread.join();
            }
            assertThat(warmed).hasSize(4).contains("warm " + second.id());
        }
    }

    @Test
    void whoLosesPatienceIsToldSo_andTheReleaseIsOpenedAllTheSame() {
        Release old = Samples.publish(releases, 0);
        Samples.publish(releases, 1);
        try (ServedReleases<String> served = serve(1, IDLE)) {
            leave.drainPermits();
            assertThatThrownBy(() -> served.lease(old.id(), Duration.ofMillis(20)))
                    .isInstanceOf(UnavailableRelease.class)
                    .hasMessageContaining(old.id());
            leave.release();
            await(() -> served.openBeside() == 1);
            served.lease(old.id(), Duration.ZERO).close();
            assertThat(opened).hasSize(2);
        }
    }

    @Test
    void whatCannotBeOpenedIsToldByItsReason() throws IOException {
        Release other = Samples.publish(releases, 0);
        Path manifest = other.folder().resolve(ManifestFile.NAME);
        Release large = Samples.publish(releases, 1);
        Path largeManifest = large.folder().resolve(ManifestFile.NAME);
        Files.writeString(largeManifest, Files.readString(largeManifest).replace("1234567", "9" + "0".repeat(15)));
        Files.delete(large.folder().resolve(Checksums.NAME));
        Checksums.write(large.folder());
        Release broken = Samples.publish(releases, 2);
        Files.writeString(broken.store().resolve("graph"), "broken");
        Samples.publish(releases, 3);
        try (ServedReleases<String> served = serve(1, IDLE)) {
            assertThat(reason(served, "20200101T000000Z-00000000")).isEqualTo(Reason.UNKNOWN);
            assertThat(reason(served, "../current")).isEqualTo(Reason.UNKNOWN);
            assertThat(reason(served, large.id())).isEqualTo(Reason.NO_ROOM);
            assertThat(reason(served, broken.id())).isEqualTo(Reason.FAILED);
            Files.writeString(
                    manifest, Files.readString(manifest).replace("\"formatVersion\" : 1", "\"formatVersion\" : 99"));
            assertThat(reason(served, other.id())).isEqualTo(Reason.UNREADABLE);
            assertThat(served.known()).extracting(KnownRelease::format).containsExactly(1, 1, 1, 99);
            assertThat(served.known().get(3).manifest()).isNull();
            assertThat(served.openBeside()).isZero();
            assertThat(served.state().ready()).isTrue();
        }
        try (ServedReleases<String> none = serve(0, IDLE)) {
            assertThat(reason(none, broken.id())).isEqualTo(Reason.SWITCHED_OFF);
        }
    }

    @Test
    void whatNobodyAsksForIsClosed() {
        Release old = Samples.publish(releases, 0);
        Samples.publish(releases, 1);
        try (ServedReleases<String> served = serve(1, Duration.ZERO)) {
            Lease<String> lease = served.lease(old.id(), PATIENCE);
            FakeStore store = (FakeStore) lease.store();
            assertThat(store.closed).isFalse();
            lease.close();
            await(() -> store.closed);
            await(() -> served.openBeside() == 0);
            served.lease(old.id(), PATIENCE).close();
            assertThat(opened).hasSize(3);
        }
    }

    @Test
    void aReleaseThatIsOpenBesideBecomesTheOneServed_andTheOldOneCanBeAskedByItsId() {
        Release old = Samples.publish(releases, 0);
        Release current = Samples.publish(releases, 1);
        try (ServedReleases<String> served = serve(1, IDLE)) {
            served.lease(old.id(), PATIENCE).close();
            releases.use(old.id());
            await(() -> old.id().equals(served.state().release()));
            assertThat(served.state().lastError()).isNull();
            try (Lease<String> before = served.lease(current.id(), PATIENCE);
                    Lease<String> now = served.lease()) {
                assertThat(before.warmed()).isEqualTo("warm " + current.id());
                assertThat(now.warmed()).isEqualTo("warm " + old.id());
            }
        }
        assertThat(opened).allMatch(store -> store.closed);
    }

    @Test
    void askedWhileReleasesSwapAndGiveWay_everyQuestionHasItsOwnOpenRelease() throws Exception {
        List<Release> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(Samples.publish(releases, i));
        }
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicBoolean stop = new AtomicBoolean();
        try (ServedReleases<String> served = serve(1, Duration.ofMillis(1))) {
            List<Thread> asking = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int mine = i;
                Thread thread = new Thread(() -> {
                    for (int n = mine; !stop.get(); n++) {
                        String id = all.get(n % all.size()).id();
                        try (Lease<String> lease = served.lease(id, PATIENCE)) {
                            FakeStore store = (FakeStore) lease.store();
                            Thread.onSpinWait();
                            if (store.closed || !lease.warmed().equals("warm " + id)) {
                                wrong.add(id);
                            }
                        } catch (RuntimeException e) {
                            wrong.add(e.toString());
                        }
                    }
                });
                thread.start();
                asking.add(thread);
            }
            for (int i = 0; opened.size() < 150; i++) {
                releases.use(all.get(i % all.size()).id());
                Thread.sleep(10);
            }
            stop.set(true);
            for (Thread thread : asking) {
                thread.join();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(opened).allMatch(store -> store.closed);
    }

    private static Reason reason(ServedReleases<String> served, String id) {
        try (Lease<String> lease = served.lease(id, PATIENCE)) {
            throw new AssertionError("had " + lease.warmed());
        } catch (UnavailableRelease e) {
            assertThat(e.getMessage()).contains(id.startsWith("..") ? "no release" : id);
            return e.reason();
        }
    }

    private ServedReleases<String> serve(int most, Duration idle) {
        Beside<String> beside = new Beside<>(
                most,
                idle,
                folder -> {
                    leave.acquireUninterruptibly();
                    return openStore(folder);
                },
                OtherReleasesTest::warm);
        return ServedReleases.open(releases, this::openStore, OtherReleasesTest::warm, beside, INTERVAL);
    }

    private FakeStore openStore(Path folder) {
        FakeStore store = new FakeStore(folder);
        opened.add(store);
        return store;
    }

    private static String warm(Manifest manifest, RowSource rows) {
        return "warm " + manifest.id();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
