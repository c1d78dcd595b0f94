package uk.middletier.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row in memory: its values in the order of the columns. */
record ListedRow(Map<String, Integer> places, List<@Nullable Object> values) implements Row {
    /** The places of columns by their names, once for all rows of an answer. */
    static Map<String, Integer> places(List<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < columns.size(); place++) {
            places.put(columns.get(place), place);
        }
        return places;
    }

    @Override
    public @Nullable Object get(int column) {
        return values.get(column);
    }

    @Override
    public @Nullable Object get(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column " + column + " among " + places.keySet());
        }
        return values.get(place);
    }
}
