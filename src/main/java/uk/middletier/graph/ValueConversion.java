package uk.middletier.graph;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.spatial.Point;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DateValue;
import org.neo4j.values.storable.PointValue;
import org.neo4j.values.storable.Values;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Properties;

/** Between the values a {@link Row} promises and those Neo4j stores and returns. */
final class ValueConversion {
    private ValueConversion() {}

    /**
     * What the store holds for the value of a row to be written.
     *
     * @throws GraphException invalid: a type that no property may have
     */
    static Object toStore(String owner, String property, Object value) {
        if (value instanceof String || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        if (value instanceof LocalDate date) {
            return DateValue.date(date);
        }
        if (value instanceof GeoPoint point) {
            return Values.pointValue(CoordinateReferenceSystem.WGS_84, point.longitude(), point.latitude());
        }
        throw new GraphException(
                GraphException.Kind.INVALID,
                owner + ": property " + property + " is of a type that is not stored: "
                        + value.getClass().getName());
    }

    /** What a row shows for a value of Neo4j's. */
    static @Nullable Object fromStore(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof LocalDate) {
            return value;
        }
        if (value instanceof Number number) {
            return value instanceof Float ? (Object) number.doubleValue() : (Object) number.longValue();
        }
        if (value instanceof Point point) {
            return point(point);
        }
        if (value instanceof Node node) {
            return new NodeValue(labels(node), map(node.getAllProperties()));
        }
        if (value instanceof Relationship relationship) {
            return new RelationshipValue(
                    id(relationship.getStartNode()),
                    relationship.getType().name(),
                    id(relationship.getEndNode()),
                    map(relationship.getAllProperties()));
        }
        if (value instanceof Path path) {
            return list(path);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Iterable<?> items) {
            return list(items);
        }
        if (value.getClass().isArray()) {
            return array(value);
        }
        // Clock times and durations are no values of this graph; a caller's own Cypher may still make them.
        return value.toString();
    }

    private static Object point(Point point) {
        List<Double> coordinates = new ArrayList<>();
        for (double coordinate : point.getCoordinate().getCoordinate()) {
            coordinates.add(coordinate);
        }
        return point instanceof PointValue wgs && wgs.getCoordinateReferenceSystem() == CoordinateReferenceSystem.WGS_84
                ? new GeoPoint(coordinates.get(0), coordinates.get(1))
                : coordinates;
    }

    private static List<String> labels(Node node) {
        List<String> labels = new ArrayList<>();
        for (Label label : node.getLabels()) {
            labels.add(label.name());
        }
        Collections.sort(labels);
        return labels;
    }

    private static String id(Node node) {
        return String.valueOf(node.getProperty(Properties.ID, ""));
    }

    /** Sorted, because Neo4j's order is that of its files, and equal content is to give equal bytes. */
    static Map<String, @Nullable Object> map(Map<?, ?> values) {
        Map<String, @Nullable Object> converted = new TreeMap<>();
        values.forEach((key, value) -> converted.put(String.valueOf(key), fromStore(value)));
        return converted;
    }

    private static List<@Nullable Object> list(Iterable<?> values) {
        List<@Nullable Object> converted = new ArrayList<>();
        values.forEach(value -> converted.add(fromStore(value)));
        return converted;
    }

    private static List<@Nullable Object> array(Object values) {
        List<@Nullable Object> converted = new ArrayList<>();
        for (int i = 0; i < Array.getLength(values); i++) {
            converted.add(fromStore(Array.get(values, i)));
        }
        return converted;
    }
}
