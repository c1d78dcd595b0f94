package uk.middletier.http;

import java.util.List;
import uk.middletier.measure.Definition.Family;

/** {@code /v1/structure}: who runs the state-funded schools of each area, on a day and over time. */
final class Structure {
    static final Route ROUTE = Route.measured(
                    "/v1/structure",
                    "structure",
                    "who runs the state-funded schools of each area on a day",
                    AreaParameters.ofDay(false, Family.COMPOSITION),
                    question -> AreaTable.plan(question, AreaParameters.ids(Family.COMPOSITION)))
            .giving(AreaTable.schema(Family.COMPOSITION));

    static final Route SERIES = Route.measured(
                    "/v1/structure/series",
                    "structureSeries",
                    "the same over time",
                    AreaParameters.ofSeries(false, Family.COMPOSITION),
                    question -> AreaSeries.plan(
                            question, List.of("schools", "pupils", "academyShare", "laShare", "satShare", "matShare")))
            .giving(AreaSeries.schema(Family.COMPOSITION));

    private Structure() {}
}
