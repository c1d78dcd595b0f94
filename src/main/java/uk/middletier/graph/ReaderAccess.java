package uk.middletier.graph;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.neo4j.common.DependencyResolver;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.PermissionState;
import org.neo4j.kernel.api.QueryLanguage;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.api.procedure.ProcedureView;
import org.neo4j.kernel.impl.api.security.RestrictedAccessMode;

/**
 * What a read may do: read the graph, see its schema, and call the procedures that do no more than that. Neo4j's own
 * setting for allowed procedures does not hold for the built-in ones.
 */
final class ReaderAccess extends RestrictedAccessMode {
    private static final Set<String> PROCEDURES = Set.of(
            "db.index.fulltext.queryNodes",
            "db.index.fulltext.queryRelationships",
            "db.index.fulltext.listAvailableAnalyzers",
            "db.info",
            "db.labels",
            "db.ping",
            "db.propertyKeys",
            "db.relationshipTypes",
            "db.schema.nodeTypeProperties",
            "db.schema.relTypeProperties",
            "db.schema.visualization",
            "dbms.components");

    /** What drivers, cypher-shell and Neo4j Browser ask when they connect; it tells of the server, not of others. */
    private static final Set<String> CLIENT_PROCEDURES = Set.of(
            "dbms.clientConfig", "dbms.cluster.routing.getRoutingTable", "dbms.info", "dbms.routing.getRoutingTable");

    private final Set<Integer> procedureIds;

    private ReaderAccess(Set<Integer> procedureIds) {
        super(Static.FULL, Static.READ);
        this.procedureIds = procedureIds;
    }

    /** The access of a read of ours. */
    static AccessMode ofReads(DependencyResolver database) {
        return new ReaderAccess(ids(database, PROCEDURES));
    }

    /** The access of a session over Bolt: that of a read, and what its client asks of its own accord. */
    static AccessMode ofSessions(DependencyResolver database) {
        Set<Integer> ids = ids(database, PROCEDURES);
        ids.addAll(ids(database, CLIENT_PROCEDURES));
        return new ReaderAccess(ids);
    }

    /** Whether a read may call that procedure. */
    static boolean allows(String procedure) {
        return PROCEDURES.contains(procedure);
    }

    /** Every database counts its procedures for itself. */
    private static Set<Integer> ids(DependencyResolver database, Set<String> names) {
        ProcedureView procedures =
                database.resolveDependency(GlobalProcedures.class).getCurrentView();
        try {
            Set<Integer> ids = new HashSet<>();
            for (String name : names) {
                ids.add(procedures
                        .procedure(qualified(name), QueryLanguage.CYPHER_5)
                        .id());
            }
            return ids;
        } catch (ProcedureException e) {
            throw new GraphException(GraphException.Kind.UNAVAILABLE, "a procedure of Neo4j's is missing", e);
        }
    }

    private static QualifiedName qualified(String name) {
        List<String> parts = List.of(name.split("\\.", -1));
        int last = parts.size() - 1;
        return new QualifiedName(parts.subList(0, last).toArray(String[]::new), parts.get(last));
    }

    @Override
    public PermissionState allowsExecuteProcedure(int procedureId) {
        return PermissionState.fromAllowList(procedureIds.contains(procedureId));
    }

    @Override
    public PermissionState allowExecuteAdminProcedures() {
        return PermissionState.EXPLICIT_DENY;
    }

    @Override
    public boolean allowsShowIndex() {
        return true;
    }

    @Override
    public boolean allowsShowConstraint() {
        return true;
    }

    @Override
    public PermissionState allowsShowSetting(String setting) {
        return PermissionState.EXPLICIT_DENY;
    }

    @Override
    public PermissionState allowsLoadAllData() {
        return PermissionState.EXPLICIT_DENY;
    }

    @Override
    public PermissionState allowsLoadUri(URI uri, InetAddress address) {
        return PermissionState.EXPLICIT_DENY;
    }
}
