package uk.middletier.build;

import java.time.LocalDate;
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
 * @param toObservedAfter last snapshot that still showed it, if that is all that is known of its end
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
        boolean sameStart = java.util.Objects.equals(days.from(), period.from());
        boolean sameEnd = java.util.Objects.equals(days.to(), period.to());
        return new Spell(
                bodyId,
                days,
                fromKnown || !sameStart,
                sameStart ? fromObservedAfter : null,
                sameEnd ? toObservedAfter : null,
                basis,
                origin);
    }
}
