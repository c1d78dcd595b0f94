package uk.middletier.generate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Shares national numbers out among the authorities so that they add up exactly, by systematic sampling along the
 * cumulated weights (Madow and Madow 1944). An authority's share depends on all the weights but not on which
 * authorities are asked for, so that its schools are the same whether it is generated alone or with others.
 */
final class Quota {
    private final long seed;
    private final double[] cumulated;

    Quota(long seed, List<Setting> settings, ToDoubleFunction<Setting> weight) {
        this.seed = seed;
        cumulated = new double[settings.size() + 1];
        for (Setting setting : settings) {
            cumulated[setting.index() + 1] = cumulated[setting.index()] + weight.applyAsDouble(setting);
        }
        double total = cumulated[settings.size()];
        for (int i = 0; i < cumulated.length; i++) {
            cumulated[i] /= total;
        }
    }

    /** The authority's part of a national number; the same key always starts at the same random point. */
    int share(String key, Setting setting, double national) {
        double start = new Dice(seed, key).fraction();
        double before = Math.floor(cumulated[setting.index()] * national + start);
        double after = Math.floor(cumulated[setting.index() + 1] * national + start);
        return (int) (after - before);
    }
}
