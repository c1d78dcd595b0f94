package uk.middletier.measure;

import org.jspecify.annotations.Nullable;

/**
 * What a measure is: an entry of the catalogue. Names do not change once they are released.
 *
 * @param id lowerCamel; the measure's name in questions and answers
 * @param family the class of measures it belongs to
 * @param formula in the notation of the catalogue: area A, day D, open state-funded schools i = 1…n, weights w_i, bodies
 *     b, s_b = Σ_{i∈b} w_i / Σ_i w_i
 * @param unit what it counts, or {@code share}, {@code index}, {@code km}, {@code years}
 * @param min least value it can have; null = no bound
 * @param max greatest value it can have; null = no bound
 * @param reading what a higher value means
 * @param caveat what it does not show; empty if there is nothing to say
 * @param source where it was defined; empty for plain counts
 */
public record Definition(
        String id,
        Family family,
        String title,
        String formula,
        String unit,
        @Nullable Double min,
        @Nullable Double max,
        String reading,
        String caveat,
        String source) {
    /** Families of measures, in the order of the catalogue. */
    public enum Family {
        COMPOSITION("composition"),
        TRUST_SIZES("trust-sizes"),
        FRAGMENTATION("fragmentation"),
        TURBULENCE("turbulence"),
        DURATION("duration"),
        SPREAD("spread"),
        OVERLAP("overlap"),
        NETWORK("network"),
        BROKERAGE("brokerage"),
        COMMUNITIES("communities"),
        COOPETITION("coopetition"),
        REACH("reach"),
        PARTICIPATION("participation"),
        TYPES("types"),
        COMPARISON("comparison");

        private final String word;

        Family(String word) {
            this.word = word;
        }

        /** The value in {@code family=} and in JSON. */
        public String word() {
            return word;
        }
    }

    /** Whether it is a whole number. */
    public boolean whole() {
        return unit.equals("schools")
                || unit.equals("bodies")
                || unit.equals("trusts")
                || unit.equals("pupils")
                || unit.equals("events")
                || unit.equals("spells")
                || unit.equals("areas")
                || unit.equals("ties")
                || unit.equals("pairs")
                || unit.equals("components")
                || unit.equals("communities");
    }
}
