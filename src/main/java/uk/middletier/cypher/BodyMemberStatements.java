package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.Map;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** What the schools that ever had a part in a body are, and where they lie. */
public final class BodyMemberStatements {
    private static final String SCHOOLS = text();

    private BodyMemberStatements() {}

    /**
     * Schools that ever had a part in a body, with where they lay on the day of their life nearest to the one given.
     * Columns: urn, phase, pupils, location, areaId, areaName, areaKind (authority), regionId, regionName, regionKind.
     */
    public static Statement schools(String body, LocalDate asOf) {
        return new Statement(SCHOOLS, Map.of("body", body, Days.AS_OF, asOf));
    }

    private static String text() {
        Node school = node(Labels.SCHOOL).named("s");
        Node body = node(Labels.BODY).named("b").withProperties(Properties.ID, parameter("body"));
        Node authority = node(AreaKind.LOCAL_AUTHORITY.label()).named("authority");
        Node region = node(AreaKind.REGION.label()).named("region");
        Relationship part = school.relationshipTo(
                body, Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY);
        Relationship in =
                school.relationshipTo(authority, Relationships.IN_AREA).named("inAuthority");
        Relationship within =
                authority.relationshipTo(region, Relationships.IN_AREA).named("inRegion");
        return Rendering.text(match(part)
                .withDistinct(school)
                .optionalMatch(in)
                .where(Days.covers(in, Days.nearest(school)))
                .optionalMatch(within)
                .where(Days.covers(within, Days.nearest(school)))
                .returning(Columns.all(
                        Columns.of(school, Properties.URN, Properties.PHASE, Properties.PUPILS, Properties.LOCATION),
                        Columns.ref(authority, "area"),
                        Columns.ref(region, "region")))
                .orderBy(name("urn").ascending())
                .build());
    }
}
