package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.MembershipRecord;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.model.Basis;
import uk.middletier.model.Period;

/**
 * What the membership history tells of academy trusts, once all of it is read. Its leaving days mean two things: one on
 * which the school closed, or a day before it joined a trust, was the last day in the trust, as closing days are; any
 * other was the first day out, as are all on which the next trust was joined.
 */
final class TrustHistory {
    private final Register register;
    private final Map<Long, List<Spell>> rows = new TreeMap<>();

    TrustHistory(Register register) {
        this.register = register;
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
        Map<Long, List<Spell>> result = new TreeMap<>();
        rows.forEach((urn, spells) -> {
            SchoolRecord school = Objects.requireNonNull(register.find(urn));
            result.put(
                    urn,
                    spells.stream()
                            .map(row -> ended(row, spells, school.closeDate()))
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

    private static boolean isLastDay(LocalDate left, List<Spell> all, @Nullable LocalDate closed) {
        LocalDate after = left.plusDays(1);
        return left.equals(closed)
                || all.stream().anyMatch(other -> after.equals(other.period().from()));
    }
}
