package uk.middletier.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Chance with a name: dice of one seed and key always fall the same way, whatever other dice are thrown. */
public final class Dice {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    public Dice(long seed, String key) {
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

    /** Whether something of that probability comes about. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to below 1. */
    public double fraction() {
        return random.nextDouble();
    }

    /** From 0 to n − 1. */
    public int below(int n) {
        return random.nextInt(n);
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Of mean 0 and standard deviation 1. */
    public double gaussian() {
        return random.nextGaussian();
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The same things in another order. */
    public <T> List<T> shuffled(Collection<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
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
