package uk.middletier.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Chance with a name: dice of one seed and key always fall the same way, whatever other dice are thrown. */
final class Dice {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    Dice(long seed, String key) {
        random = new SplittableRandom(hash(seed, key));
    }

    Dice(long seed, long key) {
        random = new SplittableRandom(seed * FNV_PRIME ^ key);
    }

    /** FNV-1a over the key's characters, begun from the seed. */
    private static long hash(long seed, String key) {
        long hash = FNV_OFFSET ^ (seed * FNV_PRIME);
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double fraction() {
        return random.nextDouble();
    }

    /** From 0 to n − 1. */
    int below(int n) {
        return random.nextInt(n);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double gaussian() {
        return random.nextGaussian();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** An index drawn in proportion to the weights. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = random.nextInt(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}
