package uk.middletier.http;

import uk.middletier.graph.GraphStore;
import uk.middletier.release.Lease;
import uk.middletier.release.Manifest;
import uk.middletier.release.ServedReleases;
import uk.middletier.timeline.Timeline;

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

    /** The releases of a data folder, warmed by {@link Warm#read}. */
    static ReleaseSource of(ServedReleases<Warm> served) {
        return new ReleaseSource() {
            @Override
            public boolean behind() {
                return served.state().lastError() != null;
            }

            @Override
            public HeldRelease hold() {
                Lease<Warm> lease = served.lease();
                return new HeldRelease() {
                    @Override
                    public Manifest manifest() {
                        return lease.manifest();
                    }

                    @Override
                    public GraphStore store() {
                        return lease.store();
                    }

                    @Override
                    public Vocabulary vocabulary() {
                        return lease.warmed().vocabulary();
                    }

                    @Override
                    public Timeline timeline() {
                        return lease.warmed().timeline();
                    }

                    @Override
                    public void close() {
                        lease.close();
                    }
                };
            }
        };
    }
}
