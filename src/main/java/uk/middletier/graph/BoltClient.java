package uk.middletier.graph;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Neo4j's driver, set up to fail soon rather than to keep somebody waiting. */
final class BoltClient {
    private static final long CONNECT_SECONDS = 3;
    private static final long ACQUIRE_SECONDS = 5;
    /** A connection that lay idle for so long may have been dropped on the way without a word. */
    private static final long IDLE_SECONDS = 60;

    private static final long WRITE_RETRY_SECONDS = 60;

    private BoltClient() {}

    /** Connects to nothing yet. */
    static Driver of(BoltServer server) {
        Config config = Config.builder()
                .withUserAgent("middletier")
                // This product sends nothing anywhere that it was not asked for.
                .withTelemetryDisabled(true)
                .withConnectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(ACQUIRE_SECONDS, TimeUnit.SECONDS)
                .withConnectionLivenessCheckTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(WRITE_RETRY_SECONDS, TimeUnit.SECONDS)
                .build();
        String user = server.user();
        AuthToken token = user == null
                ? AuthTokens.none()
                : AuthTokens.basic(user, server.password() == null ? "" : server.password());
        return GraphDatabase.driver(server.address(), token, config);
    }
}
