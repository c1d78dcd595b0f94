package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import uk.middletier.model.Layer;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;
import uk.middletier.model.Scope;

/** The graph behind the measures of networks, and what of them Cypher can count. */
public final class NetworkStatements {
    private static final List<String> PRIMARY = List.of("Primary", "Middle deemed primary", "All-through");
    private static final List<String> SECONDARY = List.of("Secondary", "Middle deemed secondary", "All-through");

    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private NetworkStatements() {}

    private enum What {
        EDGES,
        DIOCESES,
        SUPPORTS,
        TIES,
        COMPETITORS
    }

    private record Shape(
            What what, @Nullable AreaKind by, @Nullable AreaKind within, boolean phases, Scope scope) {}

    /**
     * Which school is in which body, and who supports whom: the statements of the layers asked for. Columns: schoolId,
     * bodyId, bodyName, bodyKind; of support: supporter, supported, broker.
     */
    public static List<Statement> edges(Set<Layer> layers, OverlapStatements.Schools schools) {
        List<Statement> statements = new ArrayList<>();
        if (!kinds(layers).isEmpty()) {
            statements.add(statement(What.EDGES, null, layers, schools));
        }
        if (layers.contains(Layer.DIOCESE)) {
            statements.add(statement(What.DIOCESES, null, Set.of(), schools));
        }
        if (layers.contains(Layer.SUPPORT)) {
            statements.add(statement(What.SUPPORTS, null, Set.of(), schools));
        }
        return statements;
    }

    /**
     * Pairs of schools of an area that share a body, and how many schools are in such a pair; areas without one are not
     * there. Columns: areaId, areaName, areaKind, ties, tiedSchools. Dioceses and support are not in it.
     */
    public static Statement ties(Set<Layer> layers, AreaKind by, OverlapStatements.Schools schools) {
        return statement(What.TIES, by, layers, schools);
    }

    /**
     * Pairs of schools of an area that compete, and those of them that share a body; areas without one are not there.
     * Columns: areaId, areaName, areaKind, competitors, both. Dioceses and support are not in it. Neo4j's sphere is a little
     * larger than that of the measures ({@link SpreadStatements#NEO4J_SPHERE}): the reaches given to it are stretched.
     */
    public static Statement competitors(
            Set<Layer> layers, AreaKind by, OverlapStatements.Schools schools, double urbanKm, double ruralKm) {
        Statement statement = statement(What.COMPETITORS, by, layers, schools);
        Map<String, @Nullable Object> parameters = new HashMap<>(statement.parameters());
        parameters.put("urbanMetres", urbanKm * 1000 * SpreadStatements.NEO4J_SPHERE);
        parameters.put("ruralMetres", ruralKm * 1000 * SpreadStatements.NEO4J_SPHERE);
        return new Statement(statement.text(), parameters);
    }

    private static List<String> kinds(Set<Layer> layers) {
        return Arrays.stream(BodyKind.values())
                .filter(kind -> {
                    Layer layer = Layer.of(kind);
                    return layer != null && layers.contains(layer);
                })
                .map(BodyKind::label)
                .toList();
    }

    private static Statement statement(
            What what, @Nullable AreaKind by, Set<Layer> layers, OverlapStatements.Schools schools) {
        Map<String, Object> parameters = schools.parameters();
        if (what != What.SUPPORTS && what != What.DIOCESES) {
            parameters.put("kinds", kinds(layers));
        }
        AreaFilter within = schools.within();
        Shape shape = new Shape(
                what,
                by,
                within == null ? null : within.kind(),
                !schools.phases().isEmpty(),
                schools.scope());
        return new Statement(TEXTS.computeIfAbsent(shape, NetworkStatements::text), parameters);
    }

    private static String text(Shape shape) {
        return switch (shape.what()) {
            case EDGES -> edges(shape);
            case DIOCESES -> dioceses(shape);
            case SUPPORTS -> supports(shape);
            case TIES -> ties(shape);
            case COMPETITORS -> competitors(shape);
        };
    }

