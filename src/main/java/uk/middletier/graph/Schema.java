package uk.middletier.graph;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Constraints and indexes of a release: what the endpoints look things up by. Fixed text, because Cypher-DSL has no
 * schema commands.
 */
final class Schema {
    /** Name of the full-text index over schools. */
    static final String SCHOOLS = "schools";

    /** Name of the full-text index over bodies and areas. */
    static final String BODIES = "bodies";

    /**
     * Lower case, accents folded ("Ysgol Gynradd Tŷ" is found by "ty"), words split as Unicode says, and no stop words:
     * "The Academy" and "All Saints" are names, and half of their words are stop words of the English analyzer. It does
     * not stem, which would make "Kings" find "King".
     */
    private static final String ANALYZER = "standard-folding";

    private static final long INDEX_TIMEOUT_MINUTES = 30;

    /** One transaction each: a constraint may not be made beside an index of the same label in one go. */
    static final List<String> STATEMENTS = List.of(
            "CREATE CONSTRAINT school_id FOR (n:School) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT school_urn FOR (n:School) REQUIRE n.urn IS UNIQUE",
            "CREATE CONSTRAINT body_id FOR (n:Body) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT area_id FOR (n:Area) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT dataset_id FOR (n:Dataset) REQUIRE n.id IS UNIQUE",
            "CREATE INDEX school_la_estab FOR (n:School) ON (n.laEstab)",
            "CREATE INDEX school_ukprn FOR (n:School) ON (n.ukprn)",
            "CREATE INDEX school_postcode FOR (n:School) ON (n.postcode)",
            "CREATE INDEX school_name FOR (n:School) ON (n.name)",
            "CREATE INDEX school_lineage FOR (n:School) ON (n.lineage)",
            "CREATE INDEX school_group FOR (n:School) ON (n.`group`)",
            "CREATE INDEX school_from FOR (n:School) ON (n.from)",
            "CREATE INDEX body_name FOR (n:Body) ON (n.name)",
            "CREATE INDEX body_kind FOR (n:Body) ON (n.kind)",
            "CREATE INDEX body_group_uid FOR (n:Body) ON (n.groupUid)",
            "CREATE INDEX body_companies_house FOR (n:Body) ON (n.companiesHouse)",
            "CREATE INDEX area_kind FOR (n:Area) ON (n.kind)",
            "CREATE INDEX area_code FOR (n:Area) ON (n.code)",
            "CREATE INDEX governed_by_from FOR ()-[r:GOVERNED_BY]-() ON (r.from)",
            "CREATE POINT INDEX school_location FOR (n:School) ON (n.location)",
            fullText(SCHOOLS, "School", "n.name, n.town, n.postcode, n.laEstab, n.ukprn, n.id"),
            fullText(BODIES, "Body|Area", "n.name, n.companiesHouse, n.ukprn, n.code"));

    private Schema() {}

    /** Creates all of it in a store that has none and waits until every index is filled. */
    static void create(GraphDatabaseService database) {
        for (String statement : STATEMENTS) {
            database.executeTransactionally(statement);
        }
        try (Transaction transaction = database.beginTx()) {
            transaction.schema().awaitIndexesOnline(INDEX_TIMEOUT_MINUTES, TimeUnit.MINUTES);
        }
        // Plans of queries are chosen by these; nothing is written later that would sample them in passing.
        database.executeTransactionally("CALL db.resampleOutdatedIndexes()");
    }

    private static String fullText(String name, String labels, String properties) {
        return "CREATE FULLTEXT INDEX " + name + " FOR (n:" + labels + ") ON EACH [" + properties
                + "] OPTIONS {indexConfig: {`fulltext.analyzer`: '" + ANALYZER
                + "', `fulltext.eventually_consistent`: false}}";
    }
}
