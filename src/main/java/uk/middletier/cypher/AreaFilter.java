package uk.middletier.cypher;

import uk.middletier.model.AreaKind;

/** An area to stay within. */
public record AreaFilter(AreaKind kind, String id) {}
