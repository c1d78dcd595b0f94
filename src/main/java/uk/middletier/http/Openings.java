package uk.middletier.http;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.RowSource;
import uk.middletier.release.Manifest;
import uk.middletier.release.StoreOpener;
import uk.middletier.sight.Metric;
import uk.middletier.sight.Sight;
import uk.middletier.timeline.Timeline;

/** Opens and warms releases for those who serve them, and shows what comes of it. */
public final class Openings {
    private static final double NANOS_PER_SECOND = 1e9;

    private final StoreOpener opener;
    private final AtomicLong opened = new AtomicLong();
    private volatile long spells;
    private volatile double seconds = Double.NaN;

    public Openings(StoreOpener opener, Sight sight) {
        this.opener = opener;
        sight.watch(Metric.RELEASE_SWAPS, () -> Math.max(0, opened.get() - 1));
        sight.watch(Metric.TIMELINE_SPELLS, () -> spells);
        sight.watch(Metric.TIMELINE_READ, () -> seconds);
    }

    /** As the opener given. */
    public GraphStore open(Path store) {
        return opener.open(store);
    }

    /** As {@link Warm#read}. */
    public Warm warm(Manifest manifest, RowSource rows) {
        Warm warm = Warm.read(rows, () -> timed(manifest, rows));
        spells = spells(warm.timeline());
        opened.incrementAndGet();
        return warm;
    }

    private Timeline timed(Manifest manifest, RowSource rows) {
        long began = System.nanoTime();
        Timeline timeline = Warm.timeline(manifest, rows);
        seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        return timeline;
    }

    private static long spells(Timeline timeline) {
        return (long) timeline.governance().size()
                + timeline.authorities().size()
                + timeline.memberships().size()
                + timeline.sponsorships().size()
                + timeline.dioceses().size();
    }
}
