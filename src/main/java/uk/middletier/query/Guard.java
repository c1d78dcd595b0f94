package uk.middletier.query;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphException;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.QueryPlan;

/**
 * Lets a statement through if Neo4j's own plan of it does nothing but read the graph. The first of several walls: the
 * store is read-only, the transaction reads, procedures are on a list, and time and memory are bounded, whatever a plan
 * says.
 */
public final class Guard {
    /** Steps of a plan that read something other than the graph, or do something to other people's questions. */
    private static final List<String> REFUSED = List.of(
            "LoadCSV",
            "ShowTransactions",
            "TerminateTransactions",
            "ShowSettings",
            "ShowUsers",
            "ShowRoles",
            "ShowPrivileges",
            "ShowServers",
            "ShowDatabase");

    private Guard() {}

    /**
     * The plan of a statement that only reads.
     *
     * @throws ForbiddenStatement it would do something else
     * @throws GraphException invalid: it is no Cypher, with the place where it is not
     */
    public static QueryPlan check(GraphStore store, Statement statement, Duration timeout) {
        QueryPlan plan = store.explain(statement, timeout);
        switch (plan.effect()) {
            case READ -> refuseSteps(plan.root());
            case WRITE -> throw new ForbiddenStatement("the statement would write; only reading is allowed");
            case SCHEMA ->
                throw new ForbiddenStatement("the statement would change the schema; only reading is allowed");
            case ADMINISTRATION ->
                throw new ForbiddenStatement("the statement is an administration command; only reading is allowed");
        }
        return plan;
    }

    private static void refuseSteps(QueryPlan.Step step) {
        for (String refused : REFUSED) {
            if (step.operator().toLowerCase(Locale.ROOT).startsWith(refused.toLowerCase(Locale.ROOT))) {
                throw new ForbiddenStatement("the statement would go beyond the graph (" + step.operator()
                        + "); only reading it is allowed");
            }
        }
        step.children().forEach(Guard::refuseSteps);
    }
}
