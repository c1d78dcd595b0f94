package uk.middletier.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/**
 * How long memberships last: {@link KaplanMeier} over the memberships of lineages in bodies, in days. What goes on is
 * censored on the day of the question. What ended before the record of such bodies begins is not in it, so that what had
 * begun by then is at risk from that day on and not from its own beginning.
 */
public final class Durations {
    /** Days of a year, leap years shared out. */
    public static final double YEAR = 365.25;

    private static final List<BodyKind> KINDS = List.of(BodyKind.values());
    private static final List<String> FORMALITIES =
            Arrays.stream(Formality.values()).map(Formality::word).toList();

    private static final String SOURCE = "Kaplan & Meier 1958; Greenwood 1926";
    private static final String CAVEAT = "Memberships whose start is not known are left out. Ends seen only between two"
            + " snapshots are taken for the middle of the two. Kinds are those of the latest group records.";

    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            new Definition(
                    "survival",
                    Family.DURATION,
                    "Share of memberships that last",
                    "S(t) = Π_{t_j ≤ t} (1 − d_j / n_j), with d_j ends at t_j and n_j memberships at risk",
                    "share",
                    0.0,
                    1.0,
                    "memberships last longer",
                    CAVEAT,
                    SOURCE),
            new Definition(
                    "medianYears",
                    Family.DURATION,
                    "Median duration of memberships",
                    "least t with S(t) ≤ ½; its interval: where the bounds of S reach ½",
                    "years",
                    0.0,
                    null,
                    "memberships last longer",
                    CAVEAT + " Null if more than half outlast the record.",
                    SOURCE + "; Brookmeyer & Crowley 1982"));

    /** What counts as an end. */
    public enum Ends {
        /** Every end. */
        ANY,
        /** Leaving; a membership that ends with its lineage is censored then. */
        LEFT
    }

    /** What makes a group. */
    public enum By {
        KIND,
        FORMALITY,
        /** The year of joining. */
        COHORT,
        /** The authority in which the school lay when it joined. */
        AREA
    }

    /**
     * Which memberships, and how they are put together.
     *
     * @param formalities in the words of {@link Formality}; empty = any
     * @param within an area in which the school must have lain when it joined, by its place in the tier; null = anywhere
     * @param schools which schools, at joining
     * @param joinedFrom epoch day; the first on which it may have begun
     * @param joinedTo the last
     * @param observedFrom epoch day on which the record of every kind begins; null = as it shows itself
     * @param asOf epoch day on which what goes on is censored
     */
    public record Question(
            Set<BodyKind> kinds,
            Set<String> formalities,
            @Nullable Integer within,
            IntPredicate schools,
            int joinedFrom,
            int joinedTo,
            By by,
            Ends ends,
            @Nullable Integer observedFrom,
            int asOf) {}

    /**
     * The memberships of a group.
     *
     * @param unit what it is by, as a number in the order of groups: a kind, a year, a place in the tier
     * @param name the word of a kind or formality, the year, or the area's id
     * @param spells memberships that were ever at risk: {@code events + censored}
     * @param lateEntries of these, such as were at risk only from some age on
     * @param excluded left out because their start is not known
     * @param unobserved left out because they ended before the record begins
     */
    public record Group(
            int unit,
            String name,
            int spells,
            int events,
            int censored,
            int lateEntries,
            int excluded,
            int unobserved,
            KaplanMeier curve) {}

    private final Timeline timeline;
    private final Tier tier;
    private final Question question;
    private final List<Membership> memberships;
    private final int asOf;
    private final Whereabouts authorities;
    private final @Nullable Whereabouts areas;

    private static final class Collected {
        private final List<KaplanMeier.Observation> observations = new ArrayList<>();
        private int excluded;
        private int unobserved;
        private int late;
    }

    private Durations(Timeline timeline, Question question) {
        this.timeline = timeline;
        this.tier = timeline.tier();
        this.question = question;
        this.memberships = Memberships.of(timeline, question.kinds());
        this.asOf = Math.min(question.asOf(), Days.of(timeline.extractDate()));
        this.authorities = new Whereabouts(timeline, AreaKind.LOCAL_AUTHORITY);
        Integer within = question.within();
        this.areas = within == null
                ? null
                : new Whereabouts(
                        timeline, AreaKind.findLabel(tier.ref(within).kind()).orElseThrow());
    }

    /** Puts the memberships together; what they last is worked out when the groups are asked for. */
    public static Durations of(Timeline timeline, Question question) {
        return new Durations(timeline, question);
    }

    /** Where the record of each kind begins, as an epoch day. */
    public Map<BodyKind, Integer> observedFrom() {
        Map<BodyKind, Integer> starts = new EnumMap<>(BodyKind.class);
        Integer observedFrom = question.observedFrom();
        RecordStart record = new RecordStart(timeline, memberships);
        for (BodyKind kind : question.kinds()) {
            starts.put(kind, observedFrom == null ? record.of(kind) : observedFrom);
        }
        return starts;
    }

    /** Those with a membership, in order. */
    public List<Group> groups() {
        Map<BodyKind, Integer> starts = observedFrom();
        Map<Integer, Collected> collected = new TreeMap<>();
        for (Membership membership : memberships) {
            int unit = wanted(membership) ? unit(membership) : -1;
            if (unit >= 0) {
                observe(membership, starts, collected.computeIfAbsent(unit, key -> new Collected()));
            }
        }
        List<Group> groups = new ArrayList<>();
        collected.forEach((unit, all) -> groups.add(group(unit, all)));
        return groups;
    }

    private boolean wanted(Membership membership) {
        return membership.from() <= Math.min(asOf, question.joinedTo())
                && membership.from() >= question.joinedFrom()
                && question.schools().test(membership.school())
                && (question.formalities().isEmpty() || question.formalities().contains(formality(membership.body())))
                && inArea(membership);
    }

    private boolean inArea(Membership membership) {
        Integer within = question.within();
        if (within == null || areas == null) {
            return true;
        }
        return areas.isIn(membership.school(), within, dayIn(membership));
    }

    /** A day on which it held: the first, unless that is not known. */
    private static int dayIn(Membership membership) {
        return membership.from() != Days.ALWAYS
                ? membership.from()
                : membership.ended() ? membership.to() - 1 : Days.NEVER - 1;
    }

    private void observe(Membership membership, Map<BodyKind, Integer> starts, Collected all) {
        if (!membership.fromKnown()) {
            all.excluded++;
            return;
        }
        Integer start = starts.get(tier.kind(membership.body()));
        boolean ended = membership.ended() && membership.end() <= asOf;
        int entry = Math.max(0, (start == null ? asOf : start) - membership.from());
        int exit = (ended ? membership.end() : asOf) - membership.from();
        boolean event = ended && (question.ends() == Ends.ANY || membership.lineageGoesOn());
        KaplanMeier.Observation observation = new KaplanMeier.Observation(entry, exit, event);
        if (observation.watched()) {
            all.observations.add(observation);
            all.late += entry > 0 ? 1 : 0;
        } else {
            all.unobserved++;
        }
    }

    /** What it belongs to, as a number that puts groups in order; negative for what belongs nowhere. */
    private int unit(Membership membership) {
        return switch (question.by()) {
            case KIND -> KINDS.indexOf(tier.kind(membership.body()));
            case FORMALITY -> FORMALITIES.indexOf(formality(membership.body()));
            case COHORT ->
                membership.fromKnown() ? LocalDate.ofEpochDay(membership.from()).getYear() : -1;
            case AREA -> authorities.at(membership.school(), dayIn(membership));
        };
    }

    /** As its source has it, else as bodies of its kind are. */
    private String formality(int body) {
        String own = tier.formality(body);
        BodyKind kind = tier.kind(body);
        return own != null || kind == null
                ? String.valueOf(own)
                : kind.formality().word();
    }

    private String name(int unit) {
        return switch (question.by()) {
            case KIND -> KINDS.get(unit).word();
            case FORMALITY -> FORMALITIES.get(unit);
            case COHORT -> Integer.toString(unit);
            case AREA -> tier.ref(unit).id();
        };
    }

    private Group group(int unit, Collected all) {
        int events = (int)
                all.observations.stream().filter(KaplanMeier.Observation::event).count();
        int spells = all.observations.size();
        return new Group(
                unit,
                name(unit),
                spells,
                events,
                spells - events,
                all.late,
                all.excluded,
                all.unobserved,
                KaplanMeier.of(all.observations));
    }
}
