package uk.middletier.release;

/** The version of this program, as its jar says: what builds a release, and what serves it. */
public final class SoftwareVersion {
    /** The version, or {@code development} when not run from a jar. */
    public static final String CURRENT = current();

    private SoftwareVersion() {}

    private static String current() {
        String version = SoftwareVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
