package uk.middletier.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.middletier.config.RemoteStore;
import uk.middletier.config.Settings;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** What the current release is made of. */
@Command(
        name = "status",
        description = "What the current release is made of: sources, counts, issues.",
        footerHeading = "%nExamples:%n",
        footer = {"  middletier status --data /srv/middletier"})
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = SettingsOptions.read(spec);
        PrintWriter out = spec.commandLine().getOut();
        RemoteStore remote = settings.store();
        if (remote == null) {
            Release release = new Releases(settings.data()).current();
            ImportCommand.summary(release.manifest(), release.issuesCsv(), out);
        } else {
            try (AskedRelease release = AskedRelease.open(remote)) {
                ImportCommand.summary(release.manifest(), release.issuesCsv(), out);
            }
        }
        return 0;
    }
}
