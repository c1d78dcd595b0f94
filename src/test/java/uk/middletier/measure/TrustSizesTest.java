package uk.middletier.measure;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.middletier.measure.AreaExample.sketch;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Schools;

final class TrustSizesTest {
    private static final String DAY = "2020-01-01";

    /**
     * Ten trusts with schools in la:1: of 1, 2, 5, 6, 10, 11, 20, 21, 30 and 31 schools, of which 1, 1, 2, 1, 3, 2, 3, 4,
     * 2 and 7 lie there and the others in la:2. A school of an unknown trust in la:1 is in no bin. No trust in la:3.
     */
    private static final AreaExample TOWN = town();

    /** In la:1, la:2 (where the trust of one school has none) and la:3. */
    static final Map<String, List<Double>> WORKED = Map.ofEntries(
            entry("trusts", List.of(10., 9., 0.)),
            entry("trustsOf1", List.of(1., 0., 0.)), // 1
            entry("trustsOf2To5", List.of(2., 2., 0.)), // 2, 5
            entry("trustsOf6To10", List.of(2., 2., 0.)), // 6, 10
            entry("trustsOf11To20", List.of(2., 2., 0.)), // 11, 20
            entry("trustsOf21To30", List.of(2., 2., 0.)), // 21, 30
            entry("trustsOf31Plus", List.of(1., 1., 0.)), // 31
            entry("trustsOf10Plus", List.of(6., 6., 0.)), // 10, 11, 20, 21, 30, 31
            entry("schoolsInTrustsOf1", List.of(1., 0., 0.)),
            entry("schoolsInTrustsOf2To5", List.of(3., 4., 0.)), // 1 + 2; 1 + 3
            entry("schoolsInTrustsOf6To10", List.of(4., 12., 0.)), // 1 + 3; 5 + 7
            entry("schoolsInTrustsOf11To20", List.of(5., 26., 0.)), // 2 + 3; 9 + 17
            entry("schoolsInTrustsOf21To30", List.of(6., 45., 0.)), // 4 + 2; 17 + 28
            entry("schoolsInTrustsOf31Plus", List.of(7., 24., 0.)), // 7; 31 − 7
            entry("schoolsInTrustsOf10Plus", List.of(21., 102., 0.)), // 3+2+3+4+2+7; 7+9+17+17+28+24
            entry("crossPhaseTrusts", List.of(1., 1., 0.))); // that of 2: a secondary in la:1, a primary in la:2

