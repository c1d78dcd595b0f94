package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** By hand out of the lines of the areas: place 1 + (n − 1)·p in order, in proportion between two. */
    @ParameterizedTest
    @ValueSource(
            strings = {"structure/series?measure=schools&measure=academyShare&", "network/series?measure=density&"})
    void quartilesAreThoseOfTheLinesOfAreas(String asked) throws Exception {
        String series = "/v1/" + asked + "from=2010-06-01&to=2020-06-01&area=country:E92000001";
        JsonNode areas = service.get(series).get("data");
        JsonNode summary = service.get(series + "&summary=quartiles").get("data");
        Map<String, Double> shares = Map.of("lowerQuartile", 0.25, "median", 0.5, "upperQuartile", 0.75);
        assertThat(summary.get("dates")).isEqualTo(areas.get("dates"));
        for (JsonNode line : summary.get("series")) {
            for (int tick = 0; tick < areas.get("dates").size(); tick++) {
                List<Double> values = new ArrayList<>();
                for (JsonNode area : areas.get("series")) {
                    JsonNode value = area.get("values").get(tick);
                    if (area.get("measure").equals(line.get("measure")) && !value.isNull() && open(area, areas, tick)) {
                        values.add(value.asDouble());
                    }
                }
                values.sort(null);
                assertThat(values).hasSizeGreaterThan(4);
                Double share = shares.get(line.get("summary").asText());
                double place = share == null ? 0 : (values.size() - 1) * share;
                int below = (int) place;
                double expected = share == null
                        ? values.size()
                        : values.get(below) * (1 - place + below)
                                + values.get(Math.min(below + 1, values.size() - 1)) * (place - below);
                assertThat(line.get("values").get(tick).asDouble()).isCloseTo(expected, within(1e-9));
            }
        }
    }

    /** Whether an area has a school on the day, as far as the answer tells. */
    private static boolean open(JsonNode line, JsonNode areas, int tick) {
        for (JsonNode other : areas.get("series")) {
            if (other.get("area").equals(line.get("area"))
                    && other.get("measure").asText().equals("schools")) {
                return other.get("values").get(tick).asInt() > 0;
            }
        }
        return true;
    }

    @Test
    void everyMeasureEqualsItsCypherAndItsDefinition() {
        assertThat(RandomMeasures.withoutStatement()).isEmpty();
        try (HeldRelease release = service.hold()) {
            assertThat(new RandomMeasures(release, SEED).compare(6)).isGreaterThan(1_000);
        }
    }
}
