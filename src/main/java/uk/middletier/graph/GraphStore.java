package uk.middletier.graph;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import uk.middletier.cypher.Statement;

/** A graph that can be read. Safe for use by many threads. */
public interface GraphStore extends RowSource, AutoCloseable {
    /**
     * Finds out what a statement would do, without running it.
     *
     * @param statement without {@code EXPLAIN}; parameters need not be given
     * @throws GraphException invalid: it is not Cypher
     */
    QueryPlan explain(Statement statement, Duration timeout);

    /**
     * Makes sure that the store can be read now, at the cost of a moment; one in this process can until it is closed.
     *
     * @throws GraphException away: the server that holds it does not answer, or holds another release by now
     */
    default void requireReach() {}

    /** Where the store itself takes connections over Neo4j's Bolt protocol, if it does. */
    default Optional<InetSocketAddress> findBolt() {
        return Optional.empty();
    }

    /** What it has done since it was opened, if it counts that. */
    default Optional<StoreActivity> findActivity() {
        return Optional.empty();
    }

    /** Ends running reads and closes the store. */
    @Override
    void close();
}
