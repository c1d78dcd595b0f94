package uk.middletier.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.middletier.config.Settings;
import uk.middletier.http.LibraryCheck;
import uk.middletier.query.QueryLibrary;

/** What to do with the saved queries as a whole. */
@Command(
        name = "queries",
        description = "Checks the saved queries.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class QueriesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: check.");
    }

    /** Tries each on the current release. */
    @Command(
            name = "check",
            description = {
                "Tries every saved query on the current release, with its defaults: reads it, plans it, refuses what"
                        + " would do more than read, compares parameters and columns with what it declares, runs it twice"
                        + " and tests what it promises.",
                "Prints rows and milliseconds of the second run. Fails if one query does."
            },
            footerHeading = "%nExamples:%n",
            footer = {"  middletier queries check --queries my-queries"})
    static final class CheckCommand implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            Settings settings = SettingsOptions.read(spec);
            QueryLibrary library = QueryLibrary.of(settings.queries());
            List<LibraryCheck.Finding> findings;
            try (AskedRelease release = AskedRelease.open(settings)) {
                findings = new LibraryCheck(library, release.held(), settings.timeout()).run();
            }
            return print(findings);
        }

        private int print(List<LibraryCheck.Finding> findings) {
            PrintWriter out = spec.commandLine().getOut();
            int failed = 0;
            for (LibraryCheck.Finding finding : findings) {
                boolean good = finding.problems().isEmpty();
                failed += good ? 0 : 1;
                out.printf(
                        Locale.ROOT,
                        "%-6s %8s rows %8.1f ms  %s%n",
                        good ? "ok" : "FAILED",
                        finding.rows() < 0 ? "-" : String.valueOf(finding.rows()),
                        finding.millis(),
                        finding.name());
                finding.problems().forEach(problem -> out.println("       " + problem));
            }
            out.printf("%d queries, %d failed%n", findings.size(), failed);
            out.flush();
            return failed == 0 ? 0 : spec.exitCodeOnExecutionException();
        }
    }
}
