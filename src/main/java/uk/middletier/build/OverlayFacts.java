package uk.middletier.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.OverlayRecord;
import uk.middletier.dataset.OverlayRecord.Designation;
import uk.middletier.dataset.OverlayRecord.Observation;
import uk.middletier.dataset.OverlayRecord.Support;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/** Who supported whom, what a school was designated, what was observed. */
final class OverlayFacts {
    private static final String SCHOOL_PREFIX = "school:";

    private final Register register;
    private final OverlayBodies bodies;
    private final Taken taken;
    private final Issues issues;
    private final List<OverlayRecord> facts = new ArrayList<>();

    OverlayFacts(Register register, OverlayBodies bodies, Taken taken, Issues issues) {
        this.register = register;
        this.bodies = bodies;
        this.taken = taken;
        this.issues = issues;
    }

    void add(OverlayRecord fact) {
        facts.add(fact);
    }

    void addTo(List<RelationshipRow> rows, Lives lives) {
        for (OverlayRecord fact : facts) {
            Optional<RelationshipRow> row = Optional.empty();
            if (fact instanceof Support support) {
                row = support(support, lives);
            } else if (fact instanceof Designation designation) {
                row = designation(designation, lives);
            } else if (fact instanceof Observation observation) {
                row = observation(observation);
            }
            row.ifPresent(rows::add);
        }
    }

    private Optional<RelationshipRow> support(Support support, Lives lives) {
        String supporter = Ids.school(support.supporter());
        String supported = Ids.school(support.supported());
        if (!isKnown(support, supporter, support.supporter()) || !isKnown(support, supporter, support.supported())) {
            return Optional.empty();
        }
        if (support.supporter() == support.supported()) {
            report(IssueCode.OVERLAY_ID_INVALID, support, supporter, "supports itself", "left out");
            return Optional.empty();
        }
        Life one = lives.of(support.supporter());
        Life other = lives.of(support.supported());
        Optional<Period> both =
                one.everOpen() && other.everOpen() ? one.period().intersect(other.period()) : Optional.empty();
        return cut(support, supporter, supported, both.orElse(null)).map(days -> {
            taken.one(support.origin().source(), "supports");
            return new RelationshipRow(
                    supporter,
                    Relationships.SUPPORTS,
                    supported,
                    props(support, days)
                            .put(
                                    Properties.PROGRAMME,
                                    support.programme() == null
                                            ? null
                                            : bodies.programme(support.programme(), support.origin(), null))
                            .put(Properties.BROKERED_BY, broker(support, supporter))
                            .put(Properties.DEPTH, support.depth())
                            .toMap());
        });
    }

    private @Nullable String broker(Support support, String supporter) {
        String broker = support.broker();
        if (broker != null && bodies.find(broker) == null) {
            report(IssueCode.OVERLAY_BODY_UNKNOWN, support, supporter, "broker " + broker, "kept without a broker");
            return null;
        }
        return broker;
    }

    private Optional<RelationshipRow> designation(Designation designation, Lives lives) {
        String school = Ids.school(designation.school());
        if (!isKnown(designation, school, designation.school())) {
            return Optional.empty();
        }
        Life life = lives.of(designation.school());
        return cut(designation, school, designation.as(), life.everOpen() ? life.period() : null)
                .map(days -> {
                    taken.one(designation.origin().source(), "designations");
                    String programme = designation.programme();
                    return new RelationshipRow(
                            school,
                            Relationships.DESIGNATED,
                            programme == null
                                    ? bodies.programme(designation.as(), designation.origin(), designation.as())
                                    : bodies.programme(programme, designation.origin(), null),
                            props(designation, days)
                                    .put(Properties.AS, designation.as())
                                    .toMap());
                });
    }

    /** Not cut to a life: what was found of a school remains found. */
    private Optional<RelationshipRow> observation(Observation observation) {
        String subject = observation.subject();
        boolean school = subject.startsWith(SCHOOL_PREFIX);
        boolean known = school
                ? subject.matches("school:\\d{1,9}")
                        && register.find(Long.parseLong(subject.substring(SCHOOL_PREFIX.length()))) != null
                : bodies.isProgramme(subject) || bodies.find(subject) != null;
        if (!known) {
            report(
                    school ? IssueCode.OVERLAY_SCHOOL_UNKNOWN : IssueCode.OVERLAY_BODY_UNKNOWN,
                    observation,
                    subject,
                    observation.measure() + " of " + subject,
                    "left out");
            return Optional.empty();
        }
        taken.one(observation.origin().source(), "observations");
        return Optional.of(new RelationshipRow(
                subject,
                Relationships.OBSERVED,
                Ids.dataset(observation.origin().source().name()),
                props(observation, observation.span().period())
                        .put(Properties.MEASURE, observation.measure())
                        .put(Properties.VALUE, observation.value())
                        .put(Properties.TEXT, observation.text())
                        .put(Properties.UNIT, observation.unit())
                        .toMap()));
    }

    private boolean isKnown(OverlayRecord fact, String subject, long school) {
        if (register.find(school) != null) {
            return true;
        }
        report(IssueCode.OVERLAY_SCHOOL_UNKNOWN, fact, subject, Ids.school(school), "left out");
        return false;
    }

    private Optional<Period> cut(OverlayRecord fact, String subject, String what, @Nullable Period life) {
        Period days = fact.span().period();
        Optional<Period> both = life == null ? Optional.empty() : life.intersect(days);
        if (both.isEmpty()) {
            report(
                    IssueCode.MEMBERSHIP_OUTSIDE_LIFE,
                    fact,
                    subject,
                    what + " " + OverlayMembers.told(days),
                    "left out");
            return both;
        }
        Period left = both.get();
        if (Overlays.isCut(fact.span(), left)) {
            report(
                    IssueCode.MEMBERSHIP_CUT,
                    fact,
                    subject,
                    what + " " + OverlayMembers.told(days),
                    "kept " + OverlayMembers.told(left));
        }
        return both;
    }

    private static Props props(OverlayRecord fact, Period days) {
        boolean sameEnd =
                java.util.Objects.equals(days.to(), fact.span().period().to());
        return Areas.interval(days, fact.origin())
                .put(Properties.FROM_KNOWN, fact.span().fromKnown())
                .put(Properties.TO_OBSERVED_AFTER, sameEnd ? fact.span().lastSeen() : null)
                .put(Properties.PROVENANCE, fact.provenance());
    }

    private void report(IssueCode code, OverlayRecord fact, String subject, String found, String done) {
        Overlays.report(issues, code, fact.origin(), subject, found, done);
    }
}
