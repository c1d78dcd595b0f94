package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Timeline;

class TypesTest {
    private static final int DAY = Days.of(LocalDate.parse("2020-01-01"));

    private static MadeTimeline sketch() {
        return new MadeTimeline("2020-01-01")
                .area(AreaKind.REGION, "region:E12000001")
                .area(AreaKind.REGION, "region:E12000002")
                .area(AreaKind.REGION, "region:E12000007")
                .area(AreaKind.LOCAL_AUTHORITY, "la:1", "region:E12000001")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2", "region:E12000002")
                .area(AreaKind.LOCAL_AUTHORITY, "la:3", "region:E12000007")
                .area(AreaKind.LOCAL_AUTHORITY, "la:4")
                .body(BodyKind.FEDERATION, "federation:1")
                .body(BodyKind.COLLABORATIVE, "collaborative:1")
                .body(BodyKind.UMBRELLA_TRUST, "umbrella-trust:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:2");
    }

    private static Types.Question question(Set<CollaborationType> types) {
        return new Types.Question(Types.KINDS, null, null, types, DAY);
    }

    private static List<Types.Row> ask(Timeline timeline) {
        return Types.of(timeline, question(EnumSet.noneOf(CollaborationType.class)));
    }

    /** The only row's verdict. */
    private static String verdict(Timeline timeline, CollaborationType type) {
        return ask(timeline).get(0).verdicts().stream()
                .filter(verdict -> verdict.type() == type)
                .map(verdict -> verdict.applies() + ": " + verdict.saw())
                .findFirst()
                .orElse("no rule");
    }

    /**
     * Two maintained Catholic schools of one authority, of 90 and 250 pupils, one primary and one secondary, federated on 1
     * September 2015, when one was good (2014) and the other required improvement (2013; made good only in 2017).
     */
    private static Timeline federation() {
        return sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .pupils(90)
                .character("Roman Catholic")
                .inspected(2, "2014-05-01")
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .phase("Secondary")
                .pupils(250)
                .character("Roman Catholic")
                .inspected(2, "2017-05-01")
                .observed("school:2", "ofsted-overall", 3, "2013-05-01")
                .member(1, "federation:1", "2015-09-01", null)
                .member(2, "federation:1", "2015-09-01", null)
                .make();
    }

    @Test
    void everyRuleOfAFederation_withWhatItSaw() {
        Types.Row row = ask(federation()).get(0);
        assertThat(row.schools()).isEqualTo(2);
        assertThat(row.verdicts().stream()
                        .map(verdict -> verdict.type().word() + " " + verdict.applies() + ": " + verdict.saw()))
                .containsExactly(
                        "cross-phase true: 1 teach primary and 1 secondary pupils",
                        "performance true: grade 2 at 1 and grade 3 at 2 on 2015-09-01",
                        "size true: 1 with fewer than 100 pupils, 1 with 100 to 300",
                        "mainstreaming false: 0 special, 2 mainstream",
                        "faith true: Roman Catholic",
                        "academy false: 0 of 2 schools are run by trusts",
                        "hard-governance-federation true: its formality is hard-governance",
                        "soft-governance-federation false: its formality is hard-governance",
                        "soft-federation false: its formality is hard-governance",
                        "informal-collaboration false: its formality is hard-governance",
                        "local-federation true: local authorities: Area la:1",
                        "collaborative false: its formality is hard-governance");
    }

    @Test
    void bodiesCanBeAskedForByType_andCounted() {
        assertThat(Types.of(federation(), question(EnumSet.of(CollaborationType.FAITH))))
                .hasSize(1);
        assertThat(Types.of(federation(), question(EnumSet.of(CollaborationType.ACADEMY))))
                .isEmpty();
        assertThat(Types.counts(ask(federation())))
                .contains(
                        new Types.Count(CollaborationType.FAITH, 1, 0, 0),
                        new Types.Count(CollaborationType.ACADEMY, 0, 1, 0))
                .noneMatch(count -> count.type() == CollaborationType.NATIONAL_CHAIN);
    }

