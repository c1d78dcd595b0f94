package uk.middletier.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.middletier.config.Settings;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.release.SoftwareVersion;

/** Everything at once on made-up schools: generate, import, serve. */
@Command(
        name = "demo",
        description = {
            "Makes up the schools of two English regions and of Central South Wales, imports and serves them.",
            "Keeps its releases in the folder demo of the data folder, apart from those of the real register."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  middletier demo", "  middletier demo --port 9000 --bolt 7687"})
final class DemoCommand implements Callable<Integer> {
    /** North East, South West, and the Central South Consortium of Wales. */
    private static final GenerateOptions OPTIONS = new GenerateOptions(
            2025, 1, Set.of("North East", "South West", "central-south"), LocalDate.of(2025, 12, 31));

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = SettingsOptions.read(spec).withData("demo");
        PrintWriter err = spec.commandLine().getErr();
        Releases releases = new Releases(settings.data());
        if (!upToDate(releases)) {
            build(releases, settings, err);
        }
        try (Service service = Service.start(settings)) {
            StopSignals signals = StopSignals.listen();
            PrintWriter out = spec.commandLine().getOut();
            service.addresses().forEach(out::println);
            out.flush();
            err.println("Try " + service.address() + "v1/structure?asOf=2015-03-31   (Ctrl-C stops)");
            err.flush();
            service.serveUntilToldToStop(signals);
        }
        return 0;
    }

    private static boolean upToDate(Releases releases) {
        return releases.findCurrentId()
                .flatMap(id -> releases.list().stream()
                        .filter(release -> release.id().equals(id))
                        .findFirst())
                .filter(release -> release.manifest().softwareVersion().equals(SoftwareVersion.CURRENT))
                .isPresent();
    }

    private static void build(Releases releases, Settings settings, PrintWriter err) throws IOException {
        try (Progress progress = new Progress(err)) {
            Release release = MadeUp.release(OPTIONS, releases, Stores.options(settings), progress);
            progress.accept("release " + release.id());
        }
    }
}
