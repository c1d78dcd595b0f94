package uk.middletier.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Spells;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/** The open schools of every body of some kinds on a day: governed by it, members of it or sponsored by it. */
final class Presence {
    private final int[] first;
    private final int[] schools;

    private Presence(int[] first, int[] schools) {
        this.first = first;
        this.schools = schools;
    }

    /**
     * Goes through all spells once.
     *
     * @param wanted which schools count
     */
    static Presence on(Timeline timeline, int day, Set<BodyKind> kinds, IntPredicate wanted) {
        boolean[] units = units(timeline.tier(), kinds);
        Schools all = timeline.schools();
        // A body's schools come by one relation, in the order of their places; a school may be there twice.
        long[] pairs = new long[1024];
        int size = 0;
        for (Spells spells : List.of(timeline.governance(), timeline.memberships(), timeline.sponsorships())) {
            for (int spell = 0; spell < spells.size(); spell++) {
                int school = spells.school(spell);
                if (units[spells.target(spell)]
                        && spells.from(spell) <= day
                        && day < spells.to(spell)
                        && all.open(school, day)
                        && wanted.test(school)) {
                    if (size == pairs.length) {
                        pairs = Arrays.copyOf(pairs, size * 2);
                    }
                    pairs[size++] = (long) spells.target(spell) << Integer.SIZE | school;
                }
            }
        }
        return of(Arrays.stream(pairs, 0, size).sorted().distinct().toArray(), units.length);
    }

    private static Presence of(long[] pairs, int units) {
        int[] first = new int[units + 1];
        int[] schools = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            first[(int) (pairs[i] >>> Integer.SIZE) + 1]++;
            schools[i] = (int) pairs[i];
        }
        for (int unit = 0; unit < units; unit++) {
            first[unit + 1] += first[unit];
        }
        return new Presence(first, schools);
    }

    private static boolean[] units(Tier tier, Set<BodyKind> kinds) {
        boolean[] units = new boolean[tier.size()];
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = kinds.contains(tier.kind(unit));
        }
        return units;
    }

    /** How many schools a body has. */
    int count(int unit) {
        return first[unit + 1] - first[unit];
    }

    /** One of them, counted from 0, by its place in the timeline. */
    int school(int unit, int index) {
        return schools[first[unit] + index];
    }
}
