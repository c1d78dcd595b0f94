package uk.middletier.timeline;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Intervals in which schools had to do with something, a column per property, together by school and in the order of
 * their first days. Immutable.
 */
public final class Spells {
    private final int[] first;
    private final int[] schools;
    private final int[] targets;
    private final int[] from;
    private final int[] to;
    private final boolean[] fromKnown;
    private final int[] fromObservedAfter;
    private final int[] toObservedAfter;
    private final short[] sources;
    private final byte[] bases;

    private Spells(int schoolCount, Builder given, int[] order) {
        int size = order.length;
        first = new int[schoolCount + 1];
        schools = new int[size];
        targets = new int[size];
        from = new int[size];
        to = new int[size];
        fromKnown = new boolean[size];
        fromObservedAfter = new int[size];
        toObservedAfter = new int[size];
        sources = new short[size];
        bases = new byte[size];
        for (int i = 0; i < size; i++) {
            int row = order[i];
            schools[i] = given.schools.get(row);
            targets[i] = given.targets.get(row);
            from[i] = given.from.get(row);
            to[i] = given.to.get(row);
            fromKnown[i] = given.fromKnown.get(row) == 1;
            fromObservedAfter[i] = given.fromObservedAfter.get(row);
            toObservedAfter[i] = given.toObservedAfter.get(row);
            sources[i] = (short) given.sources.get(row);
            bases[i] = (byte) given.bases.get(row);
            first[schools[i] + 1]++;
        }
        for (int school = 0; school < schoolCount; school++) {
            first[school + 1] += first[school];
        }
    }

    public int size() {
        return schools.length;
    }

    /** The first spell of a school; those up to {@link #end} are its own. */
    public int begin(int school) {
        return first[school];
    }

    public int end(int school) {
        return first[school + 1];
    }

    public int school(int spell) {
        return schools[spell];
    }

    /** The body or area, by its place in the {@link Tier}. */
    public int target(int spell) {
        return targets[spell];
    }

    /** First day, or {@link Days#ALWAYS}. */
    public int from(int spell) {
        return from[spell];
    }

    /** First day on which it no longer holds, or {@link Days#NEVER}. */
    public int to(int spell) {
        return to[spell];
    }

    /** Whether the first day was recorded. */
    public boolean fromKnown(int spell) {
        return fromKnown[spell];
    }

    /** It began after this day and by {@link #from}; {@link Days#ALWAYS} if the day itself is recorded. */
    public int fromObservedAfter(int spell) {
        return fromObservedAfter[spell];
    }

    /** It ended after this day and by {@link #to}; {@link Days#NEVER} if the day itself is recorded. */
    public int toObservedAfter(int spell) {
        return toObservedAfter[spell];
    }

    /** Place in the timeline's list of datasets, negative if none is named. */
    int source(int spell) {
        return sources[spell];
    }

    /** Place in {@link uk.middletier.model.Basis}, negative if none is named. */
    int basis(int spell) {
        return bases[spell];
    }

    /** Rows on their way to columns. */
    static final class Builder {
        private final Ints schools = new Ints();
        private final Ints targets = new Ints();
        private final Ints from = new Ints();
        private final Ints to = new Ints();
        private final Ints fromKnown = new Ints();
        private final Ints fromObservedAfter = new Ints();
        private final Ints toObservedAfter = new Ints();
        private final Ints sources = new Ints();
        private final Ints bases = new Ints();

        /** By the school's URN and the how-manieth the target was read. */
        void add(
                int urn,
                int target,
                int start,
                int end,
                @Nullable Boolean known,
                int startObservedAfter,
                int endObservedAfter,
                int source,
                int basis) {
            schools.add(urn);
            targets.add(target);
            from.add(start);
            to.add(end);
            fromKnown.add(Boolean.FALSE.equals(known) || start == Days.ALWAYS ? 0 : 1);
            fromObservedAfter.add(startObservedAfter);
            toObservedAfter.add(endObservedAfter);
            sources.add(source);
            bases.add(basis);
        }

        /** The rows whose target is wanted, in order; schools and targets get their places. */
        Spells build(Schools places, Tier tier, IntPredicate wanted) {
            int schoolCount = places.size();
            Ints rows = new Ints();
            int[] begin = new int[schoolCount + 1];
            Builder placed = new Builder();
            for (int row = 0; row < schools.size(); row++) {
                int target = tier.placeOfRead(targets.get(row));
                if (wanted.test(target)) {
                    int school = places.find(schools.get(row));
                    placed.schools.add(school);
                    placed.targets.add(target);
                    rows.add(row);
                    begin[school + 1]++;
                }
            }
            for (int school = 0; school < schoolCount; school++) {
                begin[school + 1] += begin[school];
            }
            int[] order = new int[rows.size()];
            int[] next = begin.clone();
            for (int i = 0; i < rows.size(); i++) {
                order[next[placed.schools.get(i)]++] = i;
            }
            for (int row : rows.toArray()) {
                placed.copyDays(this, row);
            }
            for (int school = 0; school < schoolCount; school++) {
                placed.sort(order, begin[school], begin[school + 1]);
            }
            return new Spells(schoolCount, placed, order);
        }

        private void copyDays(Builder other, int row) {
            from.add(other.from.get(row));
            to.add(other.to.get(row));
            fromKnown.add(other.fromKnown.get(row));
            fromObservedAfter.add(other.fromObservedAfter.get(row));
            toObservedAfter.add(other.toObservedAfter.get(row));
            sources.add(other.sources.get(row));
            bases.add(other.bases.get(row));
        }

        /** A school has a handful of spells: insertion is the quickest way to sort them. */
        private void sort(int[] order, int begin, int end) {
            for (int i = begin + 1; i < end; i++) {
                int row = order[i];
                int j = i - 1;
                while (j >= begin && before(row, order[j])) {
                    order[j + 1] = order[j];
                    j--;
                }
                order[j + 1] = row;
            }
        }

        private boolean before(int a, int b) {
            int byStart = Integer.compare(from.get(a), from.get(b));
            return byStart != 0 ? byStart < 0 : targets.get(a) < targets.get(b);
        }
    }
}
