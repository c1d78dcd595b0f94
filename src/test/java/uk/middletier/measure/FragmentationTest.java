package uk.middletier.measure;

import static java.lang.Double.NaN;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.middletier.measure.AreaExample.CLOSE;
import static uk.middletier.measure.AreaExample.sketch;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Schools;

final class FragmentationTest {
    private static final String DAY = "2020-01-01";

    /**
     * Ten schools in la:1: four of the authority, three of mat:1 (the first of them only since 2019), one of sat:1, one of
     * sat:2 that is in an alliance, and the one school of mat:2. In la:2 four more of mat:1. In la:3 one that closed in
     * 2018.
     */
    private static final AreaExample TOWN =
            AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .under("la:1")
                    .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .under("la:1")
                    .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .under("la:1")
                    .school(4, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .under("la:1")
                    .school(5, SchoolGroup.ACADEMY, "la:1", null, null)
                    .governed(5, "la:1", null, "2019-06-01")
                    .governed(5, "mat:1", "2019-06-01", null)
                    .school(6, SchoolGroup.ACADEMY, "la:1", null, null)
                    .under("mat:1")
                    .school(7, SchoolGroup.ACADEMY, "la:1", null, null)
                    .under("mat:1")
                    .school(8, SchoolGroup.ACADEMY, "la:1", null, null)
                    .under("sat:1")
                    .school(9, SchoolGroup.ACADEMY, "la:1", null, null)
                    .under("sat:2")
                    .member(9, "alliance:1", null, null)
                    .school(10, SchoolGroup.ACADEMY, "la:1", null, null)
                    .under("mat:2")
                    .school(11, SchoolGroup.ACADEMY, "la:2", null, null)
                    .under("mat:1")
                    .school(12, SchoolGroup.ACADEMY, "la:2", null, null)
                    .under("mat:1")
                    .school(13, SchoolGroup.ACADEMY, "la:2", null, null)
                    .under("mat:1")
                    .school(14, SchoolGroup.ACADEMY, "la:2", null, null)
                    .under("mat:1")
                    .school(15, SchoolGroup.LA_MAINTAINED, "la:3", null, "2018-09-01")
                    .under("la:3"));

    /** In la:1, of shares .4, .3, .1, .1 and .1; in la:2, all of one body; in la:3, without schools. */
    static final Map<String, List<Double>> WORKED = Map.ofEntries(
            entry("bodies", List.of(5., 1., NaN)),
            entry("bodiesPer100Schools", List.of(50., 25., NaN)), // 100 · 5/10; 100 · 1/4
            entry("hhi", List.of(.28, 1., NaN)), // .4² + .3² + 3 · .1²
            entry("effectiveBodies", List.of(3.5714285714, 1., NaN)), // 1 / .28
            // .4 · .9162907319 + .3 · 1.2039728043 + 3 · .1 · 2.3025850930
            entry("shannon", List.of(1.4184836620, 0., NaN)),
            entry("hill1", List.of(4.1308519209, 1., NaN)), // e^1.4184836620
            entry("largestShare", List.of(.4, 1., NaN)),
            entry("evenness", List.of(.8813534533, NaN, NaN)), // 1.4184836620 / ln 5 = … / 1.6094379124
            entry("unattachedShare", List.of(.1, 0., NaN)), // 8; 9 is in an alliance, 10 in no single-academy trust
            entry("disintermediation", List.of(.2, 0., NaN)), // 8 and 10
            entry("crossBoundaryShare", List.of(.5, 0., NaN)), // 5, 6, 7 of 5–10; of mat:1 are 3 in la:1, 4 in la:2
            entry("volatility", List.of(.1, 0., NaN))); // ½ (|.4 − .5| + |.3 − .2|)

    @Test
    void controlOfATown_ofAnAreaOfOneBody_andOfOneWithoutSchools() {
        TOWN.hasExactly(Family.FRAGMENTATION, "la:1", DAY, column(0));
        TOWN.hasExactly(Family.FRAGMENTATION, "la:2", DAY, column(1));
        TOWN.hasExactly(Family.FRAGMENTATION, "la:3", DAY, column(2));
    }

