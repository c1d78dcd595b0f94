package uk.middletier.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.QueryPlan;
import uk.middletier.http.Endpoint.Chosen.Choice;
import uk.middletier.query.SavedQuery;

/** {@code /v1/queries/{name}/plan}: how Neo4j would run a saved query. */
final class QueryPlans {
    /** Of a step, {@link #stepSchema}. */
    static final String STEP = "PlanStep";

    static final Schema SCHEMA =
            Schema.object().field("columns", Schema.list(Schema.TEXT)).field("plan", Schema.component(STEP));

    private static final String PATH = "/v1/queries/{name}/plan";

    private final SavedQueries queries;

    QueryPlans(SavedQueries queries) {
        this.queries = queries;
    }

    Route route() {
        return Route.chosen(
                        PATH,
                        "queryPlan",
                        "how a saved query would be run, step by step",
                        List.of(),
                        Format.RECORD,
                        List.of(Route.Method.GET),
                        this::choose)
                .giving(SCHEMA);
    }

    static Schema stepSchema() {
        return Schema.object(Schema.TEXT, "operator")
                .field("details", Schema.ANY)
                .field("estimatedRows", Schema.ANY)
                .field("children", Schema.list(Schema.component(STEP)));
    }

    private Choice choose(Request request, HeldRelease release) {
        SavedQuery query = queries.find(String.valueOf(request.pathValues().get("name")));
        Route route = Route.record(
                        PATH,
                        "queryPlan",
                        query.title(),
                        queries.parameters(query),
                        null,
                        question -> plan(query, question))
                .with(query.text());
        return new Choice(route, request);
    }

    private Plan plan(SavedQuery query, Question question) {
        Statement statement =
                SavedQueries.statement(query, question.parameters().values());
        return Plan.of(statement, reads -> item(queries.plan(question.release(), statement)));
    }

    static Answer.Item item(QueryPlan plan) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("columns", plan.columns());
        fields.put("plan", step(plan.root()));
        return new Answer.Item(fields);
    }

    private static Map<String, @Nullable Object> step(QueryPlan.Step step) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("operator", step.operator());
        fields.put("details", step.arguments().get("Details"));
        fields.put("estimatedRows", step.arguments().get("EstimatedRows"));
        List<Map<String, @Nullable Object>> children =
                step.children().stream().map(QueryPlans::step).toList();
        fields.put("children", children);
        return fields;
    }
}
