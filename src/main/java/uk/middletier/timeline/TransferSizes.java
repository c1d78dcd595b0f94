package uk.middletier.timeline;

import java.util.Objects;
import uk.middletier.model.Ref;

/** How large trusts were when schools went from one to another; goes through the days once. */
final class TransferSizes {
    private static final int SEVERAL = 2;

    private final Tier tier;
    private final TrustCounts changes;
    private final Running dayBefore;
    private final Running onTheDay;

    TransferSizes(Timeline timeline) {
        this.tier = timeline.tier();
        this.changes = timeline.trustCounts();
        this.dayBefore = new Running();
        this.onTheDay = new Running();
    }

    /** Whether each entry, in the order of days, is a transfer from a trust of several schools to one of several. */
    boolean[] betweenTrusts(LedgerEntry[] entries) {
        boolean[] between = new boolean[entries.length];
        for (int i = 0; i < entries.length; i++) {
            LedgerEntry entry = entries[i];
            if (entry.kind() == EventKind.TRANSFERRED) {
                int day = Days.of(entry.date());
                between[i] = dayBefore.schools(Objects.requireNonNull(entry.from()), day - 1) >= SEVERAL
                        && onTheDay.schools(Objects.requireNonNull(entry.to()), day) >= SEVERAL;
            }
        }
        return between;
    }

    /** Open schools of every trust at the end of a day that only goes on. */
    private final class Running {
        private final int[] schools = new int[tier.size()];
        private int next;

        int schools(Ref trust, int day) {
            for (; next < changes.size() && changes.day(next) <= day; next++) {
                int changed = changes.trust(next);
                if (changed >= 0) {
                    schools[changed]++;
                } else {
                    schools[~changed]--;
                }
            }
            return schools[tier.get(trust.id())];
        }
    }
}
