package uk.middletier.timeline;

import java.util.Arrays;

/** Every change in the number of open schools of a trust, wherever they lie, in the order of days. Immutable. */
final class TrustCounts {
    private final int[] days;
    /** The trust that gains, or the complement of the one that loses. */
    private final int[] trusts;

    private final Traits.Taught[] taught;

    private TrustCounts(int[] days, int[] trusts, Traits.Taught[] taught) {
        this.days = days;
        this.trusts = trusts;
        this.taught = taught;
    }

    static TrustCounts of(Timeline timeline) {
        Spells governance = timeline.governance();
        Tier tier = timeline.tier();
        long[] order = new long[2 * governance.size()];
        int size = 0;
        for (int spell = 0; spell < governance.size(); spell++) {
            if (tier.isTrust(governance.target(spell))) {
                order[size++] = (long) governance.from(spell) << 32 | 2L * spell;
                if (governance.to(spell) != Days.NEVER) {
                    order[size++] = (long) governance.to(spell) << 32 | 2L * spell + 1;
                }
            }
        }
        Arrays.sort(order, 0, size);
        int[] days = new int[size];
        int[] trusts = new int[size];
        Traits.Taught[] taught = new Traits.Taught[size];
        for (int i = 0; i < size; i++) {
            int spell = (int) order[i] >>> 1;
            boolean coming = (order[i] & 1) == 0;
            days[i] = (int) (order[i] >> 32);
            trusts[i] = coming ? governance.target(spell) : ~governance.target(spell);
            taught[i] = timeline.schools().taught(governance.school(spell));
        }
        return new TrustCounts(days, trusts, taught);
    }

    int size() {
        return days.length;
    }

    int day(int change) {
        return days[change];
    }

    /** Negative: the complement of the trust that loses. */
    int trust(int change) {
        return trusts[change];
    }

    /** What the school teaches that came or went. */
    Traits.Taught taught(int change) {
        return taught[change];
    }
}
