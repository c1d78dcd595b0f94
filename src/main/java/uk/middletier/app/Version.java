package uk.middletier.app;

import picocli.CommandLine.IVersionProvider;
import uk.middletier.release.SoftwareVersion;

/** The software's version, from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Middle Tier " + SoftwareVersion.CURRENT};
    }
}
