package uk.middletier.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Rewritten.Claim;
import uk.middletier.measure.Rewritten.Kind;
import uk.middletier.measure.Rewritten.Relation;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Renaming;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Spells;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/**
 * What one release says otherwise than another: how the register rewrote the past.
 *
 * <p><b>Which days.</b> Let D be the earlier of the two extract dates. Both releases can know about days up to D, so
 * nothing else is compared: lives and spells that begin after D are left out, and what ends after D is, for both, still so
 * on D. A school that opened, moved or closed after D is news, not rewriting.
 *
 * <p><b>What is rewritten.</b> A school that only one of them has open by D; another first or last day of a school;
 * another name, phase or type of a school both have; a body that only one has, or has under another name. Of names, phases
 * and types the register keeps no days: what it says now it says of all days; only a new name that the later release itself
 * dates after D is none of these. Another spelling is no other name. A spell that both have with the same body and the
 * same days is the same.
 *
 * <p>Some days are not recorded but seen by comparing snapshots: it happened after one day and by another, or nobody knows
 * after which. Two such days are the same if there is a day on which both could be; a recorded day is one day. A spell that
 * may only have begun after D is compared with those of the other release, and of itself says nothing about days up to D.
 *
 * <p><b>How they are paired.</b> The other spells of a school and a relation, in this order: same body and first day
 * (end-changed), same body and last day (start-changed), same body at overlapping times (days-changed), other body at
 * overlapping times (body-changed); what remains alone was added or removed. Spells of a school that only one has are not
 * told one by one.
 *
 * <p><b>How much.</b> {@code schoolDays}: over all schools, the days from the first day both records say something about
 * to D on which at least one release has the school open. {@code openRewritten}: those on which only one has.
 * {@code governorRewritten}: those on which both have, under different bodies, of schools of whose governance they have
 * something else to say. {@code share} = (openRewritten +
 * governorRewritten) / schoolDays, 0…1; NaN without school-days.
 */
public final class Rewriting {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final Timeline before;
    private final Timeline after;
    private final LocalDate lastDay;
    /** First day that is not compared. */
    private final int end;

    private final int begin;
    private final Set<String> renamedLater = new HashSet<>();
    private final List<Rewritten> all = new ArrayList<>();
    private long schoolDays;
    private long openRewritten;
    private long governorRewritten;

    private Rewriting(Timeline before, Timeline after) {
        this.before = before;
        this.after = after;
        this.lastDay = before.extractDate().isBefore(after.extractDate()) ? before.extractDate() : after.extractDate();
        this.end = Days.of(lastDay) + 1;
        this.begin = Math.max(Days.of(before.firstDate()), Days.of(after.firstDate()));
        for (Renaming renaming : after.renamings()) {
            if (renaming.on() != null && renaming.on().isAfter(lastDay)) {
                renamedLater.add(renaming.id());
            }
        }
        schools();
        bodies();
    }

    /**
     * Compares two releases.
     *
     * @param before the one that said it first
     * @param after the one that says it now
     */
    public static Rewriting of(Timeline before, Timeline after) {
        return new Rewriting(before, after);
    }

    /** All differences: those of schools by URN, then those of bodies by id. */
    public List<Rewritten> all() {
        return List.copyOf(all);
    }

    /** The last day both can know. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** Days of schools that at least one release has open. */
    public long schoolDays() {
        return schoolDays;
    }

    /** Those on which only one has the school open. */
    public long openRewritten() {
        return openRewritten;
    }

    /** Those on which both have it open, under different bodies. */
    public long governorRewritten() {
        return governorRewritten;
    }

    /** Of the days of schools, which part says something else now: 0…1, NaN if there are none. */
    public double share() {
        return (openRewritten + governorRewritten) / (double) schoolDays;
    }

    private void schools() {
        Schools old = before.schools();
        Schools now = after.schools();
        Set<Integer> urns = new TreeSet<>();
        for (int school = 0; school < old.size(); school++) {
            urns.add(old.urn(school));
        }
        for (int school = 0; school < now.size(); school++) {
            urns.add(now.urn(school));
        }
        for (int urn : urns) {
            school(counted(old, old.find(urn)), counted(now, now.find(urn)));
        }
    }

    /** The school if it was ever open by the last day, else −1. */
    private int counted(Schools schools, int school) {
        return school >= 0
                        && schools.everOpen(school)
                        && schools.from(school) < end
                        && schools.from(school) < schools.to(school)
                ? school
                : -1;
    }

    private void school(int old, int now) {
        if (old < 0 && now < 0) {
            return;
        }
        if (old < 0) {
            days(old, now, true);
            add(Kind.SCHOOL_ADDED, subject(after, now), now, null, null, life(after, now));
        } else if (now < 0) {
            days(old, now, true);
            add(Kind.SCHOOL_REMOVED, subject(before, old), old, null, life(before, old), null);
        } else {
            both(old, now);
        }
    }

