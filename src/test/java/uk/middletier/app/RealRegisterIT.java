package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.middletier.cypher.PatchworkStatements;
import uk.middletier.http.HeldRelease;
import uk.middletier.http.LibraryCheck;
import uk.middletier.http.PatchworkSpells;
import uk.middletier.model.Scope;
import uk.middletier.query.QueryLibrary;
import uk.middletier.release.Releases;

/** What the server says of the real register, against the register itself. */
class RealRegisterIT {
    private static final long SEED = 20_250_105;
    private static final Path DATA = Path.of(System.getProperty("middletier.realData", "../shared/data"), "gias");
    private static final Path REGISTER = DATA.resolve("edubasealldata20250105.csv.gz");
    private static final Path LINKS = DATA.resolve("links_edubasealldata20241028.csv");
    private static final Path GROUPS = DATA.resolve("allgroupsdata20260113.csv");
    private static final Path MEMBERSHIP = DATA.resolve("academiesmatmembership20250105.csv");
    private static final List<String> SECTORS = List.of(
            "schools",
            "laMaintained",
            "welshMaintained",
            "singleAcademyTrust",
            "multiAcademyTrust",
            "academyTrustUnknown");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @SuppressWarnings("NullAway.Init")
    private static PlainScan scan;

    @BeforeAll
    static void importAndServe() throws IOException {
        assumeTrue(
                Files.exists(REGISTER),
                "the real register is not at " + DATA.toAbsolutePath() + "; set -Dmiddletier.realData");
        // Only what the scan knows too: one register, the links, the groups, the history.
        service = RunningService.ofImported(data, List.of(REGISTER, LINKS, GROUPS, MEMBERSHIP));
        scan = new PlainScan(REGISTER, LINKS, GROUPS, MEMBERSHIP);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    static List<LocalDate> randomDays() {
        Random random = new Random(SEED);
        long first = LocalDate.of(1998, 4, 1).toEpochDay();
        long last = LocalDate.of(2025, 1, 4).toEpochDay();
        System.out.println("seed " + SEED);
        return Stream.generate(() -> LocalDate.ofEpochDay(random.nextLong(first, last)))
                .limit(20)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("randomDays")
    void openSchoolsBySector_equalAPlainScanOfTheRows(LocalDate day) throws Exception {
        List<String> differences = new ArrayList<>();
        compare(differences, day, "", scan.count(day, la -> true, region -> true));
        compare(differences, day, "&area=la:919", scan.count(day, "919"::equals, region -> true));
        compare(differences, day, "&area=region:E12000007", scan.count(day, la -> true, "London"::equals));
        compare(differences, day, "&area=country:W92000004", scan.count(day, la -> true, "Wales (pseudo)"::equals));
        assertThat(differences).isEmpty();
    }

    private static void compare(List<String> differences, LocalDate day, String area, Map<String, Integer> counted)
            throws Exception {
        JsonNode total = service.get("/v1/structure?asOf=" + day + area).at("/data/total");
        for (String sector : SECTORS) {
            int expected = counted.getOrDefault(sector, 0);
            if (total.path(sector).asInt(-1) != expected) {
                differences.add(day + area + " " + sector + ": " + total.path(sector) + ", counted " + expected);
            }
        }
    }

    @Test
    void patchworkOfAnyDay_isItsStructureAndWhatTheGraphHolds() throws Exception {
        PatchworkSpells patchwork =
                new PatchworkSpells(service.get("/v1/patchwork").get("data"));
        for (LocalDate day : randomDays()) {
            JsonNode rows = service.get("/v1/structure?asOf=" + day).at("/data/rows");
            assertThat(patchwork.counts(day)).as(day.toString()).isEqualTo(PatchworkSpells.counts(rows));
        }
        try (HeldRelease release = service.hold()) {
            assertThat(PatchworkSpells.lines(
                            release.store(),
                            PatchworkStatements.spells(
                                    null, release.manifest().extractDate(), null, List.of(), Scope.STATE_FUNDED)))
                    .hasSizeGreaterThan(50_000)
                    .containsExactlyInAnyOrderElementsOf(patchwork.lines());
        }
    }

    @Test
    void whatIsKeptBesideTheStoreIsWhatItAnswers() {
        Releases releases = new Releases(data);
        KeptAnswers.assertTrue(releases, releases.current());
    }

    @Test
    void everySavedQueryKeepsItsPromises() {
        try (HeldRelease release = service.hold()) {
            assertThat(new LibraryCheck(QueryLibrary.of(null), release, Duration.ofSeconds(60)).run())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(finding ->
                            assertThat(finding.problems()).as(finding.name()).isEmpty());
        }
    }

    @Test
    void measuresOfAreas_equalTheirCypherAndTheirDefinition() {
        try (HeldRelease release = service.hold()) {
            assertThat(new RandomMeasures(release, SEED).compare(4)).isGreaterThan(1_000);
        }
    }

    @Test
    void graphOfOneDayAndTheDifference_isTheGraphOfAnother() throws Exception {
        assertThat(new RandomGraphs(service).compare(20, SEED)).isPositive();
    }

    @Test
    void evolutionAsGexf_losesNoInterval() throws Exception {
        new RandomGraphs(service).assertNoIntervalIsLost();
    }

    @Test
    void publishedFiguresOfSchools_areReproduced() throws Exception {
        Map<String, String> status = new TreeMap<>();
        Map<String, Double> computed = new TreeMap<>();
        for (JsonNode row : service.get("/v1/evidence").at("/data/rows")) {
            status.put(row.get("id").asText(), row.get("status").asText());
            computed.put(row.get("id").asText(), row.get("computed").asDouble());
            assertThat(row.get("explanation").asText()).isNotBlank();
        }
        assertThat(computed)
                .containsEntry("academies-2010-05", 203.0)
                .containsEntry("academies-2015-03", 4579.0)
                .containsEntry("primary-academies-2015-03", 2478.0)
                .containsEntry("trusts-of-ten-or-more-2015", 40.0);
        assertThat(status)
                .containsEntry("academies-2010-05", "reproduced")
                .containsEntry("academies-2015-03", "reproduced")
                .containsEntry("primary-academies-2015-03", "reproduced")
                .containsEntry("free-schools-2015-03", "reproduced")
                .containsEntry("authorities-england-2018", "reproduced")
                .containsEntry("authorities-wales-2018", "reproduced");
    }

    @Test
    void schoolThatConvertedAndThenChangedTrust_isToldWhole() throws Exception {
        JsonNode history = service.get("/v1/schools/137789/history").get("data");

        assertThat(history.get("schools").findValuesAsText("urn")).containsExactly("100971", "137789");
        assertThat(history.at("/links/0/kind").asText()).isEqualTo("plain");
        List<String> governed = new ArrayList<>();
        for (JsonNode spell : history.get("spells")) {
            if (spell.get("relation").asText().equals("GOVERNED_BY")) {
                governed.add(spell.get("urn").asText() + " "
                        + spell.at("/body/id").asText() + " "
                        + spell.get("from").asText() + " " + spell.get("to").asText());
            }
        }
        assertThat(governed)
                .containsExactly(
                        "100971 la:211 null 2012-01-01",
                        "137789 trust:2299 2012-01-01 2018-09-01",
                        "137789 trust:16669 2018-09-01 null");
        List<String> days = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (JsonNode event : history.get("events")) {
            days.add(event.get("date").asText());
            kinds.add(event.get("date").asText() + " " + event.get("event").asText());
        }
        assertThat(days).isSorted();
        assertThat(kinds).contains("2012-01-01 converted", "2018-09-01 transferred");
    }
}
