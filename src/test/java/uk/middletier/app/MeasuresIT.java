package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.http.HeldRelease;
import uk.middletier.http.LibraryCheck;
import uk.middletier.query.QueryLibrary;

/** The measures of areas of made-up schools: as swept, as the catalogue's Cypher has it, and naively. */
class MeasuresIT {
    private static final long SEED = 20_261_125;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @BeforeAll
    static void importAndServe() throws IOException {
        GenerateOptions options =
                new GenerateOptions(SEED, 1, Set.of("North East", "central-south"), LocalDate.of(2025, 12, 31));
        service = RunningService.ofImported(
                folder.resolve("data"),
                new Generator(options).writeTo(folder.resolve("files")).paths());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void everySavedQueryKeepsItsPromises() {
        try (HeldRelease release = service.hold()) {
            assertThat(new LibraryCheck(QueryLibrary.of(null), release, Duration.ofSeconds(30)).run())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(finding ->
                            assertThat(finding.problems()).as(finding.name()).isEmpty());
        }
    }

    @Test
    void everyMeasureEqualsItsCypherAndItsDefinition() {
        assertThat(RandomMeasures.withoutStatement()).isEmpty();
        try (HeldRelease release = service.hold()) {
            assertThat(new RandomMeasures(release, SEED).compare(6)).isGreaterThan(1_000);
        }
    }
}
