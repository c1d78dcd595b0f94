package uk.middletier.http;

import java.util.function.Supplier;
import uk.middletier.graph.GraphStore;
import uk.middletier.release.Lease;
import uk.middletier.release.Manifest;
import uk.middletier.release.ServedReleases;

/** Where a request gets its release. */
@FunctionalInterface
public interface ReleaseSource {
    /**
     * The release served now.
     *
     * @throws uk.middletier.release.ReleaseException there is none
     */
    HeldRelease hold();

    /** Whether the release served should have been replaced by another, which could not be. */
    default boolean behind() {
        return false;
    }

    /** The releases of a data folder, warmed by {@link Warm#read}; may be there only by the time they are asked for. */
    static ReleaseSource of(Supplier<ServedReleases<Warm>> served) {
        return new ReleaseSource() {
            @Override
            public boolean behind() {
                return served.get().state().lastError() != null;
            }

            @Override
            public HeldRelease hold() {
                Lease<Warm> lease = served.get().lease();
                return new WarmRelease(lease.manifest(), lease.store(), lease.warmed(), lease::close);
            }
        };
    }

    /** The same release for ever; closing the store is for whoever opened it. */
    static ReleaseSource of(Manifest manifest, GraphStore store, Warm warm) {
        return () -> new WarmRelease(manifest, store, warm, () -> {});
    }
}
