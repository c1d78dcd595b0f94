package uk.middletier.query;

/**
 * A column that a saved query declares.
 *
 * @param type one of {@link #TYPES}, or {@code list(…)} of one
 * @param nullable whether it may hold nothing
 */
public record QueryColumn(String name, String type, boolean nullable) {
    /** What columns may hold. */
    static final java.util.List<String> TYPES = java.util.List.of(
            "string", "integer", "decimal", "boolean", "date", "point", "node", "relationship", "path", "map", "any");

    static boolean isType(String word) {
        if (word.startsWith("list(") && word.endsWith(")")) {
            return isType(word.substring("list(".length(), word.length() - 1));
        }
        return TYPES.contains(word);
    }
}
