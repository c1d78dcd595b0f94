package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.anyNode;
import static org.neo4j.cypherdsl.core.Cypher.count;
import static org.neo4j.cypherdsl.core.Cypher.labels;
import static org.neo4j.cypherdsl.core.Cypher.listBasedOn;
import static org.neo4j.cypherdsl.core.Cypher.listOf;
import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.not;
import static org.neo4j.cypherdsl.core.Cypher.properties;
import static org.neo4j.cypherdsl.core.Cypher.type;

import java.util.Map;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** What a fresh release is checked and fingerprinted with. Every one streams, so that size does not matter. */
public final class ReleaseStatements {
    private static final Node N = anyNode("n");
    private static final Node A = anyNode("a");
    private static final Node B = anyNode("b");
    private static final Node S = node(Labels.SCHOOL).named("s");
    private static final Node RELEASE = node(Labels.RELEASE).named("r");
    private static final Relationship R = A.relationshipTo(B).named("r");

    /** Columns {@code label}, {@code count}; a node counts under each of its labels. */
    public static final Statement NODES_BY_LABEL = statement(match(N).where(ofTheGraph())
            .unwind(labels(N))
            .as("label")
            .returning(Cypher.name("label"), count(N).as("count"))
            .build());

    /** Columns {@code type}, {@code count}. */
    public static final Statement RELATIONSHIPS_BY_TYPE = statement(
            match(R).returning(type(R).as("type"), count(Cypher.asterisk()).as("count"))
                    .build());

    /** Columns {@code labels}, {@code properties}. */
    public static final Statement ALL_NODES = statement(match(N).where(ofTheGraph())
            .returning(labels(N).as("labels"), properties(N).as("properties"))
            .build());

    /** Columns {@code from}, {@code type}, {@code to}, {@code properties}. */
    public static final Statement ALL_RELATIONSHIPS = statement(match(R).returning(
                    A.property(Properties.ID).as("from"),
                    type(R).as("type"),
                    B.property(Properties.ID).as("to"),
                    properties(R).as("properties"))
            .build());

    /** Relationships without a day: columns {@code start}, {@code type}, {@code end}, {@code from}, {@code to}. */
    public static final Statement EMPTY_INTERVALS =
            statement(match(R).where(R.property(Properties.FROM).gte(R.property(Properties.TO)))
                    .returning(
                            A.property(Properties.ID).as("start"),
                            type(R).as("type"),
                            B.property(Properties.ID).as("end"),
                            R.property(Properties.FROM).as("from"),
                            R.property(Properties.TO).as("to"))
                    .build());

    /**
     * Every school with the spells of those who governed it: columns {@code school}, {@code stateFunded}, {@code
     * everOpen}, {@code from}, {@code to}, {@code spells} (lists of from and to).
     */
    public static final Statement GOVERNANCE = governance();

    /** Columns {@code group}, {@code count}. */
    public static final Statement SCHOOLS_BY_GROUP =
            statement(match(S).returning(S.property(Properties.GROUP).as("group"), count(S).as("count"))
                    .build());

    /** Column {@code name}, one row: something to search for. */
    public static final Statement ANY_SCHOOL_NAME =
            statement(match(S).where(S.property(Properties.NAME).isNotNull())
                    .returning(S.property(Properties.NAME).as("name"))
                    .limit(1)
                    .build());

    /** The release that stands in a database of a server: columns {@code id}, {@code manifest}; one row or none. */
    public static final Statement RELEASE_NODE = statement(match(RELEASE)
            .returning(
                    RELEASE.property(Properties.ID).as("id"),
                    RELEASE.property("manifest").as("manifest"))
            .build());

    private ReleaseStatements() {}

    /** Not what a database of a server holds beside the graph. */
    private static Condition ofTheGraph() {
        return not(N.hasLabels(Labels.RELEASE)).and(not(N.hasLabels(Labels.IMPORT)));
    }

    /** Column {@code count}: how many schools the full-text index finds. */
    public static Statement schoolsNamed(String phrase) {
        return new Statement(
                "CALL db.index.fulltext.queryNodes('schools', $phrase) YIELD node RETURN count(node) AS count",
                Map.of("phrase", "\"" + phrase.replaceAll("[\\\\\"]", " ") + "\""));
    }

    private static Statement governance() {
        Relationship governed =
                S.relationshipTo(anyNode(), Relationships.GOVERNED_BY).named("g");
        return statement(match(S).returning(
                        S.property(Properties.ID).as("school"),
                        Cypher.coalesce(S.property(Properties.STATE_FUNDED), literalOf(false))
                                .as("stateFunded"),
                        Cypher.coalesce(S.property(Properties.EVER_OPEN), literalOf(false))
                                .as("everOpen"),
                        S.property(Properties.FROM).as("from"),
                        S.property(Properties.TO).as("to"),
                        listBasedOn(governed)
                                .returning(listOf(governed.property(Properties.FROM), governed.property(Properties.TO)))
                                .as("spells"))
                .build());
    }

    private static Statement statement(org.neo4j.cypherdsl.core.Statement built) {
        return new Statement(built.getCypher(), Map.of());
    }
}
