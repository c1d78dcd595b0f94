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
import uk.middletier.graph.GraphStore;

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
            assertThat(opened.get(0).closed).isTrue();

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
            assertThat(releases.prune(0, false).removed()).containsExactly(first.id());
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
            assertThat(releases.hold(bad)).as("let go of").satisfies(Lock::close);

            releases.use(first.id());
            await(() -> first.id().equals(served.state().release()));
            assertThat(served.state().lastError()).isNull();
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
    void secondServerOnOneDataFolder_isRefused() {
        Samples.publish(releases, 0);
        try (ServedReleases<String> served = serve()) {
            assertThat(served.state().ready()).isTrue();
            assertThatThrownBy(() -> serve())
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("only one process can open a store");
        }
        serve().close();
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

    private String warm(Manifest manifest, GraphStore store) {
        if (manifest.contentChecksum().startsWith("bad")) {
            throw new IllegalStateException("cold " + store);
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
