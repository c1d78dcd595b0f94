package uk.middletier.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.middletier.cypher.GraphStatements;
import uk.middletier.drawing.Drawing;
import uk.middletier.drawing.Neighbourhood;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Timeline;

/** {@code /v1/schools/{urn}/neighbourhood}: what a school is tied to, and what that is tied to. */
final class NeighbourhoodGraph {
    private static final Parameter DEPTH = new Parameter(
            "depth",
            new ParameterType.Whole(1, 3),
            false,
            "2",
            "how many ties away: 1 = its bodies, 2 = their schools, 3 = the bodies of these");

    static final Route ROUTE = Route.graph(
                    "/v1/schools/{urn}/neighbourhood",
                    "schoolNeighbourhood",
                    "a school on a day, its bodies, their other schools, and so on",
                    List.of(Parameter.AS_OF, DEPTH, Parameter.LAYERS, AreaGraph.FULL),
                    NeighbourhoodGraph::plan)
            .giving(DrawnGraph.schema(false));

    private NeighbourhoodGraph() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        long urn = SchoolRecord.urn(question);
        LocalDate day = parameters.asOf();
        long depth = parameters.whole(DEPTH.name());
        return Plan.of(GraphStatements.around(urn, parameters.layers(), Math.toIntExact(depth), day), reads -> {
            Timeline timeline = question.release().timeline();
            int school = timeline.schools().find(urn);
            if (school < 0) {
                throw SchoolRecord.unknown(urn, reads);
            }
            Drawing drawing =
                    Neighbourhood.of(timeline, school, parameters.layers(), Math.toIntExact(depth), Days.of(day));
            return DrawnGraph.answer(
                    AreaGraph.limited(question, drawing),
                    false,
                    question.release().manifest().extractDate(),
                    Map.of());
        });
    }
}
