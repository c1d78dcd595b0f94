package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** What the rules of the types look at. */
public final class TypeStatements {
    private static final String OF_KINDS = text(false);
    private static final String OF_BODY = text(true);

    private TypeStatements() {}

    /**
     * A row per body and open school, by body and URN. Columns: bodyId, bodyName, bodyKind, formality, urn, name, type, group,
     * phase, pupils, religiousCharacter, authorityId, regionId, joined, ofstedRating, ofstedDate.
     *
     * @param body the id of the only one wanted
     */
    public static Statement members(List<BodyKind> kinds, @Nullable String body, LocalDate asOf) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(Days.AS_OF, asOf);
        parameters.put("kinds", kinds.stream().map(BodyKind::label).toList());
        if (body != null) {
            parameters.put("body", body);
        }
        return new Statement(body == null ? OF_KINDS : OF_BODY, parameters);
    }

    private static String text(boolean one) {
        Node body = node(Labels.BODY).named("b");
        Node school = node(Labels.SCHOOL).named("s");
        Node authority = node(AreaKind.LOCAL_AUTHORITY.label()).named("la");
        Node region = node(AreaKind.REGION.label()).named("region");
        Relationship part = SpreadStatements.part(school, body, "part");
        Relationship in =
                school.relationshipTo(authority, Relationships.IN_AREA).named("inArea");
        Relationship above =
                authority.relationshipTo(region, Relationships.IN_AREA).named("above");
        Condition wanted = body.property(Properties.KIND).in(parameter("kinds"));
        if (one) {
            wanted = wanted.and(body.property(Properties.ID).isEqualTo(parameter("body")));
        }
        return Rendering.text(match(part)
                .where(wanted.and(Days.covers(part)).and(Days.open(school)))
                .optionalMatch(in)
                .where(Days.covers(in))
                .optionalMatch(above)
                .where(Days.covers(above))
                .returning(Columns.all(
                        Columns.ref(body, "body"),
                        Columns.of(body, Properties.FORMALITY),
                        Columns.of(
                                school,
                                Properties.URN,
                                Properties.NAME,
                                Properties.TYPE,
                                Properties.GROUP,
                                Properties.PHASE,
                                Properties.PUPILS,
                                Properties.RELIGIOUS_CHARACTER),
                        List.of(
                                authority.property(Properties.ID).as("authorityId"),
                                region.property(Properties.ID).as("regionId"),
                                Cypher.property(name("part"), Properties.FROM).as("joined")),
                        Columns.of(school, Properties.OFSTED_RATING, Properties.OFSTED_DATE)))
                .orderBy(name("bodyId").ascending(), name("urn").ascending())
                .build());
    }
}
