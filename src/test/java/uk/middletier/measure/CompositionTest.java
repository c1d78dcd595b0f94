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
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Schools;

final class CompositionTest {
    private static final String DAY = "2020-01-01";

    /**
     * Ten schools of 2000 pupils in la:1, of which the seventh did not tell how many it has; two Welsh ones in la:2,
     * which did not either; in la:3 one that closed.
     */
    private static final AreaExample TOWN =
            AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .under("la:1")
                    .pupils(100)
                    .member(1, "federation:1", null, null)
                    .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .type("Voluntary aided school")
                    .under("la:1")
                    .pupils(200)
                    .member(2, "federation:1", null, null)
                    .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .type("Voluntary controlled school")
                    .under("la:1")
                    .pupils(150)
                    .school(4, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .type("Foundation school")
                    .phase("Secondary")
                    .under("la:1")
                    .pupils(400)
                    .member(4, "foundation:1", null, null)
                    .school(5, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .type("Local authority nursery school")
                    .phase("Nursery")
                    .under("la:1")
                    .pupils(50)
                    .school(6, SchoolGroup.ACADEMY, "la:1", null, null)
                    .under("mat:1")
                    .pupils(300)
                    .school(7, SchoolGroup.ACADEMY, "la:1", null, null)
                    .type("Academy special sponsor led")
                    .phase("Not applicable")
                    .under("mat:1")
                    .pupils(Schools.UNKNOWN)
                    .member(7, "alliance:1", null, null)
                    .school(8, SchoolGroup.FREE_SCHOOL, "la:1", null, null)
                    .phase("All-through")
                    .under("mat:1")
                    .pupils(500)
                    .member(8, "alliance:1", null, null)
                    .school(9, SchoolGroup.UNIVERSITY_TECHNICAL_COLLEGE, "la:1", null, null)
                    .phase("Secondary")
                    .under("sat:1")
                    .pupils(250)
                    .member(9, "pairing:1", null, null)
                    .school(10, SchoolGroup.ACADEMY, "la:1", null, null)
                    .type("Academy alternative provision converter")
                    .phase("Not applicable")
                    .under("unknown")
                    .pupils(50)
                    .school(11, SchoolGroup.WELSH_MAINTAINED, "la:2", null, null)
                    .phase("")
                    .under("la:2")
                    .pupils(Schools.UNKNOWN)
                    .school(12, SchoolGroup.WELSH_MAINTAINED, "la:2", null, null)
                    .phase("")
                    .under("la:2")
                    .pupils(Schools.UNKNOWN)
                    .school(13, SchoolGroup.LA_MAINTAINED, "la:3", null, DAY)
                    .under("la:3"));

    /** In la:1, la:2 and la:3. */
    static final Map<String, List<Double>> WORKED = Map.ofEntries(
            entry("schools", List.of(10., 2., 0.)),
            entry("pupils", List.of(2000., NaN, NaN)),
            entry("laMaintained", List.of(5., 0., 0.)), // 1–5
            entry("academies", List.of(3., 0., 0.)), // 6, 7, 10
            entry("freeSchools", List.of(1., 0., 0.)), // 8
            entry("academiesAndFreeSchools", List.of(4., 0., 0.)), // 3 + 1: 9 is neither
            entry("universityTechnicalColleges", List.of(1., 0., 0.)), // 9
            entry("studioSchools", List.of(0., 0., 0.)),
            entry("cityTechnologyColleges", List.of(0., 0., 0.)),
            entry("singleAcademyTrust", List.of(1., 0., 0.)), // 9
            entry("multiAcademyTrust", List.of(3., 0., 0.)), // 6, 7, 8
            entry("academyTrustUnknown", List.of(1., 0., 0.)), // 10
            entry("welshMaintained", List.of(0., 2., 0.)), // 11, 12
            entry("federated", List.of(2., 0., 0.)), // 1, 2
            entry("academyShare", List.of(.5, 0., NaN)), // 6–10: 5 of 10
            entry("laShare", List.of(.5, 1., NaN)), // 5 of 10; 2 of 2
            entry("satShare", List.of(.1, 0., NaN)), // 1 of 10
            entry("matShare", List.of(.3, 0., NaN)), // 3 of 10
            entry("federatedShare", List.of(.2, 0., NaN)), // 2 of 10
            entry("freeSchoolShare", List.of(.1, 0., NaN)), // 1 of 10
            entry("trustUnknownShare", List.of(.1, 0., NaN)), // 1 of 10
            entry("communitySchools", List.of(1., 0., 0.)), // 1
            entry("voluntaryAidedSchools", List.of(1., 0., 0.)), // 2
            entry("voluntaryControlledSchools", List.of(1., 0., 0.)), // 3
            entry("foundationSchools", List.of(1., 0., 0.)), // 4
            entry("nurserySchools", List.of(1., 0., 0.)), // 5
            entry("converterAcademies", List.of(2., 0., 0.)), // 6, 10
            entry("sponsorLedAcademies", List.of(1., 0., 0.)), // 7
            entry("specialSchools", List.of(1., 0., 0.)), // 7
            entry("alternativeProvision", List.of(1., 0., 0.)), // 10
            entry("primarySchools", List.of(4., 0., 0.)), // 1, 2, 3, 6
            entry("secondarySchools", List.of(2., 0., 0.)), // 4, 9
            entry("allThroughSchools", List.of(1., 0., 0.)), // 8
            entry("inHardGovernance", List.of(2., 0., 0.)), // 1, 2
            entry("inSoftGovernance", List.of(1., 0., 0.)), // 4
            entry("inSoftCollaboration", List.of(2., 0., 0.)), // 7, 8
            entry("inInformalCollaboration", List.of(1., 0., 0.)), // 9
            entry("pupilCoverage", List.of(.9, 0., NaN))); // 9 of 10; 0 of 2

    @Test
    void compositionOfATown_ofAnAreaOfWales_andOfOneWithoutSchools() {
        TOWN.hasExactly(Family.COMPOSITION, "la:1", DAY, column(0));
        TOWN.hasExactly(Family.COMPOSITION, "la:2", DAY, column(1));
        TOWN.hasExactly(Family.COMPOSITION, "la:3", DAY, column(2));
    }

    private static Map<String, Double> column(int area) {
        return WORKED.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, row -> row.getValue().get(area)));
    }

    /** Of 2000 pupils; the seventh school weighs nothing. */
    @ParameterizedTest
    @CsvSource({
        "academyShare, .55", // 300 + 500 + 250 + 50
        "laShare, .45", // 100 + 200 + 150 + 400 + 50
        "satShare, .125", // 250
        "matShare, .4", // 300 + 500
        "federatedShare, .15", // 100 + 200
        "freeSchoolShare, .25", // 500
        "trustUnknownShare, .025" // 50
    })
    void shareByPupils_leavesOutSchoolsOfUnknownNumber(String id, double share) {
        assertThat(TOWN.byPupils().value(id, "la:1", DAY)).isCloseTo(share, CLOSE);
        // Where nobody knows the pupils of any school, no share means anything.
        assertThat(TOWN.byPupils().value(id, "la:2", DAY)).isNaN();
    }

    @Test
    void countsAreOfSchools_whateverTheWeight() {
        assertThat(TOWN.byPupils().value("schools", "la:1", DAY)).isEqualTo(10);
        assertThat(TOWN.byPupils().value("multiAcademyTrust", "la:1", DAY)).isEqualTo(3);
        assertThat(TOWN.byPupils().value("pupilCoverage", "la:1", DAY)).isCloseTo(.9, CLOSE);
        assertThat(TOWN.byPupils().value("welshMaintained", "la:2", DAY)).isEqualTo(2);
    }

    @Test
    void schoolOfNoPupils_isOfKnownNumberAndWeighsNothing() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .pupils(0)
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1"));
        assertThat(town.value("pupils", "la:1", DAY)).isEqualTo(100);
        assertThat(town.value("pupilCoverage", "la:1", DAY)).isOne();
        assertThat(town.byPupils().value("laShare", "la:1", DAY)).isZero();
        assertThat(town.value("laShare", "la:1", DAY)).isCloseTo(.5, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "STATE_FUNDED, 10, .5", // 5 of 10
        "MAINSTREAM, 8, .625", // without 7 and 10: 5 of 8
        "SPECIAL, 1, 0", // 7
        "ALTERNATIVE_PROVISION, 1, 0", // 10
        "TRUST_RUN, 5, 0" // 6–10
    })
    void scopeSaysWhichSchoolsAreLookedAt(Scope scope, double schools, double laShare) {
        AreaExample scoped = TOWN.only(new Filter(List.of(), scope));
        assertThat(scoped.value("schools", "la:1", DAY)).isEqualTo(schools);
        assertThat(scoped.value("laShare", "la:1", DAY)).isCloseTo(laShare, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "Primary, 4, .75", // 1, 2, 3 of these and 6
        "Primary+Secondary, 6, .6666666666666666", // 1–4 of these, 6 and 9
        "All-through, 1, 0", // 8
        "16 plus, 0, NaN"
    })
    void phasesSayWhichSchoolsAreLookedAt(String phases, double schools, double laShare) {
        AreaExample filtered = TOWN.only(new Filter(List.of(phases.split("\\+")), Scope.STATE_FUNDED));
        assertThat(filtered.value("schools", "la:1", DAY)).isEqualTo(schools);
        assertThat(filtered.value("laShare", "la:1", DAY)).isCloseTo(laShare, CLOSE);
    }

    @Test
    void withinAnArea_onlyItsSchoolsAreCounted() {
        AreaExample dioceses = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                        .under("la:1")
                        .in(1, "diocese:1")
                        .school(2, SchoolGroup.ACADEMY, "la:2", null, null)
                        .under("mat:1")
                        .in(2, "diocese:1")
                        .school(3, SchoolGroup.ACADEMY, "la:3", null, null)
                        .under("mat:1")
                        .in(3, "diocese:1"))
                .by(AreaKind.DIOCESE);
        assertThat(dioceses.value("laShare", "diocese:1", DAY)).isCloseTo(1 / 3., CLOSE);
        assertThat(dioceses.inside("region:1").value("laShare", "diocese:1", DAY))
                .isCloseTo(.5, CLOSE);
        assertThat(dioceses.inside("la:1").value("laShare", "diocese:1", DAY)).isOne();
    }
}
