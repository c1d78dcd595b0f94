package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        List<BodyChange> changes = new ArrayList<>();
        Map<LocalDate, Long> steps = new TreeMap<>();
        long count = 0;
        for (BodyMember member : members(bodyId, histories)) {
            LocalDate from = member.spell().from();
            LocalDate to = member.spell().to();
            if (from == null) {
                count++;
            } else {
                steps.merge(from, 1L, Long::sum);
            }
            if (to != null) {
                steps.merge(to, -1L, Long::sum);
            }
            Stream.of(Optional.ofNullable(member.came()), Optional.ofNullable(member.went()))
                    .flatMap(Optional::stream)
                    .forEach(changes::add);
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

    /** Every time in which a school had a part in one body, school after school; the changes are not counted. */
    public static List<BodyMember> members(String bodyId, Histories histories) {
        BodyGrowth growth = new BodyGrowth(histories);
        return histories
                .lives()
                .flatMap(school -> growth.spells(school.urn(), bodyId).stream()
                        .map(spell ->
                                new BodyMember(school, spell, growth.start(school, spell), growth.end(school, spell))))
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

    private @Nullable BodyChange start(SchoolLife school, Spell spell) {
        LocalDate date = spell.from();
        if (date == null) {
            return null;
        }
        Spell before = histories.before(spell).orElse(null);
        if (before == null || isGap(before, spell)) {
            Kind kind = Histories.same(date, school.from()) ? Kind.OPENED : Kind.JOINED;
            return change(date, kind, school, null, spell.fromObservedAfter());
        }
        if (continues(before, spell)) {
            return null;
        }
        Kind kind = converts(before, spell) ? Kind.CONVERTED_IN : step(before, spell, true);
        return change(date, kind, school, before.body(), Histories.observedAfter(before, spell));
    }

    private @Nullable BodyChange end(SchoolLife school, Spell spell) {
        LocalDate date = spell.to();
        if (date == null) {
            return null;
        }
        Spell after = histories.after(spell).orElse(null);
        if (after == null || isGap(spell, after)) {
            Kind kind = Histories.same(date, school.to()) ? Kind.CLOSED : Kind.LEFT;
            return change(date, kind, school, null, spell.toObservedAfter());
        }
        if (continues(spell, after)) {
            return null;
        }
        Kind kind = converts(spell, after) ? Kind.CONVERTED_OUT : step(spell, after, false);
        return change(date, kind, school, after.body(), spell.toObservedAfter());
    }

    /** A new URN in the same body from the very day is no change of the body. */
    private static boolean continues(Spell before, Spell after) {
        return before.body().id().equals(after.body().id()) && Histories.same(before.to(), after.from());
    }

    /** A new URN in the same body, but not from the very day: closed, and opened again. */
    private static boolean isGap(Spell before, Spell after) {
        return before.body().id().equals(after.body().id()) && !Histories.same(before.to(), after.from());
    }

    /** From the authority to a trust, with a new URN. */
    private boolean converts(Spell before, Spell after) {
        return before.relation().equals(Relationships.GOVERNED_BY)
                && !underTrust(before.urn())
                && underTrust(after.urn());
    }

    private boolean underTrust(long urn) {
        return histories.findLife(urn).filter(SchoolLife::underTrust).isPresent();
    }

    private static Kind step(Spell before, Spell after, boolean in) {
        if (Histories.authority(before) && Histories.authority(after)) {
            return in ? Kind.REORGANISED_IN : Kind.REORGANISED_OUT;
        }
        boolean between = !before.relation().equals(Relationships.GOVERNED_BY)
                || (SchoolEvents.knownTrust(before) && SchoolEvents.knownTrust(after));
        if (between) {
            return in ? Kind.TRANSFERRED_IN : Kind.TRANSFERRED_OUT;
        }
        return in ? Kind.JOINED : Kind.LEFT;
    }

    private static BodyChange change(
            LocalDate date, Kind kind, SchoolLife school, @Nullable Ref other, @Nullable LocalDate observedAfter) {
        return new BodyChange(date, kind, school.urn(), school.name(), other, 0, observedAfter);
    }
}
