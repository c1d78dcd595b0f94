package uk.middletier.cypher;

/**
 * Which rows of an ordered list are wanted.
 *
 * @param skip rows left out before the first
 * @param limit rows at most
 */
public record Window(long skip, long limit) {
    static final String SKIP = "skip";
    static final String LIMIT = "limit";
}
