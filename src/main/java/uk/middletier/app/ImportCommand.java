package uk.middletier.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.middletier.config.RemoteStore;
import uk.middletier.config.Settings;
import uk.middletier.release.Manifest;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** Builds a release from public files and makes it the current one. */
@Command(
        name = "import",
        description = {
            "Builds a new release from the register's files and makes it the current one.",
            "Files are told by their header rows, whatever they are called; several snapshots of one kind are put in"
                    + " order. A running server takes the new release over by itself."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  middletier import ~/Downloads/extract.zip older-downloads/",
            "  middletier import --data /srv/middletier --extract-date 2025-11-20 establishments.csv"
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "CSV files, plain or .gz, .zip archives, or folders of them.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> paths;

    @Option(
            names = "--extract-date",
            paramLabel = "YYYY-MM-DD",
            description = "Day of extracts whose file names do not hold one (yyyymmdd).")
    private @Nullable LocalDate extractDate;

    @Option(
            names = "--allow-errors",
            description = "Publish although sources are broken, without the rows and values concerned.")
    private boolean allowErrors;

    @Option(
            names = "--replace",
            description = "Remove an unfinished import from the database of --store first; nothing else is removed.")
    private boolean replace;

    @Override
    public Integer call() {
        Settings settings = SettingsOptions.read(spec);
        PrintWriter err = spec.commandLine().getErr();
        Releases releases = new Releases(settings.data());
        RemoteStore remote = settings.store();
        if (remote == null && replace) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--replace is for databases of a server (--store); the data folder needs none.");
        }
        Manifest manifest;
        Path issues;
        try (Progress progress = new Progress(err)) {
            ImportRun run = new ImportRun(releases, Stores.options(settings), progress);
            if (remote == null) {
                Release release = run.run(paths, extractDate, allowErrors);
                manifest = release.manifest();
                issues = release.issuesCsv();
            } else {
                try (ServerTarget target = new ServerTarget(Stores.server(remote), replace)) {
                    ServerTarget.Imported imported = run.run(paths, extractDate, allowErrors, target);
                    manifest = imported.manifest();
                    issues = imported.issuesCsv();
                }
            }
        }
        summary(manifest, issues, err);
        spec.commandLine().getOut().println(manifest.id());
        return 0;
    }

    /** @param issuesCsv where all issues are listed; null if that is not here */
    static void summary(Manifest manifest, @Nullable Path issuesCsv, PrintWriter err) {
        err.println();
        err.println("Sources");
        manifest.sources()
                .forEach(source ->
                        err.printf("  %9d rows  %s (%s)%n", source.rows(), source.file(), source.extractDate()));
        err.println("Graph");
        manifest.counts().nodes().forEach((label, count) -> err.printf("  %9d %s%n", count, label));
        manifest.counts().relationships().forEach((type, count) -> err.printf("  %9d %s%n", count, type));
        err.println(issuesCsv == null ? "Issues" : "Issues (all of them in " + issuesCsv + ")");
        manifest.issues()
                .forEach(issue -> err.printf(
                        "  %9d %-8s %s: %s%n", issue.count(), issue.severity(), issue.code(), issue.title()));
        err.println();
        err.println("Release " + manifest.id() + ", data up to " + manifest.extractDate()
                + (manifest.storeBytes() == 0 ? "" : ", " + manifest.storeBytes() / (1024 * 1024) + " MiB")
                + ", content " + manifest.contentChecksum());
        err.flush();
    }
}
