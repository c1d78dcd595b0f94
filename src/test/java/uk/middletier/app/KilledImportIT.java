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
    /** Each costs five seconds; -Dmiddletier.kills=50 for a long night. */
    private static final int KILLS = Integer.getInteger("middletier.kills", 2);

    private static final int KILLS_WHILE_PUBLISHING = 2;

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

        int kills = 0;
        for (int attempt = 0; kills < KILLS && attempt < 3 * KILLS; attempt++) {
            String before = new Releases(data).current().id();
            Instant started = Instant.now();
            Run killed = Child.start(folder, importing).killAfter(random.nextLong(millis));
            if (killed.exit() == 0) {
                // Quicker than those before: not killed, and a better measure of how long there is to kill one.
                millis = Math.min(
                        millis, Duration.between(started, Instant.now()).toMillis());
            } else {
                kills++;
            }
            report(killed, data, before);
        }
        assertThat(kills).isEqualTo(KILLS);
        // The moment that matters lasts for milliseconds, and chance seldom meets it.
        for (int kill = 1; kill <= KILLS_WHILE_PUBLISHING; kill++) {
            String before = new Releases(data).current().id();
            Child child = Child.start(folder, importing);
            child.awaitWords("publishing");
            report(child.killAfter(random.nextLong(100)), data, before);
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

    private static void report(Run killed, Path data, String before) throws IOException {
        String current = assertCurrentIsWhole(data);
        System.out.println((current.equals(before) ? "old release, exit " : "new release, exit ") + killed.exit()
                + ", last said: "
                + killed.err()
                        .lines()
                        .filter(line -> line.contains(" s  "))
                        .reduce((one, two) -> two)
                        .orElse("nothing"));
        assertThat(current.equals(before) || killed.err().contains("publishing"))
                .as(killed.err())
                .isTrue();
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
