package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;

/**
 * Imports onto a disk that is full, read-only, or refuses a write half-way, and imports without enough memory. Run from
 * the jar: that the process ends is part of the matter.
 */
class FaultsIT {
    private static final String HEAP = "512m";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path files;

    @BeforeEach
    void makeUpSchools() throws IOException {
        files = folder.resolve("files");
        new Generator(new GenerateOptions(1, 1, Set.of("201", "202"), LocalDate.of(2025, 1, 5))).writeTo(files);
    }

    /** From a disk that does not hold the issues to one that lacks the last index. */
    @ParameterizedTest
    @ValueSource(ints = {40, 120, 600, 1200, 2600, 3300})
    void diskThatFillsUp_isNamed_andTheOldReleaseStays(int kibibytes) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "size=" + kibibytes + "k")) {
            Path data = disk.path().resolve("data");
            OldRelease old = OldRelease.in(data);

            Run run = Child.start(folder, importing(data)).await();

            System.out.println(kibibytes + " KiB: " + lastLine(run));
            assertFailed(run);
            assertThat(lastLine(run))
                    .contains(data.toString())
                    .contains("No space left on device")
                    .contains("make room");
            old.assertUntouched();
        }
    }

    @Test
    void diskThatCannotBeWritten_isNamed_andTheOldReleaseStays() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "size=1m")) {
            Path data = disk.path().resolve("data");
            OldRelease old = OldRelease.in(data);
            disk.remount("ro");

            Run run = Child.start(folder, importing(data)).await();
            Run use = Run.of("releases", "use", old.id(), "--data", data.toString());

            System.out.println("read-only: " + lastLine(run));
            assertFailed(run);
            assertThat(lastLine(run))
                    .isEqualTo("middletier: cannot write " + data + ": Read-only file system; make room or make it"
                            + " writable, or choose another folder with --data");
            assertThat(use.exit()).isEqualTo(1);
            assertThat(use.err()).contains("Read-only file system");
            disk.remount("rw");
            old.assertUntouched();
        }
    }

    /** Needs no privileges: the system refuses to let a file of this process grow beyond a size. */
    @ParameterizedTest
    @ValueSource(ints = {140, 200})
    void writeThatIsRefusedHalfWay_isNamed_andTheOldReleaseStays(int kibibytes) throws Exception {
        Path data = folder.resolve("data");
        OldRelease old = OldRelease.in(data);

        Run run = withFilesUpTo(kibibytes, data);

        assertFailed(run);
        assertThat(lastLine(run))
                .contains(data.toString())
                .contains("File too large")
                .contains("make room");
        old.assertUntouched();
    }

    @Test
    void folderForTemporaryFilesThatIsFull_isNamed_andTheOldReleaseStays() throws Exception {
        Path data = folder.resolve("data");
        OldRelease old = OldRelease.in(data);

        Run run = withFilesUpTo(8, data);

        assertFailed(run);
        assertThat(lastLine(run))
                .startsWith("middletier: cannot unpack native code into ")
                .contains("File too large")
                .contains("java -Djava.io.tmpdir=FOLDER");
        old.assertUntouched();
    }

    private Run withFilesUpTo(int kibibytes, Path data) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash to set a limit with");
        String limited = "ulimit -f " + kibibytes + "; exec \"$@\"";

        Run run = Child.start(folder, List.of("/bin/bash", "-c", limited, "bash"), HEAP, importing(data))
                .await();

        System.out.println(kibibytes + " KiB a file: " + lastLine(run));
        return run;
    }

    @Test
    void lackOfMemory_isSaid_andTheOldReleaseStays() throws Exception {
        Path data = folder.resolve("data");
        OldRelease old = OldRelease.in(data);

        Run run = Child.start(folder, List.of(), "40m", importing(data)).await();

        System.out.println("heap of 40 MiB: " + lastLine(run));
        assertFailed(run);
        assertThat(lastLine(run)).contains("not enough memory").contains("java -Xmx");
        old.assertUntouched();
    }

    @Test
    void importThatIsRefused_endsItsProcess() throws Exception {
        Path data = folder.resolve("data");
        OldRelease old = OldRelease.in(data);
        Path empty = Files.createFile(folder.resolve("edubasealldata20250105.csv"));

        Run run = Child.start(folder, List.of("import", "--data", data.toString(), empty.toString()))
                .await();

        assertFailed(run);
        assertThat(lastLine(run)).startsWith("middletier: " + empty + " is empty.");
        old.assertUntouched();
    }

    private List<String> importing(Path data) {
        return List.of("import", "--data", data.toString(), files.toString());
    }

    private static void assertFailed(Run run) {
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("middletier: ").doesNotContain("\tat ").doesNotContain("Exception");
    }

    private static String lastLine(Run run) {
        return run.err().strip().lines().reduce((one, two) -> two).orElse("");
    }
}