    private void both(int old, int now) {
        Schools past = before.schools();
        Schools present = after.schools();
        Ref subject = subject(after, now);
        if (past.from(old) != present.from(now)) {
            add(Kind.OPENING_CHANGED, subject, now, null, life(before, old), life(after, now));
        }
        if (clipped(past.to(old)) != clipped(present.to(now))) {
            add(Kind.CLOSING_CHANGED, subject, now, null, life(before, old), life(after, now));
        }
        if (!sameName(past.name(old), present.name(now)) && !renamedLater.contains(subject.id())) {
            attribute(Kind.SCHOOL_RENAMED, subject, now, past.name(old), present.name(now));
        }
        String phase = past.phaseWords().get(past.phase(old));
        String phaseNow = present.phaseWords().get(present.phase(now));
        if (!phase.equals(phaseNow)) {
            attribute(Kind.PHASE_CHANGED, subject, now, phase, phaseNow);
        }
        if (!past.type(old).equals(present.type(now))) {
            attribute(Kind.TYPE_CHANGED, subject, now, past.type(old), present.type(now));
        }
        boolean sameGovernance = true;
        for (Relation relation : Relation.values()) {
            List<Span> lost = spans(before, relation, old);
            List<Span> found = spans(after, relation, now);
            lost.removeIf(was -> take(found, was::same) != null);
            int told = all.size();
            pair(subject, now, relation, lost, found);
            sameGovernance &= relation != Relation.GOVERNANCE || all.size() == told;
        }
        days(old, now, !sameGovernance);
    }

    private void attribute(Kind kind, Ref subject, int school, String was, String is) {
        add(kind, subject, school, null, new Claim(null, was, null, null), new Claim(null, is, null, null));
    }

    private void add(
            Kind kind, Ref subject, int school, @Nullable Relation relation, @Nullable Claim was, @Nullable Claim is) {
        all.add(new Rewritten(kind, subject, school, relation, was, is));
    }

    /**
     * A spell as far as it is compared.
     *
     * @param earliest the first day on which it can have begun; {@code from} is the last
     * @param soonest the first day on which it can have ended; {@code to} is the last
     */
    private record Span(Ref body, int earliest, int from, int soonest, int to) {
        boolean same(Span other) {
            return of(other) && begins(other) && ends(other);
        }

        boolean of(Span other) {
            return body.id().equals(other.body.id());
        }

        boolean begins(Span other) {
            return earliest <= other.from && other.earliest <= from;
        }

        boolean ends(Span other) {
            return soonest <= other.to && other.soonest <= to;
        }

        boolean overlaps(Span other) {
            return from < other.to && other.from < to;
        }

        Claim claim() {
            return new Claim(body, null, Days.date(from), Days.date(to));
        }
    }

    private List<Span> spans(Timeline timeline, Relation relation, int school) {
        Spells spells = switch (relation) {
            case GOVERNANCE -> timeline.governance();
            case AUTHORITY -> timeline.authorities();
            case MEMBERSHIP -> timeline.memberships();
            case SPONSORSHIP -> timeline.sponsorships();
            case DIOCESE -> timeline.dioceses();
        };
        Tier tier = timeline.tier();
        List<Span> spans = new ArrayList<>();
        for (int spell = spells.begin(school); spell < spells.end(school); spell++) {
            int earliest = earliest(spells, spell);
            if (earliest < end) {
                spans.add(new Span(
                        tier.ref(spells.target(spell)),
                        earliest,
                        spells.from(spell),
                        soonest(spells, spell),
                        clipped(spells.to(spell))));
            }
        }
        return spans;
    }

    /** The first day on which it can have begun. */
    private static int earliest(Spells spells, int spell) {
        int after = spells.fromObservedAfter(spell);
        if (after != Days.ALWAYS) {
            return after + 1;
        }
        return spells.fromKnown(spell) ? spells.from(spell) : Days.ALWAYS;
    }

    /** The first day on which it can have ended. */
    private int soonest(Spells spells, int spell) {
        int after = spells.toObservedAfter(spell);
        return clipped(after == Days.NEVER ? spells.to(spell) : after + 1);
    }

    private int clipped(int to) {
        return to >= end ? Days.NEVER : to;
    }

    private interface Match {
        boolean fits(Span lost, Span found);
    }

    private void pair(Ref subject, int school, Relation relation, List<Span> lost, List<Span> found) {
        pair(subject, school, relation, lost, found, Kind.END_CHANGED, (a, b) -> a.of(b) && a.begins(b));
        pair(subject, school, relation, lost, found, Kind.START_CHANGED, (a, b) -> a.of(b) && a.ends(b));
        pair(subject, school, relation, lost, found, Kind.DAYS_CHANGED, (a, b) -> a.of(b) && a.overlaps(b));
        lost.removeIf(this::later);
        found.removeIf(this::later);
        pair(subject, school, relation, lost, found, Kind.BODY_CHANGED, Span::overlaps);
        lost.forEach(span -> add(Kind.SPELL_REMOVED, subject, school, relation, span.claim(), null));
        found.forEach(span -> add(Kind.SPELL_ADDED, subject, school, relation, null, span.claim()));
    }

    /** Whether of itself it says nothing about the days compared: it may have begun after them. */
    private boolean later(Span span) {
        return span.from >= end;
    }

