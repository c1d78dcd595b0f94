package uk.middletier.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.middletier.drawing.Drawing.Edge;

/** How much is drawn at most. */
public record Limits(int nodes, int edges) {
    /** What a browser draws without stuttering. */
    public static final Limits DEFAULT = new Limits(2_000, 5_000);

    /**
     * The part of a drawing that is within them: bodies with all their schools, those of most schools first, as many as
     * there is room for; of schools tied to schools, those tied in the most ways.
     */
    public Drawing of(Drawing whole) {
        if (whole.nodes().size() <= nodes && whole.edges().size() <= edges) {
            return whole;
        }
        Set<String> taken = new HashSet<>();
        List<Edge> kept = new ArrayList<>();
        for (List<Edge> group : whole.directed() ? byBody(whole.edges()) : oneByOne(whole.edges())) {
            Set<String> more = new HashSet<>();
            for (Edge edge : group) {
                more.add(edge.source());
                more.add(edge.target());
            }
            more.removeAll(taken);
            if (taken.size() + more.size() <= nodes && kept.size() + group.size() <= edges) {
                taken.addAll(more);
                kept.addAll(group);
            }
        }
        Set<String> tied = new HashSet<>();
        whole.edges().forEach(edge -> {
            tied.add(edge.source());
            tied.add(edge.target());
        });
        for (Drawing.Node node : whole.nodes()) {
            if (taken.size() < nodes && !tied.contains(node.id())) {
                taken.add(node.id());
            }
        }
        kept.sort(Comparator.comparing(Edge::id));
        return new Drawing(
                whole.nodes().stream().filter(node -> taken.contains(node.id())).toList(),
                kept,
                whole.directed(),
                whole.allNodes(),
                whole.allEdges());
    }

    private static List<List<Edge>> byBody(List<Edge> edges) {
        Map<String, List<Edge>> byTarget = new TreeMap<>();
        edges.forEach(edge -> byTarget.computeIfAbsent(edge.target(), key -> new ArrayList<>())
                .add(edge));
        List<List<Edge>> groups = new ArrayList<>(byTarget.values());
        groups.sort(Comparator.comparingInt(group -> -group.size()));
        return groups;
    }

    private static List<List<Edge>> oneByOne(List<Edge> edges) {
        return edges.stream()
                .sorted(Comparator.comparingInt((Edge edge) -> -edge.layers().size())
                        .thenComparingInt(edge -> -edge.bodies().size())
                        .thenComparing(Edge::id))
                .map(List::of)
                .toList();
    }
}
