package uk.middletier.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.middletier.example.Examples;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;

/** Writes made-up files in the shape of the register. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Writes made-up files in the shape of the register: fictional schools and trusts in real authorities.",
            "Same seed, scale, areas and date: same bytes.",
            "With --example: systems of schools from the research as overlays, each in a folder of its own."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  middletier generate made-up --area \"North East,South West\"",
            "  middletier generate examples --example all"
        })
final class GenerateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where to write; made if it is not there.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: 1.")
    private long seed;

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "X",
            description = "1 = as many schools as there are in England and Wales; 20 = a million. Default: 1.")
    private double scale;

    @Option(
            names = "--area",
            paramLabel = "AREA",
            split = ",",
            description = "Only these: authority codes, region names or codes, consortia. Default: everywhere.")
    private List<String> areas = List.of();

    @Option(
            names = "--extract-date",
            defaultValue = "2025-12-31",
            paramLabel = "YYYY-MM-DD",
            description = "Day up to which the history goes. Default: 2025-12-31.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate extractDate;

    @Option(
            names = "--example",
            paramLabel = "NAME",
            split = ",",
            description = {"Instead: examples from the research, all or some of these:", "${COMPLETION-CANDIDATES}"},
            completionCandidates = ExampleNames.class)
    private List<String> examples = List.of();

    /** What may be written after {@code --example}. */
    static final class ExampleNames implements Iterable<String> {
        static final String ALL = "all";

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Examples.names().stream(), Stream.of(ALL)).iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        written(examples.isEmpty() ? register() : examples())
                .forEach(file -> spec.commandLine().getOut().println(file));
        return 0;
    }

    private Work register() {
        Generator generator;
        try {
            generator = new Generator(new GenerateOptions(seed, scale, new LinkedHashSet<>(areas), extractDate));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return () -> generator.writeTo(folder).paths();
    }

    private Work examples() {
        for (String option : List.of("--scale", "--area", "--extract-date")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), option + " does not go with --example");
            }
        }
        List<String> known = Examples.names();
        List<String> wanted = examples.contains(ExampleNames.ALL) ? known : examples;
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no example '" + name + "'; there are " + String.join(", ", known) + " and all");
            }
        }
        return () -> {
            List<Path> files = new ArrayList<>();
            for (String name : wanted) {
                files.addAll(Examples.write(name, folder, seed));
            }
            return files;
        };
    }

    /** Writes files and names them. */
    private interface Work {
        List<Path> write() throws IOException;
    }

    private List<Path> written(Work work) throws IOException {
        try {
            return work.write();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            // A full disk says so without saying where.
            throw (IOException) new FileSystemException(folder.toString(), null, e.getMessage()).initCause(e);
        }
    }
}
