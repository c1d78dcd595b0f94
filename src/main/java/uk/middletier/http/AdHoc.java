package uk.middletier.http;

import java.util.List;
import uk.middletier.cypher.Statement;
import uk.middletier.http.Endpoint.Chosen.Choice;
import uk.middletier.query.Guard;

/** {@code POST /v1/cypher} and {@code /v1/cypher/plan}: a statement that is in no file, under the same guard. */
final class AdHoc {
    private static final String PATH = "/v1/cypher";
    private static final String PLAN = PATH + "/plan";

    private final SavedQueries queries;
    private final boolean on;

    AdHoc(SavedQueries queries, boolean on) {
        this.queries = queries;
        this.on = on;
    }

    List<Route> routes() {
        return List.of(
                Route.chosen(
                                PATH,
                                "cypher",
                                "runs a statement: {\"statement\", \"parameters\"}; only reading is allowed",
                                List.of(),
                                Format.QUERY,
                                List.of(Route.Method.POST),
                                this::run)
                        .taking(RequestBody.schemaOfStatement())
                        .giving(Schema.list(Schema.MAP)),
                Route.chosen(
                                PLAN,
                                "cypherPlan",
                                "how a statement would be run",
                                List.of(),
                                Format.RECORD,
                                List.of(Route.Method.POST),
                                this::explain)
                        .taking(RequestBody.schemaOfStatement())
                        .giving(QueryPlans.SCHEMA));
    }

    private Choice run(Request request, HeldRelease release) {
        Statement statement = statement(request);
        return new Choice(
                Route.query(
                                PATH,
                                "cypher",
                                "runs a statement",
                                List.of(),
                                question -> QueryResults.plan(queries, statement, question))
                        .with(statement.script()),
                request);
    }

    private Choice explain(Request request, HeldRelease release) {
        Statement statement = statement(request);
        return new Choice(
                Route.record(
                                PLAN,
                                "cypherPlan",
                                "how a statement would be run",
                                List.of(),
                                null,
                                question -> Plan.of(
                                        statement,
                                        reads -> QueryPlans.item(SavedQueries.told(
                                                statement.text(),
                                                () -> Guard.check(release.store(), statement, SavedQueries.PLANNING)))))
                        .with(statement.script()),
                request);
    }

    private Statement statement(Request request) {
        if (!on) {
            throw new Refusal(Problem.of(
                    ProblemType.SWITCHED_OFF, "this server runs saved queries only; --cypher=on lets it run others"));
        }
        RequestBody body = RequestBody.of(request, RequestBody.fieldsOfStatement());
        return new Statement(body.statement(), body.parameters());
    }
}
