package uk.middletier.http;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.middletier.cypher.Statement;

/** How a question is answered: the statements behind the answer, and the answer once they are run. */
record Plan(List<Statement> statements, Function<Reads, Answer> answer) {
    static Plan of(Statement statement, Function<Reads, Answer> answer) {
        return new Plan(List.of(statement), answer);
    }

    /** The statements as one script for Neo4j's tools. */
    String script() {
        return statements.stream().map(statement -> statement.script() + "\n").collect(Collectors.joining("\n"));
    }
}
