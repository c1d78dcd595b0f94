package uk.middletier.model;

import java.util.List;
import java.util.Map;

/**
 * A node before it is written.
 *
 * @param id unique over the whole graph, also stored as property {@code id}
 * @param labels at least one
 * @param properties values of type String, Long, Double, Boolean, {@link java.time.LocalDate}, {@link GeoPoint};
 *     without {@code id}; never null values
 */
public record NodeRow(String id, List<String> labels, Map<String, Object> properties) {}
