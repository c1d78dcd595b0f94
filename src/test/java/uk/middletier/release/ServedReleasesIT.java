package uk.middletier.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.RowSource;
import uk.middletier.graph.Rows;
import uk.middletier.graph.SmallGraph;
import uk.middletier.graph.StoreOptions;

class ServedReleasesIT {
    private static final Statement COUNT = new Statement("MATCH (s:School) RETURN count(s) AS schools", Map.of());

    @TempDir
    private Path data;

    @Test
    void twoStoresAreOpenAtOnceWhileOneTakesTheOthersPlace() throws Exception {
        Releases releases = new Releases(data);
        Release first = publish(releases, 0);
        try (ServedReleases<Long> served = ServedReleases.open(
                releases,
                store -> EmbeddedGraphStore.open(store, StoreOptions.DEFAULT),
                (manifest, rows) -> schools(rows),
                Duration.ofMillis(100))) {
            try (Lease<Long> old = served.lease()) {
                Release second = publish(releases, 1);
                for (int i = 0; i < 300 && !second.id().equals(served.state().release()); i++) {
                    Thread.sleep(100);
                }
                assertThat(served.state()).isEqualTo(new ServedReleases.State(true, second.id(), null));
                try (Lease<Long> fresh = served.lease()) {
                    assertThat(fresh.manifest().id()).isEqualTo(second.id());
                    assertThat(fresh.warmed()).isEqualTo(3);
                    assertThat(schools(fresh.store())).isEqualTo(3);
                }
                assertThat(old.manifest().id()).isEqualTo(first.id());
                assertThat(schools(old.store())).isEqualTo(3);
            }
            assertThat(releases.prune(0, false).removed()).containsExactly(first.id());
        }
    }

    private static Release publish(Releases releases, int second) {
        try (NewRelease building = releases.begin()) {
            SmallGraph.copyTo(building.store());
            String id = building.idFor(Samples.BUILT.plusSeconds(second), "0a1b2c3d");
            return building.publish(Samples.manifest(id, "0a1b2c3d"));
        }
    }

    private static long schools(RowSource source) {
        try (Rows rows = source.read(COUNT, Duration.ofSeconds(30))) {
            return rows.next().integer("schools");
        }
    }
}
