package uk.middletier.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/**
 * A server's plans in this package's words; the same as {@link Plans} makes. What an embedded store would refuse to run
 * is refused here, because nobody else does: procedures that do more than read the graph, and other databases.
 */
final class BoltPlans {
    private static final String REFUSED = "the statement asks for something that is not reading the graph";

    private BoltPlans() {}

    /**
     * The plan of an explained statement.
     *
     * @param database the name by which plans call the one that is asked
     * @throws GraphException forbidden: it would leave the graph
     */
    static QueryPlan read(List<String> columns, ResultSummary summary, String database) {
        if (!summary.hasPlan()) {
            throw new GraphException(GraphException.Kind.FAILED, "the server explains nothing");
        }
        QueryPlan.Step root = step(summary.plan(), database);
        return new QueryPlan(effect(summary.queryType(), root), columns, root);
    }

    /** "NodeIndexSeek@neo4j": what a step does and where. */
    static String database(ResultSummary summary) {
        String[] parts = summary.plan().operatorType().split("@", 2);
        return parts.length < 2 ? "" : parts[1];
    }

    /** Bolt has no word of its own for administration, which it calls a change of the schema. */
    private static QueryPlan.Effect effect(QueryType type, QueryPlan.Step root) {
        return switch (type) {
            case READ_ONLY -> QueryPlan.Effect.READ;
            case READ_WRITE, WRITE_ONLY -> QueryPlan.Effect.WRITE;
            case SCHEMA_WRITE -> {
                if (!root.operator().matches("(Create|Drop)(\\w*Index|\\w*Constraint|Constraint\\w*)|DoNothing\\w*")) {
                    throw refused();
                }
                yield QueryPlan.Effect.SCHEMA;
            }
        };
    }

    private static QueryPlan.Step step(Plan plan, String database) {
        Map<String, Object> arguments = new HashMap<>();
        plan.arguments().forEach((name, value) -> arguments.put(name, value.asObject()));
        String[] operator = plan.operatorType().split("@", 2);
        if (operator[0].equals("ProcedureCall")
                && !ReaderAccess.allows(String.valueOf(arguments.get("Details")).split("\\(", 2)[0])) {
            throw refused();
        }
        List<QueryPlan.Step> children =
                plan.children().stream().map(child -> step(child, database)).toList();
        if (operator.length > 1 && !operator[1].equals(database)) {
            throw refused();
        }
        return new QueryPlan.Step(operator[0], ValueConversion.map(arguments), children);
    }

    private static GraphException refused() {
        return new GraphException(GraphException.Kind.FORBIDDEN, REFUSED);
    }
}
