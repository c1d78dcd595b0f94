package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.export.GraphData;
import uk.middletier.graph.Rows;
import uk.middletier.http.Endpoint.Chosen.Choice;
import uk.middletier.query.SavedQuery;

/** {@code /v1/queries/{name}/results}: a saved query run, by its address or by a body with its parameters. */
final class QueryResults {
    static final String PATH = "/v1/queries/{name}/results";
    private static final String NODES =
            "UNWIND $ids AS id MATCH (n:School|Body|Area|Programme|Dataset {id: id}) RETURN DISTINCT n";

    private final SavedQueries queries;

    QueryResults(SavedQueries queries) {
        this.queries = queries;
    }

    Route route() {
        return Route.chosen(
                        PATH,
                        "queryResults",
                        "runs a saved query; its own parameters beside these",
                        List.of(),
                        Format.QUERY,
                        List.of(Route.Method.GET, Route.Method.POST),
                        this::choose)
                .taking(RequestBody.schemaOfParameters(Schema.MAP))
                .giving(Schema.list(Schema.MAP));
    }

    private Choice choose(Request request, HeldRelease release) {
        SavedQuery query = queries.find(String.valueOf(request.pathValues().get("name")));
        Route route = route(query);
        return new Choice(route, request.body() == null ? request : RequestBody.merged(request, route.parameters()));
    }

    /** The route of one query. */
    Route route(SavedQuery query) {
        String path = PATH.replace("{name}", query.name());
        return Route.query(
                        path, query.name(), query.title(), queries.parameters(query), question -> plan(query, question))
                .with(query.text());
    }

    private Plan plan(SavedQuery query, Question question) {
        return plan(queries, SavedQueries.statement(query, question.parameters().values()), question);
    }

    /** How any statement of somebody else's is run. */
    static Plan plan(SavedQueries queries, Statement statement, Question question) {
        List<String> names = queries.plan(question.release(), statement).columns();
        List<Column> columns = names.stream().map(Column::any).toList();
        return Plan.of(
                statement,
                reads -> question.format().graph()
                        ? Answer.Graph.of(graph(statement, reads))
                        : new Answer.Table(columns, QueryRows.open(statement, names.size(), reads, question.page())));
    }

    private static GraphData graph(Statement statement, Reads reads) {
        GraphData graph = new GraphData();
        SavedQueries.told(statement.text(), () -> {
            try (Rows rows = reads.rows(statement)) {
                int columns = rows.columns().size();
                while (rows.hasNext()) {
                    var row = rows.next();
                    for (int column = 0; column < columns; column++) {
                        graph.add(row.get(column));
                    }
                }
            }
            return graph;
        });
        if (graph.isEmpty()) {
            throw new Refusal(Problem.of(
                            ProblemType.NOT_ACCEPTABLE,
                            "the statement returned no nodes, relationships or paths, of which a graph could be made; as"
                                    + " rows there is an answer")
                    .withAllowed(List.of(Format.JSON.word(), Format.CSV.word(), Format.NDJSON.word())));
        }
        List<String> missing = new ArrayList<>(graph.missing());
        if (!missing.isEmpty()) {
            try (Rows rows = reads.rows(new Statement(NODES, Map.of("ids", missing)))) {
                while (rows.hasNext()) {
                    graph.add(rows.next().get(0));
                }
            }
        }
        return graph;
    }
}