    private static Map<String, Double> column(int area) {
        return WORKED.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, row -> row.getValue().get(area)));
    }

    /** 300 pupils under the authority, 100 under mat:1; of sat:1 nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "bodies, 2",
        "bodiesPer100Schools, 66.6666666667", // 100 · 2/3
        "hhi, .625", // .75² + .25²
        "effectiveBodies, 1.6",
        "shannon, .5623351446", // .75 · .2876820724 + .25 · 1.3862943611
        "hill1, 1.7547653506",
        "largestShare, .75",
        "evenness, .8112781245", // .5623351446 / ln 2
        "unattachedShare, 0", // 0 of 400
        "disintermediation, .3333333333", // of schools: 1 of 3
        "crossBoundaryShare, 0" // of schools: 0 of 2
    })
    void byPupils_whoseNumberIsUnknownHoldsNothing(String id, double expected) {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                        .under("la:1")
                        .pupils(300)
                        .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                        .under("mat:1")
                        .pupils(100)
                        .member(2, "alliance:1", null, null)
                        .school(3, SchoolGroup.ACADEMY, "la:1", null, null)
                        .under("sat:1")
                        .pupils(Schools.UNKNOWN))
                .byPupils();
        assertThat(town.value(id, "la:1", DAY)).isCloseTo(expected, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bodies",
                "bodiesPer100Schools",
                "hhi",
                "effectiveBodies",
                "shannon",
                "hill1",
                "largestShare",
                "evenness",
                "unattachedShare",
                "volatility"
            })
    void whereNothingWeighs_sharesAreUndefined(String id) {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .pupils(Schools.UNKNOWN)
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("sat:1")
                .pupils(0));
        assertThat(town.byPupils().value(id, "la:1", DAY)).isNaN();
        assertThat(town.value(id, "la:1", DAY)).isNotNaN();
    }

    @Test
    void equalShares_areAsManyEffectiveBodies() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("sat:1"));
        assertThat(town.value("effectiveBodies", "la:1", DAY)).isCloseTo(2, CLOSE);
        assertThat(town.value("hill1", "la:1", DAY)).isCloseTo(2, CLOSE);
        assertThat(town.value("evenness", "la:1", DAY)).isCloseTo(1, CLOSE);
        assertThat(town.value("shannon", "la:1", DAY)).isCloseTo(.6931471806, CLOSE); // ln 2
    }

    /** One body is the fewest there can be; where there is none, they are undefined. */
    @ParameterizedTest
    @ValueSource(strings = {"effectiveBodies", "hill1"})
    void effectiveNumberOfBodies_beginsAtOne(String id) {
        assertThat(AreaMeasures.find(id).orElseThrow().definition().min()).isEqualTo(1.0);
        assertThat(TOWN.value(id, "la:2", DAY)).isEqualTo(1.0);
    }

    /** Two of the authority and two whose trusts no source names: shares ½, ¼ and ¼. */
    @Test
    void academyOfUnknownTrust_isABodyOfItsOwn() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .school(3, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("unknown")
                .school(4, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("unknown"));
        assertThat(town.value("bodies", "la:1", DAY)).isEqualTo(3);
        assertThat(town.value("hhi", "la:1", DAY)).isCloseTo(.375, CLOSE); // ¼ + 2/16
        assertThat(town.value("hill1", "la:1", DAY)).isCloseTo(2.8284271247, CLOSE); // e^(½ ln 2 + ½ ln 4) = √8
        assertThat(town.value("largestShare", "la:1", DAY)).isCloseTo(.5, CLOSE);
        // Nobody knows whether they are alone, nor where their trusts are.
        assertThat(town.value("unattachedShare", "la:1", DAY)).isZero();
        assertThat(town.value("disintermediation", "la:1", DAY)).isZero();
        assertThat(town.value("crossBoundaryShare", "la:1", DAY)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "sat:1, '', 1, 1",
        "sat:1, federation:1, 0, 0",
        "sat:1, alliance:1, 0, 0",
        "sat:1, pairing:1, 0, 0",
        "mat:1, '', 0, 1",
        "mat:1, pairing:1, 0, 0",
        "unknown, '', 0, 0",
        "la:1, '', 0, 0"
    })
    void schoolStandsAlone_ifNothingIsBetweenItAndCentralGovernment(
            String governor, String body, double unattached, double disintermediated) {
        MadeTimeline sketch =
                sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null).under(governor);
        AreaExample town = AreaExample.of(body.isEmpty() ? sketch : sketch.member(1, body, null, null));
        assertThat(town.value("unattachedShare", "la:1", DAY)).isEqualTo(unattached);
        assertThat(town.value("disintermediation", "la:1", DAY)).isEqualTo(disintermediated);
    }

    /** The other school of mat:1 lies elsewhere and opens later; sat:1 gets a second school, but remains what it is. */
    @Test
    void trustOfOneSchoolHere_isNotAloneIfItHasOneElsewhere() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(2, SchoolGroup.ACADEMY, "la:2", "2019-09-01", null)
                .under("mat:1")
                .school(3, SchoolGroup.ACADEMY, "la:3", null, null)
                .under("sat:1")
                .school(4, SchoolGroup.ACADEMY, "la:3", null, null)
                .under("sat:1"));
        assertThat(town.value("disintermediation", "la:1", "2019-08-31")).isOne();
        assertThat(town.value("disintermediation", "la:1", "2019-09-01")).isZero();
        assertThat(town.value("disintermediation", "la:3", DAY)).isOne();
    }

    @Test
    void schoolThatLeavesItsAlliance_standsAloneFromThatDay() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("sat:1")
                .pupils(300)
                .member(1, "alliance:1", null, "2019-09-01")
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1"));
        assertThat(town.value("unattachedShare", "la:1", "2019-08-31")).isZero();
        assertThat(town.value("unattachedShare", "la:1", "2019-09-01")).isCloseTo(.5, CLOSE);
        assertThat(town.byPupils().value("unattachedShare", "la:1", "2019-09-01"))
                .isCloseTo(.75, CLOSE); // 300 of 400
    }

    /** mat:1 has as many schools here as elsewhere until the second there opens. */
    @Test
    void trustIsMostlyElsewhere_ifMoreOfItsSchoolsAre() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(2, SchoolGroup.ACADEMY, "la:2", null, null)
                .under("mat:1")
                .school(3, SchoolGroup.ACADEMY, "la:3", "2019-09-01", null)
                .phase("Secondary")
                .under("mat:1")
                .school(4, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("sat:1")
                .school(5, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1"));
        assertThat(town.value("crossBoundaryShare", "la:1", "2019-08-31")).isZero();
        assertThat(town.value("crossBoundaryShare", "la:1", DAY)).isCloseTo(.5, CLOSE); // 1 of 1 and 4
        assertThat(town.only(new Filter(List.of("Primary"), Scope.STATE_FUNDED))
                        .value("crossBoundaryShare", "la:1", DAY))
                .isCloseTo(.5, CLOSE);
        // Of the region two of its three schools are.
        assertThat(town.by(AreaKind.REGION).value("crossBoundaryShare", "region:1", DAY))
                .isZero();
        assertThat(town.by(AreaKind.REGION).value("crossBoundaryShare", "region:2", DAY))
                .isOne();
        assertThat(town.inside("la:1").whole("crossBoundaryShare", DAY)).isCloseTo(.5, CLOSE);
        assertThat(town.whole("crossBoundaryShare", DAY)).isZero();
    }

    /** mat:1 has two primaries and a secondary; the secondary lies in la:1, where it is not looked at. */
    @Test
    void whereATrustIsMostly_isAskedOfAllItsSchools() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                        .under("mat:1")
                        .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                        .phase("Secondary")
                        .under("mat:1")
                        .school(3, SchoolGroup.ACADEMY, "la:2", null, null)
                        .under("mat:1"))
                .only(new Filter(List.of("Primary"), Scope.STATE_FUNDED));
        assertThat(town.value("crossBoundaryShare", "la:1", DAY)).isZero(); // 1 elsewhere, 2 here
        assertThat(town.value("crossBoundaryShare", "la:2", DAY)).isOne(); // 2 elsewhere, 1 here
    }

    @Test
    void withoutTrustSchools_nothingIsRunFromElsewhereOrHere() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1"));
        assertThat(town.value("crossBoundaryShare", "la:1", DAY)).isNaN();
        assertThat(town.value("unattachedShare", "la:1", DAY)).isZero();
    }

    /** Of two secondaries one is the authority's, of three special schools all are one trust's. */
    @ParameterizedTest
    @CsvSource({
        "'', STATE_FUNDED, .68, .8", // .8² + .2²
        "Secondary, STATE_FUNDED, .5, .5", // .5² + .5²
        "'', MAINSTREAM, .5, .5",
        "'', SPECIAL, 1, 1",
        "'', TRUST_RUN, 1, 1"
    })
    void filtersSayOfWhichSchoolsSharesAreMade(String phase, Scope scope, double hhi, double largest) {
        MadeTimeline sketch = sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .phase("Secondary")
                .under("la:1")
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .phase("Secondary")
                .under("mat:1");
        for (int urn = 3; urn <= 5; urn++) {
            sketch.school(urn, SchoolGroup.ACADEMY, "la:1", null, null)
                    .type("Academy special converter")
                    .phase("Not applicable")
                    .under("mat:1");
        }
        AreaExample town = AreaExample.of(sketch).only(new Filter(phase.isEmpty() ? List.of() : List.of(phase), scope));
        assertThat(town.value("hhi", "la:1", DAY)).isCloseTo(hhi, CLOSE);
        assertThat(town.value("largestShare", "la:1", DAY)).isCloseTo(largest, CLOSE);
    }
}
