package uk.middletier.http;

import java.util.List;

/** The table of routes: routing, checks of parameters, the index and its links are all made from it. */
final class Routes {
    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = all;
    }

    static Routes standard() {
        Index index = new Index();
        Routes routes = new Routes(List.of(
                index.route(),
                Status.ROUTE,
                SchoolList.ROUTE,
                SchoolRecord.ROUTE,
                SchoolHistory.ROUTE,
                BodyList.ROUTE,
                BodyProfile.ROUTE,
                BodyHistory.ROUTE,
                BodySchools.ROUTE,
                AreaList.ROUTE,
                AreaRecord.ROUTE,
                Structure.ROUTE,
                Structure.SERIES,
                Fragmentation.ROUTE,
                Fragmentation.SERIES,
                TrustSizes.ROUTE,
                TrustSizes.SERIES,
                TurbulenceTable.ROUTE,
                EventList.ROUTE,
                FlowsTable.ROUTE,
                DurationTable.ROUTE,
                SpreadTable.ROUTE,
                OverlapTable.ROUTE,
                MeasureCatalogue.ROUTE,
                EvidenceTable.ROUTE,
                Health.LIVE,
                Health.READY,
                Route.page("/docs/problems", "problems", "every type of problem, explained", Problems::page),
                Route.page("/", "home", "where to begin", Health::home)));
        index.list(routes);
        return routes;
    }

    List<Route> all() {
        return all;
    }

    List<String> paths() {
        return all.stream().map(Route::path).toList();
    }
}
