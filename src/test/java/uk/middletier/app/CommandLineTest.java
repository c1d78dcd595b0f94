package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import uk.middletier.dataset.DatasetException;

/** Exit codes, and what goes to which stream. */
class CommandLineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Every command there is, those below others too, as it is typed. */
    static List<String> commands() {
        List<String> names = new ArrayList<>();
        collect(CommandLineInterface.build(), "", names);
        return names;
    }

    private static void collect(CommandLine line, String name, List<String> names) {
        names.add(name.strip());
        line.getSubcommands().forEach((sub, command) -> collect(command, name + " " + sub, names));
    }

    @Test
    void everyCommandIsThere() {
        assertThat(commands())
                .contains(
                        "",
                        "download",
                        "import",
                        "export",
                        "generate",
                        "releases",
                        "releases use",
                        "status",
                        "evidence");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsAResult(String command) {
        Run run = run(command + " --help");

        assertThat(run.exit()).isZero();
        // picocli's own command shows that of the whole
        assertThat(run.out()).contains("Usage: middletier").contains(command.equals("help") ? "" : command);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void versionIsAResult(String command) {
        // picocli's own command has none
        if (!command.equals("help")) {
            Run run = run(command + " --version");

            assertThat(run.exit()).isZero();
            assertThat(run.out()).matches("Middle Tier \\S+\\R");
            assertThat(run.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                     | Missing required subcommand",
                "imprt                                | Did you mean: middletier import",
                "import                               | Missing required parameter: 'PATH'",
                "import --extract-date 31-02-2019 x   | Invalid value for option '--extract-date'",
                "import --extract-date 2019-02-31 x   | Invalid value for option '--extract-date'",
                "import --colour x                    | Unknown option: '--colour'",
                "import x --data                      | Missing required parameter for option '--data'",
                "generate                             | Missing required parameter: 'FOLDER'",
                "generate x --scale 0                 | scale must be above 0 and at most 100, was 0.0",
                "generate x --scale much              | Invalid value for option '--scale'",
                "generate x --area Atlantis           | Atlantis",
                "generate x --extract-date 1066-10-14 | extract date must lie between 1996 and 2099",
                "generate x --example atlantis        | there is no example 'atlantis'; there are central-south-wales",
                "generate x --example all --scale 2   | --scale does not go with --example",
                "releases                             | Say what to do: list, use or prune.",
                "releases use                         | Missing required parameter: 'ID'",
                "releases prune --keep 0              | --keep takes a whole number from 1, not 0",
                "releases prune --keep all            | Invalid value for option '--keep'",
                "export                               | Missing required option: '--to=FOLDER'",
                "download --date 2025-13-01           | Invalid value for option '--date'",
                "status extra                         | Unmatched argument at index 1: 'extra'",
            })
    void wrongUsage_isTwo_withTheReasonAndHelpOnStandardError(@Nullable String line, String reason) {
        Run run = run(line == null ? "" : line);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(reason)
                .containsAnyOf("Usage: middletier", "Did you mean", "Possible solutions: --config")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import x --page-cache 1      | --page-cache is \"1\"; it takes a whole number from 8 to 1000000 (MiB).",
                "import x --page-cache big    | --page-cache is \"big\"; it takes a whole number from 8 to 1000000 (MiB).",
                "download --from ftp://x/     | --from is \"ftp://x/\"; it takes addresses that begin with https:// or http://.",
                "status --config missing.file | Cannot read the settings file missing.file: there is no such file.",
            })
    void settingThatCannotBeUsed_isTwo_withTheWayToTheHelp(String line, String message) {
        Run run = run(line);

        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "middletier: " + message + "\nSettings: middletier " + line.substring(0, line.indexOf(' '))
                                + " --help\n"));
    }

    @Test
    void settingsFile_isReadByTheCommand() throws IOException {
        OldRelease old = OldRelease.in(folder.resolve("elsewhere"));
        Path config = Files.writeString(
                folder.resolve("middletier.properties"), "data = " + folder.resolve("elsewhere") + "\n");

        assertThat(Run.of("releases", "list", "--config", config.toString()).out())
                .startsWith("* " + old.id());
    }

    @Test
    void releasesAreListedChosenAndPruned_withTheIdsAsTheResult() throws IOException {
        String one = OldRelease.in(folder, 1).id();
        String two = OldRelease.in(folder, 2).id();
        String three = OldRelease.in(folder, 3).id();
        String data = folder.toString();

        assertThat(Run.of("releases", "list", "--data", data))
                .isEqualTo(new Run(0, listed("*", three) + listed(" ", two) + listed(" ", one), ""));
        assertThat(Run.of("releases", "use", one, "--data", data)).isEqualTo(new Run(0, one + "\n", ""));
        assertThat(Run.of("releases", "prune", "--keep", "1", "--dry-run", "--data", data))
                .isEqualTo(new Run(0, two + "\n", "would free 0 MiB of 1 release\n"));
        assertThat(Run.of("releases", "prune", "--keep", "1", "--data", data))
                .isEqualTo(new Run(0, two + "\n", "freed 0 MiB of 1 release\n"));
        assertThat(Run.of("releases", "list", "--data", data))
                .isEqualTo(new Run(0, listed(" ", three) + listed("*", one), ""));
        assertThat(Run.of("status", "--data", data).out()).contains("Release " + one);
    }

    @Test
    void releaseThatIsNotThere_isNamed_andTheCurrentOneStays() throws IOException {
        OldRelease old = OldRelease.in(folder);
        String data = folder.toString();

        assertThat(Run.of("releases", "use", "20990101T000000Z-00000000", "--data", data))
                .isEqualTo(new Run(
                        1,
                        "",
                        "middletier: no release 20990101T000000Z-00000000 in " + folder.resolve("releases")
                                + "; see: middletier releases list\n"));
        assertThat(Run.of("releases", "use", "../data", "--data", data))
                .isEqualTo(new Run(
                        1, "", "middletier: not the id of a release: ../data; see: middletier releases list\n"));
        old.assertUntouched();
    }

    @Test
    void damagedRelease_isListedAsSuch_andAskedByNobody() throws IOException {
        String whole = OldRelease.in(folder, 1).id();
        String damaged = OldRelease.in(folder, 2).id();
        String data = folder.toString();
        Path graph = folder.resolve("releases").resolve(damaged).resolve("store/graph");
        Path manifest = folder.resolve("releases").resolve(damaged).resolve("release.json");
        String remedy = "; choose another release (middletier releases use ID) or import anew\n";

        Files.writeString(graph, "new");
        for (List<String> command : List.of(List.of("serve"), List.of("evidence"), List.of("query", "small-schools"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--data", data));
            assertThat(Run.of(arguments.toArray(String[]::new)))
                    .isEqualTo(new Run(1, "", "middletier: " + graph + " is not as it was written" + remedy));
        }

        Files.writeString(manifest, Files.readString(manifest).replace("7", "8"));
        String said = manifest + " is not as it was written" + remedy;
        assertThat(Run.of("releases", "list", "--data", data))
                .isEqualTo(new Run(0, listed(" ", whole), damaged + " cannot be served: " + said));
        assertThat(Run.of("status", "--data", data)).isEqualTo(new Run(1, "", "middletier: " + said));
        assertThat(Run.of("releases", "use", damaged, "--data", data)).isEqualTo(new Run(1, "", "middletier: " + said));
        assertThat(Run.of("releases", "use", whole, "--data", data).exit()).isZero();
    }

    @Test
    void emptyDataFolder_listsNothing_andHasNothingToShow() {
        String data = folder.resolve("none").toString();
        assertThat(Run.of("releases", "list", "--data", data)).isEqualTo(new Run(0, "", ""));
        assertThat(Run.of("releases", "prune", "--data", data))
                .isEqualTo(new Run(0, "", "freed 0 MiB of 0 releases\n"));
        for (String command : List.of("status", "evidence", "serve")) {
            assertThat(Run.of(command, "--data", data))
                    .isEqualTo(new Run(
                            1, "", "middletier: no release in " + data + " yet; make one: middletier import PATH…\n"));
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void generatedFiles_areNamedOnStandardOutput() {
        Run run = Run.of("generate", folder.resolve("made-up").toString(), "--area", "201");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(Path::of)).hasSize(5).allMatch(Files::isRegularFile);
    }

    @Test
    void examples_areWrittenIntoFoldersOfTheirNames() {
        Run run = Run.of(
                "generate", folder.resolve("made-up").toString(), "--example", "lepp-pairs,federations", "--seed", "7");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(Path::of)).hasSize(18).allMatch(Files::isRegularFile);
        assertThat(folder.resolve("made-up/lepp-pairs/schools.csv")).exists();
    }

    @Test
    void generatingWhereAFileIsInTheWay_isOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        Run run = Run.of("generate", file.resolve("made-up").toString(), "--area", "201");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("middletier: cannot use " + file).hasLineCount(1);
    }

    @Test
    void lineThatChanges_isLeftBeforeTheMessage() {
        StringWriter text = new StringWriter();
        PrintWriter err = new PrintWriter(text);
        try (Progress progress = new Progress(err, true)) {
            progress.accept("one");
            progress.accept("two");
        }
        Failures.print(new DatasetException("broken"), err);

        assertThat(text.toString())
                .matches("\r\u001b\\[K +\\d\\.\\d s  one\r\u001b\\[K +\\d\\.\\d s  two\\Rmiddletier: broken\\R");
    }

    @Test
    void elsewhereThanOnATerminal_everyStepIsALine() {
        StringWriter text = new StringWriter();
        try (Progress progress = new Progress(new PrintWriter(text), false)) {
            progress.accept("one");
            progress.accept("two");
        }
        assertThat(text.toString()).matches(" +\\d\\.\\d s  one\\R +\\d\\.\\d s  two\\R");
    }

    @Test
    void failureNobodyForesaw_isPrintedWhole() {
        StringWriter text = new StringWriter();
        Failures.print(new IllegalStateException("odd"), new PrintWriter(text));
        assertThat(text.toString())
                .startsWith("middletier: unexpected failure; please report it with what follows")
                .contains("IllegalStateException: odd")
                .contains("\tat ");
    }

    @Test
    void lackOfMemory_isSaidInALine_withWhatWouldDo() {
        StringWriter text = new StringWriter();
        Failures.print(new OutOfMemoryError("Java heap space"), new PrintWriter(text));
        assertThat(text.toString())
                .isEqualTo("middletier: not enough memory (Java heap space); give the program more, such as four"
                        + " gigabytes: java -Xmx4g -jar …\n");
    }

    private static String listed(String mark, String id) {
        return mark + " " + id + "  data up to 2025-11-20  7 schools  0 MiB\n";
    }

    private static Run run(String line) {
        return Run.of(
                Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));
    }
}
