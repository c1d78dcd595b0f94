package uk.middletier.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.middletier.model.Layer;
import uk.middletier.timeline.TieSpells;

/** Pairs of schools that had something in common: the two-mode graph projected on its schools. */
final class Pairs {
    /** A body of n schools ties n (n − 1) / 2 pairs; nobody can draw more pairs than that. */
    private static final long MOST = 250_000;

    private Pairs() {}

    /** Schools by their places, the lower first; units by theirs in the tier. */
    record Pair(int one, int other, List<Layer> layers, Set<Integer> units, List<Span> spans) {}

    private static final class Found {
        private final Set<Layer> layers = EnumSet.noneOf(Layer.class);
        private final Set<Integer> units = new TreeSet<>();
        private final List<Span> spans = new ArrayList<>();
    }

    /** Those that had it in common on one of the days at least, in order. */
    static List<Pair> of(TieSpells spells, int first, int last) {
        List<TieSpells.Tie> ties = spells.ties();
        refuseTooMany(ties);
        Map<Long, Found> found = new HashMap<>();
        for (int begin = 0; begin < ties.size(); ) {
            int end = endOfGroup(ties, begin);
            for (int a = begin; a < end; a++) {
                for (int b = a + 1; b < end; b++) {
                    TieSpells.Tie one = ties.get(a);
                    TieSpells.Tie other = ties.get(b);
                    int from = Math.max(one.from(), other.from());
                    int to = Math.min(one.to(), other.to());
                    if (one.school() != other.school() && from < to && Span.touches(from, to, first, last)) {
                        Found pair = found.computeIfAbsent(key(one.school(), other.school()), key -> new Found());
                        pair.layers.add(one.layer());
                        pair.units.add(one.unit());
                        pair.spans.add(new Span(from, to));
                    }
                }
            }
            begin = end;
        }
        for (TieSpells.Help help : spells.helps()) {
            if (help.supporter() != help.supported()) {
                int lower = Math.min(help.supporter(), help.supported());
                int higher = Math.max(help.supporter(), help.supported());
                Found pair = found.computeIfAbsent(key(lower, higher), key -> new Found());
                pair.layers.add(Layer.SUPPORT);
                pair.spans.add(new Span(help.from(), help.to()));
            }
        }
        List<Pair> pairs = new ArrayList<>(found.size());
        found.forEach((key, pair) -> pairs.add(new Pair(
                (int) (key >>> Integer.SIZE),
                (int) (long) key,
                List.copyOf(pair.layers),
                pair.units,
                Span.joined(pair.spans))));
        pairs.sort(Comparator.comparingInt(Pair::one).thenComparingInt(Pair::other));
        return pairs;
    }

    /** Ties of a unit lie together, and in it schools are in order. */
    private static int endOfGroup(List<TieSpells.Tie> ties, int begin) {
        TieSpells.Tie first = ties.get(begin);
        int end = begin;
        while (end < ties.size()
                && ties.get(end).unit() == first.unit()
                && ties.get(end).layer() == first.layer()) {
            end++;
        }
        return end;
    }

    private static void refuseTooMany(List<TieSpells.Tie> ties) {
        long count = 0;
        for (int begin = 0; begin < ties.size(); ) {
            int end = endOfGroup(ties, begin);
            long schools = (long) end - begin;
            count += schools * (schools - 1) / 2;
            begin = end;
        }
        if (count > MOST) {
            throw new TooManyTies(count);
        }
    }

    private static long key(int lower, int higher) {
        return (long) lower << Integer.SIZE | higher;
    }
}
