package uk.middletier.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.middletier.config.Settings;
import uk.middletier.http.DirectCall;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.Disk;

/** Runs a saved query without a server. */
@Command(
        name = "query",
        description = {
            "Runs a saved query on the current release and prints its rows.",
            "The same checks and the same formats as /v1/queries/NAME/results; a release that is being served is asked"
                    + " over HTTP instead."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  middletier query trusts-by-size -p asOf=2020-01-01 > trusts.csv",
            "  middletier query trust-graph -f d3"
        })
final class QueryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name of its file, without .cypher.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the query; may stand several times.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description =
                    "csv, json, ndjson, bundle, cytoscape, graphology, d3, jgf, cypher. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Option(
            names = "--bundle",
            paramLabel = "FILE.zip",
            description = "Writes the rows into a zip archive to cite: with query, parameters, release, sources and"
                    + " licence.")
    private @Nullable Path bundle;

    @Override
    public Integer call() throws IOException {
        Settings settings = SettingsOptions.read(spec);
        Map<String, List<String>> asked = asked();
        QueryLibrary library = QueryLibrary.of(settings.queries());
        try (AskedRelease release = AskedRelease.open(settings)) {
            DirectCall call = new DirectCall(Service.options(settings), release.held(), library);
            if (bundle == null) {
                call.write(name, asked, new Printed(spec.commandLine().getOut()));
            } else {
                Disk.replace(bundle, out -> call.write(name, asked, out));
                spec.commandLine().getOut().println(bundle);
            }
        } catch (DirectCall.Refused e) {
            spec.commandLine().getErr().println(e.getMessage());
            return spec.exitCodeOnExecutionException();
        }
        return 0;
    }

    private Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "-p takes NAME=VALUE, not \"" + parameter + "\"");
            }
            asked.computeIfAbsent(parameter.substring(0, equals), none -> new ArrayList<>())
                    .add(parameter.substring(equals + 1));
        }
        asked.put("format", List.of(bundle == null ? format : "bundle"));
        return asked;
    }

    /** Bytes to a writer, whole lines at a time, so that no letter is cut in two. */
    private static final class Printed extends OutputStream {
        private final PrintWriter out;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Printed(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void write(int one) {
            line.write(one);
            if (one == '\n') {
                flush();
            }
        }

        @Override
        public void flush() {
            out.print(line.toString(StandardCharsets.UTF_8));
            out.flush();
            line.reset();
        }
    }
}