    private static Node school(String name) {
        return node(Labels.SCHOOL).named(name);
    }

    private static Condition counted(Shape shape, Node school) {
        return OverlapStatements.counted(shape.phases(), shape.scope(), school);
    }

    private static OngoingReading within(Shape shape, OngoingReading schools, Node school, String prefix) {
        AreaKind within = shape.within();
        if (within == null) {
            return schools;
        }
        Node filter = node(within.label()).named(prefix).withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(school, filter, within, Days.AS_OF_DAY, prefix);
        return schools.match(way.element()).where(way.condition());
    }

    private static String edges(Shape shape) {
        Node school = school("s");
        Node body = node(Labels.BODY).named("b");
        Relationship part = SpreadStatements.part(school, body, "part");
        OngoingReading edges = match(part)
                .where(body.property(Properties.KIND)
                        .in(parameter("kinds"))
                        .and(Days.covers(part))
                        .and(counted(shape, school)));
        return memberships(within(shape, edges, school, "filter"), school, body);
    }

    private static String dioceses(Shape shape) {
        Node school = school("s");
        Node diocese = node(AreaKind.DIOCESE.label()).named("b");
        Relationship part =
                school.relationshipTo(diocese, Relationships.IN_AREA).named("part");
        OngoingReading edges = match(part).where(Days.covers(part).and(counted(shape, school)));
        return memberships(within(shape, edges, school, "filter"), school, diocese);
    }

    private static String memberships(OngoingReading edges, Node school, Node body) {
        List<Expression> columns = new ArrayList<>();
        columns.add(school.property(Properties.ID).as("schoolId"));
        columns.addAll(Columns.ref(body, "body"));
        return Rendering.text(edges.returningDistinct(columns)
                .orderBy(name("bodyId").ascending(), name("schoolId").ascending())
                .build());
    }

    private static String supports(Shape shape) {
        Node supporter = school("s");
        Node supported = school("o");
        Relationship support =
                supporter.relationshipTo(supported, Relationships.SUPPORTS).named("support");
        OngoingReading ties = match(support)
                .where(Days.covers(support).and(counted(shape, supporter)).and(counted(shape, supported)));
        return Rendering.text(within(shape, within(shape, ties, supporter, "filter"), supported, "otherFilter")
                .returning(
                        supporter.property(Properties.ID).as("supporter"),
                        supported.property(Properties.ID).as("supported"),
                        support.property("brokeredBy").as("broker"))
                .orderBy(name("supporter").ascending(), name("supported").ascending())
                .build());
    }

    private static String ties(Shape shape) {
        Node school = school("s");
        Node other = school("o");
        Node body = node(Labels.BODY).named("b");
        Relationship part = SpreadStatements.part(school, body, "part");
        Relationship otherPart = SpreadStatements.part(other, body, "otherPart");
        Node area = area(shape);
        OngoingReading pairs = match(part, otherPart)
                .where(body.property(Properties.KIND)
                        .in(parameter("kinds"))
                        .and(school.property(Properties.URN).ne(other.property(Properties.URN)))
                        .and(Days.covers(part))
                        .and(Days.covers(otherPart))
                        .and(counted(shape, school))
                        .and(counted(shape, other)));
        Expression urn = school.property(Properties.URN);
        Expression otherUrn = other.property(Properties.URN);
        // A pair comes from either end: it is counted from the lower.
        Expression pair = Cypher.caseExpression().when(urn.lt(otherUrn)).then(Cypher.listOf(urn, otherUrn));
        return Rendering.text(inOneArea(shape, within(shape, pairs, school, "filter"), school, other, area)
                .returning(Columns.all(
                        Columns.ref(area, "area"),
                        List.of(
                                Cypher.countDistinct(pair).as("ties"),
                                Cypher.countDistinct(school).as("tiedSchools"))))
                .orderBy(name("areaName").ascending(), name("areaId").ascending())
                .build());
    }

