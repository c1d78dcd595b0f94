package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;
import uk.middletier.model.Scope;

/** How far schools are from the nearest provider of support. */
public final class ReachStatements {
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private ReachStatements() {}

    private record Shape(
            boolean as, boolean phases, @Nullable AreaKind within, Scope scope) {}

    /**
     * A row per school, by URN. Columns: urn, name, rural, providers (how many there are in all), nearestKm (on a sphere of
     * Neo4j's own radius, {@link SpreadStatements#NEO4J_SPHERE} times too great; null without one or without a place).
     *
     * @param as designations, any of them; empty = any there is
     */
    public static Statement nearest(List<String> as, OverlapStatements.Schools schools) {
        Map<String, Object> parameters = schools.parameters();
        if (!as.isEmpty()) {
            parameters.put("as", as);
        }
        AreaFilter within = schools.within();
        Shape shape = new Shape(
                !as.isEmpty(), !schools.phases().isEmpty(), within == null ? null : within.kind(), schools.scope());
        return new Statement(TEXTS.computeIfAbsent(shape, ReachStatements::text), parameters);
    }

    private static String text(Shape shape) {
        Node provider = node(Labels.SCHOOL).named("p");
        Relationship designated = provider.relationshipTo(Cypher.anyNode(), Relationships.DESIGNATED)
                .named("designated");
        Condition holds = Days.covers(designated).and(Days.open(provider));
        if (shape.as()) {
            holds = holds.and(designated.property(Properties.AS).in(parameter("as")));
        }
        Node school = node(Labels.SCHOOL).named("s");
        OngoingReading schools = match(designated)
                .where(holds)
                .with(Cypher.collectDistinct(provider).as("providers"))
                .match(school)
                .where(OverlapStatements.counted(shape.phases(), shape.scope(), school));
        AreaKind within = shape.within();
        if (within != null) {
            Node filter = node(within.label()).named("filter").withProperties(Properties.ID, parameter("area"));
            AreaPattern way = AreaPattern.from(school, filter, within, Days.AS_OF_DAY, "filter");
            schools = schools.match(way.element()).where(way.condition());
        }
        // Where there is no provider, one that is null keeps the school.
        return Rendering.text(schools.with(school, name("providers"))
                .unwind(Cypher.caseExpression()
                        .when(Cypher.size(name("providers")).eq(literalOf(0)))
                        .then(Cypher.listOf(Cypher.literalNull()))
                        .elseDefault(name("providers")))
                .as("provider")
                .returning(Columns.all(
                        Columns.of(school, Properties.URN, Properties.NAME, Properties.RURAL),
                        List.of(
                                Cypher.count(name("provider")).as("providers"),
                                Cypher.min(Cypher.distance(
                                                school.property(Properties.LOCATION),
                                                Cypher.property(name("provider"), Properties.LOCATION)))
                                        .divide(literalOf(1000))
                                        .as("nearestKm"))))
                .orderBy(name("urn").ascending())
                .build());
    }
}
