package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.measure.Matching.Candidate;
import uk.middletier.measure.Matching.Pair;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Timeline;

/**
 * Members of bodies of a kind against schools like them that are in none: matched pairs, how alike the two sides are before
 * and after, and by how much their outcomes differ. The difference is an association; nothing here can show an effect.
 *
 * <p>For a covariate x, members t and others c: standardised difference = (x̄_t − x̄_c) / √((s_t² + s_c²)/2), with s² the
 * sample variances of all members and all others before matching, in both rows, so that the two compare (Stuart 2010). Of a
 * region x is 1 in it and 0 elsewhere, with s² = p(1 − p). Of k pairs with differences d_j of the outcome: d̄ = Σ d_j / k,
 * s_d² = Σ (d_j − d̄)² / (k − 1), 95 % interval d̄ ± t_{0.975; k−1} s_d / √k, undefined for one pair. {@link Matching} says
 * who is paired with whom.
 *
 * <p>Source: the design of Chapman and Muijs (2014) and Muijs (2015); Cochran and Rubin (1973), "Controlling bias in
 * observational studies: a review", Sankhyā A 35; Stuart (2010), "Matching methods for causal inference", Statistical
 * Science 25.
 */
public final class Comparison {
    private static final String DESIGN = "Chapman & Muijs 2014; Muijs 2015";
    private static final String MATCHING = "Stuart 2010";
    private static final String NOT_SEEN =
            "An association, never an effect: members may differ in what was not matched on.";

    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            define(
                    "matched",
                    "Matched pairs",
                    "|{members paired with another school: the same phase; every covariate within the caliper; least"
                            + " √(Σ_x ((x_i − x_j)/s_x)² + [regions differ]); each school once}|",
                    "schools",
                    "more members have their like",
                    "Members choose in the order of their URNs.",
                    "Cochran & Rubin 1973; Stuart 2010"),
            define(
                    "unmatched",
                    "Members without a match",
                    "members − matched",
                    "schools",
                    "the comparison says less about members as a whole",
                    "The difference is that of matched members only.",
                    MATCHING),
            define(
                    "differenceBefore",
                    "Standardised difference before matching",
                    "(x̄_t − x̄_c) / √((s_t² + s_c²)/2) over all members t and all others c",
                    "standard deviations",
                    "members have more of it",
                    "",
                    MATCHING),
            define(
                    "differenceAfter",
                    "Standardised difference after matching",
                    "(x̄_t − x̄_c) / √((s_t² + s_c²)/2) over the pairs, s² as before matching",
                    "standard deviations",
                    "members have more of it",
                    "Beyond ±0.25 the two sides are not alike.",
                    MATCHING),
            define(
                    "outcomeDifference",
                    "Difference of the outcome",
                    "d̄ = Σ_j d_j / k over the k pairs, d_j = y_member − y_match; undefined without a pair",
                    "as observed",
                    "members have more of it than their matches",
                    NOT_SEEN,
                    DESIGN),
            define(
                    "outcomeInterval",
                    "95 % interval of the difference",
                    "d̄ ± t_{0.975; k−1} s_d / √k, s_d² = Σ_j (d_j − d̄)² / (k − 1); undefined for one pair",
                    "as observed",
                    "wide: the difference is uncertain",
                    NOT_SEEN,
                    DESIGN));

    private static Definition define(
            String id, String title, String formula, String unit, String reading, String caveat, String source) {
        Double min = unit.equals("schools") ? Double.valueOf(0) : null;
        return new Definition(id, Family.COMPARISON, title, formula, unit, min, null, reading, caveat, source);
    }

    /** What schools are matched on besides their phase. */
    public enum Covariate {
        PUPILS("pupils"),
        FSM("fsm"),
        REGION("region");

        private final String word;

        Covariate(String word) {
            this.word = word;
        }

        /** How a caller names it. */
        public String word() {
            return word;
        }
    }

    /**
     * What is compared.
     *
     * @param kinds members of bodies of these kinds; not empty
     * @param programme id of the programme the bodies must be under on the day; null = any or none
     * @param within area in which members and others must lie, by its place in the tier; null = anywhere
     * @param schools which open schools take part
     * @param outcome word of the observation; null = none, only whom members are like
     * @param outcomeDay the last known on this day counts
     * @param prior word of an observation to match on; null = none
     * @param match on what
     * @param caliper standard deviations by which a covariate of a pair may differ at most
     * @param day of the membership
     */
    public record Question(
            Set<BodyKind> kinds,
            @Nullable String programme,
            @Nullable Integer within,
            IntPredicate schools,
            @Nullable String outcome,
            int outcomeDay,
            @Nullable String prior,
            int priorDay,
            Set<Covariate> match,
            double caliper,
            int day) {}

    /**
     * How alike the two sides are in something. What is not defined is NaN.
     *
     * @param region of which being in it is meant, by its place in the tier; negative for the others
     */
    public record Balance(
            String covariate,
            int region,
            double membersBefore,
            double othersBefore,
            double differenceBefore,
            double membersAfter,
            double othersAfter,
            double differenceAfter) {}

    /**
     * The outcome of the pairs. What is not defined is NaN.
     *
     * @param members mean of matched members
     * @param others mean of their matches
     */
    public record Outcome(int pairs, double members, double others, double difference, double lower, double upper) {}

    private final Question question;
    private final Participants participants;
    private final List<Candidate> members;
    private final List<Candidate> others;
    private final List<Pair> pairs;

    private Comparison(Timeline timeline, Question question) {
        this.question = question;
        this.participants = new Participants(timeline, question);
        this.members = participants.members();
        this.others = participants.others();
        this.pairs = Matching.of(members, others, question.caliper());
    }

    public static Comparison of(Timeline timeline, Question question) {
        return new Comparison(timeline, question);
    }

    /** The names of the numbers schools are matched on, in the order in which {@link #balance} tells of them. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Covariate covariate : EnumSet.of(Covariate.PUPILS, Covariate.FSM)) {
            if (question.match().contains(covariate)) {
                names.add(covariate.word());
            }
        }
        if (question.prior() != null) {
            names.add("prior");
        }
        return names;
    }

    /** Members of whom all is known that is needed. */
    public int candidates() {
        return members.size();
    }

    /** Other schools of which all is known. */
    public int others() {
        return others.size();
    }

    /** Members of whom the outcome or something to match on is not known. */
    public int membersLeftOut() {
        return participants.membersLeftOut();
    }

    /** Other schools likewise. */
    public int othersLeftOut() {
        return participants.othersLeftOut();
    }

    public int matched() {
        return pairs.size();
    }

    public int unmatched() {
        return members.size() - pairs.size();
    }

    /** Places of a member and its match, in the order of the members' URNs. */
    List<int[]> pairs() {
        return pairs.stream()
                .map(pair -> new int[] {pair.member().school(), pair.other().school()})
                .toList();
    }

    /** Of every covariate, and of every region in which one of them lies. */
    public List<Balance> balance() {
        List<Balance> rows = new ArrayList<>();
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            rows.add(balance(names.get(i), -1, candidate -> candidate.covariates()[place]));
        }
        TreeSet<Integer> regions = new TreeSet<>();
        members.forEach(candidate -> regions.add(candidate.region()));
        others.forEach(candidate -> regions.add(candidate.region()));
        for (int region : regions) {
            if (region >= 0) {
                rows.add(balance(Covariate.REGION.word(), region, candidate -> candidate.region() == region ? 1 : 0));
            }
        }
        return rows;
    }

    private Balance balance(String name, int region, ToDoubleFunction<Candidate> covariate) {
        double[] before = members.stream().mapToDouble(covariate).toArray();
        double[] othersBefore = others.stream().mapToDouble(covariate).toArray();
        double[] after = pairs.stream().map(Pair::member).mapToDouble(covariate).toArray();
        double[] othersAfter =
                pairs.stream().map(Pair::other).mapToDouble(covariate).toArray();
        boolean share = region >= 0;
        double deviation = Math.sqrt((variance(before, share) + variance(othersBefore, share)) / 2);
        return new Balance(
                name,
                region,
                mean(before),
                mean(othersBefore),
                standardised(mean(before) - mean(othersBefore), deviation),
                mean(after),
                mean(othersAfter),
                standardised(mean(after) - mean(othersAfter), deviation));
    }

    private static double standardised(double difference, double deviation) {
        return deviation > 0 ? difference / deviation : Double.NaN;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Of a share p(1 − p), of the rest that of a sample; NaN where it is undefined. */
    private static double variance(double[] values, boolean share) {
        double mean = mean(values);
        return share ? mean * (1 - mean) : Matching.variance(values);
    }

    /** Null if none was asked for. */
    public @Nullable Outcome outcome() {
        return question.outcome() == null ? null : ofPairs();
    }

    private Outcome ofPairs() {
        double[] members =
                pairs.stream().mapToDouble(pair -> pair.member().outcome()).toArray();
        double[] others =
                pairs.stream().mapToDouble(pair -> pair.other().outcome()).toArray();
        double[] differences = IntStream.range(0, members.length)
                .mapToDouble(pair -> members[pair] - others[pair])
                .toArray();
        double difference = mean(differences);
        double half = Double.NaN;
        if (differences.length > 1) {
            double error = Math.sqrt(Matching.variance(differences) / differences.length);
            half = TDistribution.of(differences.length - 1.0).inverseSurvivalProbability(0.025) * error;
        }
        return new Outcome(
                differences.length, mean(members), mean(others), difference, difference - half, difference + half);
    }

    /** What the numbers say, and what they do not, in a sentence or two of English. */
    public String reading() {
        Outcome outcome = ofPairs();
        if (outcome.pairs() == 0) {
            return "No member could be matched: nothing can be said of an association.";
        }
        if (question.outcome() == null) {
            return "No outcome was asked for: the rows tell how alike members and their matches are.";
        }
        String interval = Double.isNaN(outcome.lower())
                ? "of one pair, so without an interval"
                : String.format(
                        Locale.ROOT,
                        "95 %% interval %.3g to %.3g, %s",
                        outcome.lower(),
                        outcome.upper(),
                        (outcome.lower() <= 0 && outcome.upper() >= 0) ? "which includes none" : "which excludes none");
        return String.format(
                Locale.ROOT,
                "Membership is associated with a difference of %.3g in %s (%s), over %d matched pairs. This is an association:"
                        + " schools were not put into bodies by lot, and may differ in what they were not matched on.",
                outcome.difference(),
                question.outcome(),
                interval,
                outcome.pairs());
    }
}
