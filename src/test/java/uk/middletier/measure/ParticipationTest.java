package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.middletier.measure.Participation.Depth;
import uk.middletier.measure.Participation.Row;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class ParticipationTest {
    private static final int DAY = Days.of(LocalDate.parse("2013-01-01"));

    /**
     * Five schools with 10, 20, 30, 50 and unknown per cent of free meals, the first two and the last in la:1. Group 1 holds
     * 1, 2, 3; group 2 holds 3, 4; both run under the challenge. Pairing 1 of 1 and 5 runs under nothing, a federation of 4
     * alone under a programme that has ended.
     */
    private static Timeline example() {
        return new MadeTimeline()
                .area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2")
                .body(BodyKind.IMPROVEMENT_GROUP, "group:1")
                .body(BodyKind.IMPROVEMENT_GROUP, "group:2")
                .body(BodyKind.PAIRING, "pairing:1")
                .body(BodyKind.FEDERATION, "federation:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
                .school(1, SchoolGroup.WELSH_MAINTAINED, "la:1", null, null)
                .fsm(10)
                .school(2, SchoolGroup.WELSH_MAINTAINED, "la:1", null, null)
                .fsm(20)
                .school(3, SchoolGroup.WELSH_MAINTAINED, "la:2", null, null)
                .fsm(30)
                .school(4, SchoolGroup.ACADEMY, "la:2", null, null)
                .under("trust:1")
                .fsm(50)
                .school(5, SchoolGroup.WELSH_MAINTAINED, "la:1", null, null)
                .member(1, "group:1", null, null)
                .member(2, "group:1", null, null)
                .member(3, "group:1", null, null)
                .member(3, "group:2", null, null)
                .member(4, "group:2", null, null)
                .member(1, "pairing:1", null, null)
                .member(5, "pairing:1", null, null)
                .member(4, "federation:1", null, null)
                .within("group:1", "programme:challenge", "2011-09-01", null)
                .within("group:2", "programme:challenge", "2011-09-01", null)
                .within("federation:1", "programme:beacon", null, "2005-01-01")
                .observed("programme:challenge", "joint-practice", 63, "2012-01-01")
                .observed("group:1", "engagement", 50, "2012-01-01")
                .observed("group:2", "engagement", 54, "2012-01-01")
                .observed("group:2", "engagement", 90, "2014-01-01")
                .make();
    }

    private static List<Row> ask(Participation.Question question, int day) {
        return Participation.of(example(), question).on(day);
    }

    private static Participation.Question everything() {
        return new Participation.Question(Set.of(), null, null, school -> true);
    }

    /**
     * Four of five schools in groups of 3 and 2, both across the boundary? Group 1 lies in la:1 and la:2, group 2 in la:2
     * alone. Deviations √(200/3) = 8.165 and 10.
     */
    @Test
    void challengeInTwoGroups() {
        Row row = ask(everything(), DAY).get(0);
        assertThat(row.programme()).isEqualTo("programme:challenge");
        assertThat(row.strand()).isEqualTo(BodyKind.IMPROVEMENT_GROUP);
        assertThat(List.of(row.eligible(), row.schools(), row.groups(), row.groupSizeMin(), row.groupSizeMax()))
                .containsExactly(5, 4, 2, 2, 3);
        assertThat(row.participation()).isEqualTo(.8);
        assertThat(row.groupSizeMedian()).isEqualTo(2.5);
        assertThat(row.groupSizeMean()).isEqualTo(2.5);
        assertThat(row.crossBoundary()).isEqualTo(.5);
        assertThat(row.intakeMix()).isCloseTo((Math.sqrt(200.0 / 3) + 10) / 2, within(1e-12));
        assertThat(row.depth())
                .containsExactly(
                        new Depth("joint-practice", null, "programme", 1, 63),
                        new Depth("engagement", null, "bodies", 2, 52));
    }

    @Test
    void strandsOfNoProgramme_comeLast_andGovernanceIsNone() {
        assertThat(ask(everything(), DAY).stream()
                        .map(row -> row.programme() + " " + row.strand().word()))
                .containsExactly("programme:challenge improvement-group", "null federation", "null pairing");
    }

    /** Of the pairing one school's intake is known, of the federation there is but one school. */
    @Test
    void mixOfFewerThanTwoKnownIntakes_isUndefined() {
        List<Row> rows = ask(everything(), DAY);
        assertThat(rows.get(1).intakeMix()).isNaN();
        assertThat(rows.get(2).intakeMix()).isNaN();
        assertThat(rows.get(2).crossBoundary()).isZero();
        assertThat(rows.get(2).depth()).isEmpty();
    }

    @Test
    void beforeItBegan_theGroupsWereUnderNoProgramme() {
        assertThat(ask(everything(), Days.of(LocalDate.parse("2010-01-01"))).stream()
                        .map(row -> row.programme() + " " + row.strand().word()))
                .containsExactly("null federation", "null improvement-group", "null pairing");
    }

    /** In la:2 there are schools 3 and 4, both in groups; all of a group's schools count for its size. */
    @Test
    void onlyEligibleSchoolsParticipate_butGroupsAreWhole() {
        Timeline timeline = example();
        int area = timeline.tier().find("la:2").orElseThrow();
        Row row = Participation.of(
                        timeline,
                        new Participation.Question(
                                EnumSet.of(BodyKind.IMPROVEMENT_GROUP), "programme:challenge", area, school -> true))
                .on(DAY)
                .get(0);
        assertThat(List.of(row.eligible(), row.schools(), row.groups(), row.groupSizeMax()))
                .containsExactly(2, 2, 2, 3);
    }

    @Test
    void kindsAreTakenAsTheyAreAsked() {
        assertThat(ask(
                                new Participation.Question(
                                        EnumSet.of(BodyKind.MULTI_ACADEMY_TRUST), null, null, school -> true),
                                DAY)
                        .stream()
                        .map(Row::strand))
                .containsExactly(BodyKind.MULTI_ACADEMY_TRUST);
        assertThat(ask(new Participation.Question(Set.of(), "programme:beacon", null, school -> true), DAY))
                .isEmpty();
        assertThat(ask(new Participation.Question(Set.of(), null, null, school -> false), DAY))
                .isEmpty();
    }
}
