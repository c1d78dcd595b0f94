package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.middletier.release.Manifest;
import uk.middletier.release.NewRelease;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** A release that stood there before something went wrong, its store a file of a few letters. */
final class OldRelease {
    private final Path data;
    private final Release release;
    private final Map<String, String> before;

    private OldRelease(Path data, Release release, Map<String, String> before) {
        this.data = data;
        this.release = release;
        this.before = before;
    }

    static OldRelease in(Path data) throws IOException {
        return in(data, 0);
    }

    /** Another one for every second. */
    static OldRelease in(Path data, int second) throws IOException {
        Releases releases = new Releases(data);
        String checksum = "0a1b2c3d".repeat(8);
        try (NewRelease building = releases.begin()) {
            Files.createDirectories(building.store());
            Files.writeString(building.store().resolve("graph"), "old");
            Release release = building.publish(new Manifest(
                    Manifest.FORMAT_VERSION,
                    building.idFor(Instant.parse("2025-11-22T05:32:00Z").plusSeconds(second), checksum),
                    Instant.parse("2025-11-22T05:32:00Z"),
                    "0.1.0",
                    LocalDate.of(2025, 11, 20),
                    LocalDate.of(1990, 1, 1),
                    List.of(),
                    new Manifest.Counts(Map.of("School", 7L), Map.of()),
                    List.of(),
                    checksum,
                    3));
            return new OldRelease(data, release, listing(data));
        }
    }

    String id() {
        return release.id();
    }

    /** The pointer and every file are as they were, but for a list of refused issues; nothing else is there. */
    void assertUntouched() throws IOException {
        Map<String, String> now = listing(data);
        now.remove(ImportRun.REFUSED_ISSUES);
        assertThat(now).isEqualTo(before);
        assertThat(Run.of("releases", "list", "--data", data.toString()).out()).startsWith("* " + id() + " ");
        // Nobody holds the lock.
        new Releases(data).begin().close();
    }

    private static Map<String, String> listing(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.toList()) {
                files.put(
                        folder.relativize(path).toString(),
                        Files.isDirectory(path) ? "folder" : Files.readString(path));
            }
        }
        return files;
    }
}
