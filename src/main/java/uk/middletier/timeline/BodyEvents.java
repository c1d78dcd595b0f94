package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.model.Relationships;

/**
 * What happened to federations and academy trusts, from the stays of open schools in them: when the first came, when the
 * last went, and whether all went to one other trust. Group records of one company are one trust. What began before the
 * record is not told.
 */
final class BodyEvents {
    /** A quarter: the schools of a trust that is taken over follow each other within weeks. */
    private static final int MERGER_DAYS = 92;

    private final Histories histories;
    /** By a company's number, or by the id of a body that has none. */
    private final Map<String, List<Stay>> federations = new LinkedHashMap<>();

    private final Map<String, List<Stay>> trusts = new LinkedHashMap<>();
    private final Map<String, List<Stay>> byBody = new HashMap<>();
    private final List<BodyEvent> events = new ArrayList<>();

    private BodyEvents(Histories histories) {
        this.histories = histories;
        histories.lives().filter(SchoolLife::everOpen).forEach(this::collect);
    }

    /** In no order. */
    static List<BodyEvent> of(Histories histories, Function<String, Optional<Ref>> bodies) {
        BodyEvents collector = new BodyEvents(histories);
        collector.federations.values().forEach(stays -> {
            collector.addBeginning(stays, EventKind.FEDERATION_FORMED);
            collector.addEnd(stays, EventKind.FEDERATION_DISSOLVED);
        });
        collector.trusts.values().forEach(stays -> {
            collector.addBeginning(stays, EventKind.TRUST_OPENED);
            collector.addEnd(stays, EventKind.TRUST_CLOSED);
            collector.addMerger(stays);
        });
        for (Renaming renaming : histories.renamings()) {
            if (renaming.urn() == null) {
                bodies.apply(renaming.id()).ifPresent(body -> collector.addRenaming(renaming, body));
            }
        }
        return collector.events;
    }

    private void collect(SchoolLife life) {
        collect(life, Relationships.GOVERNED_BY);
        collect(life, Relationships.MEMBER_OF);
        collect(life, Relationships.SPONSORED_BY);
    }

    private void collect(SchoolLife life, String relation) {
        for (Spell spell : histories.spells(life.urn(), relation)) {
            Stay stay = Stay.of(life, spell);
            if (stay != null) {
                put(byBody, spell.body().id(), stay);
                if (SchoolEvents.knownTrust(spell)) {
                    put(trusts, key(spell), stay);
                } else if (spell.body().kind().equals(BodyKind.FEDERATION.label())) {
                    put(federations, key(spell), stay);
                }
            }
        }
    }

    private static void put(Map<String, List<Stay>> stays, String key, Stay stay) {
        stays.computeIfAbsent(key, none -> new ArrayList<>()).add(stay);
    }

    private static String key(Spell spell) {
        return SchoolEvents.knownTrust(spell) && spell.company() != null
                ? spell.company()
                : spell.body().id();
    }

    private void addBeginning(List<Stay> stays, EventKind kind) {
        Stay first = stays.stream().reduce(BodyEvents::earlierStart).orElseThrow();
        LocalDate date = first.from();
        if (date != null
                && stays.stream().filter(stay -> date.equals(stay.from())).allMatch(Stay::startTold)) {
            Spell spell = first.spell();
            boolean observed = date.equals(spell.from());
            add(date, kind, null, spell.body(), urns(stays, date), observed ? spell.fromObservedAfter() : null, spell);
        }
    }

    private void addEnd(List<Stay> stays, EventKind kind) {
        LocalDate date = end(stays);
        if (date != null) {
            Spell spell = last(stays).spell();
            boolean observed = date.equals(spell.to());
            List<Long> urns = urns(stays, date.minusDays(1));
            add(date, kind, spell.body(), null, urns, observed ? spell.toObservedAfter() : null, spell);
        }
    }

    /** A trust whose every school of its last days went to one other company within those days. */
    private void addMerger(List<Stay> stays) {
        LocalDate end = end(stays);
        if (end == null) {
            return;
        }
        Map<Long, Stay> last = new LinkedHashMap<>();
        stays.stream()
                .filter(stay -> end.minusDays(MERGER_DAYS).isBefore(stay.to()))
                .forEach(stay -> last.merge(stay.spell().urn(), stay, BodyEvents::laterEnd));
        Spell into = null;
        long moved = 0;
        for (Stay stay : last.values()) {
            Spell next = next(stay).orElse(null);
            if (next == null) {
                return;
            }
            if (key(next).equals(key(stay.spell()))) {
                // It only got another URN, or its trust another group record.
                continue;
            }
            if (into != null && !key(next).equals(key(into))) {
                return;
            }
            into = next;
            moved++;
        }
        if (into != null) {
            Spell from = last(stays).spell();
            LocalDate observedAfter = Histories.same(from.to(), into.from()) ? into.fromObservedAfter() : from.to();
            events.add(new BodyEvent(
                    end,
                    EventKind.TRUST_MERGED,
                    from.body(),
                    into.body(),
                    urns(stays, end.minusDays(1)),
                    moved,
                    observedAfter,
                    into.basis(),
                    into.source(),
                    null));
        }
    }

    /** The trust a school was in next, under its own URN or another, if it was soon. */
    private Optional<Spell> next(Stay stay) {
        return histories
                .after(stay.spell())
                .filter(SchoolEvents::knownTrust)
                .filter(spell -> spell.from() != null
                        && stay.to() != null
                        && !spell.from().isAfter(stay.to().plusDays(MERGER_DAYS)));
    }

    private void addRenaming(Renaming renaming, Ref body) {
        LocalDate date = renaming.on();
        if (date == null) {
            return;
        }
        List<Long> urns = urns(byBody.getOrDefault(body.id(), List.of()), date);
        events.add(new BodyEvent(
                date,
                EventKind.RENAMED,
                null,
                new Ref(body.id(), renaming.name(), body.kind()),
                urns,
                urns.size(),
                renaming.observedAfter(),
                null,
                renaming.source(),
                renaming.formerName()));
    }

    private void add(
            LocalDate date,
            EventKind kind,
            @Nullable Ref from,
            @Nullable Ref to,
            List<Long> urns,
            @Nullable LocalDate observedAfter,
            Spell spell) {
        events.add(new BodyEvent(
                date, kind, from, to, urns, urns.size(), observedAfter, spell.basis(), spell.source(), null));
    }

    /** The day after the last; null if there still is a school. */
    private static @Nullable LocalDate end(List<Stay> stays) {
        return last(stays).to();
    }

    private static Stay last(List<Stay> stays) {
        return stays.stream().reduce(BodyEvents::laterEnd).orElseThrow();
    }

    private static Stay earlierStart(Stay a, Stay b) {
        LocalDate first = a.from();
        LocalDate second = b.from();
        boolean keep = first == null || (second != null && !second.isBefore(first));
        return keep ? a : b;
    }

    private static Stay laterEnd(Stay a, Stay b) {
        LocalDate first = a.to();
        LocalDate second = b.to();
        boolean keep = first == null || (second != null && !second.isAfter(first));
        return keep ? a : b;
    }

    private static List<Long> urns(List<Stay> stays, LocalDate day) {
        return stays.stream()
                .filter(stay -> stay.covers(day))
                .map(stay -> stay.spell().urn())
                .distinct()
                .toList();
    }
}
