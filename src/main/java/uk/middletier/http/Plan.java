package uk.middletier.http;

import java.util.List;
import java.util.function.Function;
import uk.middletier.cypher.Statement;

/** How a question is answered: the statements behind the answer, and the answer once they are run. */
record Plan(List<Statement> statements, Function<Reads, Answer> answer) {
    static Plan of(Statement statement, Function<Reads, Answer> answer) {
        return new Plan(List.of(statement), answer);
    }
}
