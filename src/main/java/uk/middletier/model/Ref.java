package uk.middletier.model;

/**
 * How an answer names a body, an area or a school.
 *
 * @param id the node's {@code id}
 * @param kind its {@code kind}: the label of the body or area
 */
public record Ref(String id, String name, String kind) {}
