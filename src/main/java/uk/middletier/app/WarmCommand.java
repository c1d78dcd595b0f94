package uk.middletier.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.middletier.config.Setting;
import uk.middletier.config.Settings;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.release.Releases;

/**
 * One import and one server's start, with a few questions: so that the virtual machine sees the classes they need. That
 * they are kept is for the launcher to say, which knows where.
 */
@Command(
        name = "warm",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes the archive of classes that lets the program start faster, and prints its place.",
            "bin/middletier keeps it; without it the command only does what the archive is made from: it imports a few"
                    + " made-up schools into a folder of its own, serves them and asks."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  middletier warm", "  MIDDLETIER_ARCHIVE=/var/cache/middletier middletier warm"})
final class WarmCommand implements Callable<Integer> {
    /** A hundred schools. */
    private static final GenerateOptions SCHOOLS = new GenerateOptions(1, 1, Set.of("391"), LocalDate.of(2025, 12, 31));

    private static final List<String> QUESTIONS = List.of(
            "readyz",
            "",
            "v1/status",
            "v1/structure",
            "v1/fragmentation?format=csv",
            "v1/fragmentation/series?from=2015-09-01&step=year",
            "v1/schools?q=academy&limit=2",
            "v1/bodies?limit=2",
            "v1/patchwork",
            "v1/graph?area=391",
            "v1/queries/trusts-by-size/results?format=ndjson",
            "metrics");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (PassingFolder data = PassingFolder.create("middletier-warm");
                Progress progress = new Progress(err)) {
            Settings settings = Settings.of(
                    Map.of(Setting.DATA, data.path().toString(), Setting.PORT, "0", Setting.QUERIES, unused(data)),
                    Map.of(),
                    null);
            MadeUp.release(SCHOOLS, new Releases(settings.data()), Stores.options(settings), progress);
            progress.accept("serving");
            try (Service service = Service.start(settings)) {
                for (String question : QUESTIONS) {
                    ask(service.address() + question);
                }
            }
            progress.accept("done");
        }
        return 0;
    }

    /** Queries that lie about where the command is run are no part of the program. */
    private static String unused(PassingFolder data) {
        return data.path().resolve(Path.of("no-queries")).toString();
    }

    private static void ask(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
    }
}
