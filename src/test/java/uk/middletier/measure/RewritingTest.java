package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.measure.Rewritten.Claim;
import uk.middletier.measure.Rewritten.Kind;
import uk.middletier.measure.Rewritten.Relation;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.MadeTimeline;

/**
 * The worked example. One release knows the register of 28 October 2024, the 302nd day of its year, the other that of
 * 5 January 2025. All schools opened on 1 January 2024 unless another day is given.
 */
class RewritingTest {
    private static final String OPENED = "2024-01-01";

    private static MadeTimeline made(String extract) {
        return new MadeTimeline(extract)
                .area(AreaKind.LOCAL_AUTHORITY, "la:203")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:2");
    }

    private static MadeTimeline before() {
        return made("2024-10-28")
                // Joined its trust in April.
                .school(100001, SchoolGroup.ACADEMY, "la:203", OPENED, null)
                .governed(100001, "la:203", OPENED, "2024-04-01")
                .governed(100001, "trust:1", "2024-04-01", null)
                // Open.
                .school(100002, SchoolGroup.ACADEMY, "la:203", OPENED, null)
                .governed(100002, "trust:2", OPENED, null)
                .school(100005, SchoolGroup.ACADEMY, "la:203", OPENED, null)
                .governed(100005, "trust:1", OPENED, null)
                .school(100006, SchoolGroup.ACADEMY, "la:203", OPENED, null)
                .governed(100006, "trust:1", OPENED, null);
    }

    private static MadeTimeline after() {
        return made("2025-01-05")
                .bodyCalled("TRUST TWO")
                .renamed("trust:2", null, "Body trust:2", "TRUST TWO", "2025-01-05")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:3")
                // Rewritten: it had joined in June.
                .school(100001, SchoolGroup.ACADEMY, "la:203", OPENED, null)
                .governed(100001, "la:203", OPENED, "2024-06-01")
                .governed(100001, "trust:1", "2024-06-01", null)
                // Rewritten: it had closed in summer.
                .school(100002, SchoolGroup.ACADEMY, "la:203", OPENED, "2024-09-01")
                .governed(100002, "trust:2", OPENED, "2024-09-01")
                // Rewritten: there was another school, since September.
                .school(100003, SchoolGroup.ACADEMY, "la:203", "2024-09-01", null)
                .governed(100003, "trust:1", "2024-09-01", null)
                // News: opened, moved and closed since, and a trust of that time.
                .school(100004, SchoolGroup.ACADEMY, "la:203", "2024-11-01", null)
                .governed(100004, "trust:3", "2024-11-01", null)
                .school(100005, SchoolGroup.ACADEMY, "la:203", OPENED, null)
                .governed(100005, "trust:1", OPENED, "2024-12-01")
                .governed(100005, "trust:3", "2024-12-01", null)
                .school(100006, SchoolGroup.ACADEMY, "la:203", OPENED, "2024-12-31")
                .governed(100006, "trust:1", OPENED, "2024-12-31");
    }

    @Test
    void whatWasSaidOtherwiseIsListed_andWhatHappenedSinceIsNot() {
        Rewriting rewriting = Rewriting.of(before().make(), after().make());

        assertThat(rewriting.lastDay()).isEqualTo("2024-10-28");
        assertThat(rewriting.all())
                .containsExactly(
                        spell(
                                100001,
                                Kind.END_CHANGED,
                                claim(area("la:203"), OPENED, "2024-04-01"),
                                claim(area("la:203"), OPENED, "2024-06-01")),
                        spell(
                                100001,
                                Kind.START_CHANGED,
                                claim(trust("trust:1"), "2024-04-01", null),
                                claim(trust("trust:1"), "2024-06-01", null)),
                        new Rewritten(
                                Kind.CLOSING_CHANGED,
                                school(100002),
                                1,
                                null,
                                life(OPENED, null),
                                life(OPENED, "2024-09-01")),
                        spell(
                                100002,
                                Kind.END_CHANGED,
                                claim(trust("trust:2"), OPENED, null),
                                claim(new Ref("trust:2", "TRUST TWO", "MultiAcademyTrust"), OPENED, "2024-09-01")),
                        new Rewritten(Kind.SCHOOL_ADDED, school(100003), 2, null, null, life("2024-09-01", null)));
        // Four schools for 302 days, and the one of September for 30 + 28.
        assertThat(rewriting.schoolDays()).isEqualTo(4 * 302 + 58);
        // The one that had closed and the one that had opened, each for September and 28 days of October.
        assertThat(rewriting.openRewritten()).isEqualTo(58 + 58);
        // April and May.
        assertThat(rewriting.governorRewritten()).isEqualTo(30 + 31);
        assertThat(rewriting.share()).isEqualTo(177.0 / 1266);
    }

    @Test
    void theOtherWayRoundItIsTheSameHistory() {
        Rewriting back = Rewriting.of(after().make(), before().make());
        assertThat(back.lastDay()).isEqualTo("2024-10-28");
        assertThat(back.all())
                .extracting(Rewritten::kind)
                .containsExactly(
                        Kind.END_CHANGED,
                        Kind.START_CHANGED,
                        Kind.CLOSING_CHANGED,
                        Kind.END_CHANGED,
                        Kind.SCHOOL_REMOVED,
                        // The earlier release cannot know that this was later.
                        Kind.BODY_RENAMED);
        assertThat(back.share()).isEqualTo(177.0 / 1266);
    }

