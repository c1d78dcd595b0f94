package uk.middletier.cypher;

/** Orders of a list of bodies; the id decides between equals. */
public enum BodySort {
    NAME,
    /** Most open schools first. */
    SCHOOLS
}
