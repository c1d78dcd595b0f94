package uk.middletier.measure;

import java.util.stream.IntStream;

/**
 * How far a school's contacts are tied to each other, so that it is bound by them (constraint) or between them (effective
 * size): Burt 1992, on the schools alone, a tie weighing the number of layers it is in.
 */
final class StructuralHoles {
    private final Pairs pairs;
    private final Twins.Reach ego;
    private final Twins.Reach alter;

    /**
     * Of a school; both NaN without a tie.
     *
     * @param constraint Σ_j (p_ij + Σ_q p_iq p_qj)²
     * @param effectiveSize Σ_j (1 − Σ_q p_iq m_jq)
     */
    record Holes(double constraint, double effectiveSize) {}

    StructuralHoles(Twins twins, Pairs pairs) {
        this.pairs = pairs;
        ego = twins.new Reach();
        alter = twins.new Reach();
    }

    /** Of a school of a kind of twins. */
    Holes of(int each) {
        ego.from(each);
        int[] contacts = IntStream.range(0, ego.size())
                .map(ego::reached)
                .filter(other -> ego.others(other) > 0)
                .toArray();
        if (contacts.length == 0) {
            return new Holes(Double.NaN, Double.NaN);
        }
        double strength = pairs.strength(each);
        double[] indirect = new double[contacts.length];
        double[] redundant = new double[contacts.length];
        for (int contact : contacts) {
            alter.from(contact);
            double share = Integer.bitCount(ego.layers(contact)) / strength;
            for (int i = 0; i < contacts.length; i++) {
                int other = contacts[i];
                // A school is no way to itself, nor is the one in the middle.
                int between = ego.others(contact) - (other == contact ? 1 : 0);
                int weight = Integer.bitCount(alter.layers(other));
                indirect[i] += between * share * weight / pairs.strength(contact);
                redundant[i] += between * share * weight / pairs.mostShared(other);
            }
        }
        double constraint = 0;
        double effectiveSize = 0;
        for (int i = 0; i < contacts.length; i++) {
            double bound = Integer.bitCount(ego.layers(contacts[i])) / strength + indirect[i];
            constraint += ego.others(contacts[i]) * bound * bound;
            effectiveSize += ego.others(contacts[i]) * (1 - redundant[i]);
        }
        return new Holes(constraint, effectiveSize);
    }
}
