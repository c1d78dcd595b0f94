package uk.middletier.release;

import java.time.Duration;
import java.util.Objects;
import uk.middletier.cypher.ReleaseStatements;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;

/** The release in a database of a Neo4j server: one node beside the graph holds its manifest, and was written last. */
public final class DatabaseRelease {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DatabaseRelease() {}

    /**
     * The manifest of the release there.
     *
     * @param database where that is, for messages and commands: {@code neo4j://host/database}
     * @throws ReleaseException there is none, it is damaged, or of another format version
     */
    public static Manifest read(GraphStore store, String database) {
        try (Rows rows = store.read(ReleaseStatements.RELEASE_NODE, PATIENCE)) {
            if (!rows.hasNext()) {
                throw new ReleaseException("no release in " + database
                        + ", or one that is still being written; make one: middletier import --store " + database
                        + " PATH…");
            }
            Row row = rows.next();
            return ManifestFile.parse(
                    Objects.requireNonNullElse(row.text("manifest"), ""),
                    "release " + row.get("id") + " in " + database,
                    "the manifest in " + database,
                    "import anew, into another database",
                    "middletier import --store … PATH…, into another database");
        }
    }

    /** What the node holds of the manifest. */
    public static String text(Manifest manifest) {
        return ManifestFile.text(manifest);
    }
}
