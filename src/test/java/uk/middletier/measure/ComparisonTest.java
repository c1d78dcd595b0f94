package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.measure.Comparison.Balance;
import uk.middletier.measure.Comparison.Covariate;
import uk.middletier.measure.Comparison.Outcome;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class ComparisonTest {
    private static final int DAY = Days.of(LocalDate.parse("2020-01-01"));

    private static Comparison.Question question(
            @Nullable String outcome, @Nullable String prior, double caliper, Covariate... match) {
        Set<Covariate> on = EnumSet.noneOf(Covariate.class);
        on.addAll(List.of(match));
        return new Comparison.Question(
                EnumSet.of(BodyKind.FEDERATION),
                null,
                null,
                school -> true,
                outcome,
                DAY,
                prior,
                DAY,
                on,
                caliper,
                DAY);
    }

    private static MadeTimeline sketch() {
        return new MadeTimeline("2020-01-01")
                .area(AreaKind.REGION, "region:1")
                .area(AreaKind.REGION, "region:2")
                .area(AreaKind.LOCAL_AUTHORITY, "la:1", "region:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2", "region:2")
                .body(BodyKind.FEDERATION, "federation:1");
    }

    private static MadeTimeline with(MadeTimeline made, int urn, int pupils, double outcome) {
        return made.school(urn, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .pupils(pupils)
                .observed("school:" + urn, "ks2", outcome, "2019-09-01");
    }

    private static String pairs(Timeline timeline, Comparison comparison) {
        return comparison.pairs().stream()
                .map(pair -> timeline.schools().urn(pair[0]) + "-"
                        + timeline.schools().urn(pair[1]))
                .collect(Collectors.joining(" "));
    }

    /**
     * Members with 100 and 200 pupils, others with 110, 190 and 400. All five have s = √(58200/4) = 120.6, so a caliper of
     * 0.25 is 30 pupils: 1 goes with 3, 2 with 4. Their outcomes 60 and 70 against 55 and 67 differ by 5 and 3: on average 4,
     * s_d = √2, standard error √2/√2 = 1, t of one degree of freedom 12.7062. Before matching the means are 150 and 233.3, the
     * variances 5000 and 67300/3, the standardised difference −83.3/√((5000 + 22433.3)/2) = −0.7115; after it none.
     */
    @Test
    void fiveSchoolsByHand() {
        MadeTimeline made = sketch();
        with(made, 1, 100, 60);
        with(made, 2, 200, 70);
        with(made, 3, 110, 55);
        with(made, 4, 190, 67);
        with(made, 5, 400, 90);
        Timeline timeline = made.member(1, "federation:1", null, null)
                .member(2, "federation:1", null, null)
                .make();
        Comparison comparison = Comparison.of(timeline, question("ks2", null, .25, Covariate.PUPILS));
        assertThat(pairs(timeline, comparison)).isEqualTo("1-3 2-4");
        Outcome outcome = Objects.requireNonNull(comparison.outcome());
        assertThat(outcome.members()).isEqualTo(65);
        assertThat(outcome.others()).isEqualTo(61);
        assertThat(outcome.difference()).isEqualTo(4);
        assertThat(outcome.lower()).isCloseTo(4 - 12.7062, within(1e-4));
        assertThat(outcome.upper()).isCloseTo(4 + 12.7062, within(1e-4));
        Balance pupils = comparison.balance().get(0);
        assertThat(pupils.membersBefore()).isEqualTo(150);
        assertThat(pupils.othersBefore()).isCloseTo(700.0 / 3, within(1e-12));
        assertThat(pupils.differenceBefore())
                .isCloseTo((150 - 700.0 / 3) / Math.sqrt((5000 + 67300.0 / 3) / 2), within(1e-12))
                .isCloseTo(-0.7115, within(1e-4));
        assertThat(pupils.differenceAfter()).isZero();
        assertThat(comparison.reading())
                .isEqualTo(
                        "Membership is associated with a difference of 4.00 in ks2 (95 % interval -8.71 to 16.7, which"
                                + " includes none), over 2 matched pairs. This is an association: schools were not put into bodies"
                                + " by lot, and may differ in what they were not matched on.");
    }

    /** A secondary member has no like of its phase, another school no outcome, a third no pupils. */
    @Test
    void whoHasNoLike_orIsNotKnown_isCountedApart() {
        MadeTimeline made = sketch();
        with(made, 1, 100, 60).phase("Secondary");
        with(made, 2, 100, 60);
        with(made, 3, 100, 58);
        made.school(4, SchoolGroup.LA_MAINTAINED, "la:1", null, null);
        with(made, 5, uk.middletier.timeline.Schools.UNKNOWN, 50);
        Timeline timeline = made.member(1, "federation:1", null, null)
                .member(2, "federation:1", null, null)
                .member(5, "federation:1", null, null)
                .make();
        Comparison comparison = Comparison.of(timeline, question("ks2", null, .25, Covariate.PUPILS));
        assertThat(List.of(
                        comparison.candidates(),
                        comparison.membersLeftOut(),
                        comparison.others(),
                        comparison.othersLeftOut(),
                        comparison.matched(),
                        comparison.unmatched()))
                .containsExactly(2, 1, 1, 1, 1, 1);
        Outcome outcome = Objects.requireNonNull(comparison.outcome());
        assertThat(outcome.difference()).isEqualTo(2);
        assertThat(outcome.lower()).isNaN();
        assertThat(comparison.reading()).contains("without an interval").contains("association");
        // No school varies from another.
        assertThat(comparison.balance().get(0).differenceBefore()).isNaN();
    }

    @Test
    void withoutAPair_nothingIsDefined() {
        Comparison comparison = Comparison.of(sketch().make(), question("ks2", null, .25, Covariate.values()));
        assertThat(comparison.matched()).isZero();
        assertThat(Objects.requireNonNull(comparison.outcome()).difference()).isNaN();
        assertThat(comparison.reading())
                .isEqualTo("No member could be matched: nothing can be said of an association.");
        assertThat(comparison.balance().get(0).differenceAfter()).isNaN();
    }

    /** 3 is a little larger in the same region, 2 as large in another: half a deviation is less than one for the region. */
    @Test
    void otherRegion_isADistanceOfOneDeviation() {
        MadeTimeline made = sketch();
        with(made, 1, 100, 60);
        made.school(2, SchoolGroup.LA_MAINTAINED, "la:2", null, null)
                .pupils(100)
                .observed("school:2", "ks2", 50, null);
        with(made, 3, 120, 61);
        Timeline timeline = made.member(1, "federation:1", null, null).make();
        Comparison near = Comparison.of(timeline, question("ks2", null, 5, Covariate.PUPILS, Covariate.REGION));
        // s = √(266.7/2) = 11.5: 20 pupils are 1.73 deviations, more than the region.
        assertThat(pairs(timeline, near)).isEqualTo("1-2");
        assertThat(near.balance().stream()
                        .map(row -> row.covariate() + " " + row.membersAfter() + " " + row.othersAfter()))
                .containsExactly("pupils 100.0 100.0", "region 1.0 0.0", "region 0.0 1.0");
        MadeTimeline more = sketch();
        with(more, 1, 100, 60);
        more.school(2, SchoolGroup.LA_MAINTAINED, "la:2", null, null)
                .pupils(100)
                .observed("school:2", "ks2", 50, null);
        with(more, 3, 101, 61);
        with(more, 4, 200, 61);
        Timeline alike = more.member(1, "federation:1", null, null).make();
        assertThat(pairs(alike, Comparison.of(alike, question("ks2", null, 5, Covariate.PUPILS, Covariate.REGION))))
                .isEqualTo("1-3");
    }

    /** A prior outcome may be a predecessor's, an outcome not; of several the last known counts. */
    @Test
    void priorOutcomeOfAPredecessor() {
        Timeline timeline = sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, "2015-09-01")
                .lineage(1)
                .school(2, SchoolGroup.ACADEMY, "la:1", "2015-09-01", null)
                .lineage(1)
                .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .school(4, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .observed("school:1", "ks2-before", 40, "2014-09-01")
                .observed("school:3", "ks2-before", 80, "2014-09-01")
                .observed("school:4", "ks2-before", 90, "2013-09-01")
                .observed("school:4", "ks2-before", 41, "2014-09-01")
                .observed("school:2", "ks2", 60, "2019-09-01")
                .observed("school:3", "ks2", 81, "2019-09-01")
                .observed("school:4", "ks2", 50, "2019-09-01")
                .member(2, "federation:1", null, null)
                .make();
        Comparison comparison = Comparison.of(timeline, question("ks2", "ks2-before", .25));
        assertThat(pairs(timeline, comparison)).isEqualTo("2-4");
        assertThat(comparison.balance().get(0).covariate()).isEqualTo("prior");
        assertThat(Objects.requireNonNull(comparison.outcome()).difference()).isEqualTo(10);
    }

    @Test
    void programmeNarrowsTheMembers() {
        MadeTimeline made = sketch().body(BodyKind.FEDERATION, "federation:2");
        with(made, 1, 100, 60);
        with(made, 2, 100, 70);
        Timeline timeline = made.member(1, "federation:1", null, null)
                .member(2, "federation:2", null, null)
                .within("federation:1", "programme:1", "2010-01-01", null)
                .make();
        Comparison.Question all = question("ks2", null, .25, Covariate.PUPILS);
        Comparison.Question some = new Comparison.Question(
                all.kinds(), "programme:1", null, all.schools(), null, DAY, null, DAY, all.match(), .25, DAY);
        assertThat(Comparison.of(timeline, all).candidates()).isEqualTo(2);
        Comparison comparison = Comparison.of(timeline, some);
        assertThat(pairs(timeline, comparison)).isEqualTo("1-2");
        assertThat(comparison.outcome()).isNull();
        assertThat(comparison.reading()).startsWith("No outcome was asked for");
    }

    /** The window of the first covariate leaves nobody out: the same as going through all schools. */
    @Test
    void matchingIsTheSameAsGoingThroughAll() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<Matching.Candidate> all = IntStream.range(0, 60)
                    .mapToObj(school -> new Matching.Candidate(
                            school,
                            random.nextInt(2),
                            random.nextInt(3),
                            new double[] {random.nextInt(20), random.nextInt(20)},
                            0))
                    .toList();
            assertThat(Matching.of(all.subList(0, 20), all.subList(20, 60), .5))
                    .as("seed " + seed)
                    .isEqualTo(plain(all.subList(0, 20), all.subList(20, 60), all));
        }
    }

    private static List<Matching.Pair> plain(
            List<Matching.Candidate> members, List<Matching.Candidate> others, List<Matching.Candidate> all) {
        double[] s = new double[2];
        for (int x = 0; x < 2; x++) {
            int place = x;
            s[x] = Math.sqrt(Matching.variance(all.stream()
                    .mapToDouble(candidate -> candidate.covariates()[place])
                    .toArray()));
        }
        List<Matching.Candidate> left = new java.util.ArrayList<>(others);
        List<Matching.Pair> pairs = new java.util.ArrayList<>();
        for (Matching.Candidate member : members) {
            Matching.Candidate best = null;
            double least = Double.POSITIVE_INFINITY;
            for (Matching.Candidate other : left) {
                double a = Math.abs(member.covariates()[0] - other.covariates()[0]);
                double b = Math.abs(member.covariates()[1] - other.covariates()[1]);
                double share = a / s[0];
                double shareB = b / s[1];
                double distance = (member.region() == other.region() ? 0 : 1) + share * share;
                distance += shareB * shareB;
                if (member.phase() == other.phase() && a <= .5 * s[0] && b <= .5 * s[1] && distance < least) {
                    best = other;
                    least = distance;
                }
            }
            if (best != null) {
                pairs.add(new Matching.Pair(member, best));
                left.remove(best);
            }
        }
        return pairs;
    }
}
