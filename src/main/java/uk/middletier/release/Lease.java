package uk.middletier.release;

import uk.middletier.graph.GraphStore;

/**
 * The hold of one request on one release: nothing it sees changes, and the store stays open until it is closed. One per
 * request, so that no answer mixes two releases.
 *
 * @param <T> what {@link Warmup} made of the release
 */
public final class Lease<T> implements AutoCloseable {
    private final ServedRelease<T> release;
    private boolean closed;

    Lease(ServedRelease<T> release) {
        this.release = release;
    }

    public Manifest manifest() {
        return release.manifest();
    }

    public GraphStore store() {
        return release.store();
    }

    /** What {@link Warmup} made of this release. */
    public T warmed() {
        return release.warmed();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            release.giveBack();
        }
    }
}
