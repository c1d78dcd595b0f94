package uk.middletier.example;

import java.util.List;

/** What inspectors thought of fictional schools, in about the shares of the decade before 2020. */
final class Ratings {
    static final List<String> LOW = List.of("Requires improvement", "Inadequate");

    private Ratings() {}

    /** Of any dozen schools, one at least is outstanding and two at least are not good. */
    static void throwFor(Draft draft, List<School> schools) {
        List<School> order = draft.dice.shuffled(schools);
        for (int i = 0; i < order.size(); i++) {
            order.get(i)
                    .rated(
                            switch (i % 12) {
                                case 0, 1 -> "Outstanding";
                                case 2, 3 -> "Requires improvement";
                                case 4 -> i % 24 == 4 ? "Inadequate" : "Requires improvement";
                                default -> "Good";
                            });
        }
    }
}
