package uk.middletier.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.middletier.cypher.Statement;

/** Statements and their parameters as text that Neo4j Browser and cypher-shell run as it stands. */
final class CypherText {
    private CypherText() {}

    static String of(List<Statement> statements) {
        StringBuilder text = new StringBuilder();
        Map<String, Object> parameters = new TreeMap<>();
        statements.forEach(statement -> parameters.putAll(statement.parameters()));
        parameters.forEach((name, value) -> text.append(":param ")
                .append(name)
                .append(" => ")
                .append(literal(value))
                .append(";\n"));
        for (Statement statement : statements) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(statement.text()).append(";\n");
        }
        return text.toString();
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof LocalDate date) {
            return "date('" + date + "')";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CypherText::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    /** Cypher's own escapes; a line break would end the command. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.chars().forEach(c -> {
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '\'' -> quoted.append("\\'");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append((char) c);
            }
        });
        return quoted.append('\'').toString();
    }
}
