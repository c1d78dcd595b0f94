package uk.middletier.graph;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A Neo4j server with a password and the one database that its edition has; one for all tests of a run. */
public final class Neo4jServer implements AutoCloseable {
    public static final String USER = "neo4j";
    public static final String PASSWORD = "correct-horse";

    private static final Namespace SPACE = Namespace.create(Neo4jServer.class);

    private final Neo4j neo4j;

    private Neo4jServer() {
        // Whichever Neo4j of the process comes first asks for its version.
        Neo4jVersion.tell();
        neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.auth_enabled, true)
                .withConfig(GraphDatabaseSettings.udc_enabled, false)
                .withConfig(GraphDatabaseSettings.memory_transaction_max_size, 64L * 1024 * 1024)
                .build();
        neo4j.databaseManagementService()
                .database("system")
                .executeTransactionally(
                        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", PASSWORD));
    }

    /** Resolves parameters of type {@link Neo4jServer}. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Neo4jServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(SPACE)
                    .getOrComputeIfAbsent("server", key -> new Neo4jServer(), Neo4jServer.class);
        }
    }

    public int port() {
        return neo4j.boltURI().getPort();
    }

    /** Its database, asked by the user who may. */
    public BoltServer database() {
        return at("neo4j", port());
    }

    /** The same by another scheme, or through another port. */
    public BoltServer at(String scheme, int port) {
        return new BoltServer(URI.create(scheme + "://localhost:" + port), "neo4j", USER, PASSWORD);
    }

    /** Runs a statement past everything. */
    public void run(String statement) {
        neo4j.defaultDatabaseService().executeTransactionally(statement);
    }

    /** Removes everything from the database, constraints and indexes too. */
    public Neo4jServer empty() {
        run("MATCH (n) DETACH DELETE n");
        Schema.removals().forEach(this::run);
        run("DROP CONSTRAINT import_id IF EXISTS");
        return this;
    }

    @Override
    public void close() {
        neo4j.close();
    }
}
