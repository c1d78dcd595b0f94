package uk.middletier.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;

/**
 * A graph to be written: what its nodes and edges have, and they themselves one at a time, as often as they are asked
 * for.
 */
public interface GraphSource {
    /** Whether its edges lead from one node to the other. */
    boolean directed();

    /** What nodes may have besides id and label. */
    List<Column> nodeColumns();

    /** What edges may have besides id, ends and type. */
    List<Column> edgeColumns();

    Iterable<Node> nodes();

    Iterable<Edge> edges();

    /**
     * A node. Its place in a drawing, if it has one, are its attributes {@code x}, to the right, and {@code y}, up.
     *
     * @param id no other node has it
     * @param label what people read
     * @param place on the map
     * @param attributes by the names of the columns; what is missing is null
     * @param spans when it was there; empty = always
     */
    record Node(
            String id,
            String label,
            @Nullable GeoPoint place,
            Map<String, @Nullable Object> attributes,
            List<Interval> spans) {}

    /**
     * An edge.
     *
     * @param id no other edge has it
     * @param type what kind of tie it is
     * @param attributes by the names of the columns; what is missing is null
     * @param spans when it was there; empty = always
     */
    record Edge(
            String id,
            String source,
            String target,
            String type,
            Map<String, @Nullable Object> attributes,
            List<Interval> spans) {}

    /**
     * A time.
     *
     * @param from the first day; null = since before the record
     * @param to the first day that no longer counts; null = still true
     */
    record Interval(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
