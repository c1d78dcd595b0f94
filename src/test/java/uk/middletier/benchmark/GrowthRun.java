package uk.middletier.benchmark;

import java.nio.file.Path;
import java.util.Locale;
import uk.middletier.model.AreaKind;
import uk.middletier.timeline.Grouping;
import uk.middletier.timeline.Timeline;

/**
 * Load, sweep and memory of one data folder after another: how they grow with the number of spells. One folder per
 * virtual machine gives the load of a cold start; several show the growth of what is warm.
 */
public final class GrowthRun {
    private static final int ROUNDS = 150;

    private GrowthRun() {}

    /**
     * Measures one after another.
     *
     * @param args data folders, in the order of their scales
     */
    public static void main(String[] args) {
        System.out.println(
                "data | spells | load ms | us per spell | placement ms | sweep ms | ns per change | heap MB");
        for (String data : args) {
            measure(Path.of(data));
        }
    }

    private static void measure(Path data) {
        try (OpenRelease release = new OpenRelease(data)) {
            double load = Double.MAX_VALUE;
            Timeline timeline = release.timeline();
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                timeline = release.timeline();
                load = Math.min(load, millis(start));
            }
            long before = System.nanoTime();
            int changes =
                    timeline.placement(Grouping.by(AreaKind.LOCAL_AUTHORITY)).changes();
            double placement = millis(before);
            double sweep = Double.MAX_VALUE;
            long blackhole = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                blackhole += SeriesQuestion.sweep(timeline).length;
                sweep = Math.min(sweep, millis(start));
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long heap = (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
            if (blackhole == 0) {
                throw new IllegalStateException("no areas in " + data);
            }
            int spells = timeline.governance().size();
            System.out.printf(
                    Locale.ROOT,
                    "%s | %d | %.0f | %.2f | %.0f | %.2f | %.1f | %d%n",
                    data.getFileName(),
                    spells,
                    load,
                    1000 * load / spells,
                    placement,
                    sweep,
                    1e6 * sweep / changes,
                    heap);
        }
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
