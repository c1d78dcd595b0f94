package uk.middletier.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database of a Neo4j server or cluster that holds a release, and who asks it. Written out without the password.
 *
 * @param address scheme, host, port if it is not 7687, and for {@code neo4j} a routing context; without the database
 * @param user null together with the password: a server that asks for neither
 */
public record RemoteStore(
        URI address,
        String database,
        @Nullable String user,
        @Nullable String password) {
    private static final Set<String> SCHEMES = Set.of("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc");

    /** What Neo4j calls the database that is there from the beginning. */
    private static final String DATABASE = "neo4j";

    private static final String TAKES =
            " takes embedded, or the address of a Neo4j database: neo4j://host[:port][/database], or the same with"
                    + " neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc.";

    /**
     * Takes an address apart.
     *
     * @param from where it was set, for messages
     */
    static RemoteStore parse(String text, String from, StoreLogin login) {
        // First of all, so that no message repeats a password.
        if (text.contains("@")) {
            throw new SettingsException(from + " holds a user or a password, which does not belong into an address;"
                    + " give them in the environment (" + StoreLogin.USER + ", " + StoreLogin.PASSWORD
                    + ") or in a file (" + Setting.STORE_AUTH.flag() + ").");
        }
        try {
            URI uri = new URI(text);
            String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
            String database = path.isEmpty() ? DATABASE : path;
            if (uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getFragment() == null
                    && (uri.getQuery() == null || uri.getScheme().startsWith("neo4j"))
                    && database.matches("[A-Za-z][A-Za-z0-9.-]{2,62}")) {
                URI address = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), "", uri.getQuery(), null);
                return new RemoteStore(address, database, login.user(), login.password());
            }
        } catch (URISyntaxException e) {
            // said below, together with what is an address and no database's
        }
        throw new SettingsException(from + " is \"" + text + "\"; it" + TAKES);
    }

    @Override
    public String toString() {
        return address + "/" + database;
    }
}
