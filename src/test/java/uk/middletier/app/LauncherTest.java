package uk.middletier.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that starts the program, with a Java that only says what it was asked for. */
class LauncherTest {
    private static final String JAVA = """
        #!/bin/sh
        for argument in "$@"; do
            echo "$argument"
            case $argument in
                -version) echo 'openjdk version "'$TOLD_VERSION'" 2025-04-15' >&2 ;;
                -XX:ArchiveClassesAtExit=*) [ -n "${NO_ARCHIVE:-}" ] && exit 3; echo classes >"${argument#*=}" ;;
            esac
        done
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell to start it with");
        // A folder with a blank in its name, as people have them.
        write("un packed/bin/middletier", Files.readString(Path.of("src/main/dist/bin/middletier")));
        write("un packed/lib/middletier.jar", "a jar");
        write("java/bin/java", JAVA);
        write("java/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"17.0.15\"\n");
        environment.put("JAVA_HOME", folder.resolve("java").toString());
        environment.put("MIDDLETIER_ARCHIVE", "off");
    }

    @Test
    void argumentsReachTheJar_throughLinks_withTheOptionsBefore() throws Exception {
        Path link = Files.createDirectories(folder.resolve("links")).resolve("mt");
        Files.createSymbolicLink(link, Path.of("../links/middletier"));
        Files.createSymbolicLink(folder.resolve("links/middletier"), Path.of("../un packed/bin/middletier"));
        environment.put("JAVA_OPTS", "-Xmx1g -Da=*");
        environment.put("MIDDLETIER_OPTS", "-Db=c");

        Run run = start(link, "query", "two words", "-p", "name=$HOME *");

        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        String.join(
                                "\n",
                                "-Xmx1g",
                                "-Da=*",
                                "-Db=c",
                                "-jar",
                                jar(),
                                "query",
                                "two words",
                                "-p",
                                "name=$HOME *",
                                ""),
                        ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_292", "16-ea"})
    void olderJavaIsRefused_whetherItsFileTellsOrItself(String version) throws Exception {
        String message = "middletier: Java 17 or later is needed; " + folder.resolve("java/bin/java") + " is " + version
                + ". Install one, or set JAVA_HOME\n";
        write("java/release", "JAVA_VERSION=\"" + version + "\"\n");
        assertThat(start("status")).isEqualTo(new Run(1, "", message));

        Files.delete(folder.resolve("java/release"));
        environment.put("TOLD_VERSION", version);
        assertThat(start("status")).isEqualTo(new Run(1, "", message));

        environment.put("TOLD_VERSION", "25");
        assertThat(start("status").exit()).isZero();
    }

    @Test
    void noJavaInItsHome_isSaid() throws Exception {
        environment.put("JAVA_HOME", "/nowhere");

        assertThat(start("status"))
                .isEqualTo(
                        new Run(1, "", "middletier: there is no Java in JAVA_HOME (/nowhere): no program bin/java\n"));
    }

    @Test
    void archiveIsMadeWhenAskedFor_usedFromThenOn_andTakesThePlaceOfOthers() throws Exception {
        Path cache = folder.resolve("ca che");
        environment.put("MIDDLETIER_ARCHIVE", cache.toString());
        write("ca che/of-another-jar.jsa", "old");

        Run warm = start("warm");

        assertThat(warm.exit()).as(warm.err()).isZero();
        Path archive = Path.of(warm.out().strip());
        assertThat(files(cache)).containsExactly(archive);
        assertThat(start("status").out().lines())
                .contains("-XX:SharedArchiveFile=" + archive)
                .endsWith("-jar", jar(), "status");
        // Another jar, another archive.
        write("un packed/lib/middletier.jar", "a newer jar");
        assertThat(start("status").out()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void archiveIsMadeBesideTheFirstServer() throws Exception {
        Path cache = folder.resolve("cache");
        environment.put("MIDDLETIER_ARCHIVE", cache.toString());

        Run run = start("serve");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("-jar\n" + jar() + "\nserve\n");
        assertThat(run.err())
                .isEqualTo("middletier: an archive of classes for faster starts is made in the background, once\n");
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (files(cache).stream().noneMatch(file -> file.toString().endsWith(".jsa"))
                || files(cache).size() > 1) {
            assertThat(System.nanoTime()).as("%s", files(cache)).isLessThan(patience);
            Thread.sleep(5);
        }
        Run second = start("serve");
        assertThat(second.out())
                .contains("-XX:SharedArchiveFile=" + files(cache).get(0));
        assertThat(second.err()).isEmpty();
    }

    @Test
    void archiveThatCannotBeMade_hindersNothing_andIsSaidInALine() throws Exception {
        Path cache = folder.resolve("cache");
        environment.put("MIDDLETIER_ARCHIVE", cache.toString());
        environment.put("NO_ARCHIVE", "yes");

        Run warm = start("warm");

        assertThat(warm.exit()).isEqualTo(1);
        Path failed = files(cache).get(0);
        assertThat(files(cache)).hasSize(1);
        assertThat(Files.readString(failed)).contains("-XX:ArchiveClassesAtExit=");
        assertThat(warm.err()).contains(failed.toString()).hasLineCount(1);
        Run serve = start("serve");
        assertThat(serve.exit()).isZero();
        assertThat(serve.out()).isEqualTo("-jar\n" + jar() + "\nserve\n");
        assertThat(serve.err())
                .contains("without an archive")
                .contains(failed.toString())
                .hasLineCount(1);
        environment.put("MIDDLETIER_ARCHIVE", "/dev/null/none");
        assertThat(start("serve"))
                .isEqualTo(new Run(
                        0,
                        serve.out(),
                        "middletier: starting without an archive of classes: /dev/null/none cannot be written"
                                + " (MIDDLETIER_ARCHIVE)\n"));
    }

    private String jar() throws IOException {
        return folder.toRealPath().resolve("un packed/lib/middletier.jar").toString();
    }

    private Run start(String... arguments) throws IOException, InterruptedException {
        return start(folder.resolve("un packed/bin/middletier"), arguments);
    }

    private Run start(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "MIDDLETIER_OPTS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
