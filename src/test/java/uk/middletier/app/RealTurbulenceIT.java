package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.EvidenceStatements;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.Rows;
import uk.middletier.graph.StoreOptions;
import uk.middletier.measure.TurbulenceCheck;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Scope;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.timeline.EventKind;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Ledger;
import uk.middletier.timeline.Timeline;

/** What happened according to the timeline of the real register, against the graph it was read from. */
class RealTurbulenceIT {
    private static final Path DATA = Path.of(System.getProperty("middletier.realData", "../shared/data"), "gias");
    private static final Path REGISTER = DATA.resolve("edubasealldata20250105.csv.gz");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path data;

    @Test
    void countsInThreeAreasAndWindows_equalThoseOfTheGraph() {
        assumeTrue(
                Files.exists(REGISTER),
                "the real register is not at " + DATA.toAbsolutePath() + "; set -Dmiddletier.realData");
        Releases releases = new Releases(data);
        new ImportRun(releases, StoreOptions.DEFAULT, step -> {})
                .run(
                        List.of(
                                REGISTER,
                                DATA.resolve("links_edubasealldata20241028.csv"),
                                DATA.resolve("allgroupsdata20260113.csv"),
                                DATA.resolve("academiesmatmembership20250105.csv")),
                        null,
                        false);
        Release release = releases.current();
        try (EmbeddedGraphStore store = EmbeddedGraphStore.open(release.store(), StoreOptions.DEFAULT)) {
            Timeline timeline = Timeline.read(
                    store, release.manifest().firstDate(), release.manifest().extractDate(), Duration.ofMinutes(5));
            TurbulenceCheck check = new TurbulenceCheck(store, timeline);
            check.compare(
                    AreaKind.LOCAL_AUTHORITY,
                    new AreaFilter(AreaKind.REGION, "region:E12000007"),
                    Filter.NONE,
                    LocalDate.of(2011, 9, 1),
                    LocalDate.of(2012, 9, 1));
            check.compare(
                    AreaKind.REGION,
                    null,
                    new Filter(List.of("Primary"), Scope.MAINSTREAM),
                    LocalDate.of(1996, 4, 1),
                    LocalDate.of(1999, 4, 1));
            check.compare(
                    AreaKind.DIOCESE,
                    new AreaFilter(AreaKind.LOCAL_AUTHORITY, "la:886"),
                    Filter.NONE,
                    LocalDate.of(2016, 4, 1),
                    LocalDate.of(2025, 1, 5));
            assertThat(check.differences()).isEmpty();
            assertThat(transfersByStatement(store))
                    .as("transfers per financial year")
                    .isEqualTo(transfersTold(timeline))
                    .containsKeys(2018, 2021);
        }
    }

    private static Map<Integer, Long> transfersByStatement(EmbeddedGraphStore store) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (int year = 1990; year < 2025; year++) {
            LocalDate from = LocalDate.of(year, 4, 1);
            try (Rows rows = store.read(EvidenceStatements.transfers(from, from.plusYears(1)), Duration.ofMinutes(2))) {
                long number = rows.next().integer("n");
                if (number > 0) {
                    counts.put(year, number);
                }
            }
        }
        return counts;
    }

    private static Map<Integer, Long> transfersTold(Timeline timeline) {
        Ledger ledger = timeline.ledger();
        Map<Integer, Long> counts = new TreeMap<>();
        for (int entry = 0; entry < ledger.size(); entry++) {
            if (ledger.get(entry).kind() == EventKind.TRANSFERRED) {
                LocalDate date = ledger.get(entry).date();
                counts.merge(date.minusMonths(3).getYear(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
