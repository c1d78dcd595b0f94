package uk.middletier.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.GeneratedFiles;
import uk.middletier.generate.Generator;

/** Writes made-up files in the shape of the register. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Writes made-up files in the shape of the register: fictional schools and trusts in real authorities.",
            "Same seed, scale, areas and date: same bytes."
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

    @Override
    public Integer call() throws IOException {
        Generator generator;
        try {
            generator = new Generator(new GenerateOptions(seed, scale, new LinkedHashSet<>(areas), extractDate));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        GeneratedFiles files;
        try {
            files = generator.writeTo(folder);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            // A full disk says so without saying where.
            throw (IOException) new FileSystemException(folder.toString(), null, e.getMessage()).initCause(e);
        }
        files.paths().forEach(file -> spec.commandLine().getOut().println(file));
        return 0;
    }
}
