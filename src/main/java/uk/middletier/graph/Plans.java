package uk.middletier.graph;

import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Result;

/** Neo4j's plans in this package's words. */
final class Plans {
    private Plans() {}

    /** The plan of an explained statement. */
    static QueryPlan read(Result result) {
        try (result) {
            QueryPlan.Effect effect = switch (result.getQueryExecutionType().queryType()) {
                case READ_ONLY -> QueryPlan.Effect.READ;
                case READ_WRITE, WRITE -> QueryPlan.Effect.WRITE;
                case SCHEMA_WRITE -> QueryPlan.Effect.SCHEMA;
                case DBMS -> QueryPlan.Effect.ADMINISTRATION;
            };
            return new QueryPlan(effect, result.columns(), step(result.getExecutionPlanDescription()));
        }
    }

    private static QueryPlan.Step step(ExecutionPlanDescription description) {
        return new QueryPlan.Step(
                description.getName(),
                ValueConversion.map(description.getArguments()),
                description.getChildren().stream().map(Plans::step).toList());
    }
}
