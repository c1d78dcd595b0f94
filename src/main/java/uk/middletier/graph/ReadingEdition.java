package uk.middletier.graph;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.dbapi.BoltGraphDatabaseManagementServiceSPI;
import org.neo4j.bolt.dbapi.BoltGraphDatabaseServiceSPI;
import org.neo4j.bolt.dbapi.BoltTransaction;
import org.neo4j.bolt.protocol.common.message.AccessMode;
import org.neo4j.bolt.protocol.common.message.request.connection.RoutingContext;
import org.neo4j.common.DependencyResolver;
import org.neo4j.function.Suppliers;
import org.neo4j.function.Suppliers.Lazy;
import org.neo4j.graphdb.factory.module.GlobalModule;
import org.neo4j.graphdb.factory.module.edition.CommunityEditionModule;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.security.AuthManager;
import org.neo4j.kernel.api.security.AuthToken;
import org.neo4j.kernel.database.DatabaseReference;
import org.neo4j.kernel.impl.query.QueryExecutionConfiguration;

/**
 * Neo4j's Community edition, whose Bolt sessions may do what a read of ours may do and no more.
 *
 * <p>Neo4j without passwords takes whoever comes over Bolt for its administrator: a read-only store keeps him from
 * writing, but not from ending the transactions of others, listing settings, or changing users and databases in the
 * system database. Here, any name opens a session, with any password unless the options ask for certain ones, and each session is a {@linkplain ReaderContext reader}
 * with a name of its own, in the system database too. Its transactions are read transactions with our time limit, which
 * the client can lower but not raise. They count as explicit ones, as those of our own do, which rules out {@code CALL
 * { … } IN TRANSACTIONS}.
 *
 * <p>What remains: reading the graph and its schema; the procedures of {@link ReaderAccess}; {@code SHOW} of functions,
 * procedures, indexes and constraints, of the two databases' names and states, and of the session's own transactions,
 * which it may also end.
 */
@SuppressWarnings("unchecked") // the superclass overrides a generic method with a raw one
final class ReadingEdition extends CommunityEditionModule {
    private final BoltOptions options;

    ReadingEdition(GlobalModule module, BoltOptions options) {
        super(module);
        this.options = options;
    }

    @Override
    public AuthManager getBoltAuthManager(DependencyResolver resolver) {
        // Procedures are registered after this call and before the port is open.
        return new Readers(Suppliers.lazySingleton(() -> ReaderAccess.ofSessions(resolver)), options.admits());
    }

    @Override
    public BoltGraphDatabaseManagementServiceSPI createBoltDatabaseManagementServiceProvider() {
        BoltGraphDatabaseManagementServiceSPI databases = super.createBoltDatabaseManagementServiceProvider();
        return (name, memory) -> new ReadDatabase(databases.database(name, memory), options.timeout());
    }

    /** Lets in, as a reader, whoever gives a password that will do, whatever the name. */
    private static final class Readers extends AuthManager {
        private final Lazy<org.neo4j.internal.kernel.api.security.AccessMode> access;
        private final Predicate<String> admits;

        Readers(Lazy<org.neo4j.internal.kernel.api.security.AccessMode> access, Predicate<String> admits) {
            this.access = access;
            this.admits = admits;
        }

        @Override
        public LoginContext login(Map<String, Object> token, ClientConnectionInfo connection) {
            boolean admitted = admits.test(password(token.get(AuthToken.CREDENTIALS)));
            AuthToken.clearCredentials(token);
            return admitted
                    ? ReaderContext.ofConnection(access.get(), connection)
                    : ReaderContext.ofStranger(connection);
        }

        private static String password(@Nullable Object credentials) {
            return credentials instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : credentials instanceof String text ? text : "";
        }

        @Override
        public LoginContext impersonate(LoginContext reader, String user) {
            return NO_AUTH.impersonate(reader, user);
        }
    }

    /** A database in which every transaction is a read with a time limit. */
    private record ReadDatabase(BoltGraphDatabaseServiceSPI database, Duration limit)
            implements BoltGraphDatabaseServiceSPI {
        @Override
        public BoltTransaction beginTransaction(
                KernelTransaction.Type type,
                LoginContext login,
                ClientConnectionInfo client,
                List<String> bookmarks,
                @Nullable Duration asked,
                AccessMode mode,
                Map<String, Object> metadata,
                RoutingContext routing,
                QueryExecutionConfiguration configuration) {
            return database.beginTransaction(
                    KernelTransaction.Type.EXPLICIT,
                    login,
                    client,
                    bookmarks,
                    within(asked),
                    AccessMode.READ,
                    metadata,
                    routing,
                    configuration);
        }

        @Override
        public DatabaseReference getDatabaseReference() {
            return database.getDatabaseReference();
        }

        /** Zero means "no limit" to Neo4j. */
        private Duration within(@Nullable Duration asked) {
            return asked == null || asked.isZero() || asked.isNegative() || asked.compareTo(limit) > 0 ? limit : asked;
        }
    }
}
