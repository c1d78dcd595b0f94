package uk.middletier.graph;

import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.AdminActionOnResource;
import org.neo4j.internal.kernel.api.security.AuthSubject;
import org.neo4j.internal.kernel.api.security.PermissionState;
import org.neo4j.internal.kernel.api.security.SecurityContext;

/**
 * Who a read is to Neo4j: somebody who may read the graph. Without it a read is an administrator, who may end other
 * reads ({@code TERMINATE TRANSACTIONS}), list settings and clear caches, none of which counts as a write.
 */
final class ReaderContext extends SecurityContext {
    ReaderContext() {
        super(
                AuthSubject.ANONYMOUS,
                AccessMode.Static.READ,
                ClientConnectionInfo.EMBEDDED_CONNECTION,
                StoreSettings.DATABASE);
    }

    @Override
    public PermissionState allowExecuteAdminProcedure(int procedureId) {
        return PermissionState.EXPLICIT_DENY;
    }

    @Override
    public PermissionState allowsAdminAction(AdminActionOnResource action) {
        return PermissionState.EXPLICIT_DENY;
    }
}
