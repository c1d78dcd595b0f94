package uk.middletier.graph;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Properties;

/** A node in a {@link Row}: the map of its properties, which also knows its labels. */
public final class NodeValue extends AbstractMap<String, @Nullable Object> {
    private final List<String> labels;
    private final Map<String, @Nullable Object> properties;

    NodeValue(List<String> labels, Map<String, @Nullable Object> properties) {
        this.labels = List.copyOf(labels);
        this.properties = Collections.unmodifiableMap(properties);
    }

    /** Its id, the same in every release. */
    public String id() {
        return String.valueOf(properties.getOrDefault(Properties.ID, ""));
    }

    /** Its labels, sorted. */
    public List<String> labels() {
        return labels;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return properties.entrySet();
    }
}
