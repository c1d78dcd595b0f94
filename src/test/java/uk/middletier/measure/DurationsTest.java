package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.measure.Durations.By;
import uk.middletier.measure.Durations.Ends;
import uk.middletier.measure.Durations.Group;
import uk.middletier.measure.KaplanMeier.Step;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class DurationsTest {
    private static final Set<BodyKind> TRUSTS = EnumSet.of(BodyKind.MULTI_ACADEMY_TRUST, BodyKind.SINGLE_ACADEMY_TRUST);

    private static MadeTimeline sketch() {
        return new MadeTimeline("2020-01-01")
                .area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2")
                .body(BodyKind.FEDERATION, "federation:1")
                .body(BodyKind.SINGLE_ACADEMY_TRUST, "trust:1", "01")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:2", "01")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:3", "03");
    }

    private static Durations ask(Timeline timeline, Set<BodyKind> kinds, By by, Ends ends) {
        return ask(timeline, kinds, by, ends, "2010-01-01", "2020-01-01");
    }

    private static Durations ask(
            Timeline timeline, Set<BodyKind> kinds, By by, Ends ends, @Nullable String observedFrom, String asOf) {
        return Durations.of(
                timeline,
                new Durations.Question(
                        kinds,
                        Set.of(),
                        null,
                        timeline.counted(Filter.NONE),
                        Days.ALWAYS,
                        Days.NEVER,
                        by,
                        ends,
                        observedFrom == null ? null : Days.of(LocalDate.parse(observedFrom)),
                        Days.of(LocalDate.parse(asOf))));
    }

    private static int days(String from, String to) {
        return Days.of(LocalDate.parse(to)) - Days.of(LocalDate.parse(from));
    }

    @Test
    void membershipGoesOnUnderAnotherUrnAndAnotherRecordOfTheCompany() {
        Timeline timeline = sketch().school(1, "2010-01-01", "2012-01-01")
                .pupils(10)
                .school(2, "2012-01-02", null)
                .lineage(1)
                .pupils(10)
                .governed(1, "trust:1", "2010-01-01", "2012-01-01")
                .governed(2, "trust:2", "2012-01-02", "2014-01-01")
                .governed(2, "trust:3", "2014-01-01", null)
                .make();
        List<Group> groups = ask(timeline, TRUSTS, By.KIND, Ends.ANY).groups();

        assertThat(groups).extracting(Group::name).containsExactly("multi-academy-trust", "single-academy-trust");
        assertThat(groups).extracting(Group::spells).containsExactly(1, 1);
        assertThat(groups).extracting(Group::events).containsExactly(0, 1);
        assertThat(groups.get(1).curve().median()).hasValue(days("2010-01-01", "2014-01-01"));
    }

    @Test
    void membershipTakenUpAgainAfterAGap_isAnother() {
        Timeline timeline = sketch().school(1, "2010-01-01", null)
                .member(1, "federation:1", "2010-01-01", "2012-01-01")
                .member(1, "federation:1", "2012-01-03", "2013-01-01")
                .make();
        Group group = ask(timeline, EnumSet.of(BodyKind.FEDERATION), By.KIND, Ends.ANY)
                .groups()
                .get(0);
        assertThat(group.spells()).isEqualTo(2);
        assertThat(group.events()).isEqualTo(2);
    }

    @Test
    void schoolThatClosesForGood_hasNotLeft() {
        Timeline timeline = sketch().school(1, "2011-01-01", "2015-01-01")
                .school(2, "2011-01-01", null)
                .governed(1, "trust:3", "2011-01-01", "2015-01-01")
                .governed(2, "trust:3", "2011-01-01", "2016-01-01")
                .make();
        assertThat(ask(timeline, TRUSTS, By.KIND, Ends.ANY).groups().get(0).events())
                .isEqualTo(2);
        Group left = ask(timeline, TRUSTS, By.KIND, Ends.LEFT).groups().get(0);
        assertThat(left.events()).isEqualTo(1);
        assertThat(left.censored()).isEqualTo(1);
    }

    /** Nothing that ended before 2015 is in the record: who joined in 2012 was at risk from its third year on. */
    @Test
    void whoJoinedBeforeTheRecord_entersLate() {
        Timeline timeline = sketch().school(1, "2010-01-01", null)
                .school(2, "2010-01-01", null)
                .school(3, "2010-01-01", null)
                .school(4, "2010-01-01", null)
                .governed(1, "trust:3", "2012-01-01", "2018-01-01")
                .governed(2, "trust:3", "2016-01-01", "2017-01-01")
                .governed(3, "trust:3", null, "2017-01-01")
                .governed(4, "trust:3", "2011-01-01", "2014-06-01")
                .make();
        Group group = ask(timeline, TRUSTS, By.KIND, Ends.ANY, "2015-01-01", "2020-01-01")
                .groups()
                .get(0);
        assertThat(group.spells()).isEqualTo(2);
        assertThat(group.lateEntries()).isEqualTo(1);
        assertThat(group.excluded()).isEqualTo(1);
        assertThat(group.unobserved()).isEqualTo(1);
        assertThat(group.curve().steps()).extracting(Step::atRisk).containsExactly(1, 1, 1);
    }

    @Test
    void recordBeginsWithTheFirstWhoLeaveWhileTheirSchoolGoesOn() {
        MadeTimeline sketch =
                sketch().school(1, "2010-01-01", "2012-01-01").governed(1, "trust:3", "2010-01-01", "2012-01-01");
        for (int urn = 2; urn < 300; urn++) {
            sketch.school(urn, "2010-01-01", null)
                    .governed(urn, "trust:3", "2010-01-01", urn == 2 ? "2013-01-01" : "2017-04-01");
        }
        Durations result = ask(sketch.make(), TRUSTS, By.KIND, Ends.ANY, null, "2020-01-01");
        assertThat(result.observedFrom())
                .containsEntry(BodyKind.MULTI_ACADEMY_TRUST, Days.of(LocalDate.parse("2017-03-31")))
                // Nobody leaves one here, but both kinds come from the same files.
                .containsEntry(BodyKind.SINGLE_ACADEMY_TRUST, Days.of(LocalDate.parse("2017-03-31")));
        Group group = result.groups().get(0);
        assertThat(group.unobserved()).isEqualTo(2);
        assertThat(group.events()).isEqualTo(297);
        assertThat(group.lateEntries()).isEqualTo(297);
    }

    @Test
    void endSeenBetweenTwoSnapshots_liesInTheMiddle() {
        Timeline timeline = sketch().school(1, "2010-01-01", null)
                .member(1, "federation:1", "2012-01-01", "2018-01-11", "2017-12-31")
                .make();
        Durations result = ask(timeline, EnumSet.of(BodyKind.FEDERATION), By.KIND, Ends.ANY, null, "2020-01-01");
        assertThat(result.observedFrom()).containsEntry(BodyKind.FEDERATION, Days.of(LocalDate.parse("2017-12-31")));
        assertThat(result.groups().get(0).curve().median()).hasValue(days("2012-01-01", "2018-01-06"));
    }

    @Test
    void whatGoesOnOnTheDayAsked_isCensoredThen() {
        Timeline timeline = sketch().school(1, "2010-01-01", null)
                .school(2, "2010-01-01", null)
                .governed(1, "trust:3", "2010-01-01", "2018-01-01")
                .governed(2, "trust:3", "2015-01-02", null)
                .make();
        Group group = ask(timeline, TRUSTS, By.KIND, Ends.ANY, "2010-01-01", "2015-01-01")
                .groups()
                .get(0);
        assertThat(group.spells()).isEqualTo(1);
        assertThat(group.events()).isZero();
        assertThat(group.curve().survivalAt(days("2010-01-01", "2015-01-01"))).isOne();
    }

    @Test
    void groupsAreYearsFormalitiesOrAuthorities() {
        Timeline timeline = sketch().school(1, "2010-01-01", null)
                .school(2, "2010-01-01", null)
                .in(1, "la:1")
                .in(2, "la:2")
                .governed(1, "trust:3", "2012-05-01", null)
                .governed(2, "trust:1", "2011-05-01", null)
                .make();
        assertThat(ask(timeline, TRUSTS, By.COHORT, Ends.ANY).groups())
                .extracting(Group::name)
                .containsExactly("2011", "2012");
        assertThat(ask(timeline, TRUSTS, By.AREA, Ends.ANY).groups())
                .extracting(Group::name)
                .containsExactly("la:1", "la:2");
        assertThat(ask(timeline, TRUSTS, By.FORMALITY, Ends.ANY).groups())
                .extracting(Group::name)
                .containsExactly("hard-governance");
    }
}
