package uk.middletier.measure;

import java.util.Set;
import java.util.function.ToDoubleFunction;
import uk.middletier.timeline.Tally;

/**
 * A measure of an area on a day.
 *
 * @param needs what must be kept for it besides counts, weights and squares
 * @param tallies schools that must be counted for it
 * @param formula NaN where it is undefined
 */
public record AreaMeasure(
        Definition definition, Set<Need> needs, Set<Tally> tallies, ToDoubleFunction<Standing> formula) {
    /** What is kept only if asked for. */
    public enum Need {
        /** Σ held·ln held. */
        LOGARITHMS,
        /** Pupils of schools, whatever the weight. */
        PUPILS,
        /** Sizes of trusts, wherever their schools lie. Such measures are of who governs, whatever the partition. */
        TRUSTS,
        /** The state of the same area a year before. */
        YEAR_BEFORE,
        /** About who governs, whatever the partition. */
        GOVERNANCE
    }

    public String id() {
        return definition.id();
    }

    /** Whether the partition of a question makes no difference to it. */
    boolean ofGovernance() {
        return needs.contains(Need.TRUSTS) || needs.contains(Need.GOVERNANCE) || !tallies.isEmpty();
    }
}
