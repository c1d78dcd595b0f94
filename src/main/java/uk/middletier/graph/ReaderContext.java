package uk.middletier.graph;

import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.AdminActionOnResource;
import org.neo4j.internal.kernel.api.security.AuthSubject;
import org.neo4j.internal.kernel.api.security.AuthenticationResult;
import org.neo4j.internal.kernel.api.security.PermissionState;
import org.neo4j.internal.kernel.api.security.SecurityContext;

/**
 * Who a read is to Neo4j. Without it a read is an administrator, who may end other reads ({@code TERMINATE
 * TRANSACTIONS}), list settings and clear caches, none of which counts as a write.
 */
final class ReaderContext extends SecurityContext {
    private static final AtomicLong READS = new AtomicLong();

    ReaderContext(AccessMode access) {
        super(new Reader(), access, ClientConnectionInfo.EMBEDDED_CONNECTION, StoreSettings.DATABASE);
    }

    @Override
    public PermissionState allowExecuteAdminProcedure(int procedureId) {
        return PermissionState.EXPLICIT_DENY;
    }

    @Override
    public PermissionState allowsAdminAction(AdminActionOnResource action) {
        return PermissionState.EXPLICIT_DENY;
    }

    /** A name of its own per read: one may see and end the transactions of one's own name. */
    private static final class Reader implements AuthSubject {
        private final String name = "reader-" + READS.incrementAndGet();

        @Override
        public AuthenticationResult getAuthenticationResult() {
            return AuthenticationResult.SUCCESS;
        }

        @Override
        public boolean hasUsername(String username) {
            return name.equals(username);
        }

        @Override
        public String executingUser() {
            return name;
        }
    }
}
