package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;
import uk.middletier.cypher.ReleaseStatements;
import uk.middletier.cypher.Statement;

/** A store opens in Neo4j's own products too: schema and statements hold there as they do embedded. */
@ExtendWith(SmallGraph.class)
class SchemaIT {
    @Test
    void schemaIsAcceptedByANeo4jAsItIsDelivered() {
        // Whichever Neo4j of the process comes first asks for its version.
        Neo4jVersion.tell();
        try (Neo4j neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.udc_enabled, false)
                .build()) {
            Schema.create(neo4j.defaultDatabaseService());
            try (Transaction transaction = neo4j.defaultDatabaseService().beginTx();
                    Result indexes =
                            transaction.execute("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
                assertThat(indexes.<String>columnAs("name").stream())
                        .containsExactlyInAnyOrderElementsOf(Schema.indexNames());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksAreValidStatements(Statement statement, EmbeddedGraphStore store) {
        try (Rows rows = store.read(statement, Duration.ofSeconds(30))) {
            List<Row> read = new ArrayList<>();
            while (rows.hasNext()) {
                read.add(rows.next());
            }
            assertThat(rows.columns()).isNotEmpty();
            assertThat(read.isEmpty()).isEqualTo(statement.equals(ReleaseStatements.EMPTY_INTERVALS));
        }
    }

    static List<Statement> checks() {
        return List.of(
                ReleaseStatements.NODES_BY_LABEL,
                ReleaseStatements.RELATIONSHIPS_BY_TYPE,
                ReleaseStatements.ALL_NODES,
                ReleaseStatements.ALL_RELATIONSHIPS,
                ReleaseStatements.EMPTY_INTERVALS,
                ReleaseStatements.GOVERNANCE,
                ReleaseStatements.SCHOOLS_BY_GROUP,
                ReleaseStatements.ANY_SCHOOL_NAME,
                ReleaseStatements.schoolsNamed("The \"Grove\" School"));
    }
}
