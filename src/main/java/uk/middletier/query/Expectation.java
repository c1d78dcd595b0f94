package uk.middletier.query;

import java.util.List;

/** What a saved query promises of its rows, on any release with its defaults. */
public sealed interface Expectation {
    /** As it stands in the header, without {@code @expect}. */
    String text();

    /** How many rows there are. */
    record RowCount(String text, String operator, long than) implements Expectation {
        boolean holds(long rows) {
            return switch (operator) {
                case ">" -> rows > than;
                case ">=" -> rows >= than;
                case "<" -> rows < than;
                case "<=" -> rows <= than;
                case "=" -> rows == than;
                default -> throw new IllegalStateException("no comparison " + operator);
            };
        }
    }

    /** No two rows are equal in these columns. */
    record Unique(String text, List<String> columns) implements Expectation {}

    /** These columns always hold something. */
    record Present(String text, List<String> columns) implements Expectation {}
}
