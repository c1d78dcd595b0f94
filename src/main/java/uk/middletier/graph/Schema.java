package uk.middletier.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
     * Lower case, words split as Unicode says, no stemming, and every word counts: "The Grove" and "School
     * of St Clare" are names. {@code standard-folding} would let "Mor" find "Môr", which concerns five of the
     * register's 51,000 names, at the price of dropping "the", "of" and "for" from all of them. An analyzer of our own could do
     * both, but then a store would no longer open in a Neo4j server.
     */
    private static final String ANALYZER = "standard-no-stop-words";

    private static final long INDEX_TIMEOUT_MINUTES = 30;

    /** One transaction each: a constraint may not be made beside an index of the same label in one go. */
    static final List<String> STATEMENTS = List.of(
            "CREATE CONSTRAINT school_id FOR (n:School) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT school_urn FOR (n:School) REQUIRE n.urn IS UNIQUE",
            "CREATE CONSTRAINT body_id FOR (n:Body) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT area_id FOR (n:Area) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT dataset_id FOR (n:Dataset) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT programme_id FOR (n:Programme) REQUIRE n.id IS UNIQUE",
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
            fullText(SCHOOLS, "School", "n.name, n.town, n.postcode, n.laEstab, n.ukprn"),
            fullText(BODIES, "Body|Area", "n.name, n.companiesHouse, n.ukprn, n.code"));

    private static final Pattern NAME = Pattern.compile("(INDEX|CONSTRAINT) (\\w+) FOR");

    private Schema() {}

    /** Creates all of it in a store that has none and waits until every index is filled. */
    static void create(GraphDatabaseService database) {
        for (String statement : STATEMENTS) {
            database.executeTransactionally(statement);
        }
        try (Transaction transaction = database.beginTx()) {
            transaction.schema().awaitIndexesOnline(INDEX_TIMEOUT_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** The constraints, or all else, to be created one by one if they are not there. */
    static List<String> statements(boolean constraints) {
        return STATEMENTS.stream()
                .filter(statement -> statement.startsWith("CREATE CONSTRAINT") == constraints)
                .map(statement -> statement.replaceFirst(" FOR ", " IF NOT EXISTS FOR "))
                .toList();
    }

    /** Removes constraints and indexes of these names, if they are there. */
    static List<String> removals() {
        return STATEMENTS.stream()
                .map(statement -> {
                    Matcher name = NAME.matcher(statement);
                    return name.find() ? "DROP " + name.group(1) + " " + name.group(2) + " IF EXISTS" : "";
                })
                .toList();
    }

    /** Names of all indexes, those of constraints included: read off the statements. */
    static List<String> indexNames() {
        List<String> names = new ArrayList<>();
        for (String statement : STATEMENTS) {
            Matcher matcher = NAME.matcher(statement);
            if (matcher.find()) {
                names.add(matcher.group(2));
            }
        }
        return names;
    }

    private static String fullText(String name, String labels, String properties) {
        return "CREATE FULLTEXT INDEX " + name + " FOR (n:" + labels + ") ON EACH [" + properties
                + "] OPTIONS {indexConfig: {`fulltext.analyzer`: '" + ANALYZER
                + "', `fulltext.eventually_consistent`: false}}";
    }
}