    private void pair(
            Ref subject, int school, Relation relation, List<Span> lost, List<Span> found, Kind kind, Match match) {
        lost.removeIf(was -> {
            Span is = take(found, span -> match.fits(was, span));
            if (is != null) {
                add(kind, subject, school, relation, was.claim(), is.claim());
            }
            return is != null;
        });
    }

    /** Takes the first that fits out of the list. */
    private static @Nullable Span take(List<Span> spans, Predicate<Span> fits) {
        for (int i = 0; i < spans.size(); i++) {
            if (fits.test(spans.get(i))) {
                return spans.remove(i);
            }
        }
        return null;
    }

    /**
     * Counts the days of one school, from one day of change to the next.
     *
     * @param otherwise whether the releases do differ about who governed it
     */
    private void days(int old, int now, boolean otherwise) {
        TreeSet<Integer> changes = new TreeSet<>();
        changes.add(begin);
        changes(before, old, changes);
        changes(after, now, changes);
        changes.add(end);
        int day = begin;
        for (int next : changes.tailSet(begin, false)) {
            boolean was = old >= 0 && before.schools().open(old, day);
            boolean is = now >= 0 && after.schools().open(now, day);
            int length = next - day;
            if (was || is) {
                schoolDays += length;
                if (was != is) {
                    openRewritten += length;
                } else if (otherwise && !governor(before, old, day).equals(governor(after, now, day))) {
                    governorRewritten += length;
                }
            }
            day = next;
        }
    }

    private void changes(Timeline timeline, int school, Set<Integer> changes) {
        if (school < 0) {
            return;
        }
        change(timeline.schools().from(school), changes);
        change(timeline.schools().to(school), changes);
        Spells spells = timeline.governance();
        for (int spell = spells.begin(school); spell < spells.end(school); spell++) {
            change(spells.from(spell), changes);
            change(spells.to(spell), changes);
        }
    }

    private void change(int day, Set<Integer> changes) {
        if (day > begin && day < end) {
            changes.add(day);
        }
    }

    private static String governor(Timeline timeline, int school, int day) {
        int unit = timeline.governor(school, day);
        return unit < 0 ? "" : timeline.tier().ref(unit).id();
    }

    private void bodies() {
        Set<String> ids = new TreeSet<>(bodies(before, false));
        ids.addAll(bodies(after, false));
        Set<String> past = bodies(before, true);
        Set<String> present = bodies(after, true);
        Set<String> surelyPast = bodies(before, false);
        Set<String> surelyPresent = bodies(after, false);
        for (String id : ids) {
            if (!past.contains(id)) {
                add(Kind.BODY_ADDED, body(after, id), -1, null, null, life(after, body(after, id)));
            } else if (!present.contains(id)) {
                add(Kind.BODY_REMOVED, body(before, id), -1, null, life(before, body(before, id)), null);
            } else if (surelyPast.contains(id) && surelyPresent.contains(id)) {
                Ref was = body(before, id);
                Ref is = body(after, id);
                if (!sameName(was.name(), is.name()) && !renamedLater.contains(id)) {
                    attribute(Kind.BODY_RENAMED, is, -1, was.name(), is.name());
                }
            }
        }
    }

    /**
     * Those that were there by the last day: by their own days, or because schools were theirs.
     *
     * @param perhaps those too of which that is only possible
     */
    private Set<String> bodies(Timeline timeline, boolean perhaps) {
        Tier tier = timeline.tier();
        BitSet joined = new BitSet(tier.size());
        for (Spells spells : List.of(timeline.governance(), timeline.memberships(), timeline.sponsorships())) {
            for (int spell = 0; spell < spells.size(); spell++) {
                if ((perhaps ? earliest(spells, spell) : spells.from(spell)) < end) {
                    joined.set(spells.target(spell));
                }
            }
        }
        Set<String> bodies = new HashSet<>();
        for (int unit = 0; unit < tier.size(); unit++) {
            boolean dated = perhaps || tier.from(unit) != Days.ALWAYS;
            if (tier.kind(unit) != null && (joined.get(unit) || (dated && tier.from(unit) < end))) {
                bodies.add(tier.ref(unit).id());
            }
        }
        return bodies;
    }

    private static Ref body(Timeline timeline, String id) {
        return timeline.tier().ref(timeline.tier().find(id).orElseThrow());
    }

    private Claim life(Timeline timeline, Ref body) {
        int unit = timeline.tier().find(body.id()).orElseThrow();
        return new Claim(
                null,
                body.name(),
                Days.date(timeline.tier().from(unit)),
                Days.date(clipped(timeline.tier().to(unit))));
    }

    private Claim life(Timeline timeline, int school) {
        Schools schools = timeline.schools();
        return new Claim(null, null, Days.date(schools.from(school)), Days.date(clipped(schools.to(school))));
    }

    private static Ref subject(Timeline timeline, int school) {
        Schools schools = timeline.schools();
        return new Ref("school:" + schools.urn(school), schools.name(school), "School");
    }

    private static boolean sameName(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
