package uk.middletier.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.IsoDuration;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Point;
import org.neo4j.driver.types.Relationship;
import org.neo4j.values.storable.DurationValue;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Properties;

/** Between the values a {@link Row} promises and those of the driver; the same as {@link ValueConversion} makes. */
final class BoltValues {
    private static final int WGS_84 = 4326;

    private BoltValues() {}

    /** What a parameter of a write is to the driver. */
    static Object toServer(String owner, String property, Object value) {
        if (value instanceof GeoPoint point) {
            return org.neo4j.driver.Values.point(WGS_84, point.longitude(), point.latitude());
        }
        // Refuses what is not stored, in the same words.
        ValueConversion.toStore(owner, property, value);
        return value;
    }

    /**
     * What a row shows for a value of the driver's.
     *
     * @param ids the id of a node by its element id: over Bolt a relationship knows no more of its ends
     */
    static @Nullable Object fromServer(@Nullable Object value, Function<String, String> ids) {
        if (value instanceof Node node) {
            return new NodeValue(sorted(node.labels()), map(node.asMap(), ids));
        }
        if (value instanceof Relationship relationship) {
            return new RelationshipValue(
                    ids.apply(relationship.startNodeElementId()),
                    relationship.type(),
                    ids.apply(relationship.endNodeElementId()),
                    map(relationship.asMap(), ids));
        }
        if (value instanceof Path path) {
            return list(steps(path), ids);
        }
        if (value instanceof Point point) {
            return point(point);
        }
        if (value instanceof IsoDuration duration) {
            return DurationValue.duration(
                            duration.months(), duration.days(), duration.seconds(), duration.nanoseconds())
                    .toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, ids);
        }
        if (value instanceof Iterable<?> items) {
            return list(items, ids);
        }
        if (value instanceof LocalDate) {
            return value;
        }
        return ValueConversion.fromStore(value);
    }

    /** Shows every node and relationship in a value, however deep. */
    static void visit(@Nullable Object value, Consumer<Node> nodes, Consumer<Relationship> relationships) {
        if (value instanceof Node node) {
            nodes.accept(node);
        } else if (value instanceof Relationship relationship) {
            relationships.accept(relationship);
        } else if (value instanceof Path path) {
            path.nodes().forEach(nodes);
            path.relationships().forEach(relationships);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> visit(each, nodes, relationships));
        } else if (value instanceof Iterable<?> items) {
            items.forEach(each -> visit(each, nodes, relationships));
        }
    }

    static String id(Node node) {
        return node.get(Properties.ID).isNull()
                ? ""
                : String.valueOf(node.get(Properties.ID).asObject());
    }

    /** Its nodes and relationships in turn, as the embedded store shows a path. */
    private static List<Object> steps(Path path) {
        List<Object> steps = new ArrayList<>();
        steps.add(path.start());
        path.forEach(segment -> {
            steps.add(segment.relationship());
            steps.add(segment.end());
        });
        return steps;
    }

    private static Object point(Point point) {
        if (point.srid() == WGS_84) {
            return new GeoPoint(point.x(), point.y());
        }
        return Double.isNaN(point.z()) ? List.of(point.x(), point.y()) : List.of(point.x(), point.y(), point.z());
    }

    private static List<String> sorted(Iterable<String> labels) {
        List<String> sorted = new ArrayList<>();
        labels.forEach(sorted::add);
        Collections.sort(sorted);
        return sorted;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values, Function<String, String> ids) {
        Map<String, @Nullable Object> converted = new TreeMap<>();
        values.forEach((key, value) -> converted.put(String.valueOf(key), fromServer(value, ids)));
        return converted;
    }

    private static List<@Nullable Object> list(Iterable<?> values, Function<String, String> ids) {
        List<@Nullable Object> converted = new ArrayList<>();
        values.forEach(value -> converted.add(fromServer(value, ids)));
        return converted;
    }
}
