package uk.middletier.graph;

import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AbstractSecurityLog;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.AdminAccessMode;
import org.neo4j.internal.kernel.api.security.AdminActionOnResource;
import org.neo4j.internal.kernel.api.security.AuthSubject;
import org.neo4j.internal.kernel.api.security.AuthenticationResult;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.internal.kernel.api.security.PermissionState;
import org.neo4j.internal.kernel.api.security.SecurityContext;
import org.neo4j.kernel.database.PrivilegeDatabaseReference;

/**
 * Who a read is to Neo4j. Without it a read is an administrator, who may end other reads ({@code TERMINATE
 * TRANSACTIONS}), list settings and clear caches, none of which counts as a write.
 */
final class ReaderContext extends SecurityContext {
    private static final AtomicLong READERS = new AtomicLong();

    private ReaderContext(AuthSubject reader, AccessMode access, ClientConnectionInfo connection, String database) {
        super(reader, access, connection, database);
    }

    /** Somebody new, for one read. */
    static SecurityContext ofRead(AccessMode access) {
        return new ReaderContext(
                new Reader(), access, ClientConnectionInfo.EMBEDDED_CONNECTION, StoreSettings.DATABASE);
    }

    /** Somebody new, for all reads of one connection. */
    static LoginContext ofConnection(AccessMode access, ClientConnectionInfo connection) {
        return new LoginContext(new Reader(), connection) {
            @Override
            public SecurityContext authorize(
                    IdLookup names, PrivilegeDatabaseReference database, AbstractSecurityLog log) {
                return new ReaderContext(subject(), access, connectionInfo(), database.name());
            }
        };
    }

    /** Somebody who did not say what they have to: Neo4j tells them so and ends the connection. */
    static LoginContext ofStranger(ClientConnectionInfo connection) {
        return new LoginContext(new Stranger(), connection) {
            @Override
            public SecurityContext authorize(
                    IdLookup names, PrivilegeDatabaseReference database, AbstractSecurityLog log) {
                throw new IllegalStateException("Neo4j opens no session for whom it turned away");
            }
        };
    }

    @Override
    public PermissionState allowExecuteAdminProcedure(int procedureId) {
        return PermissionState.EXPLICIT_DENY;
    }

    @Override
    public PermissionState allowsAdminAction(AdminActionOnResource action) {
        return PermissionState.EXPLICIT_DENY;
    }

    /** Neo4j makes an administrator of whoever changes mode, as procedures do while they run. */
    @Override
    public SecurityContext withMode(AccessMode mode) {
        return new ReaderContext(subject(), mode, connectionInfo(), database());
    }

    @Override
    public SecurityContext withMode(AdminAccessMode mode) {
        return this;
    }

    /** A name of its own for each: one may see and end the transactions of one's own name. */
    private static final class Reader implements AuthSubject {
        private final String name = "reader-" + READERS.incrementAndGet();

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

    /** Nobody. */
    private static final class Stranger implements AuthSubject {
        @Override
        public AuthenticationResult getAuthenticationResult() {
            return AuthenticationResult.FAILURE;
        }

        @Override
        public boolean hasUsername(String username) {
            return false;
        }

        @Override
        public String executingUser() {
            return "stranger";
        }
    }
}
