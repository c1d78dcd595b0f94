package uk.middletier.build;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Origin;
import uk.middletier.model.Basis;
import uk.middletier.model.Period;

/**
 * A school in a body for a span of days.
 *
 * @param bodyId id of the body's node
 * @param fromKnown whether the joining day was recorded
 * @param fromObservedAfter last snapshot that did not show it yet, if that is all that is known of its start
 * @param toObservedAfter last snapshot that still showed it, or the joining day, if that is all that is known of its end
 * @param origin the row that says so, the latest if several do
 */
record Spell(
        String bodyId,
        Period period,
        boolean fromKnown,
        @Nullable LocalDate fromObservedAfter,
        @Nullable LocalDate toObservedAfter,
        Basis basis,
        Origin origin) {

    /** The same, for other days; bounds that were only observed stay with the ends they belong to. */
    Spell within(Period days) {
        boolean sameStart = Objects.equals(days.from(), period.from());
        boolean sameEnd = Objects.equals(days.to(), period.to());
        return new Spell(
                bodyId,
                days,
                fromKnown || !sameStart,
                sameStart ? fromObservedAfter : null,
                sameEnd ? notBefore(days.from(), toObservedAfter) : null,
                basis,
                origin);
    }

    private static @Nullable LocalDate notBefore(@Nullable LocalDate start, @Nullable LocalDate bound) {
        return start != null && bound != null && bound.isBefore(start) ? start : bound;
    }

    /** The same, begun by a day of which no more is known than that it was after another. */
    Spell begunAfter(LocalDate bound) {
        return new Spell(bodyId, period, false, bound, toObservedAfter, basis, origin);
    }

    /** The same, with an end that is known. */
    Spell endedThen() {
        return new Spell(bodyId, period, fromKnown, fromObservedAfter, null, basis, origin);
    }
}
