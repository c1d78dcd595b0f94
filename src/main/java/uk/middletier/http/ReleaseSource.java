package uk.middletier.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import uk.middletier.graph.GraphStore;
import uk.middletier.release.KnownRelease;
import uk.middletier.release.Lease;
import uk.middletier.release.Manifest;
import uk.middletier.release.ServedReleases;
import uk.middletier.release.UnavailableRelease;
import uk.middletier.release.UnavailableRelease.Reason;

/** Where a request gets its release. */
@FunctionalInterface
public interface ReleaseSource {
    /**
     * The release served now.
     *
     * @throws uk.middletier.release.ReleaseException there is none
     */
    HeldRelease hold();

    /**
     * The release of that id, opened if need be.
     *
     * @param patience how long to wait for that
     * @throws UnavailableRelease it cannot be had, or not in time
     * @throws uk.middletier.release.ReleaseException the server is stopping
     */
    default HeldRelease hold(String id, Duration patience) {
        HeldRelease only = hold();
        if (only.manifest().id().equals(id)) {
            return only;
        }
        only.close();
        throw new UnavailableRelease(Reason.UNKNOWN, "there is no release \"" + id + "\" here");
    }

    /** All releases that may be asked for by their ids, and those that cannot be read, newest first. */
    default List<KnownRelease> known() {
        try (HeldRelease only = hold()) {
            return List.of(KnownRelease.of(only.manifest()));
        }
    }

    /** Whether the release served should have been replaced by another, which could not be. */
    default boolean behind() {
        return false;
    }

    /** How many releases are open beside the one served. */
    default int openBeside() {
        return 0;
    }

    /** The releases of a data folder, warmed by {@link Warm#read}; may be there only by the time they are asked for. */
    static ReleaseSource of(Supplier<ServedReleases<Warm>> served) {
        return new ReleaseSource() {
            @Override
            public boolean behind() {
                return served.get().state().lastError() != null;
            }

            @Override
            public int openBeside() {
                return served.get().openBeside();
            }

            @Override
            public HeldRelease hold() {
                return held(served.get().lease());
            }

            @Override
            public HeldRelease hold(String id, Duration patience) {
                return held(served.get().lease(id, patience));
            }

            @Override
            public List<KnownRelease> known() {
                return served.get().known();
            }

            private HeldRelease held(Lease<Warm> lease) {
                return new WarmRelease(lease.manifest(), lease.store(), lease.warmed(), lease::close);
            }
        };
    }

    /** The same release for ever; closing the store is for whoever opened it. */
    static ReleaseSource of(Manifest manifest, GraphStore store, Warm warm) {
        return () -> new WarmRelease(manifest, store, warm, () -> {});
    }
}
