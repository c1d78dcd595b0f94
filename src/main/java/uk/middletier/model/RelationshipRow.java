package uk.middletier.model;

import java.util.Map;

/**
 * A relationship before it is written.
 *
 * @param from id of the node it starts at
 * @param type one of {@link Relationships}
 * @param to id of the node it ends at
 * @param properties as in {@link NodeRow}
 */
public record RelationshipRow(String from, String type, String to, Map<String, Object> properties) {}
