package uk.middletier.graph;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A relationship in a {@link Row}: the map of its properties, which also knows its type and its ends. */
public final class RelationshipValue extends AbstractMap<String, @Nullable Object> {
    private final String start;
    private final String type;
    private final String end;
    private final Map<String, @Nullable Object> properties;

    RelationshipValue(String start, String type, String end, Map<String, @Nullable Object> properties) {
        this.start = start;
        this.type = type;
        this.end = end;
        this.properties = Collections.unmodifiableMap(properties);
    }

    /** Id of the node it starts at. */
    public String start() {
        return start;
    }

    public String type() {
        return type;
    }

    /** Id of the node it ends at. */
    public String end() {
        return end;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return properties.entrySet();
    }
}
