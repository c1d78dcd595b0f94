package uk.middletier.measure;

import java.util.stream.IntStream;
import uk.middletier.model.Layer;

/** How many pairs of schools are tied in which layers, and how many ties a school has in each: one pass over twins. */
@SuppressWarnings("EnumOrdinal") // layers as bits in memory, never stored
final class Pairs {
    static final int LAYERS = Layer.values().length;

    private final long[] bySet = new long[1 << LAYERS];
    private final int[][] degrees;
    private final int[] neighbours;
    private final int[] mostShared;

    Pairs(Twins twins) {
        degrees = new int[twins.size()][LAYERS];
        neighbours = new int[twins.size()];
        mostShared = new int[twins.size()];
        Twins.Reach reach = twins.new Reach();
        for (int each = 0; each < twins.size(); each++) {
            reach.from(each);
            for (int i = 0; i < reach.size(); i++) {
                int other = reach.reached(i);
                int others = reach.others(other);
                if (others > 0) {
                    int layers = reach.layers(other);
                    // Twice every pair: once from each end.
                    bySet[layers] += (long) twins.count(each) * others;
                    neighbours[each] += others;
                    mostShared[each] = Math.max(mostShared[each], Integer.bitCount(layers));
                    for (int bits = layers; bits != 0; bits &= bits - 1) {
                        degrees[each][Integer.numberOfTrailingZeros(bits)] += others;
                    }
                }
            }
        }
    }

    /** Pairs tied in any layer. */
    long tied() {
        return sum((1 << LAYERS) - 1, 0);
    }

    long tied(Layer layer) {
        return sum(1 << layer.ordinal(), 0);
    }

    /** Pairs tied in both layers. */
    long both(Layer one, Layer other) {
        return sum(1 << one.ordinal(), 1 << other.ordinal());
    }

    private long sum(int any, int too) {
        return IntStream.range(1, bySet.length)
                        .filter(set -> (set & any) != 0 && (too == 0 || (set & too) != 0))
                        .mapToLong(set -> bySet[set])
                        .sum()
                / 2;
    }

    /** With how many schools one of a kind is tied in a layer. */
    int degree(int each, int layer) {
        return degrees[each][layer];
    }

    /** With how many schools one of a kind is tied in any layer. */
    int neighbours(int each) {
        return neighbours[each];
    }

    /** Σ over layers of the ties in it: the strength of a school where a tie weighs the number of its layers. */
    int strength(int each) {
        return IntStream.of(degrees[each]).sum();
    }

    /** In how many layers a school of a kind has a tie. */
    int layers(int each) {
        return (int) IntStream.of(degrees[each]).filter(degree -> degree > 0).count();
    }

    /** The greatest weight of a tie of a school of a kind. */
    int mostShared(int each) {
        return mostShared[each];
    }
}
