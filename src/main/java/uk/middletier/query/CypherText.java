package uk.middletier.query;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of a statement from its text alone. Whatever matters for safety is asked of Neo4j instead. */
final class CypherText {
    /** Texts, quoted names and comments, in which nothing counts, or a parameter. */
    private static final Pattern TOKENS = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|//[^\n]*|/\\*.*?\\*/|\\$`([^`]+)`|`[^`]*`|\\$([\\p{L}_][\\p{L}\\p{N}_]*)",
            Pattern.DOTALL);

    private CypherText() {}

    /** The parameters it uses. */
    static Set<String> parameters(String statement) {
        Set<String> names = new TreeSet<>();
        Matcher tokens = TOKENS.matcher(statement);
        while (tokens.find()) {
            if (tokens.group(1) != null) {
                names.add(tokens.group(1));
            } else if (tokens.group(2) != null) {
                names.add(tokens.group(2));
            }
        }
        return names;
    }
}
