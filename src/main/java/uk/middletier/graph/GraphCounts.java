package uk.middletier.graph;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a graph holds. A node with several labels counts under each of them and once in {@code nodes}.
 *
 * @param nodesByLabel sorted by label
 * @param relationshipsByType sorted by type
 */
public record GraphCounts(
        long nodes, long relationships, Map<String, Long> nodesByLabel, Map<String, Long> relationshipsByType) {
    public GraphCounts {
        nodesByLabel = Collections.unmodifiableMap(new TreeMap<>(nodesByLabel));
        relationshipsByType = Collections.unmodifiableMap(new TreeMap<>(relationshipsByType));
    }
}
