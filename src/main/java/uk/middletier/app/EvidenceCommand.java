package uk.middletier.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.middletier.config.Settings;
import uk.middletier.evidence.Evidence;
import uk.middletier.evidence.EvidenceRow;

/** Published figures beside what the current release gives. */
@Command(
        name = "evidence",
        description = "Published figures beside what the current release gives.",
        footerHeading = "%nExamples:%n",
        footer = {"  middletier evidence"})
final class EvidenceCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = SettingsOptions.read(spec);
        List<EvidenceRow> rows;
        try (AskedRelease release = AskedRelease.open(settings)) {
            rows = Evidence.of(statement -> release.store().read(statement, settings.timeout()));
        }
        PrintWriter out = spec.commandLine().getOut();
        for (EvidenceRow row : rows) {
            out.printf(
                    "%-13s %9s %9s %7s  %s%n               %s (%s)%n",
                    row.status().word(),
                    text(row.published()),
                    text(row.computed()),
                    text(row.difference()),
                    row.title() + (row.unit().equals("%") ? ", %" : ""),
                    row.explanation(),
                    row.source());
        }
        return 0;
    }

    private static String text(@Nullable Double number) {
        if (number == null) {
            return "–";
        }
        return number == Math.rint(number)
                ? String.valueOf(Math.round(number))
                : String.format(Locale.ROOT, "%.1f", number);
    }
}
