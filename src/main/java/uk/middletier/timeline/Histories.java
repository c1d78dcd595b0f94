package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Relationships;

/**
 * The lives, spells and successions of whole lineages: of one, or of as many as are asked about at once. What a
 * question needs of what came before or after a school must be in it.
 */
public final class Histories {
    private final Map<Long, SchoolLife> lives = new LinkedHashMap<>();
    private final Map<Long, List<Spell>> spells = new LinkedHashMap<>();
    private final List<Succession> successions;
    private final Map<Long, List<Succession>> plainTo = new LinkedHashMap<>();
    private final Map<Long, List<Succession>> plainFrom = new LinkedHashMap<>();

    public Histories(List<SchoolLife> lives, List<Spell> spells, List<Succession> successions) {
        lives.forEach(life -> this.lives.put(life.urn(), life));
        Comparator<Spell> byStart = Comparator.comparing(Spell::from, Comparator.nullsFirst(Comparator.naturalOrder()));
        for (Spell spell : spells.stream().sorted(byStart).toList()) {
            this.spells.computeIfAbsent(spell.urn(), urn -> new ArrayList<>()).add(spell);
        }
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

    /** Spells of a school in bodies of one relation, by start. */
    List<Spell> spells(long urn, String relation) {
        return spells.getOrDefault(urn, List.of()).stream()
                .filter(spell -> spell.relation().equals(relation))
                .toList();
    }

    /** The school a school took the place of in full; none if there were several. */
    Optional<SchoolLife> plainPredecessor(long urn) {
        List<Succession> links = plainTo.getOrDefault(urn, List.of());
        return links.size() == 1 ? findLife(links.get(0).fromUrn()) : Optional.empty();
    }

    /** The school that took a school's place in full; none if there were several. */
    Optional<SchoolLife> plainSuccessor(long urn) {
        List<Succession> links = plainFrom.getOrDefault(urn, List.of());
        return links.size() == 1 ? findLife(links.get(0).toUrn()) : Optional.empty();
    }

    /** Who governed a school when it closed. */
    Optional<Spell> lastGovernance(long urn) {
        List<Spell> governance = spells(urn, Relationships.GOVERNED_BY);
        return governance.isEmpty() ? Optional.empty() : Optional.of(governance.get(governance.size() - 1));
    }

    /** Who governed a school when it opened. */
    Optional<Spell> firstGovernance(long urn) {
        return spells(urn, Relationships.GOVERNED_BY).stream().findFirst();
    }

    /** The spell of the same relation that ended on the day another began. */
    Optional<Spell> before(Spell spell) {
        return spells(spell.urn(), spell.relation()).stream()
                .filter(other -> !other.equals(spell) && same(other.to(), spell.from()))
                .findFirst();
    }

    /** The spell of the same relation that began on the day another ended. */
    Optional<Spell> after(Spell spell) {
        return spells(spell.urn(), spell.relation()).stream()
                .filter(other -> !other.equals(spell) && same(other.from(), spell.to()))
                .findFirst();
    }

    static boolean same(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && a.equals(b);
    }
}
