package uk.middletier.graph;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row. Values are String, Long, Double, Boolean, {@link LocalDate}, {@link uk.middletier.model.GeoPoint}, lists and
 * maps of them, or null. Maps are sorted by key. Nodes and relationships come as maps of their properties that know
 * more: {@link NodeValue}, {@link RelationshipValue}.
 */
public interface Row {
    /** The value of a column by its place, from 0. */
    @Nullable
    Object get(int column);

    /** The value of a column by its name. */
    @Nullable
    Object get(String column);

    /** A value that is there. */
    default String string(String column) {
        return (String) require(column);
    }

    /** A value that is there. */
    default long integer(String column) {
        return (Long) require(column);
    }

    /** A date, or null. */
    default @Nullable LocalDate date(String column) {
        return (LocalDate) get(column);
    }

    /** A text, or null. */
    default @Nullable String text(String column) {
        return (String) get(column);
    }

    /** A map that is there. */
    @SuppressWarnings("unchecked")
    default Map<String, @Nullable Object> map(String column) {
        return (Map<String, @Nullable Object>) require(column);
    }

    /** A list that is there. */
    @SuppressWarnings("unchecked")
    default List<@Nullable Object> list(String column) {
        return (List<@Nullable Object>) require(column);
    }

    private Object require(String column) {
        Object value = get(column);
        if (value == null) {
            throw new IllegalStateException("no value in column " + column);
        }
        return value;
    }
}
