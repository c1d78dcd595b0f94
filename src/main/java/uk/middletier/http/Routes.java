package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.middletier.query.QueryLibrary;
import uk.middletier.sight.Sight;

/** The table of routes: routing, checks of parameters, the index and its links and the OpenAPI document are all made from it. */
final class Routes {
    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = all;
    }

    /** The table without a server behind it, to be looked at. */
    static Routes standard(QueryLibrary library, boolean adHocToo) {
        try (Sight sight = new Sight()) {
            return standard(library, adHocToo, sight, () -> {
                throw new IllegalStateException("a table without a server has no releases");
            });
        }
    }

    static Routes standard(QueryLibrary library, boolean adHocToo, Sight sight, ReleaseSource releases) {
        SavedQueries queries = new SavedQueries(library);
        QueryList lists = new QueryList(queries);
        AdHoc adHoc = new AdHoc(queries, adHocToo);
        Index index = new Index();
        OpenApi openApi = new OpenApi(queries);
        Docs docs = new Docs();
        Explorer explorer = new Explorer();
        ReleaseList releaseList = new ReleaseList(releases);
        ReleaseDifference difference = new ReleaseDifference(releases);
        TimeMap timeMap = new TimeMap();
        AreaGraph graphs = new AreaGraph();
        List<Route> all = new ArrayList<>(List.of(
                index.route(),
                Status.ROUTE,
                releaseList.all(),
                difference.route(),
                difference.changes(),
                releaseList.one(),
                timeMap.route(),
                SchoolList.ROUTE,
                SchoolRecord.ROUTE,
                SchoolHistory.ROUTE,
                BodyList.ROUTE,
                BodyProfile.ROUTE,
                BodyHistory.ROUTE,
                BodyMembers.ROUTE,
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
                PatchworkTable.ROUTE,
                FlowsTable.ROUTE,
                DurationTable.ROUTE,
                SpreadTable.ROUTE,
                OverlapTable.ROUTE,
                NetworkTable.ROUTE,
                NetworkSeries.ROUTE,
                BrokersTable.ROUTE,
                CommunitiesTable.ROUTE,
                CoopetitionTable.ROUTE,
                ReachTable.ROUTE,
                ParticipationTable.ROUTE,
                ParticipationTable.SERIES,
                TypesTable.ROUTE,
                ComparisonTable.ROUTE,
                graphs.ofDay(),
                graphs.evolution(),
                graphs.diff(),
                PathGraph.ROUTE,
                NeighbourhoodGraph.ROUTE,
                MeasureCatalogue.ROUTE,
                EvidenceTable.ROUTE,
                new QueryResults(queries).route(),
                new QueryPlans(queries).route(),
                new QueryOptions(queries).route(),
                Health.LIVE,
                Health.READY,
                new Metrics(sight).route(),
                openApi.route(),
                Route.page("/docs/problems", "problems", "every type of problem, explained", Problems::page)));
        all.addAll(lists.routes());
        all.addAll(adHoc.routes());
        all.addAll(docs.routes());
        all.addAll(explorer.routes());
        Routes routes = new Routes(List.copyOf(all));
        index.list(routes);
        openApi.list(routes);
        timeMap.list(routes);
        return routes;
    }

    List<Route> all() {
        return all;
    }

    /** The first whose path it is, names in braces standing for one step each. */
    Optional<Route> find(String path) {
        return all.stream()
                .filter(route -> path.matches(route.path().replaceAll("\\{\\w+}", "[^/]+")))
                .findFirst();
    }

    List<String> paths() {
        return all.stream().map(Route::path).toList();
    }
}