    private static Node area(Shape shape) {
        AreaKind by = shape.by();
        return node((by == null ? AreaKind.LOCAL_AUTHORITY : by).label()).named("area");
    }

    private static OngoingReading inOneArea(Shape shape, OngoingReading pairs, Node school, Node other, Node area) {
        AreaKind by = shape.by() == null ? AreaKind.LOCAL_AUTHORITY : shape.by();
        AreaPattern way = AreaPattern.from(school, area, by, Days.AS_OF_DAY, "by");
        AreaPattern otherWay = AreaPattern.from(other, area, by, Days.AS_OF_DAY, "otherBy");
        OngoingReading pairsOfArea = pairs.match(way.element())
                .where(way.condition())
                .match(otherWay.element())
                .where(otherWay.condition());
        return within(shape, pairsOfArea, other, "otherFilter");
    }

    private static String competitors(Shape shape) {
        Node school = school("s");
        Node other = school("o");
        Node body = node(Labels.BODY).named("b");
        Node area = area(shape);
        OngoingReading schools = within(shape, match(school).where(counted(shape, school)), school, "filter")
                .match(other)
                .where(counted(shape, other)
                        .and(school.property(Properties.URN).lt(other.property(Properties.URN)))
                        .and(bothTeach(school, other, PRIMARY).or(bothTeach(school, other, SECONDARY)))
                        .and(Cypher.distance(school.property(Properties.LOCATION), other.property(Properties.LOCATION))
                                .lte(reach(school, other))));
        Relationship part = SpreadStatements.part(school, body, "part");
        Relationship otherPart = SpreadStatements.part(other, body, "otherPart");
        return Rendering.text(inOneArea(shape, schools, school, other, area)
                .withDistinct(area, school, other)
                .optionalMatch(part, otherPart)
                .where(body.property(Properties.KIND)
                        .in(parameter("kinds"))
                        .and(Days.covers(part))
                        .and(Days.covers(otherPart)))
                .with(area, school, other, Cypher.count(body).as("shared"))
                .returning(Columns.all(
                        Columns.ref(area, "area"),
                        List.of(
                                Cypher.count(school).as("competitors"),
                                Cypher.sum(Cypher.caseExpression()
                                                .when(name("shared").gt(literalOf(0)))
                                                .then(literalOf(1))
                                                .elseDefault(literalOf(0)))
                                        .as("both"))))
                .orderBy(name("areaName").ascending(), name("areaId").ascending())
                .build());
    }

    private static Condition bothTeach(Node school, Node other, List<String> phases) {
        Expression words = Cypher.literalOf(phases);
        return school.property(Properties.PHASE)
                .in(words)
                .and(other.property(Properties.PHASE).in(words));
    }

    private static Expression reach(Node school, Node other) {
        return Cypher.caseExpression()
                .when(farther(true, school, other))
                .then(parameter("ruralMetres"))
                .when(farther(false, school, other))
                .then(parameter("urbanMetres"))
                .when(school.property(Properties.RURAL).isTrue())
                .then(parameter("ruralMetres"))
                .elseDefault(parameter("urbanMetres"));
    }

    /** Whether the reach of the country, or of the town, is the greater one and one of the two schools has it. */
    private static Condition farther(boolean rural, Node school, Node other) {
        Condition greater = rural
                ? parameter("ruralMetres").gte(parameter("urbanMetres"))
                : parameter("urbanMetres").gt(parameter("ruralMetres"));
        Condition one = rural
                ? school.property(Properties.RURAL).isTrue()
                : Cypher.coalesce(school.property(Properties.RURAL), Cypher.literalFalse())
                        .isFalse();
        Condition two = rural
                ? other.property(Properties.RURAL).isTrue()
                : Cypher.coalesce(other.property(Properties.RURAL), Cypher.literalFalse())
                        .isFalse();
        return greater.and(one.or(two));
    }
}