    @Test
    void oneSchoolAlone_isNoGroup() {
        assertThat(ask(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                        .member(1, "federation:1", null, null)
                        .make()))
                .isEmpty();
    }

    /** What was found after they had federated tells nothing of how they were then. */
    @Test
    void ratingsThatAreNotKnownAsTheyWere_leaveItUndecided() {
        assertThat(verdict(
                        sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                                .inspected(2, "2014-05-01")
                                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                                .inspected(4, "2017-05-01")
                                .member(1, "federation:1", "2014-01-01", null)
                                .member(2, "federation:1", "2015-09-01", null)
                                .make(),
                        CollaborationType.PERFORMANCE))
                .isEqualTo("null: ratings of 1 of its first 2 schools are not known as they were on 2015-09-01");
        assertThat(verdict(
                        sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                                .inspected(2, "2014-05-01")
                                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                                .inspected(4, "2014-05-01")
                                .member(1, "federation:1", null, null)
                                .member(2, "federation:1", null, null)
                                .make(),
                        CollaborationType.PERFORMANCE))
                .isEqualTo("null: the day on which it first had two schools is not known");
    }

    /** An academy opened on joining has its predecessor's rating. */
    @Test
    void predecessorsRatingCounts() {
        assertThat(verdict(
                        sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, "2015-09-01")
                                .lineage(1)
                                .inspected(4, "2015-03-01")
                                .school(3, SchoolGroup.ACADEMY, "la:1", "2015-09-01", null)
                                .lineage(1)
                                .under("trust:1")
                                .school(4, SchoolGroup.ACADEMY, "la:1", "2011-09-01", null)
                                .inspected(1, "2013-03-01")
                                .under("trust:1")
                                .make(),
                        CollaborationType.PERFORMANCE))
                .isEqualTo("true: grade 1 at 4 and grade 4 at 3 on 2015-09-01");
    }

    @ParameterizedTest
    @CsvSource({
        "50, 60, true",
        "50, 100, true",
        "99, 300, true",
        "50, 301, false",
        "100, 100, false",
        "50, -1, ",
        "400, -1, false",
        "-1, -1, "
    })
    void size(int one, int other, Boolean applies) {
        Timeline timeline = sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .pupils(one == -1 ? Schools.UNKNOWN : one)
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .pupils(other == -1 ? Schools.UNKNOWN : other)
                .member(1, "federation:1", null, null)
                .member(2, "federation:1", null, null)
                .make();
        assertThat(verdict(timeline, CollaborationType.SIZE)).startsWith(Objects.toString(applies));
    }

    @ParameterizedTest
    @CsvSource({
        "Roman Catholic, Roman Catholic, LA_MAINTAINED, true",
        "Roman Catholic, Church of England, LA_MAINTAINED, false",
        "Roman Catholic, None, LA_MAINTAINED, false",
        "None, None, LA_MAINTAINED, false",
        "Roman Catholic, '', LA_MAINTAINED, false",
        "Roman Catholic, '', WELSH_MAINTAINED, "
    })
    void faith(String one, String other, SchoolGroup group, Boolean applies) {
        Timeline timeline = sketch().school(1, group, "la:1", null, null)
                .character(one)
                .school(2, group, "la:1", null, null)
                .character(other)
                .member(1, "federation:1", null, null)
                .member(2, "federation:1", null, null)
                .make();
        assertThat(verdict(timeline, CollaborationType.FAITH)).startsWith(Objects.toString(applies));
    }

    @ParameterizedTest
    @CsvSource({
        "Primary, Secondary, true",
        "Primary, Primary, false",
        "All-through, Primary, true",
        "Primary, Not applicable, ",
        "Nursery, Primary, false"
    })
    void crossPhase(String one, String other, Boolean applies) {
        Timeline timeline = sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .phase(one)
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .phase(other)
                .member(1, "federation:1", null, null)
                .member(2, "federation:1", null, null)
                .make();
        assertThat(verdict(timeline, CollaborationType.CROSS_PHASE)).startsWith(Objects.toString(applies));
    }

    @Test
    void specialWithMainstream() {
        assertThat(verdict(
                        sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                                .type("Community special school")
                                .phase("Not applicable")
                                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                                .member(1, "federation:1", null, null)
                                .member(2, "federation:1", null, null)
                                .make(),
                        CollaborationType.MAINSTREAMING))
                .isEqualTo("true: 1 special, 1 mainstream");
    }

    /** la:1 and la:2 lie in regions that adjoin, la:3 in London, la:4 in none that is known. */
    @ParameterizedTest
    @CsvSource({
        "la:1, la:1, false, true",
        "la:1, la:2, false, true",
        "la:1, la:3, true, false",
        "la:1, la:4, , ",
    })
    void nationalAndSchoolLedChains(String one, String other, Boolean national, Boolean schoolLed) {
        Timeline timeline = sketch().school(1, SchoolGroup.ACADEMY, one, null, null)
                .under("trust:1")
                .school(2, SchoolGroup.ACADEMY, other, null, null)
                .under("trust:1")
                .make();
        assertThat(verdict(timeline, CollaborationType.NATIONAL_CHAIN)).startsWith(national + ": ");
        assertThat(verdict(timeline, CollaborationType.SCHOOL_LED_CHAIN)).startsWith(schoolLed + ": ");
        assertThat(verdict(timeline, CollaborationType.CONVERTER_MAT)).startsWith("true: 2 of 2");
        assertThat(verdict(timeline, CollaborationType.SPONSORED_CHAIN)).startsWith("false: 0 of 2");
        assertThat(verdict(timeline, CollaborationType.ACADEMY)).startsWith("true");
        assertThat(verdict(timeline, CollaborationType.LOCAL_FEDERATION)).isEqualTo("no rule");
    }

    @Test
    void oneConverterAndOneSponsored_isASponsoredChainOnly() {
        Timeline timeline = sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("trust:1")
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .type("Academy sponsor led")
                .under("trust:1")
                .make();
        assertThat(verdict(timeline, CollaborationType.SPONSORED_CHAIN))
                .isEqualTo("true: 1 of 2 schools are sponsor-led academies");
        assertThat(verdict(timeline, CollaborationType.CONVERTER_MAT)).startsWith("false");
        assertThat(verdict(timeline, CollaborationType.SCHOOL_LED_CHAIN)).startsWith("false");
    }

    @Test
    void umbrellaTrustOfTwoTrusts_andTheirPartnership() {
        Timeline timeline = sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("trust:1")
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("trust:2")
                .within("trust:1", "umbrella-trust:1", null, null)
                .within("trust:2", "umbrella-trust:1", null, null)
                .member(1, "collaborative:1", null, null)
                .member(2, "collaborative:1", null, null)
                .make();
        List<Types.Row> rows = ask(timeline);
        assertThat(rows.stream().map(row -> timeline.tier().ref(row.unit()).id()))
                .containsExactly("collaborative:1", "umbrella-trust:1");
        assertThat(rows.get(0).is(CollaborationType.COLLABORATIVE_PARTNERSHIP)).isTrue();
        assertThat(rows.get(0).is(CollaborationType.INFORMAL_COLLABORATION)).isTrue();
        assertThat(rows.get(0).is(CollaborationType.COLLABORATIVE)).isTrue();
        assertThat(rows.get(1).is(CollaborationType.UMBRELLA_TRUST)).isTrue();
        assertThat(rows.get(1).is(CollaborationType.SOFT_FEDERATION)).isTrue();
    }

    @Test
    void everyRegionAdjoinsThoseThatAdjoinIt() {
        List<String> regions = List.of(
                "E12000001",
                "E12000002",
                "E12000003",
                "E12000004",
                "E12000005",
                "E12000006",
                "E12000007",
                "E12000008",
                "E12000009",
                "W92000004");
        for (String one : regions) {
            for (String other : regions) {
                assertThat(Adjoining.regions("region:" + one, "region:" + other))
                        .isNotNull()
                        .isEqualTo(Adjoining.regions("region:" + other, "region:" + one));
            }
        }
        assertThat(Adjoining.regions("region:E12000001", "region:none")).isNull();
    }
}
