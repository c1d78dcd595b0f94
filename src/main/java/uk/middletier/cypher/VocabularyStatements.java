package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.node;

import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;

/** The words and ids a release uses, for telling a caller which there are. */
public final class VocabularyStatements {
    /** Any school, if there is one: asked to see whether a store answers. Column: urn. */
    public static final Statement ONE_SCHOOL = oneSchool();

    private static final String WORDS = wordsText();
    private static final String BODIES = bodiesText();

    private VocabularyStatements() {}

    /** One row. Columns: phases, types, statuses, each a list. */
    public static Statement words() {
        return new Statement(WORDS, Map.of());
    }

    /** Every body, by id. Columns: id, name, kind. */
    public static Statement bodies() {
        return new Statement(BODIES, Map.of());
    }

    private static Statement oneSchool() {
        Node school = node(Labels.SCHOOL).named("s");
        return new Statement(
                Rendering.text(match(school)
                        .returning(Columns.of(school, Properties.URN))
                        .limit(1)
                        .build()),
                Map.of());
    }

    private static String wordsText() {
        Node school = node(Labels.SCHOOL).named("s");
        return Rendering.text(match(school)
                .returning(List.<Expression>of(
                        Cypher.collectDistinct(school.property(Properties.PHASE))
                                .as("phases"),
                        Cypher.collectDistinct(school.property(Properties.TYPE)).as("types"),
                        Cypher.collectDistinct(school.property(Properties.STATUS))
                                .as("statuses")))
                .build());
    }

    private static String bodiesText() {
        Node body = node(Labels.BODY).named("b");
        return Rendering.text(match(body)
                .returning(Columns.of(body, Properties.ID, Properties.NAME, Properties.KIND))
                .orderBy(Cypher.name("id").ascending())
                .build());
    }
}
