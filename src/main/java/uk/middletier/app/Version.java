package uk.middletier.app;

import picocli.CommandLine.IVersionProvider;

/** The software's version, from the jar's manifest. */
final class Version implements IVersionProvider {
    /** The version, or {@code development} when not run from a jar. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Middle Tier " + current()};
    }
}
