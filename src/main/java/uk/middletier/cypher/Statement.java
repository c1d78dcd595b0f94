package uk.middletier.cypher;

import java.util.Map;

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
}
