package uk.middletier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.graph.RowSource;

class ServedReleasesTest {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    @TempDir
    private Path data;

    private final List<FakeStore> opened = new CopyOnWriteArrayList<>();
    private Releases releases;

    @BeforeEach
    void open() {
        releases = new Releases(data);
    }

    @Test
    void newReleaseIsSwappedIn_andTheOldClosedWithItsLastLease() {
        Release first = Samples.publish(releases, 0);
        try (ServedReleases<String> served = serve()) {
            Lease<String> one = served.lease();
            Lease<String> another = served.lease();
            Release second = Samples.publish(releases, 1);
            await(() -> second.id().equals(served.state().release()));

            assertThat(one.manifest().id()).isEqualTo(first.id());
            assertThat(one.warmed()).isEqualTo("warm " + first.id());
            assertThat(one.store()).isSameAs(opened.get(0));
            one.close();
            one.close();
            assertThat(opened.get(0).closed).isFalse();
            another.close();
            // The new one is seen to be served before the old one is given up.
            await(() -> opened.get(0).closed);

            try (Lease<String> lease = served.lease()) {
                assertThat(lease.manifest()).isEqualTo(second.manifest());
                assertThat(lease.store()).isSameAs(opened.get(1));
                assertThat(lease.warmed()).isEqualTo("warm " + second.id());
            }
            assertThat(opened.get(1).closed).isFalse();
            assertThat(served.state()).isEqualTo(new ServedReleases.State(true, second.id(), null));
        }
        assertThat(opened.get(1).closed).isTrue();
    }

    @Test
    void releaseThatIsServed_isNotPruned_untilItIsReplaced() {
        Release first = Samples.publish(releases, 0);
        try (ServedReleases<String> served = serve()) {
            Lease<String> lease = served.lease();
            Release second = Samples.publish(releases, 1);
            await(() -> second.id().equals(served.state().release()));
            assertThat(releases.prune(0, false).removed()).isEmpty();
            lease.close();
            await(() -> releases.prune(0, false).removed().equals(List.of(first.id())));
        }
    }

    @Test
    void releaseThatCannotBeServed_isReported_andTheOldStays() throws Exception {
        Release first = Samples.publish(releases, 0);
        try (ServedReleases<String> served = ServedReleases.open(releases, this::openStore, this::warm, INTERVAL)) {
            Release second = Samples.publish(releases, 1);
            await(() -> second.id().equals(served.state().release()));
            Release bad = publishBad(2);
            await(() -> served.state().lastError() != null);
            assertThat(served.state().ready()).isTrue();
            assertThat(served.state().release()).isEqualTo(second.id());
            assertThat(served.state().lastError()).contains("cold");
            assertThat(opened).last().matches(store -> store.closed, "closed");
            int attempts = opened.size();
            Thread.sleep(5 * INTERVAL.toMillis());
            assertThat(opened).as("not tried again and again").hasSize(attempts);
            assertThat(served.failures()).isEqualTo(1);

            releases.use(first.id());
            await(() -> first.id().equals(served.state().release()));
            assertThat(served.state().lastError()).isNull();
            assertThat(releases.prune(0, false).removed()).as("let go of").contains(bad.id());
        }
    }

    @Test
    void releaseThatIsDamaged_isNotServed_andTheFileIsNamed() throws Exception {
        Release first = Samples.publish(releases, 0);
        try (ServedReleases<String> served = serve()) {
            Release second = Samples.publish(releases, 1);
            await(() -> second.id().equals(served.state().release()));
            Path graph = first.store().resolve("graph");
            Files.writeString(graph, "10000001");
            releases.use(first.id());
            await(() -> served.state().lastError() != null);
            assertThat(served.state().release()).isEqualTo(second.id());
            assertThat(served.state().lastError())
                    .isEqualTo(graph + " is not as it was written; choose another release (middletier releases use ID)"
                            + " or import anew");
            assertThat(served.failures()).isEqualTo(1);
            assertThat(opened).hasSize(2);
            Files.writeString(graph, "10000000");
            releases.use(first.id());
            await(() -> first.id().equals(served.state().release()));
        }
        assertThat(data).isDirectoryNotContaining("glob:**/.serving-*");
    }

    /** Who asks long may still hold the first when it comes back. */
    @Test
    void releaseThatIsStillLeased_canBecomeTheOneServedAgain() {
        Release first = Samples.publish(releases, 0);
        try (ServedReleases<String> served = serve()) {
            Lease<String> slow = served.lease();
            Release second = Samples.publish(releases, 1);
            await(() -> second.id().equals(served.state().release()));
            releases.use(first.id());
            await(() -> first.id().equals(served.state().release()));
            assertThat(served.state().lastError()).isNull();
            assertThat(opened).hasSize(3);
            slow.close();
            await(() -> opened.get(0).closed);
            assertThat(opened.get(2).closed).isFalse();
        }
    }

