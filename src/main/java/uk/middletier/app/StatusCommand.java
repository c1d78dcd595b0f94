package uk.middletier.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.middletier.release.Releases;

/** What the current release is made of. */
@Command(name = "status", description = "What the current release is made of: sources, counts, issues.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        ImportCommand.summary(
                new Releases(SettingsOptions.read(spec).data()).current(),
                spec.commandLine().getOut());
        return 0;
    }
}
