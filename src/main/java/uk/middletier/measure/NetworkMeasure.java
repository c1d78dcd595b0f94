package uk.middletier.measure;

import java.util.function.ToDoubleFunction;

/**
 * A number that says how a network hangs together.
 *
 * @param formula its value, NaN where it is undefined
 */
public record NetworkMeasure(Definition definition, ToDoubleFunction<Cohesion> formula) {
    public String id() {
        return definition.id();
    }

    /** The value for a network, NaN where it is undefined. */
    public double of(Cohesion cohesion) {
        return cohesion.schools() == 0 ? Double.NaN : formula.applyAsDouble(cohesion);
    }
}
