package uk.middletier.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.middletier.config.RemoteStore;
import uk.middletier.config.Settings;
import uk.middletier.graph.BoltGraphStore;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.RecordedAnswers;
import uk.middletier.graph.RowSource;
import uk.middletier.http.HeldRelease;
import uk.middletier.release.DatabaseRelease;
import uk.middletier.release.Manifest;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.release.StoreCopy;

/**
 * The release that a command asks, open: the current one of the data folder, or that of a server.
 *
 * @param rows what its store answers, some of it kept beside
 * @param issuesCsv every problem of its data; null if a server keeps the release
 * @param copy what the store reads; null likewise
 */
record AskedRelease(
        Manifest manifest,
        GraphStore store,
        RowSource rows,
        @Nullable Path issuesCsv,
        @Nullable StoreCopy copy) implements AutoCloseable {
    static AskedRelease open(Settings settings) {
        return open(settings, null);
    }

    /** @param id of the release in the data folder; null = the current one */
    static AskedRelease open(Settings settings, @Nullable String id) {
        RemoteStore remote = settings.store();
        if (remote != null) {
            return open(remote);
        }
        Releases releases = new Releases(settings.data());
        Release release = id == null ? releases.current() : releases.getRelease(id);
        StoreCopy copy = StoreCopy.of(releases, release);
        try {
            GraphStore store = EmbeddedGraphStore.open(copy.store(), Stores.options(settings));
            RowSource rows = new RecordedAnswers(release.answers(), () -> store);
            return new AskedRelease(release.manifest(), store, rows, release.issuesCsv(), copy);
        } catch (RuntimeException | Error e) {
            copy.close();
            throw e;
        }
    }

    static AskedRelease open(RemoteStore remote) {
        GraphStore store = BoltGraphStore.open(Stores.server(remote));
        try {
            return new AskedRelease(DatabaseRelease.read(store, remote.toString()), store, store, null, null);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** For questions of the library, whose words and timeline need not be asked of the store. */
    HeldRelease held() {
        return HeldRelease.lone(manifest, store, rows);
    }

    @Override
    public void close() {
        try (copy) {
            store.close();
        }
    }
}
