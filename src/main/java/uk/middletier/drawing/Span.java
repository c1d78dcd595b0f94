package uk.middletier.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.middletier.timeline.Days;

/**
 * A time in which something held. Days as in {@link Days}.
 *
 * @param from first day
 * @param to first day on which it no longer held
 */
public record Span(int from, int to) {
    /** One day, or several days, the last included. */
    static boolean touches(int from, int to, int first, int last) {
        return from <= last && to > first;
    }

    /** The same days in as few spans as they take, in order. */
    static List<Span> joined(List<Span> spans) {
        if (spans.size() == 1) {
            return List.copyOf(spans);
        }
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingInt(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && span.from() <= before.to()) {
                joined.set(joined.size() - 1, new Span(before.from(), Math.max(before.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }
}
