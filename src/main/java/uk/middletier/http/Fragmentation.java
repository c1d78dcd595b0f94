package uk.middletier.http;

import java.util.List;
import java.util.stream.Stream;
import uk.middletier.measure.Definition.Family;

/** {@code /v1/fragmentation}: into how many hands the control of each area has come, on a day and over time. */
final class Fragmentation {
    private static final List<String> ALL = Stream.concat(
                    Stream.of("schools"), AreaParameters.ids(Family.FRAGMENTATION).stream())
            .toList();

    static final Route ROUTE = Route.measured(
                    "/v1/fragmentation",
                    "fragmentation",
                    "into how many hands the control of each area's schools has come, on a day",
                    AreaParameters.ofDay(true, Family.COMPOSITION, Family.FRAGMENTATION),
                    question -> AreaTable.plan(question, ALL))
            .giving(AreaTable.schema(Family.COMPOSITION, Family.FRAGMENTATION));

    static final Route SERIES = Route.measured(
                    "/v1/fragmentation/series",
                    "fragmentationSeries",
                    "the same over time",
                    AreaParameters.ofSeries(true, Family.COMPOSITION, Family.FRAGMENTATION),
                    question -> AreaSeries.plan(question, List.of("schools", "bodies", "hhi", "effectiveBodies")))
            .giving(AreaSeries.schema(Family.COMPOSITION, Family.FRAGMENTATION));

    private Fragmentation() {}
}
