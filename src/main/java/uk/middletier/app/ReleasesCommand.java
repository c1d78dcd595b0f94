package uk.middletier.app;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.middletier.release.Manifest;
import uk.middletier.release.Release;
import uk.middletier.release.ReleaseException;
import uk.middletier.release.Releases;

/** What to do with the releases in the data folder. */
@Command(
        name = "releases",
        description = "Lists, chooses or removes releases.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class ReleasesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, use or prune.");
    }

    /** One line a release, newest first, the current one marked. */
    @Command(
            name = "list",
            description = "One line for each release, newest first; * marks the current one.",
            footerHeading = "%nExamples:%n",
            footer = {"  middletier releases list"})
    static final class ListCommand implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            Releases releases = new Releases(SettingsOptions.read(spec).data());
            Optional<String> current = releases.findCurrentId();
            for (String id : releases.ids()) {
                Release release;
                try {
                    release = releases.getRelease(id);
                } catch (ReleaseException e) {
                    spec.commandLine().getErr().println(id + " cannot be served: " + e.getMessage());
                    continue;
                }
                Manifest manifest = release.manifest();
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s %s  data up to %s  %d schools  %d MiB%n",
                                current.filter(release.id()::equals).isPresent() ? "*" : " ",
                                release.id(),
                                manifest.extractDate(),
                                manifest.counts().nodes().getOrDefault("School", 0L),
                                manifest.storeBytes() / (1024 * 1024));
            }
            return 0;
        }
    }

    /** Makes another release the current one. */
    @Command(
            name = "use",
            description = "Makes a release the current one; a running server takes it over by itself.",
            footerHeading = "%nExamples:%n",
            footer = {"  middletier releases use 20251120T053200Z-0a1b2c3d"})
    static final class UseCommand implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "As 'releases list' prints it.")
        @SuppressWarnings("NullAway.Init")
        private String id;

        @Override
        public Integer call() {
            Release release = new Releases(SettingsOptions.read(spec).data()).use(id);
            spec.commandLine().getOut().println(release.id());
            return 0;
        }
    }

    /** Removes old releases. */
    @Command(
            name = "prune",
            description = "Removes all but the newest releases; never the current one, nor one being served.",
            footerHeading = "%nExamples:%n",
            footer = {"  middletier releases prune --keep 2"})
    static final class PruneCommand implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--keep", paramLabel = "N", defaultValue = "3", description = "How many to keep. Default: 3.")
        private int keep;

        @Option(names = "--dry-run", description = "Only says what would be removed.")
        private boolean dryRun;

        @Override
        public Integer call() {
            if (keep < 1) {
                throw new ParameterException(spec.commandLine(), "--keep takes a whole number from 1, not " + keep);
            }
            Releases.Pruned pruned = new Releases(SettingsOptions.read(spec).data()).prune(keep, dryRun);
            pruned.removed().forEach(id -> spec.commandLine().getOut().println(id));
            PrintWriter err = spec.commandLine().getErr();
            pruned.open().forEach(id -> err.println("kept " + id + ", which is in use"));
            err.printf(
                    "%s %d MiB of %d release%s%n",
                    dryRun ? "would free" : "freed",
                    pruned.bytes() / (1024 * 1024),
                    pruned.removed().size(),
                    pruned.removed().size() == 1 ? "" : "s");
            err.flush();
            return 0;
        }
    }
}
