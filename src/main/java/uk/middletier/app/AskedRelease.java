package uk.middletier.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.middletier.config.RemoteStore;
import uk.middletier.config.Settings;
import uk.middletier.graph.BoltGraphStore;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.GraphStore;
import uk.middletier.release.DatabaseRelease;
import uk.middletier.release.Manifest;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/**
 * The release that a command asks, open: the current one of the data folder, or that of a server.
 *
 * @param issuesCsv every problem of its data; null if a server keeps the release
 */
record AskedRelease(
        Manifest manifest, GraphStore store, @Nullable Path issuesCsv) implements AutoCloseable {
    static AskedRelease open(Settings settings) {
        RemoteStore remote = settings.store();
        if (remote != null) {
            return open(remote);
        }
        Release release = new Releases(settings.data()).current();
        return new AskedRelease(
                release.manifest(),
                EmbeddedGraphStore.open(release.store(), Stores.options(settings)),
                release.issuesCsv());
    }

    static AskedRelease open(RemoteStore remote) {
        GraphStore store = BoltGraphStore.open(Stores.server(remote));
        try {
            return new AskedRelease(DatabaseRelease.read(store, remote.toString()), store, null);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