    @Test
    void aReleaseSaysNothingElseThanItself() {
        Rewriting none = Rewriting.of(after().make(), after().make());
        assertThat(none.all()).isEmpty();
        assertThat(none.share()).isZero();
    }

    @Test
    void namesPhasesAndTypesHaveNoDays_andAnotherSpellingIsNoOtherName() {
        Rewriting rewriting = Rewriting.of(
                made("2024-10-28")
                        .bodyCalled("Ash Trust")
                        .school(1, OPENED, null)
                        .called("St Mary's School")
                        .under("trust:2")
                        .school(2, OPENED, null)
                        .called("Oak School")
                        .school(3, null, null)
                        .make(),
                made("2025-01-05")
                        .bodyCalled("Elm Trust")
                        .school(1, OPENED, null)
                        .called("ST MARYS SCHOOL")
                        .under("trust:2")
                        .school(2, OPENED, null)
                        .called("Elm School")
                        .phase("Secondary")
                        .school(3, OPENED, null)
                        .make());
        assertThat(rewriting.all())
                .extracting(Rewritten::kind)
                .containsExactly(Kind.SCHOOL_RENAMED, Kind.PHASE_CHANGED, Kind.OPENING_CHANGED, Kind.BODY_RENAMED);
        assertThat(rewriting.all().get(3).before()).isEqualTo(new Claim(null, "Ash Trust", null, null));
    }

    @Test
    void spellsThatDifferArePaired_whatIsLeftAloneWasAddedOrRemoved() {
        Rewriting rewriting = Rewriting.of(
                made("2024-10-28")
                        .school(1, "2010-01-01", null)
                        .governed(1, "trust:1", "2010-01-01", "2012-01-01")
                        .member(1, "trust:2", "2011-01-01", "2015-01-01")
                        .sponsored(1, "trust:1", "2012-01-01", "2013-01-01")
                        .make(),
                made("2025-01-05")
                        .school(1, "2010-01-01", null)
                        .governed(1, "trust:2", "2011-01-01", "2012-06-01")
                        .member(1, "trust:2", "2012-01-01", "2016-01-01")
                        .sponsored(1, "trust:1", "2014-01-01", "2015-01-01")
                        .make());
        assertThat(rewriting.all())
                .extracting(Rewritten::relation, Rewritten::kind)
                .containsExactly(
                        tuple(Relation.GOVERNANCE, Kind.BODY_CHANGED),
                        tuple(Relation.MEMBERSHIP, Kind.DAYS_CHANGED),
                        tuple(Relation.SPONSORSHIP, Kind.SPELL_REMOVED),
                        tuple(Relation.SPONSORSHIP, Kind.SPELL_ADDED));
        assertThat(rewriting.schoolDays())
                .isEqualTo(LocalDate.of(2024, 10, 29).toEpochDay()
                        - LocalDate.of(2010, 1, 1).toEpochDay());
        assertThat(rewriting.openRewritten()).isZero();
        // 2010 and 2011 under one trust instead of nobody and the other; half of 2012 under the other instead of
        // nobody.
        assertThat(rewriting.governorRewritten()).isEqualTo(2 * 365 + 31 + 29 + 31 + 30 + 31);
    }

    @Test
    void daysThatWereOnlySeenAreTheSame_ifOnOneDayBothCouldBe() {
        Rewriting rewriting = Rewriting.of(
                made("2024-10-28")
                        .school(1, OPENED, null)
                        // First seen in the snapshot of its extract; before that, or in another, nobody looked.
                        .seen(1, "trust:1", "2024-10-28", null)
                        .school(2, OPENED, null)
                        .member(2, "trust:1", OPENED, "2024-10-28", "2024-03-31")
                        .school(3, OPENED, null)
                        .member(3, "trust:1", OPENED, "2024-10-28", "2024-03-31")
                        .make(),
                made("2025-01-05")
                        .school(1, OPENED, null)
                        // The same seen in the next one only, which is all that this release was made from.
                        .seen(1, "trust:1", "2025-01-05", null)
                        .school(2, OPENED, null)
                        .member(2, "trust:1", OPENED, "2025-01-05", "2024-03-31")
                        .school(3, OPENED, null)
                        // Recorded: before it was last seen.
                        .member(3, "trust:1", OPENED, "2024-03-01")
                        .make());
        assertThat(rewriting.all()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.END_CHANGED);
            assertThat(each.subject().id()).isEqualTo("school:3");
        });
    }

    private static Rewritten spell(int urn, Kind kind, Claim before, Claim after) {
        return new Rewritten(
                kind, school(urn), List.of(100001, 100002).indexOf(urn), Relation.GOVERNANCE, before, after);
    }

    private static Ref school(int urn) {
        return new Ref("school:" + urn, "School " + urn, "School");
    }

    private static Ref trust(String id) {
        return new Ref(id, "Body " + id, "MultiAcademyTrust");
    }

    private static Ref area(String id) {
        return new Ref(id, "Area " + id, "LocalAuthority");
    }

    private static Claim claim(Ref body, String from, @Nullable String to) {
        return new Claim(body, null, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private static Claim life(String from, @Nullable String to) {
        return new Claim(null, null, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
