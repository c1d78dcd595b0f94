package uk.middletier.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.middletier.config.Settings;
import uk.middletier.download.Download;
import uk.middletier.download.Downloaded;
import uk.middletier.download.Patience;
import uk.middletier.release.SoftwareVersion;

/** Fetches the register's files from where they are published. */
@Command(
        name = "download",
        description = {
            "Fetches the register's files of today, or of the latest day they were published, for 'import'.",
            "What is there and has not changed is not fetched again; what broke off goes on where it stopped. It is the"
                    + " only command that asks anybody for anything."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  middletier download && middletier import downloads",
            "  middletier download --date 2025-11-20 --to extract"
        })
final class DownloadCommand implements Callable<Integer> {
    private static final ZoneId PUBLISHED_IN = ZoneId.of("Europe/London");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            defaultValue = "downloads",
            description = "Where the files go. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The files of this day and no other. Default: today, or up to " + Download.DAYS_BACK
                    + " days back.")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        Settings settings = SettingsOptions.read(spec);
        PrintWriter err = spec.commandLine().getErr();
        List<Downloaded> files;
        try (Progress progress = new Progress(err)) {
            Download download = new Download(to, "MiddleTier/" + SoftwareVersion.CURRENT, Patience.DEFAULT, progress);
            files = date == null
                    ? download.run(settings.from(), LocalDate.now(PUBLISHED_IN), Download.DAYS_BACK)
                    : download.run(settings.from(), date, 0);
        }
        for (Downloaded file : files) {
            err.printf(
                    "  %,12d bytes  %s%s%n               SHA-256 %s%n",
                    file.bytes(), file.file().getFileName(), file.unchanged() ? " (unchanged)" : "", file.sha256());
            spec.commandLine().getOut().println(file.file());
        }
        err.println("Next: middletier import " + to);
        err.flush();
        return 0;
    }
}
