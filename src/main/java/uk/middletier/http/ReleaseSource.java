package uk.middletier.http;

import java.util.function.Function;
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

    /**
     * The releases of a data folder.
     *
     * @param vocabulary takes it from what the warm-up made: {@link Vocabulary#read}
     */
    static <T> ReleaseSource of(ServedReleases<T> served, Function<T, Vocabulary> vocabulary) {
        return () -> {
            Lease<T> lease = served.lease();
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
                    return vocabulary.apply(lease.warmed());
                }

                @Override
                public void close() {
                    lease.close();
                }
            };
        };
    }
}
