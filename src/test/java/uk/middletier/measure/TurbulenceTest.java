package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class TurbulenceTest {
    private static final String KENT = "la:886";
    private static final String MEDWAY = "la:887";
    private static final String SOUTH_EAST = "region:E12000008";

    /**
     * In 2019: school 1 converts in Kent into trust 1 (school 2) on 1 July; school 3 closes in Medway on 1 April; school
     * 4 opens there on 1 October under trust 2; schools 5 and 6 of trust 3, in Kent and Medway, go to trust 2 on 1
     * September.
     */
    private static final Timeline YEAR = new MadeTimeline()
            .area(AreaKind.LOCAL_AUTHORITY, KENT, SOUTH_EAST)
            .area(AreaKind.LOCAL_AUTHORITY, MEDWAY, SOUTH_EAST)
            .area(AreaKind.REGION, SOUTH_EAST)
            .body(BodyKind.SINGLE_ACADEMY_TRUST, "trust:1", "01")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:2", "02")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:3", "03")
            .school(1, SchoolGroup.LA_MAINTAINED, KENT, null, "2019-07-01")
            .governed(1, KENT, null, "2019-07-01")
            .school(2, SchoolGroup.ACADEMY, KENT, "2019-07-01", null)
            .lineage(1)
            .governed(2, "trust:1", "2019-07-01", null)
            .succeeded(1, 2)
            .school(3, SchoolGroup.LA_MAINTAINED, MEDWAY, null, "2019-04-01")
            .governed(3, MEDWAY, null, "2019-04-01")
            .school(4, SchoolGroup.FREE_SCHOOL, MEDWAY, "2019-10-01", null)
            .governed(4, "trust:2", "2019-10-01", null)
            .school(5, SchoolGroup.ACADEMY, KENT, null, null)
            .governed(5, "trust:3", null, "2019-09-01")
            .governed(5, "trust:2", "2019-09-01", null)
            .school(6, SchoolGroup.ACADEMY, MEDWAY, null, null)
            .governed(6, "trust:3", null, "2019-09-01")
            .governed(6, "trust:2", "2019-09-01", null)
            .make();

    @Test
    void eventsAreCountedWhereTheSchoolLay() {
        Turbulence year = turbulence(AreaKind.LOCAL_AUTHORITY, null, "2019-01-01", "2020-01-01");
        assertThat(year.rows())
                .extracting(row -> Objects.requireNonNull(row.area()).id())
                .containsExactly(KENT, MEDWAY);
        Turbulence.Row kent = year.rows().get(0);
        assertThat(values(kent, "openings", "closures", "conversions", "transfers", "trustsOpened"))
                .containsExactly(0L, 0L, 1L, 1L, 2L);
        Turbulence.Row medway = year.rows().get(1);
        assertThat(values(medway, "openings", "closures", "conversions", "transfers", "trustsOpened"))
                .containsExactly(1L, 1L, 0L, 1L, 1L);
    }

    @Test
    void whatHappensToABodyCountsInEveryAreaAndOnceInTheTotal() {
        Turbulence year = turbulence(AreaKind.LOCAL_AUTHORITY, null, "2019-01-01", "2020-01-01");
        assertThat(year.rows())
                .allSatisfy(row ->
                        assertThat(values(row, "mergers", "trustsClosed")).containsExactly(1L, 1L));
        assertThat(values(year.total(), "mergers", "trustsClosed", "transfers", "transfersBetweenTrusts"))
                .containsExactly(1L, 1L, 2L, 2L);
        Turbulence region = turbulence(AreaKind.REGION, null, "2019-01-01", "2020-01-01");
        assertThat(values(region.rows().get(0), "mergers")).containsExactly(1L);
    }

    @Test
    void schoolYearsAreDaysOpen() {
        Turbulence year = turbulence(AreaKind.LOCAL_AUTHORITY, null, "2019-01-01", "2020-01-01");
        // Kent: schools 1 and 2 take turns, 5 all year. Medway: 3 for 90 days, 4 for 92, 6 all year.
        assertThat(number(year.rows().get(0), "schoolYears")).isEqualTo(730 / 365.25);
        assertThat(number(year.rows().get(1), "schoolYears")).isEqualTo((90 + 92 + 365) / 365.25);
        assertThat(number(year.total(), "schoolYears")).isEqualTo((730 + 547) / 365.25, within(1e-12));
        assertThat(number(year.rows().get(0), "conversionsPer1000SchoolYears"))
                .isEqualTo(1000 * 365.25 / 730, within(1e-9));
    }

    @Test
    void periodsShareOutTheTimeAndTheEvents() {
        List<LocalDate> bounds = Stream.of("2019-01-01", "2019-04-01", "2019-07-01", "2019-10-01", "2020-01-01")
                .map(LocalDate::parse)
                .toList();
        Turbulence quarters =
                Turbulence.of(YEAR, new TurbulenceQuestion(AreaKind.LOCAL_AUTHORITY, MEDWAY, Filter.NONE, bounds));
        assertThat(quarters.rows())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.area()).extracting("id").isEqualTo(MEDWAY));
        // A day on a bound belongs to the period it begins.
        assertThat(quarters.rows())
                .extracting(row -> values(row, "closures").get(0))
                .containsExactly(0L, 1L, 0L, 0L);
        assertThat(quarters.rows())
                .extracting(row -> values(row, "openings").get(0))
                .containsExactly(0L, 0L, 0L, 1L);
        assertThat(quarters.rows().stream()
                        .mapToDouble(row -> number(row, "schoolYears"))
                        .sum())
                .isEqualTo(number(quarters.total(), "schoolYears"), within(1e-12))
                .isEqualTo(547 / 365.25, within(1e-12));
    }

    @Test
    void schoolsAreChosenByScopeAndAreasByAnArea() {
        Turbulence trustRun = Turbulence.of(
                YEAR,
                new TurbulenceQuestion(
                        AreaKind.REGION,
                        MEDWAY,
                        new Filter(List.of(), Scope.TRUST_RUN),
                        List.of(LocalDate.parse("2019-01-01"), LocalDate.parse("2020-01-01"))));
        assertThat(values(trustRun.total(), "openings", "closures", "transfers", "trustsOpened"))
                .containsExactly(1L, 0L, 1L, 1L);
        assertThat(number(trustRun.total(), "schoolYears")).isEqualTo((92 + 365) / 365.25);
    }

    @Test
    void ofNoTimeThereIsNoRate() {
        Turbulence none = turbulence(AreaKind.LOCAL_AUTHORITY, null, "2019-01-01", "2019-01-01");
        assertThat(none.rows()).isEmpty();
        assertThat(none.total().values().get(0)).isEqualTo(0.0);
        assertThat(none.total().values().get(place("openingsPer1000SchoolYears")))
                .isNull();
    }

    @Test
    void everyMeasureHasItsDefinition() {
        assertThat(Turbulence.DEFINITIONS).hasSize(25).allSatisfy(definition -> {
            assertThat(definition.title()).isNotBlank();
            assertThat(definition.formula()).isNotBlank();
            assertThat(definition.reading()).isNotBlank();
        });
        assertThat(Turbulence.DEFINITIONS).extracting(Definition::id).doesNotHaveDuplicates();
    }

    private static Turbulence turbulence(AreaKind by, @Nullable String within, String from, String to) {
        return Turbulence.of(
                YEAR,
                new TurbulenceQuestion(by, within, Filter.NONE, List.of(LocalDate.parse(from), LocalDate.parse(to))));
    }

    private static List<Long> values(Turbulence.Row row, String... ids) {
        return Stream.of(ids)
                .map(id -> (Long) Objects.requireNonNull(row.values().get(place(id))))
                .toList();
    }

    private static double number(Turbulence.Row row, String id) {
        return (Double) Objects.requireNonNull(row.values().get(place(id)));
    }

    private static int place(String id) {
        return Turbulence.DEFINITIONS.stream().map(Definition::id).toList().indexOf(id);
    }
}
