package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Relationships;

/**
 * The lives, spells and successions of whole lineages: of one, or of as many as are asked about at once. What a
 * question needs of what came before or after a school must be in it.
 */
public final class Histories {
    private final Map<Long, SchoolLife> lives = new LinkedHashMap<>();
    private final Map<Long, Map<String, List<Spell>>> spells = new HashMap<>();
    private final List<Succession> successions;
    private final List<Renaming> renamings;
    private final Map<Long, List<Succession>> plainTo = new LinkedHashMap<>();
    private final Map<Long, List<Succession>> plainFrom = new LinkedHashMap<>();

    public Histories(List<SchoolLife> lives, List<Spell> spells, List<Succession> successions) {
        this(lives, spells, successions, List.of());
    }

    public Histories(
            List<SchoolLife> lives, List<Spell> spells, List<Succession> successions, List<Renaming> renamings) {
        lives.forEach(life -> this.lives.put(life.urn(), life));
        Comparator<Spell> byStart = Comparator.comparing(Spell::from, Comparator.nullsFirst(Comparator.naturalOrder()));
        for (Spell spell : spells.stream().sorted(byStart).toList()) {
            this.spells
                    .computeIfAbsent(spell.urn(), urn -> new HashMap<>(4))
                    .computeIfAbsent(spell.relation(), relation -> new ArrayList<>(2))
                    .add(spell);
        }
        this.renamings = List.copyOf(renamings);
        this.successions = List.copyOf(successions);
        for (Succession succession : successions) {
            if (succession.plain()) {
                plainTo.computeIfAbsent(succession.toUrn(), urn -> new ArrayList<>())
                        .add(succession);
                plainFrom
                        .computeIfAbsent(succession.fromUrn(), urn -> new ArrayList<>())
                        .add(succession);
            }
        }
    }

    Stream<SchoolLife> lives() {
        return lives.values().stream();
    }

    Optional<SchoolLife> findLife(long urn) {
        return Optional.ofNullable(lives.get(urn));
    }

    List<Succession> successions() {
        return successions;
    }

    /** Changes of name of schools, and of bodies if the histories are those of a whole release. */
    List<Renaming> renamings() {
        return renamings;
    }

    /** Spells of a school in bodies of one relation, by start. */
    List<Spell> spells(long urn, String relation) {
        return Collections.unmodifiableList(spells.getOrDefault(urn, Map.of()).getOrDefault(relation, List.of()));
    }

    /** The one school a school took the place of, if it was that school's one successor. */
    Optional<SchoolLife> plainPredecessor(long urn) {
        return plainTo.getOrDefault(urn, List.of()).stream()
                .filter(this::oneToOne)
                .findFirst()
                .flatMap(link -> findLife(link.fromUrn()));
    }

    /** The one school that took a school's place, if it took no other's. */
    Optional<SchoolLife> plainSuccessor(long urn) {
        return plainFrom.getOrDefault(urn, List.of()).stream()
                .filter(this::oneToOne)
                .findFirst()
                .flatMap(link -> findLife(link.toUrn()));
    }

    /**
     * Whether one school took the place of one school. The register calls many a merger of an infant and a junior
     * school two plain successions.
     */
    boolean oneToOne(Succession link) {
        return link.plain() && !manyInto(link) && !oneIntoMany(link);
    }

    boolean manyInto(Succession link) {
        return link.plain() && plainTo.getOrDefault(link.toUrn(), List.of()).size() > 1;
    }

    private boolean oneIntoMany(Succession link) {
        return plainFrom.getOrDefault(link.fromUrn(), List.of()).size() > 1;
    }

    /** Who governed a school when it closed. */
    Optional<Spell> lastGovernance(long urn) {
        return last(urn, Relationships.GOVERNED_BY);
    }

    /** Who governed a school when it opened. */
    Optional<Spell> firstGovernance(long urn) {
        return first(urn, Relationships.GOVERNED_BY);
    }

