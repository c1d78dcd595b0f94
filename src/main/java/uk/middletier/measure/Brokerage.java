package uk.middletier.measure;

import java.util.stream.IntStream;

/**
 * Between whom a school stands: ordered pairs (a, c) of schools such that there is a tie from a to it and from it to c,
 * but none from a to c, by the sectors of the three (Gould and Fernandez 1989). A tie by a body goes both ways, support
 * from the supporter to the supported.
 */
public final class Brokerage {
    private final Twins twins;
    private final Twins.Reach ego;
    private final Twins.Reach first;

    /**
     * Of a school.
     *
     * @param coordinator all three of one sector
     * @param itinerant a and c of one, the school of another
     * @param gatekeeper a of another than the school and c
     * @param representative c of another than the school and a
     * @param liaison three sectors
     */
    public record Roles(long coordinator, long itinerant, long gatekeeper, long representative, long liaison) {
        long total() {
            return coordinator + itinerant + gatekeeper + representative + liaison;
        }
    }

    Brokerage(Twins twins) {
        this.twins = twins;
        ego = twins.new Reach();
        first = twins.new Reach();
    }

    /** Of a school of a kind of twins. */
    Roles of(int each) {
        ego.from(each);
        int[] contacts = IntStream.range(0, ego.size())
                .map(ego::reached)
                .filter(other -> ego.others(other) > 0)
                .toArray();
        long[] roles = new long[5];
        for (int a : contacts) {
            if (goes(a, each, ego.layers(a))) {
                first.from(a);
                for (int c : contacts) {
                    // Twins who are both tied to a third are tied to each other.
                    if (c != a && goes(each, c, ego.layers(c)) && !goes(a, c, first.layers(c))) {
                        roles[role(twins.colour(a), twins.colour(each), twins.colour(c))] +=
                                (long) ego.others(a) * ego.others(c);
                    }
                }
            }
        }
        return new Roles(roles[0], roles[1], roles[2], roles[3], roles[4]);
    }

    /** Whether a tie goes from one to another that are tied in some layers. */
    private boolean goes(int from, int to, int layers) {
        return (layers & ~Twins.SUPPORT) != 0 || twins.supports(from, to);
    }

    private static int role(int a, int b, int c) {
        if (a == c) {
            return a == b ? 0 : 1;
        }
        return b == c ? 2 : a == b ? 3 : 4;
    }
}
