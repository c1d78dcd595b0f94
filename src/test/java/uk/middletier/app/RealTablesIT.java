package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.DurationStatements;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.SpreadStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;
import uk.middletier.graph.StoreOptions;
import uk.middletier.measure.Durations;
import uk.middletier.measure.Overlap;
import uk.middletier.measure.Spread;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Scope;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/** Overlap, spread and durations of the real register, against the statements behind them. */
class RealTablesIT {
    private static final Path DATA = Path.of(System.getProperty("middletier.realData", "../shared/data"), "gias");
    private static final List<Path> FILES = List.of(
            DATA.resolve("edubasealldata20250105.csv.gz"),
            DATA.resolve("links_edubasealldata20241028.csv"),
            DATA.resolve("allgroupsdata20260113.csv"),
            DATA.resolve("alllinksdata20220331.csv"),
            DATA.resolve("academiesmatmembership20250105.csv"));
    private static final LocalDate EXTRACT = LocalDate.parse("2025-01-05");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedGraphStore store;

    @SuppressWarnings("NullAway.Init")
    private static Timeline timeline;

    @BeforeAll
    static void read() {
        assumeTrue(
                FILES.stream().allMatch(Files::exists),
                "the real register is not at " + DATA.toAbsolutePath() + "; set -Dmiddletier.realData");
        Release release = new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}).run(FILES, null, false);
        store = EmbeddedGraphStore.open(release.store(), StoreOptions.DEFAULT);
        timeline = Timeline.read(store, release.manifest().firstDate(), EXTRACT, PATIENCE);
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    private static List<Row> rows(Statement statement) {
        List<Row> rows = new ArrayList<>();
        try (Rows found = store.read(statement, PATIENCE)) {
            while (found.hasNext()) {
                rows.add(found.next());
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-05,LOCAL_AUTHORITY,,STATE_FUNDED,",
        "2015-03-31,LOCAL_AUTHORITY,region:E12000007,TRUST_RUN,",
        "2019-09-01,REGION,,SPECIAL,",
        "2009-03-31,COUNTRY,,MAINSTREAM,Primary",
        "2024-09-01,DIOCESE,la:919,ALTERNATIVE_PROVISION,",
        "2024-09-01,DIOCESE,la:919,STATE_FUNDED,Secondary"
    })
    void overlap_isThatOfItsStatements(
            LocalDate day, AreaKind by, @Nullable String within, Scope scope, @Nullable String phase) {
        List<String> phases = phase == null ? List.of() : List.of(phase);
        List<BodyKind> kinds = List.of(
                BodyKind.LOCAL_AUTHORITY,
                BodyKind.MULTI_ACADEMY_TRUST,
                BodyKind.SINGLE_ACADEMY_TRUST,
                BodyKind.FEDERATION);
        Tier tier = timeline.tier();
        Integer area = within == null ? null : tier.find(within).orElseThrow();
        Overlap overlap = Overlap.of(
                timeline,
                new Overlap.Question(
                        by, EnumSet.copyOf(kinds), area, timeline.counted(new Filter(phases, scope)), Days.of(day)));
        Map<String, Long> ours = new HashMap<>();
        Map<Integer, Long> wholes = new HashMap<>();
        overlap.matrix().forEach(cell -> {
            ours.put(tier.ref(cell.area()).id() + " " + tier.ref(cell.body()).id(), (long) cell.schools());
            wholes.put(cell.area(), Math.round(cell.schools() / cell.shareOfArea()));
        });
        AreaFilter filter = area == null
                ? null
                : new AreaFilter(
                        AreaKind.findLabel(tier.ref(area).kind()).orElseThrow(),
                        tier.ref(area).id());
        OverlapStatements.Schools schools = new OverlapStatements.Schools(filter, phases, scope, day);

        Map<String, Long> theirs = new HashMap<>();
        rows(OverlapStatements.matrix(by, kinds, schools))
                .forEach(row -> theirs.put(row.string("areaId") + " " + row.string("bodyId"), row.integer("schools")));
        assertThat(ours).isEqualTo(theirs);
        Map<String, Long> areas = new HashMap<>();
        rows(OverlapStatements.areas(by, schools))
                .forEach(row -> areas.put(row.string("areaId"), row.integer("schools")));
        wholes.forEach(
                (unit, whole) -> assertThat(areas).containsEntry(tier.ref(unit).id(), whole));
    }

    @ParameterizedTest
    @CsvSource({"2025-01-05,MULTI_ACADEMY_TRUST", "2016-09-01,MULTI_ACADEMY_TRUST", "2022-04-01,FEDERATION"})
    void spread_isThatOfItsStatement_onNeo4jsSphere(LocalDate day, BodyKind kind) {
        Map<String, Row> theirs = new HashMap<>();
        rows(SpreadStatements.ofBodies(List.of(kind), null, null, 2, day))
                .forEach(row -> theirs.put(row.string("bodyId"), row));
        List<Spread.Row> ours = Spread.of(timeline, new Spread.Question(EnumSet.of(kind), null, null, 2, Days.of(day)));

        assertThat(ours).hasSameSizeAs(theirs.values()).hasSizeGreaterThan(100);
        for (Spread.Row row : ours) {
            Row other = theirs.get(timeline.tier().ref(row.unit()).id());
            assertThat(other).isNotNull();
            assertThat((long) row.schools()).isEqualTo(other.integer("schools"));
            assertThat((long) row.areas()).isEqualTo(other.integer("areas"));
            Double km = (Double) other.get("maxPairKm");
            if (km == null) {
                assertThat(row.maxPairKm()).isNaN();
            } else {
                assertThat(row.maxPairKm() * SpreadStatements.NEO4J_SPHERE).isCloseTo(km, within(1e-5));
            }
        }
    }

    @Test
    void recordOfTrustsBeginsInSpring2017_andSpellsAreThoseOfTheStatement() {
        Set<BodyKind> kinds = EnumSet.of(BodyKind.MULTI_ACADEMY_TRUST, BodyKind.SINGLE_ACADEMY_TRUST);
        Durations durations = Durations.of(
                timeline,
                new Durations.Question(
                        kinds,
                        Set.of(),
                        null,
                        timeline.counted(Filter.NONE),
                        Days.ALWAYS,
                        Days.NEVER,
                        Durations.By.KIND,
                        Durations.Ends.ANY,
                        null,
                        Days.of(EXTRACT)));
        int start = Days.of(LocalDate.parse("2017-03-31"));
        assertThat(durations.observedFrom())
                .containsEntry(BodyKind.MULTI_ACADEMY_TRUST, start)
                .containsEntry(BodyKind.SINGLE_ACADEMY_TRUST, start);
        long atRisk = 0;
        for (BodyKind kind : kinds) {
            atRisk +=
                    rows(DurationStatements.spells(
                                    kind, null, List.of(), null, null, LocalDate.ofEpochDay(start), EXTRACT))
                            .stream()
                            .filter(row -> row.integer("exit") > row.integer("entry") || row.integer("entry") == 0)
                            .count();
        }
        long memberships =
                durations.groups().stream().mapToLong(Durations.Group::spells).sum();
        // A few dozen spells go on those of another URN or of the company's earlier record.
        assertThat(atRisk).isBetween(memberships, memberships + memberships / 200);
    }
}
