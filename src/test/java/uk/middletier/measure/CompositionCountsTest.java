package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.middletier.measure.AreaExample.sketch;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.BodyKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.MadeTimeline;

/** A school alone in its area: the counts it is in, and no other. */
final class CompositionCountsTest {
    private static final String DAY = "2020-01-01";

    @ParameterizedTest
    @CsvSource({
        "LA_MAINTAINED, Community school, la:1, laMaintained communitySchools",
        "LA_MAINTAINED, Community special school, la:1, laMaintained specialSchools",
        "LA_MAINTAINED, Voluntary aided school, la:1, laMaintained voluntaryAidedSchools",
        "LA_MAINTAINED, Voluntary controlled school, la:1, laMaintained voluntaryControlledSchools",
        "LA_MAINTAINED, Foundation school, la:1, laMaintained foundationSchools",
        "LA_MAINTAINED, Foundation special school, la:1, laMaintained specialSchools",
        "LA_MAINTAINED, Local authority nursery school, la:1, laMaintained nurserySchools",
        "LA_MAINTAINED, Pupil referral unit, la:1, laMaintained alternativeProvision",
        "ACADEMY, Academy converter, sat:1, academies academiesAndFreeSchools singleAcademyTrust converterAcademies",
        "ACADEMY, Academy sponsor led, mat:1, academies academiesAndFreeSchools multiAcademyTrust sponsorLedAcademies",
        "ACADEMY, Academy special converter, unknown,"
                + " academies academiesAndFreeSchools academyTrustUnknown converterAcademies specialSchools",
        "ACADEMY, Academy 16-19 sponsor led, mat:1,"
                + " academies academiesAndFreeSchools multiAcademyTrust sponsorLedAcademies",
        "ACADEMY, Academy secure 16 to 19, mat:1, academies academiesAndFreeSchools multiAcademyTrust",
        "FREE_SCHOOL, Free schools, mat:1, freeSchools academiesAndFreeSchools multiAcademyTrust",
        "FREE_SCHOOL, Free schools special, mat:1,"
                + " freeSchools academiesAndFreeSchools multiAcademyTrust specialSchools",
        "FREE_SCHOOL, Free schools alternative provision, sat:1,"
                + " freeSchools academiesAndFreeSchools singleAcademyTrust alternativeProvision",
        "UNIVERSITY_TECHNICAL_COLLEGE, University technical college, sat:1,"
                + " universityTechnicalColleges singleAcademyTrust",
        "STUDIO_SCHOOL, Studio schools, mat:1, studioSchools multiAcademyTrust",
        "CITY_TECHNOLOGY_COLLEGE, City technology college, unknown, cityTechnologyColleges academyTrustUnknown",
        "WELSH_MAINTAINED, Welsh establishment, la:1, welshMaintained"
    })
    void schoolCountsByItsTypeAndWhoGovernsIt(SchoolGroup group, String type, String governor, String counts) {
        assertThat(countsOf(sketch().school(1, group, "la:1", null, null)
                        .type(type)
                        .phase("Nursery")
                        .under(governor)))
                .containsExactlyInAnyOrderElementsOf(words("schools " + counts));
    }

    @ParameterizedTest
    @CsvSource({
        "Primary, primarySchools",
        "Middle deemed primary, primarySchools",
        "Secondary, secondarySchools",
        "Middle deemed secondary, secondarySchools",
        "All-through, allThroughSchools",
        "Nursery, ''",
        "16 plus, ''",
        "Not applicable, ''"
    })
    void schoolCountsByItsPhase(String phase, String counts) {
        assertThat(countsOf(sketch().school(1, SchoolGroup.WELSH_MAINTAINED, "la:1", null, null)
                        .phase(phase)
                        .under("la:1")))
                .containsExactlyInAnyOrderElementsOf(words("schools welshMaintained " + counts));
    }

    @ParameterizedTest
    @CsvSource({
        "FEDERATION, federated inHardGovernance",
        "FOUNDATION_TRUST, inSoftGovernance",
        "UMBRELLA_TRUST, inSoftCollaboration",
        "TEACHING_SCHOOL_ALLIANCE, inSoftCollaboration",
        "TEACHING_SCHOOL_HUB, inSoftCollaboration",
        "HUB, inSoftCollaboration",
        "IMPROVEMENT_GROUP, inSoftCollaboration",
        "PEER_ENQUIRY_GROUP, inSoftCollaboration",
        "LEARNING_PARTNERSHIP, inSoftCollaboration",
        "SHARED_LEADERSHIP, inSoftCollaboration",
        "PAIRING, inInformalCollaboration",
        "COLLABORATIVE, inInformalCollaboration"
    })
    void memberCountsByHowBindingItsBodyIs(BodyKind kind, String counts) {
        assertThat(countsOf(sketch().body(kind, "body:1")
                        .school(1, SchoolGroup.WELSH_MAINTAINED, "la:1", null, null)
                        .phase("")
                        .under("la:1")
                        .member(1, "body:1", null, null)))
                .containsExactlyInAnyOrderElementsOf(words("schools welshMaintained " + counts));
    }

    private static List<String> countsOf(MadeTimeline sketch) {
        AreaExample area = AreaExample.of(sketch);
        return AreaMeasures.list(Family.COMPOSITION).stream()
                .filter(measure -> measure.definition().unit().equals("schools"))
                .map(AreaMeasure::id)
                .filter(id -> area.value(id, "la:1", DAY) == 1)
                .toList();
    }

    private static List<String> words(String words) {
        return Arrays.stream(words.split(" ")).toList();
    }

    @Test
    void memberOfTwoBodiesOfOneKind_isOneSchool() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .member(1, "federation:1", null, "2021-01-01")
                .member(1, "federation:2", "2019-01-01", null));
        assertThat(town.value("federated", "la:1", "2018-12-31")).isOne();
        assertThat(town.value("federated", "la:1", DAY)).isOne();
        assertThat(town.value("federatedShare", "la:1", "2021-01-01")).isOne();
    }
}
