package uk.middletier.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.neo4j.driver.Value;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/**
 * A server's plans in this package's words; the same as {@link Plans} makes. What an embedded store would refuse to run
 * is refused here, because nobody else does: procedures that do more than read the graph, and other databases.
 */
final class BoltPlans {
    private static final String REFUSED = "the statement asks for something that is not reading the graph";

    private static final String PROCEDURE = "ProcedureCall";
    private static final Pattern SCHEMA =
            Pattern.compile("(Create|Drop)(\\w*Index|\\w*Constraint|Constraint\\w*)|DoNothing\\w*");

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
        QueryPlan.Step root = step(summary.plan());
        QueryPlan.Effect effect = effect(summary.queryType(), root);
        if (effect == QueryPlan.Effect.READ) {
            requireGraph(summary.plan(), database);
        }
        return new QueryPlan(effect, columns, root);
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
                if (SCHEMA.matcher(root.operator()).matches()) {
                    yield QueryPlan.Effect.SCHEMA;
                }
                if (!calls(root)) {
                    throw refused();
                }
                yield QueryPlan.Effect.ADMINISTRATION;
            }
        };
    }

    private static boolean calls(QueryPlan.Step step) {
        return step.operator().equals(PROCEDURE) || step.children().stream().anyMatch(BoltPlans::calls);
    }

    private static void requireGraph(Plan plan, String database) {
        String[] operator = plan.operatorType().split("@", 2);
        if (operator.length > 1 && !operator[1].equals(database)) {
            throw refused();
        }
        if (operator[0].equals(PROCEDURE)) {
            // "db.labels() :: label": what cannot be read is not allowed.
            Value details = plan.arguments().get("Details");
            if (details == null || !ReaderAccess.allows(details.asString("").split("\\(", 2)[0])) {
                throw refused();
            }
        }
        plan.children().forEach(child -> requireGraph(child, database));
    }

    private static QueryPlan.Step step(Plan plan) {
        Map<String, Object> arguments = new HashMap<>();
        plan.arguments().forEach((name, value) -> arguments.put(name, value.asObject()));
        return new QueryPlan.Step(
                plan.operatorType().split("@", 2)[0],
                ValueConversion.map(arguments),
                plan.children().stream().map(BoltPlans::step).toList());
    }

    private static GraphException refused() {
        return new GraphException(GraphException.Kind.FORBIDDEN, REFUSED);
    }
}
