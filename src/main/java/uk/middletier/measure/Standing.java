package uk.middletier.measure;

import org.jspecify.annotations.Nullable;
import uk.middletier.timeline.Sweep;
import uk.middletier.timeline.Tally;

/** How an area stands on the day a sweep has come to. One object serves all areas, one after another. */
final class Standing {
    final Sweep now;
    private final @Nullable Sweep before;
    int area;

    Standing(Sweep now, @Nullable Sweep before) {
        this.now = now;
        this.before = before;
    }

    /** The state of all areas a year before. */
    Sweep before() {
        if (before == null) {
            throw new IllegalStateException("the year before was not asked for");
        }
        return before;
    }

    int schools() {
        return now.schools(area);
    }

    double whole() {
        return now.whole(area);
    }

    int count(Tally tally) {
        return now.count(area, tally);
    }

    /** The share of the whole weight; NaN if there is none. */
    double share(Tally tally) {
        return now.weighed(area, tally) / whole();
    }

    /** NaN in place of a number that means nothing because nothing weighs. */
    double ifAny(double value) {
        return whole() == 0 ? Double.NaN : value;
    }
}
