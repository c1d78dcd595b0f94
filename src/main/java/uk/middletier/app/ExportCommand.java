package uk.middletier.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.middletier.archive.ArchiveWriter;
import uk.middletier.config.Settings;
import uk.middletier.release.Release;

/** Writes a release as a data package. */
@Command(
        name = "export",
        description = {
            "Writes a whole release as a Frictionless data package: a CSV for each table, every column described.",
            "'import FOLDER' makes the same release of it again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  middletier export --to register-2025",
            "  middletier export --release 20251122T053248Z-1a2b3c4d --to register-2025"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "An empty folder, or a new one.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "As 'releases list' prints it. Default: the current one.")
    private @Nullable String id;

    @Override
    public Integer call() {
        Settings settings = SettingsOptions.read(spec);
        if (settings.store() != null && id != null) {
            throw new ParameterException(
                    spec.commandLine(), "--release is for the data folder; a database (--store) holds one release.");
        }
        try (AskedRelease asked = AskedRelease.open(settings, id);
                Progress progress = new Progress(spec.commandLine().getErr())) {
            List<Path> reports = asked.issuesCsv() == null
                    ? List.of()
                    : List.of(asked.issuesCsv(), asked.issuesCsv().resolveSibling(Release.ISSUES_JSON));
            new ArchiveWriter(asked.manifest(), asked.store(), progress).write(reports, to);
        }
        spec.commandLine().getOut().println(to);
        return 0;
    }
}
