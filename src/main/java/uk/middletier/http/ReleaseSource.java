package uk.middletier.http;

/** Where a request gets its release. */
@FunctionalInterface
public interface ReleaseSource {
    /**
     * The release served now.
     *
     * @throws uk.middletier.release.ReleaseException there is none
     */
    HeldRelease hold();
}
