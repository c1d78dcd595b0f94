package uk.middletier.http;

/** The version of this program, as its jar says. */
final class SoftwareVersion {
    static final String CURRENT = current();

    private SoftwareVersion() {}

    private static String current() {
        String version = SoftwareVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