    @Test
    void damagedOrVanishedPointer_changesNothing() throws Exception {
        Release first = Samples.publish(releases, 0);
        try (ServedReleases<String> served = serve()) {
            Files.writeString(data.resolve("current"), "../x");
            await(() -> served.state().lastError() != null);
            Files.delete(data.resolve("current"));
            Thread.sleep(3 * INTERVAL.toMillis());
            assertThat(served.state().release()).isEqualTo(first.id());
            releases.use(first.id());
            await(() -> served.state().lastError() == null);
            assertThat(opened).hasSize(1);
        }
    }

    @Test
    void twoServersOnOneDataFolder_serveTheSame_eachFromItsOwnCopy() {
        Release release = Samples.publish(releases, 0);
        try (ServedReleases<String> one = serve();
                ServedReleases<String> another = serve()) {
            assertThat(one.state()).isEqualTo(another.state());
            assertThat(opened)
                    .extracting(store -> store.folder)
                    .doesNotHaveDuplicates()
                    .allSatisfy(store -> {
                        assertThat(store).isNotEqualTo(release.store());
                        assertThat(store.resolve("graph"))
                                .hasSameBinaryContentAs(release.store().resolve("graph"));
                    });
        }
        assertThat(data).isDirectoryNotContaining("glob:**/.serving-*");
    }

    @Test
    void copyOfAKilledServer_isClearedByTheNext_andThatOfALivingOneIsNot() throws Exception {
        Samples.publish(releases, 0);
        Path killed = Files.createDirectories(data.resolve(".serving-a/store"));
        Files.writeString(killed.resolve("graph"), "x");
        Files.createFile(data.resolve(".serving-a/lock"));
        Path living = Files.createDirectories(data.resolve(".serving-b/store"));
        Path being = Files.createDirectories(data.resolve(".serving-c"));
        Process other = LockHolder.hold(data.resolve(".serving-b/lock").toString());
        try {
            serve().close();
            assertThat(killed).doesNotExist();
            assertThat(living).exists();
            assertThat(being).exists();
        } finally {
            other.destroyForcibly().waitFor();
        }
        releases.begin().close();
        assertThat(living).doesNotExist();
    }

    @Test
    void withoutARelease_nothingIsServed() {
        assertThatThrownBy(() -> serve()).hasMessageContaining("middletier import");
        assertThat(opened).isEmpty();
    }

    @Test
    void closedServer_leasesNothing() {
        Samples.publish(releases, 0);
        ServedReleases<String> served = serve();
        Lease<String> forgotten = served.lease();
        served.close();
        assertThat(opened.get(0).closed).as("though a lease was never returned").isTrue();
        assertThatThrownBy(served::lease).isInstanceOf(ReleaseException.class).hasMessageContaining("stopping");
        assertThat(served.state().ready()).isFalse();
        forgotten.close();
        served.close();
    }

    @Test
    void leasesUnderConstantSwapping_neverSeeAClosedStore() throws Exception {
        Release first = Samples.publish(releases, 0);
        Release second = Samples.publish(releases, 1);
        try (ServedReleases<String> served =
                ServedReleases.open(releases, this::openStore, this::warm, Duration.ofMillis(1))) {
            List<String> wrong = new CopyOnWriteArrayList<>();
            Thread asking = new Thread(() -> {
                while (opened.size() < 20) {
                    try (Lease<String> lease = served.lease()) {
                        FakeStore store = (FakeStore) lease.store();
                        Thread.onSpinWait();
                        if (store.closed
                                || !store.folder
                                        .toString()
                                        .contains(lease.manifest().id())) {
                            wrong.add(lease.manifest().id());
                        }
                    }
                }
            });
            asking.start();
            for (int i = 0; opened.size() < 20 && i < 2000; i++) {
                Release next = i % 2 == 0 ? first : second;
                releases.use(next.id());
                Thread.sleep(5);
            }
            asking.join(10_000);
            assertThat(wrong).isEmpty();
            assertThat(opened).hasSizeGreaterThanOrEqualTo(20);
        }
        assertThat(opened).allMatch(store -> store.closed);
    }

    private ServedReleases<String> serve() {
        return ServedReleases.open(releases, this::openStore, this::warm, INTERVAL);
    }

    private FakeStore openStore(Path folder) {
        FakeStore store = new FakeStore(folder);
        opened.add(store);
        return store;
    }

    private String warm(Manifest manifest, RowSource rows) {
        if (manifest.contentChecksum().startsWith("bad")) {
            throw new IllegalStateException("cold");
        }
        return "warm " + manifest.id();
    }

    private Release publishBad(int second) {
        return Samples.publish(releases, Samples.BUILT.plusSeconds(second), "bad00000");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