    /** Where the school was before, under its own URN or that of the school it took the place of; see {@link #after}. */
    Optional<Spell> before(Spell spell) {
        return beyond(spell, this::back);
    }

    /**
     * Where the school was next, under its own URN or that of the school that took its place. An academy is never
     * without a trust, so one that is in another trust after a time of which nothing is known has gone from the one to
     * the other. A school that left its authority for a trust nobody names has gone there, wherever it was next.
     */
    Optional<Spell> after(Spell spell) {
        return beyond(spell, this::forth);
    }

    /** Last day of which it is known that the school was still where it was before, if its first day in a spell is not. */
    static @Nullable LocalDate observedAfter(Spell before, Spell spell) {
        if (same(before.to(), spell.from())) {
            return spell.fromObservedAfter();
        }
        return before.toObservedAfter() == null ? before.to() : before.toObservedAfter();
    }

    /** What is not known may be two spells, the last of one URN and the first of the next. */
    private static Optional<Spell> beyond(Spell spell, Function<Spell, Optional<Spell>> step) {
        Optional<Spell> next = step.apply(spell);
        Optional<Spell> beyond = next.filter(Histories::unknown).flatMap(step);
        beyond = beyond.filter(Histories::unknown).isPresent() ? beyond.flatMap(step) : beyond;
        return beyond.filter(other -> !authority(spell) && !unknown(other) && !authority(other))
                        .filter(other -> !other.body().equals(spell.body()))
                        .isPresent()
                ? beyond
                : next;
    }

    private Optional<Spell> back(Spell spell) {
        return adjacent(spell, other -> same(other.to(), spell.from()))
                .or(() -> findLife(spell.urn())
                        .filter(school -> same(school.from(), spell.from()))
                        .flatMap(school -> plainPredecessor(school.urn()))
                        .flatMap(school -> last(school.urn(), spell)));
    }

    private Optional<Spell> forth(Spell spell) {
        return adjacent(spell, other -> same(other.from(), spell.to()))
                .or(() -> findLife(spell.urn())
                        .filter(school -> same(school.to(), spell.to()))
                        .flatMap(school -> plainSuccessor(school.urn()))
                        .flatMap(school -> first(school.urn(), spell)));
    }

    private Optional<Spell> adjacent(Spell spell, Predicate<Spell> touches) {
        return spells(spell.urn(), spell.relation()).stream()
                .filter(other -> !other.equals(spell) && alike(spell, other) && touches.test(other))
                .min(Comparator.comparing(other -> !other.body().equals(spell.body())));
    }

    private Optional<Spell> first(long urn, Spell like) {
        return spells(urn, like.relation()).stream()
                .filter(other -> alike(like, other))
                .min(Comparator.comparing(other -> !other.body().equals(like.body())));
    }

    private Optional<Spell> last(long urn, Spell like) {
        List<Spell> reversed = new ArrayList<>(spells(urn, like.relation()));
        Collections.reverse(reversed);
        return reversed.stream()
                .filter(other -> alike(like, other))
                .min(Comparator.comparing(other -> !other.body().equals(like.body())));
    }

    /** A school is in bodies of many kinds at once: who leaves a federation and joins an alliance
     * has not gone from the one to the other. */
    private static boolean alike(Spell spell, Spell other) {
        return !spell.relation().equals(Relationships.MEMBER_OF)
                || spell.body().kind().equals(other.body().kind());
    }

    private Optional<Spell> first(long urn, String relation) {
        return spells(urn, relation).stream().findFirst();
    }

    private Optional<Spell> last(long urn, String relation) {
        List<Spell> all = spells(urn, relation);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    static boolean unknown(Spell spell) {
        return spell.body().kind().equals(BodyKind.UNKNOWN_TRUST.label());
    }

    static boolean authority(Spell spell) {
        return spell.body().kind().equals(BodyKind.LOCAL_AUTHORITY.label());
    }

    static boolean same(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && a.equals(b);
    }
}
