package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** How far apart the open schools of bodies are, as far as Cypher says it. */
public final class SpreadStatements {
    /**
     * The radius of Neo4j's Earth over the mean radius: {@code point.distance} is so much longer than the distances of the
     * measures.
     */
    public static final double NEO4J_SPHERE = 6378.140 / 6371.0088;

    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private SpreadStatements() {}

    private record Shape(boolean body, @Nullable AreaKind within) {}

    /**
     * A row per body, by id. Columns: bodyId, bodyName, bodyKind, schools, areas (local authorities), maxPairKm (on a
     * sphere of Neo4j's own radius, {@link #NEO4J_SPHERE} times too great; null without two places).
     *
     * @param body the id of the only one wanted
     * @param within an area in which one of its schools must lie
     */
    public static Statement ofBodies(
            List<BodyKind> kinds, @Nullable String body, @Nullable AreaFilter within, long minSchools, LocalDate asOf) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(Days.AS_OF, asOf);
        parameters.put("kinds", kinds.stream().map(BodyKind::label).toList());
        parameters.put("minSchools", minSchools);
        if (body != null) {
            parameters.put("body", body);
        }
        if (within != null) {
            parameters.put("area", within.id());
        }
        Shape shape = new Shape(body != null, within == null ? null : within.kind());
        return new Statement(TEXTS.computeIfAbsent(shape, SpreadStatements::text), parameters);
    }

    private static String text(Shape shape) {
        Node body = node(Labels.BODY).named("b");
        Node school = node(Labels.SCHOOL).named("s");
        Node authority = node(AreaKind.LOCAL_AUTHORITY.label()).named("la");
        Relationship part = part(school, body, "part");
        Relationship in =
                school.relationshipTo(authority, Relationships.IN_AREA).named("inArea");
        Expression one = Cypher.property(name("one"), Properties.LOCATION);
        Expression other = Cypher.property(name("other"), Properties.LOCATION);
        // Each pair once: a school is no way from itself.
        Expression metres = Cypher.caseExpression()
                .when(Cypher.property(name("one"), Properties.URN).lt(Cypher.property(name("other"), Properties.URN)))
                .then(Cypher.distance(one, other));
        return Rendering.text(bodies(shape, body)
                .match(part)
                .where(Days.covers(part).and(Days.open(school)))
                .optionalMatch(in)
                .where(Days.covers(in))
                .with(
                        body,
                        Cypher.collectDistinct(school).as("run"),
                        Cypher.countDistinct(authority).as("areas"))
                .where(Cypher.size(name("run")).gte(parameter("minSchools")))
                .with(body, name("run"), Cypher.size(name("run")).as("schools"), name("areas"))
                .unwind(name("run"))
                .as("one")
                .unwind(name("run"))
                .as("other")
                .returning(Columns.all(
                        Columns.ref(body, "body"),
                        List.of(
                                name("schools"),
                                name("areas"),
                                Cypher.max(metres).divide(literalOf(1000)).as("maxPairKm"))))
                .orderBy(name("bodyId").ascending())
                .build());
    }

    private static OngoingReading bodies(Shape shape, Node body) {
        Condition wanted = body.property(Properties.KIND).in(parameter("kinds"));
        if (shape.body()) {
            wanted = wanted.and(body.property(Properties.ID).isEqualTo(parameter("body")));
        }
        OngoingReading bodies = match(body).where(wanted);
        AreaKind within = shape.within();
        if (within == null) {
            return bodies;
        }
        Node school = node(Labels.SCHOOL).named("there");
        Relationship part = part(school, body, "partThere");
        Node area = node(within.label()).named("filter").withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(school, area, within, Days.AS_OF_DAY, "filter");
        return bodies.match(part)
                .where(Days.covers(part).and(Days.open(school)))
                .match(way.element())
                .where(way.condition())
                .withDistinct(body)
                .match(body);
    }

    static Relationship part(Node school, Node body, String name) {
        return school.relationshipTo(
                        body, Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY)
                .named(name);
    }
}
