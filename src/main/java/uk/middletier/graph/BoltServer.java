package uk.middletier.graph;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A database of a Neo4j server or cluster, and who asks it. Written out without the password.
 *
 * @param address such as {@code neo4j://host:7687}, without the database
 * @param user null together with the password: a server that asks for neither
 */
public record BoltServer(
        URI address,
        String database,
        @Nullable String user,
        @Nullable String password) {
    @Override
    public String toString() {
        return address + "/" + database;
    }
}
