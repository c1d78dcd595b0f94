package uk.middletier.cypher;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Cypher text with its parameters.
 *
 * @param text runs as it stands in any Neo4j tool
 * @param parameters by name without {@code $}; values of type String, Long, Double, Boolean, LocalDate,
 *     null, or lists and maps of them
 */
public record Statement(String text, Map<String, @Nullable Object> parameters) {
    public Statement {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
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

    private static String literal(@Nullable Object value) {
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
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> "`" + entry.getKey() + "`: " + literal(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }
}