    private static AreaExample town() {
        MadeTimeline sketch = sketch();
        int urn = 1;
        int[][] trusts = {{1, 1}, {2, 1}, {5, 2}, {6, 1}, {10, 3}, {11, 2}, {20, 3}, {21, 4}, {30, 2}, {31, 7}};
        for (int[] trust : trusts) {
            String id = "trust:" + trust[0];
            sketch.body(BodyKind.MULTI_ACADEMY_TRUST, id);
            for (int i = 0; i < trust[0]; i++) {
                sketch.school(urn++, SchoolGroup.ACADEMY, i < trust[1] ? "la:1" : "la:2", null, null)
                        .under(id)
                        .phase(trust[0] == 2 && i == 0 ? "Secondary" : "Primary");
            }
        }
        return AreaExample.of(sketch.school(urn++, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("unknown")
                .school(urn++, SchoolGroup.LA_MAINTAINED, "la:3", null, null)
                .under("la:3"));
    }

    @Test
    void trustsAndTheirSchoolsHere_bySizeEverywhere() {
        TOWN.hasExactly(Family.TRUST_SIZES, "la:1", DAY, column(0));
        TOWN.hasExactly(Family.TRUST_SIZES, "la:2", DAY, column(1));
        TOWN.hasExactly(Family.TRUST_SIZES, "la:3", DAY, column(2));
    }

    private static Map<String, Double> column(int area) {
        return WORKED.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, row -> row.getValue().get(area)));
    }

    @Test
    void areaWhoseTrustsAreGone_hasNone() {
        AreaExample town = AreaExample.of(
                sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, DAY).under("sat:1"));
        assertThat(town.value("trustsOf1", "la:1", "2019-12-31")).isOne();
        assertThat(Stream.of("trusts", "trustsOf1", "schoolsInTrustsOf1", "crossPhaseTrusts")
                        .map(id -> town.value(id, "la:1", DAY)))
                .containsOnly(0.);
    }

    @Test
    void trustMovesFromBinToBin_withTheSchoolsItGainsAndLoses() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(2, SchoolGroup.ACADEMY, "la:2", "2019-03-01", "2019-09-01")
                .under("mat:1"));
        assertThat(town.value("trustsOf1", "la:1", "2019-02-28")).isOne();
        assertThat(town.value("trustsOf1", "la:1", "2019-03-01")).isZero();
        assertThat(town.value("trustsOf2To5", "la:1", "2019-03-01")).isOne();
        assertThat(town.value("schoolsInTrustsOf2To5", "la:1", "2019-08-31")).isOne();
        assertThat(town.value("trustsOf1", "la:1", "2019-09-01")).isOne();
    }

    /** Two primaries and a secondary here; nobody knows the secondary's pupils. */
    @Test
    void sizeIsOfAllSchools_whateverIsLookedAt() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(3, SchoolGroup.ACADEMY, "la:1", null, null)
                .phase("Secondary")
                .pupils(Schools.UNKNOWN)
                .under("mat:1")
                .school(4, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:2"));
        AreaExample secondaries = town.only(new Filter(List.of("Secondary"), Scope.STATE_FUNDED));
        assertThat(secondaries.value("trusts", "la:1", DAY)).isOne();
        assertThat(secondaries.value("trustsOf2To5", "la:1", DAY)).isOne();
        assertThat(secondaries.value("schoolsInTrustsOf2To5", "la:1", DAY)).isOne();
        assertThat(secondaries.value("crossPhaseTrusts", "la:1", DAY)).isOne();
        // Counts are of schools whatever the weight, even where no school weighs anything.
        assertThat(secondaries.byPupils().value("trusts", "la:1", DAY)).isOne();
        assertThat(town.byPupils().value("schoolsInTrustsOf2To5", "la:1", DAY)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Primary, Secondary, 1",
        "Primary, Primary, 0",
        "Secondary, Secondary, 0",
        "Middle deemed primary, Middle deemed secondary, 1",
        "Primary, All-through, 1",
        "All-through, 16 plus, 1",
        "Nursery, Secondary, 0",
        "16 plus, Primary, 0"
    })
    void trustIsCrossPhase_ifItTeachesPrimaryAndSecondaryPupilsAnywhere(String here, String there, double expected) {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .phase(here)
                .under("mat:1")
                .school(2, SchoolGroup.ACADEMY, "la:3", null, "2021-01-01")
                .phase(there)
                .under("mat:1"));
        assertThat(town.value("crossPhaseTrusts", "la:1", DAY)).isEqualTo(expected);
        // Alone, only an all-through school makes a trust cross-phase.
        assertThat(town.value("crossPhaseTrusts", "la:1", "2021-01-01")).isEqualTo(here.equals("All-through") ? 1 : 0);
    }

    @Test
    void trustWithSchoolsInTwoAreas_isOneOfBothAndOneOfTheWhole() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(2, SchoolGroup.ACADEMY, "la:2", null, null)
                .under("mat:1")
                .school(3, SchoolGroup.ACADEMY, "la:3", null, null)
                .under("sat:1"));
        assertThat(town.value("trusts", "la:1", DAY)).isOne();
        assertThat(town.value("trusts", "la:2", DAY)).isOne();
        assertThat(town.whole("trusts", DAY)).isEqualTo(2);
        assertThat(town.whole("schoolsInTrustsOf2To5", DAY)).isEqualTo(2);
        assertThat(town.by(AreaKind.REGION).value("trusts", "region:1", DAY)).isOne();
        assertThat(town.inside("region:2").whole("trusts", DAY)).isOne();
    }
}
