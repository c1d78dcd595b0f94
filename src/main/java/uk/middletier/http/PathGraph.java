package uk.middletier.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.GraphStatements;
import uk.middletier.drawing.Connection;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Timeline;

/** {@code /v1/paths}: how two schools or bodies are connected. */
final class PathGraph {
    static final String PATH = "/v1/paths";

    /** Values for what has no default. */
    static final Map<String, String> EXAMPLES = Map.of("from", "school:137000", "to", "school:138500");

    private static final Parameter FROM = end("from", "the id of a school, body or diocese, or a URN");
    private static final Parameter TO = end("to", "the id of the other");
    private static final Parameter MOST = new Parameter(
            "most", new ParameterType.Whole(1, 100), false, "10", "shortest paths that are told, at most");

    static final Route ROUTE = Route.graph(
                    PATH,
                    "paths",
                    "the shortest ways from tie to tie between two schools or bodies on a day",
                    List.of(FROM, TO, Parameter.AS_OF, Parameter.LAYERS, MOST),
                    PathGraph::plan)
            .giving(DrawnGraph.schema(false)
                    .field("length", Schema.INTEGER.orNull())
                    .field("count", Schema.INTEGER)
                    .field("paths", Schema.list(Schema.list(Schema.TEXT))));

    private PathGraph() {}

    private static Parameter end(String name, String description) {
        return new Parameter(
                name, new ParameterType.NodeId(Set.of("Body", "Diocese", "School")), false, null, true, description);
    }

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        LocalDate day = parameters.asOf();
        Set<Layer> layers = parameters.layers();
        String from = String.valueOf(parameters.values().get(FROM.name()));
        String to = String.valueOf(parameters.values().get(TO.name()));
        long most = parameters.whole(MOST.name());
        return Plan.of(GraphStatements.paths(from, to, layers, most, day), reads -> {
            Timeline timeline = question.release().timeline();
            Connection found = Connection.of(
                    timeline,
                    place(timeline, from, FROM),
                    place(timeline, to, TO),
                    layers,
                    Days.of(day),
                    Math.toIntExact(most));
            Map<String, @Nullable Object> beside = new LinkedHashMap<>();
            beside.put("length", found.length() < 0 ? null : found.length());
            beside.put(
                    "count",
                    found.count().bitLength() < Long.SIZE ? found.count().longValue() : Long.MAX_VALUE);
            beside.put("paths", found.paths());
            return DrawnGraph.answer(
                    found.drawing(), false, question.release().manifest().extractDate(), beside);
        });
    }

    private static int place(Timeline timeline, String id, Parameter parameter) {
        return Connection.find(timeline, id)
                .orElseThrow(() -> new Refusal(Problem.ofParameter(
                        ProblemType.INVALID_PARAMETER,
                        "\"" + id + "\" is neither a school nor a body",
                        parameter.name())));
    }
}
