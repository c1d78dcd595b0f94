package uk.middletier.cypher;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A Cypher text with its parameters.
 *
 * @param text runs as it stands in any Neo4j tool
 * @param parameters by name without {@code $}; values of type String, Long, Double, Boolean, LocalDate, or lists of them
 */
public record Statement(String text, Map<String, Object> parameters) {
    public Statement {
        parameters = Map.copyOf(parameters);
    }

    /** The statement as a script for Neo4j Browser or cypher-shell: its parameters set, then its text. */
    public String script() {
        String settings = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter ->
                                ":param " + parameter.getKey() + " => " + literal(parameter.getValue()) + ";\n")
                        .collect(Collectors.joining());
        return settings + text + ";";
    }

    private static String literal(Object value) {
        if (value instanceof LocalDate date) {
            return "date('" + date + "')";
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(Statement::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            // A line break would end the command.
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        }
        return value.toString();
    }
}
