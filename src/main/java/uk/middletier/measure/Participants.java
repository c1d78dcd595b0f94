package uk.middletier.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Comparison.Covariate;
import uk.middletier.measure.Matching.Candidate;
import uk.middletier.model.AreaKind;
import uk.middletier.timeline.Overlay.Under;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/** Who takes part in a comparison: the open schools asked for of which all is known that is needed, members and others. */
final class Participants {
    private final Timeline timeline;
    private final Comparison.Question question;
    private final Schools all;
    private final List<Candidate> members = new ArrayList<>();
    private final List<Candidate> others = new ArrayList<>();
    private int membersLeftOut;
    private int othersLeftOut;

    Participants(Timeline timeline, Comparison.Question question) {
        this.timeline = timeline;
        this.question = question;
        this.all = timeline.schools();
        gather();
    }

    /** By URN. */
    List<Candidate> members() {
        return members;
    }

    /** By URN. */
    List<Candidate> others() {
        return others;
    }

    int membersLeftOut() {
        return membersLeftOut;
    }

    int othersLeftOut() {
        return othersLeftOut;
    }

    private void gather() {
        boolean[] member = memberships();
        LastKnown outcomes = lastKnown(question.outcome(), question.outcomeDay());
        LastKnown priors = lastKnown(question.prior(), question.priorDay());
        Whereabouts regions = new Whereabouts(timeline, AreaKind.REGION);
        Integer within = question.within();
        Tier tier = timeline.tier();
        Whereabouts areas = within == null
                ? null
                : new Whereabouts(
                        timeline, AreaKind.findLabel(tier.ref(within).kind()).orElseThrow());
        for (int school = 0; school < all.size(); school++) {
            if (!all.open(school, question.day()) || !question.schools().test(school) || !inArea(school, areas)) {
                continue;
            }
            Candidate candidate = new Candidate(
                    school,
                    all.phase(school),
                    question.match().contains(Covariate.REGION) ? regions.at(school, question.day()) : -1,
                    covariates(school, priors),
                    outcomes == null ? 0 : outcomes.of(school));
            if (!candidate.complete()) {
                membersLeftOut += member[school] ? 1 : 0;
                othersLeftOut += member[school] ? 0 : 1;
            } else if (member[school]) {
                members.add(candidate);
            } else {
                others.add(candidate);
            }
        }
    }

    private boolean inArea(int school, @Nullable Whereabouts areas) {
        Integer within = question.within();
        return within == null || areas == null || areas.isIn(school, within, question.day());
    }

    private @Nullable LastKnown lastKnown(@Nullable String measure, int day) {
        return measure == null ? null : new LastKnown(timeline, measure, day);
    }

    private boolean[] memberships() {
        boolean[] member = new boolean[all.size()];
        Presence presence = Presence.on(timeline, question.day(), question.kinds(), school -> true);
        Tier tier = timeline.tier();
        for (int unit = 0; unit < tier.size(); unit++) {
            if (presence.count(unit) > 0 && under(unit)) {
                int of = unit;
                IntStream.range(0, presence.count(unit)).forEach(index -> member[presence.school(of, index)] = true);
            }
        }
        return member;
    }

    private boolean under(int unit) {
        String programme = question.programme();
        return programme == null
                || timeline.overlay().programmes().stream()
                        .anyMatch((Under under) -> under.unit() == unit
                                && under.above().equals(programme)
                                && under.from() <= question.day()
                                && question.day() < under.to());
    }

    private double[] covariates(int school, @Nullable LastKnown priors) {
        List<Double> values = new ArrayList<>();
        if (question.match().contains(Covariate.PUPILS)) {
            values.add(all.pupils(school) == Schools.UNKNOWN ? Double.NaN : (double) all.pupils(school));
        }
        if (question.match().contains(Covariate.FSM)) {
            values.add(all.fsmPercent(school));
        }
        if (priors != null) {
            values.add(priors.ofLineage(school));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
