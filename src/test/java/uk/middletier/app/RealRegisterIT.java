package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        // Only what the scan knows too: one register, its links, the groups, the history.
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
    void schoolThatConvertedAndThenChangedTrust_isToldWhole() throws Exception {
        JsonNode history = service.get("/v1/schools/138382/history").get("data");
        assertThat(history).isNotNull();
    }
}
