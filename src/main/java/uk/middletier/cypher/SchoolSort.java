package uk.middletier.cypher;

/** Orders of a list of schools; the URN decides between equals, so that each is a total order. */
public enum SchoolSort {
    NAME,
    URN,
    /** Most pupils first, unknown last. */
    PUPILS,
    /** Best match first; only for a search by words. */
    RELEVANCE
}
