package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Origin;
import uk.middletier.model.Basis;
import uk.middletier.model.Period;

/**
 * What several snapshots of one kind of membership say together. A snapshot shows who is in what on its day, and at
 * best since when; that somebody has left shows only in the next one. So each run of snapshots that show a school in a
 * body becomes a spell, whose end was observed between two days.
 */
final class Snapshots {
    private record Pair(long urn, String bodyId) {}

    private record Sighting(LocalDate day, @Nullable LocalDate joined, Basis basis, Origin origin) {}

    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final Map<Pair, List<Sighting>> sightings = new HashMap<>();

    /** Says that a snapshot of this day lists every membership of the kind, so that what it lacks was not there. */
    void covers(LocalDate day) {
        days.add(day);
    }

    /** Says that a snapshot shows a school in a body. */
    void saw(long urn, String bodyId, @Nullable LocalDate joined, Basis basis, Origin origin) {
        sightings
                .computeIfAbsent(new Pair(urn, bodyId), pair -> new ArrayList<>(2))
                .add(new Sighting(origin.source().extractDate(), joined, basis, origin));
    }

    /** The last snapshot before a day that shows a school in a body. */
    Optional<LocalDate> lastSeen(long urn, String bodyId, LocalDate day) {
        return sightings.getOrDefault(new Pair(urn, bodyId), List.of()).stream()
                .map(Sighting::day)
                .filter(seen -> seen.isBefore(day))
                .max(Comparator.naturalOrder());
    }

    /** Whether a snapshot shows a school in a body since that very day. */
    boolean showsJoined(long urn, String bodyId, LocalDate day) {
        return sightings.getOrDefault(new Pair(urn, bodyId), List.of()).stream()
                .anyMatch(sighting -> day.equals(sighting.joined()));
    }

    /** Every spell, by school. */
    Map<Long, List<Spell>> spells() {
        Map<Long, List<Spell>> result = new TreeMap<>();
        sightings.forEach((pair, seen) ->
                result.computeIfAbsent(pair.urn(), urn -> new ArrayList<>()).addAll(runs(pair.bodyId(), seen)));
        result.values().forEach(spells -> spells.sort(ORDER));
        return result;
    }

    /** By start, unknown first, then end, unknown last, then body: the order in which spells are told. */
    static final Comparator<Spell> ORDER = Comparator.comparing(
                    (Spell spell) -> spell.period().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(spell -> spell.period().to(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Spell::bodyId);

    private List<Spell> runs(String bodyId, List<Sighting> seen) {
        seen.sort(Comparator.comparing(Sighting::day).thenComparing(Sighting::basis));
        List<Spell> spells = new ArrayList<>(1);
        int start = 0;
        for (int i = 0; i < seen.size(); i++) {
            LocalDate next = days.higher(seen.get(i).day());
            boolean last = i == seen.size() - 1;
            if (last || (next != null && seen.get(i + 1).day().isAfter(next))) {
                spells.add(spell(bodyId, seen.subList(start, i + 1), next));
                start = i + 1;
            }
        }
        return merged(spells);
    }

    private Spell spell(String bodyId, List<Sighting> run, @Nullable LocalDate gone) {
        Sighting first = run.get(0);
        Sighting last = run.get(run.size() - 1);
        LocalDate joined = run.stream()
                .map(Sighting::joined)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
        boolean known = joined != null && !joined.isAfter(first.day());
        return new Spell(
                bodyId,
                new Period(known ? joined : first.day(), gone),
                known,
                known ? null : days.lower(first.day()),
                gone == null ? null : last.day(),
                run.stream().map(Sighting::basis).min(Comparator.naturalOrder()).orElseThrow(),
                last.origin());
    }

    /** A school missing from one snapshot and back in the next with the old joining day never left. */
    private static List<Spell> merged(List<Spell> spells) {
        List<Spell> result = new ArrayList<>(spells.size());
        for (Spell spell : spells) {
            Spell before = result.isEmpty() ? null : result.get(result.size() - 1);
            if (before != null && before.period().touches(spell.period())) {
                result.set(
                        result.size() - 1,
                        new Spell(
                                spell.bodyId(),
                                before.period().span(spell.period()),
                                before.fromKnown(),
                                before.fromObservedAfter(),
                                spell.toObservedAfter(),
                                before.basis(),
                                spell.origin()));
            } else {
                result.add(spell);
            }
        }
        return result;
    }
}
