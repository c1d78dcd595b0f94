package uk.middletier.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Layer;

/**
 * A graph to be drawn.
 *
 * @param nodes in the order of their ids
 * @param edges in the order of their ids; both ends are among the nodes
 * @param directed false if the ties of schools have no direction
 * @param allNodes how many there are, with those left out
 * @param allEdges how many there are, with those left out
 */
public record Drawing(List<Node> nodes, List<Edge> edges, boolean directed, int allNodes, int allEdges) {
    /** Type of an edge that stands for all two schools share. */
    public static final String SHARED = "shared";

    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Whether some were left out. */
    public boolean truncated() {
        return nodes.size() < allNodes || edges.size() < allEdges;
    }

    /**
     * A school, or a body or diocese.
     *
     * @param label its name
     * @param kind {@code School}, or what the register calls the body
     * @param sector of a school on the last of the days on which it is in the graph
     * @param size pupils of a school, if known; of a body, how many of the graph's schools it has
     * @param place of a school; of a body, the middle of the places of all schools of the area it ever had
     * @param x to the east, from −500 to 500
     * @param y to the north, from −500 to 500
     * @param spans when it was in the graph, at least one
     */
    public record Node(
            String id,
            String label,
            String kind,
            @Nullable String sector,
            @Nullable String phase,
            @Nullable Integer size,
            @Nullable GeoPoint place,
            double x,
            double y,
            List<Span> spans) {}

    /**
     * A tie.
     *
     * @param source the school, the supporter, or the school whose URN is the lower
     * @param type the layer's word, or {@link #SHARED}
     * @param layers in which they are tied; one unless the type is {@link #SHARED}
     * @param bodies ids of what ties them, in order; none of support
     * @param spans at least one
     */
    public record Edge(
            String id,
            String source,
            String target,
            String type,
            List<Layer> layers,
            List<String> bodies,
            List<Span> spans) {}
}
