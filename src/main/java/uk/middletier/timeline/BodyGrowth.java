package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.model.Relationships;
import uk.middletier.timeline.BodyChange.Kind;

/**
 * How a body grew and shrank. The running count is that of the spells themselves: on any day it is the number of
 * schools with a part in the body. Spells that began before the record are counted and have no line.
 */
public final class BodyGrowth {
    private static final Comparator<BodyChange> ORDER = Comparator.comparing(BodyChange::date)
            .thenComparing(BodyChange::kind)
            .thenComparing(BodyChange::urn);

    private final Histories histories;

    private BodyGrowth(Histories histories) {
        this.histories = histories;
    }

    /** The changes of one body, in order. The histories hold the lineages of all schools that were ever in it. */
    public static List<BodyChange> of(String bodyId, Histories histories) {
        BodyGrowth growth = new BodyGrowth(histories);
        List<BodyChange> changes = new ArrayList<>();
        Map<LocalDate, Long> steps = new TreeMap<>();
        long count = 0;
        for (SchoolLife school : histories.lives().toList()) {
            for (Spell spell : growth.spells(school.urn(), bodyId)) {
                LocalDate from = spell.from();
                if (from == null) {
                    count++;
                } else {
                    steps.merge(from, 1L, Long::sum);
                    growth.addStart(changes, school, spell, from);
                }
                LocalDate to = spell.to();
                if (to != null) {
                    steps.merge(to, -1L, Long::sum);
                    growth.addEnd(changes, school, spell, to);
                }
            }
        }
        Map<LocalDate, Long> running = new TreeMap<>();
        for (Map.Entry<LocalDate, Long> step : steps.entrySet()) {
            count += step.getValue();
            running.put(step.getKey(), count);
        }
        return changes.stream()
                .sorted(ORDER)
                .map(change -> change.withSchools(running.getOrDefault(change.date(), 0L)))
                .toList();
    }

    private List<Spell> spells(long urn, String bodyId) {
        List<Spell> spells = new ArrayList<>();
        for (String relation :
                List.of(Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY)) {
            histories.spells(urn, relation).stream()
                    .filter(spell -> spell.body().id().equals(bodyId))
                    .forEach(spells::add);
        }
        return spells;
    }

    private void addStart(List<BodyChange> changes, SchoolLife school, Spell spell, LocalDate date) {
        Spell before = histories.before(spell).orElse(null);
        if (before != null) {
            change(changes, date, step(before, spell, true), school, before.body(), spell.fromObservedAfter());
            return;
        }
        if (!Histories.same(date, school.from())) {
            change(changes, date, Kind.JOINED, school, null, spell.fromObservedAfter());
            return;
        }
        SchoolLife predecessor = histories.plainPredecessor(school.urn()).orElse(null);
        Spell last = predecessor == null ? null : lastOf(predecessor, spell.relation());
        if (predecessor == null || last == null) {
            change(changes, date, Kind.OPENED, school, null, null);
        } else if (!continues(last, spell)) {
            Kind kind = !predecessor.underTrust() && school.underTrust() && governs(spell)
                    ? Kind.CONVERTED_IN
                    : step(last, spell, true);
            change(changes, date, kind, school, last.body(), spell.fromObservedAfter());
        }
    }

    private void addEnd(List<BodyChange> changes, SchoolLife school, Spell spell, LocalDate date) {
        Spell after = histories.after(spell).orElse(null);
        if (after != null) {
            change(changes, date, step(spell, after, false), school, after.body(), spell.toObservedAfter());
            return;
        }
        if (!Histories.same(date, school.to())) {
            change(changes, date, Kind.LEFT, school, null, spell.toObservedAfter());
            return;
        }
        SchoolLife successor = histories.plainSuccessor(school.urn()).orElse(null);
        Spell first = successor == null ? null : firstOf(successor, spell.relation());
        if (successor == null || first == null) {
            change(changes, date, Kind.CLOSED, school, null, null);
        } else if (!continues(spell, first)) {
            Kind kind = !school.underTrust() && successor.underTrust() && governs(spell)
                    ? Kind.CONVERTED_OUT
                    : step(spell, first, false);
            change(changes, date, kind, school, first.body(), spell.toObservedAfter());
        }
    }

    /** A new URN in the same body from the very day is no change of the body. */
    private static boolean continues(Spell last, Spell first) {
        return last.body().id().equals(first.body().id()) && Histories.same(last.to(), first.from());
    }

    private static Kind step(Spell before, Spell after, boolean in) {
        if (isAuthority(before) && isAuthority(after)) {
            return in ? Kind.REORGANISED_IN : Kind.REORGANISED_OUT;
        }
        boolean between = !before.relation().equals(Relationships.GOVERNED_BY)
                || (SchoolEvents.knownTrust(before) && SchoolEvents.knownTrust(after));
        if (between) {
            return in ? Kind.TRANSFERRED_IN : Kind.TRANSFERRED_OUT;
        }
        return in ? Kind.JOINED : Kind.LEFT;
    }

    private static boolean governs(Spell spell) {
        return spell.relation().equals(Relationships.GOVERNED_BY);
    }

    private static boolean isAuthority(Spell spell) {
        return spell.body().kind().equals(BodyKind.LOCAL_AUTHORITY.label());
    }

    private @Nullable Spell lastOf(SchoolLife school, String relation) {
        List<Spell> spells = histories.spells(school.urn(), relation);
        return spells.isEmpty() ? null : spells.get(spells.size() - 1);
    }

    private @Nullable Spell firstOf(SchoolLife school, String relation) {
        List<Spell> spells = histories.spells(school.urn(), relation);
        return spells.isEmpty() ? null : spells.get(0);
    }

    private static void change(
            List<BodyChange> changes,
            LocalDate date,
            Kind kind,
            SchoolLife school,
            @Nullable Ref other,
            @Nullable LocalDate observedAfter) {
        changes.add(new BodyChange(date, kind, school.urn(), school.name(), other, 0, observedAfter));
    }
}
