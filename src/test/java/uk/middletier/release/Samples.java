package uk.middletier.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Releases for tests. */
final class Samples {
    static final Instant BUILT = Instant.parse("2025-11-22T05:32:48Z");

    private Samples() {}

    static Manifest manifest(String id, String checksum) {
        return new Manifest(
                Manifest.FORMAT_VERSION,
                id,
                BUILT,
                "0.1.0",
                LocalDate.of(2025, 11, 20),
                LocalDate.of(1990, 1, 1),
                List.of(new Manifest.SourceFile(
                        "edubasealldata20251120.csv",
                        "REGISTER",
                        LocalDate.of(2025, 11, 20),
                        "ab".repeat(32),
                        51493,
                        "Department for Education",
                        "Open Government Licence v3.0",
                        false,
                        "Contains public sector information licensed under the Open Government Licence v3.0.")),
                new Manifest.Counts(Map.of("School", 3L, "Body", 2L), Map.of("GOVERNED_BY", 3L)),
                List.of(new Manifest.IssueCount("PROPOSED", "INFO", "A school is proposed and has not opened.", 7)),
                checksum,
                1234567);
    }

    /** Publishes a release whose store is a folder with one small file. */
    static Release publish(Releases releases, Instant built, String checksum) {
        try (NewRelease building = releases.begin()) {
            Files.createDirectories(building.store());
            Files.writeString(building.store().resolve("graph"), checksum);
            return building.publish(manifest(building.idFor(built, checksum), checksum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Release publish(Releases releases, int second) {
        return publish(releases, BUILT.plusSeconds(second), Integer.toHexString(0x10000000 + second));
    }

    static Path releasesOf(Releases releases) {
        return releases.data().resolve("releases");
    }
}
