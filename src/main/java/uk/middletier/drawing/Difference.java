package uk.middletier.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.middletier.drawing.Drawing.Edge;
import uk.middletier.drawing.Drawing.Node;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Timeline;

/**
 * What must be done to one graph to have another: removed is what is in the first alone, added what is in the second
 * alone, changed what is in both and not the same, as it is in the second.
 */
public record Difference(Part<Node> nodes, Part<Edge> edges, List<Move> moved) {
    /** Of nodes or edges, each list in the order of the ids. */
    public record Part<T>(List<T> added, List<T> removed, List<T> changed) {
        public Part {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }
    }

    /**
     * A school, or the one that took its place, that another body governs than before.
     *
     * @param school id on the first day
     * @param became id on the second; the same unless it was recorded anew
     */
    public record Move(String school, String became, String from, String to) {}

    public Difference {
        moved = List.copyOf(moved);
    }

    /** Of two graphs of the same area and layers. */
    public static Difference between(Timeline timeline, Drawing first, Drawing second) {
        return new Difference(
                part(first.nodes(), second.nodes(), Node::id),
                part(first.edges(), second.edges(), Edge::id),
                moves(timeline, first, second));
    }

    private static <T> Part<T> part(List<T> first, List<T> second, Function<T, String> id) {
        Map<String, T> before = new LinkedHashMap<>();
        first.forEach(each -> before.put(id.apply(each), each));
        List<T> added = new ArrayList<>();
        List<T> changed = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (T each : second) {
            there.add(id.apply(each));
            T old = before.get(id.apply(each));
            if (old == null) {
                added.add(each);
            } else if (!old.equals(each)) {
                changed.add(each);
            }
        }
        List<T> removed =
                first.stream().filter(each -> !there.contains(id.apply(each))).toList();
        return new Part<>(added, removed, changed);
    }

    private static List<Move> moves(Timeline timeline, Drawing first, Drawing second) {
        Map<String, String> before = governors(first);
        Map<String, String> after = governors(second);
        Map<Integer, @Nullable String> heirs = new HashMap<>();
        // A lineage of which two are open is nobody's heir.
        after.keySet().forEach(school -> heirs.merge(lineage(timeline, school), school, (one, other) -> ""));
        List<Move> moves = new ArrayList<>();
        before.forEach((school, governor) -> {
            String became = after.containsKey(school) ? school : heirs.get(lineage(timeline, school));
            String now = became == null ? null : after.get(became);
            if (became != null && now != null && !now.equals(governor)) {
                moves.add(new Move(school, became, governor, now));
            }
        });
        return moves;
    }

    private static Map<String, String> governors(Drawing drawing) {
        Map<String, String> governors = new LinkedHashMap<>();
        for (Edge edge : drawing.edges()) {
            if (edge.type().equals(Layer.GOVERNANCE.word())) {
                governors.put(edge.source(), edge.target());
            }
        }
        return governors;
    }

    private static int lineage(Timeline timeline, String id) {
        Schools schools = timeline.schools();
        return schools.lineage(schools.find(Long.parseLong(id.substring("school:".length()))));
    }
}
