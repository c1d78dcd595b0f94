package uk.middletier.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * The version of Neo4j, which Neo4j itself looks for in the manifest of its jar. Packed into one jar with us it finds
 * ours there, and drivers and tools over Bolt, which go by it, would take it for a server of before their time.
 */
final class Neo4jVersion {
    private static final String PROPERTY = "internal.neo4j.custom.version";
    private static final String RESOURCE = "/META-INF/maven/org.neo4j/neo4j-kernel/pom.properties";

    private Neo4jVersion() {}

    /** Tells Neo4j, which has to be done before its first store is opened. */
    static void tell() {
        try (InputStream resource = Neo4jVersion.class.getResourceAsStream(RESOURCE)) {
            if (resource != null && System.getProperty(PROPERTY) == null) {
                Properties properties = new Properties();
                properties.load(resource);
                System.setProperty(PROPERTY, properties.getProperty("version", ""));
            }
        } catch (IOException e) {
            throw new GraphException(GraphException.Kind.UNAVAILABLE, "Neo4j's jar cannot be read", e);
        }
    }
}
