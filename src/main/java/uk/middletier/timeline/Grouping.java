package uk.middletier.timeline;

import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;

/**
 * How schools are put together for counting.
 *
 * @param by kind of area that gets a row
 * @param within an area the question stays within, by its id; null = everywhere
 */
public record Grouping(
        AreaKind by,
        Partition partition,
        Geography geography,
        @Nullable String within) {
    /** By the body that governs, everywhere. */
    public static Grouping by(AreaKind by) {
        return new Grouping(by, Partition.GOVERNANCE, Geography.AS_WAS, null);
    }

    /** The same with whom governs as what makes a body. */
    public Grouping byGovernance() {
        return new Grouping(by, Partition.GOVERNANCE, geography, within);
    }
}
