package uk.middletier.app;

import uk.middletier.config.RemoteStore;
import uk.middletier.config.Settings;
import uk.middletier.config.Tokens;
import uk.middletier.graph.BoltOptions;
import uk.middletier.graph.BoltServer;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.StoreOptions;
import uk.middletier.release.StoreOpener;

/** The settings as the graph store understands them. */
final class Stores {
    private static final long MEBIBYTE = 1024L * 1024;

    private Stores() {}

    static StoreOptions options(Settings settings) {
        return new StoreOptions(
                settings.pageCacheMib() * MEBIBYTE,
                settings.queryMemoryMib() * MEBIBYTE,
                settings.allQueryMemoryMib() * MEBIBYTE);
    }

    /** The database that holds the graph, in the graph's own words. */
    static BoltServer server(RemoteStore store) {
        return new BoltServer(store.address(), store.database(), store.user(), store.password());
    }

    static StoreOpener opener(Settings settings) {
        return store -> EmbeddedGraphStore.open(store, options(settings));
    }

    /** Opens stores that take Bolt connections, for clients who come by that port. */
    static StoreOpener opener(Settings settings, int boltPort) {
        Tokens tokens = settings.callers().tokens();
        BoltOptions bolt = new BoltOptions(
                boltPort,
                settings.timeout(),
                settings.concurrency(),
                settings.queue(),
                tokens == null
                        ? password -> true
                        : password -> tokens.findHolder(password).isPresent());
        return store -> EmbeddedGraphStore.open(store, options(settings), bolt);
    }
}
