package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** Imports that are killed: the release that was current still is, or the new one is, and either is whole. */
class KilledImportIT {
    private static final int KILLS = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void importKilledAtRandomMoments_leavesAWholeReleaseCurrent_andTheNextImportClearsUp() throws Exception {
        long seed = Long.getLong("middletier.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dmiddletier.seed)");
        Random random = new Random(seed);
        Path data = folder.resolve("data");
        Path files = folder.resolve("files");
        new Generator(new GenerateOptions(seed, 1, Set.of("201", "202"), LocalDate.of(2025, 1, 5))).writeTo(files);
        List<String> importing = List.of("import", "--data", data.toString(), files.toString());

        Instant start = Instant.now();
        Run first = Child.start(folder, importing).await();
        long millis = Duration.between(start, Instant.now()).toMillis();
        assertThat(first.exit()).as(first.err()).isZero();
        assertCurrentIsWhole(data);

        for (int kill = 1; kill <= KILLS; kill++) {
            String before = new Releases(data).current().id();
            long after = random.nextLong(millis);
            Instant started = Instant.now();
            Run killed = Child.start(folder, importing).killAfter(after);
            // The first was the slowest; what comes after the end would be no kill.
            millis = Math.min(
                    millis,
                    killed.exit() == 0
                            ? Duration.between(started, Instant.now()).toMillis()
                            : millis);
            String current = assertCurrentIsWhole(data);
            System.out.printf(
                    "killed after %d of %d ms, exit %d, %s: %s%n",
                    after,
                    millis,
                    killed.exit(),
                    current.equals(before) ? "old release" : "new release",
                    killed.err().strip().lines().reduce((one, two) -> two).orElse("nothing said"));
            if (killed.exit() != 0 && killed.out().isEmpty()) {
                // Not done when it was killed: the new release is current at most if only the good news was lacking.
                assertThat(current.equals(before) || killed.err().contains("publishing"))
                        .as(killed.err())
                        .isTrue();
            }
        }

        Run last = Child.start(folder, importing).await();
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.out().strip()).isEqualTo(assertCurrentIsWhole(data));
        assertThat(names(data)).containsExactlyInAnyOrder("current", "import.lock", "releases");
        assertThat(names(data.resolve("releases"))).noneMatch(name -> name.startsWith("."));
        Run opened = Child.start(folder, List.of("evidence", "--data", data.toString()))
                .await();
        assertThat(opened.exit()).as(opened.err()).isZero();
    }

    /** That the pointer names a release with everything an import puts into it; its id. */
    private static String assertCurrentIsWhole(Path data) throws IOException {
        Release release = new Releases(data).current();
        assertThat(size(release.store())).isEqualTo(release.manifest().storeBytes());
        assertThat(release.issuesCsv()).isNotEmptyFile();
        assertThat(release.issuesJson()).isNotEmptyFile();
        assertThat(Run.of("releases", "list", "--data", data.toString()).out()).contains("* " + release.id() + " ");
        return release.id();
    }

    private static long size(Path store) throws IOException {
        try (Stream<Path> walk = Files.walk(store)) {
            return walk.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList();
        }
    }
}
