package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.MembershipRecord;
import uk.middletier.dataset.Source;
import uk.middletier.model.Basis;
import uk.middletier.model.Period;

/**
 * What the membership history tells of academy trusts, once all of it is read. Its leaving days mean several things: one
 * on which the school closed, or a day before it joined a trust, was the last day in the trust, as closing days are; any
 * other was the first day out, as are all on which the next trust was joined.
 *
 * <p>Those others may be days on which somebody noticed. Nobody is in two trusts, so a history in which many schools
 * leave after they have joined the next trust has been put together by comparing, and all its leaving days are only
 * upper bounds; so are joining days that are no more than the leaving day of the trust before.
 */
final class TrustHistory {
    /**
     * Of those who left one trust for another, the share that left late, from which a history counts as noticed. Where
     * days are recorded, overlaps are slips; in the history of January 2025 they are 62 in 100.
     */
    private static final double NOTICED = 0.1;

    private final Register register;
    private final Snapshots snapshots;
    private final Map<Long, List<Spell>> rows = new TreeMap<>();

    TrustHistory(Register register, Snapshots snapshots) {
        this.register = register;
        this.snapshots = snapshots;
    }

    /** Takes a row that does not end before it starts, of a school of the register. */
    void add(String bodyId, MembershipRecord row) {
        rows.computeIfAbsent(row.urn(), urn -> new ArrayList<>(1))
                .add(new Spell(
                        bodyId,
                        new Period(row.joined(), row.left()),
                        row.joined() != null,
                        null,
                        null,
                        Basis.MEMBERSHIP_HISTORY,
                        row.origin()));
    }

    /** Every spell, by school. */
    Map<Long, List<Spell>> spells() {
        Set<Source> noticed = noticed();
        Map<Long, List<Spell>> result = new TreeMap<>();
        rows.forEach((urn, spells) -> {
            LocalDate closed = closed(urn);
            result.put(
                    urn,
                    spells.stream()
                            .map(row -> {
                                Spell spell = ended(row, spells, closed);
                                return noticed.contains(row.origin().source())
                                        ? bounded(urn, spell, row, spells, closed)
                                        : spell;
                            })
                            .toList());
        });
        return result;
    }

    private static Spell ended(Spell row, List<Spell> all, @Nullable LocalDate closed) {
        LocalDate left = row.period().to();
        return left != null && isLastDay(left, all, closed)
                ? row.within(new Period(row.period().from(), left.plusDays(1)))
                : row;
    }

    /** The same with its ends as no more than what was noticed. */
    private Spell bounded(long urn, Spell spell, Spell row, List<Spell> all, @Nullable LocalDate closed) {
        LocalDate joined = row.period().from();
        LocalDate left = row.period().to();
        boolean joinedAsNoticed = joined != null
                && !snapshots.showsJoined(urn, row.bodyId(), joined)
                && all.stream()
                        .anyMatch(other -> !other.bodyId().equals(row.bodyId())
                                && joined.equals(other.period().to())
                                && !isLastDay(joined, all, closed));
        LocalDate still = left == null || isLastDay(left, all, closed)
                ? null
                : snapshots.lastSeen(urn, row.bodyId(), left).orElse(joined);
        return new Spell(
                spell.bodyId(),
                spell.period(),
                spell.fromKnown() && !joinedAsNoticed,
                null,
                still == null || joined == null || still.isAfter(joined) ? still : joined,
                spell.basis(),
                spell.origin());
    }

    private Set<Source> noticed() {
        Map<Source, Integer> followed = new HashMap<>();
        Map<Source, Integer> late = new HashMap<>();
        rows.forEach((urn, spells) -> {
            LocalDate closed = closed(urn);
            for (Spell row : spells) {
                LocalDate left = row.period().to();
                LocalDate next = left == null || isLastDay(left, spells, closed) ? null : nextJoined(row, spells);
                if (left != null && next != null) {
                    followed.merge(row.origin().source(), 1, Integer::sum);
                    late.merge(row.origin().source(), next.isBefore(left) ? 1 : 0, Integer::sum);
                }
            }
        });
        followed.entrySet().removeIf(source -> late.getOrDefault(source.getKey(), 0) < NOTICED * source.getValue());
        return followed.keySet();
    }

    /** The day on which the school joined the next trust; one registered anew has the old one's joining day. */
    private static @Nullable LocalDate nextJoined(Spell row, List<Spell> all) {
        LocalDate joined = row.period().from();
        return all.stream()
                .filter(other -> !other.bodyId().equals(row.bodyId()))
                .map(other -> other.period().from())
                .filter(Objects::nonNull)
                .filter(other -> joined == null || other.isAfter(joined))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate closed(long urn) {
        return Objects.requireNonNull(register.find(urn)).closeDate();
    }

    private static boolean isLastDay(LocalDate left, List<Spell> all, @Nullable LocalDate closed) {
        LocalDate after = left.plusDays(1);
        return left.equals(closed)
                || all.stream().anyMatch(other -> after.equals(other.period().from()));
    }
}
