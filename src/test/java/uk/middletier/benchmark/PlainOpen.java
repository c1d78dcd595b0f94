package uk.middletier.benchmark;

import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** The least there is to opening a store with Neo4j: what a start is measured against. */
public final class PlainOpen {
    private PlainOpen() {}

    /**
     * Opens a store for reading, counts its schools and says so.
     *
     * @param args folder of a store that nobody has open
     */
    public static void main(String[] args) {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(args[0]))
                .setConfig(GraphDatabaseSettings.read_only_database_default, true)
                .build();
        GraphDatabaseService database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        try (Transaction transaction = database.beginTx()) {
            System.out.println(transaction
                    .execute("MATCH (s:School) RETURN count(s) AS schools")
                    .next());
        }
        service.shutdown();
    }
}
