package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
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
import uk.middletier.model.Scope;

/** The groups of programmes, and what was observed of them. */
public final class ParticipationStatements {
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private static final String OBSERVED = observedText();

    private ParticipationStatements() {}

    private record Shape(
            boolean programme, boolean phases, @Nullable AreaKind within, Scope scope) {}

    /** The schools that are eligible. Column: eligible. */
    public static Statement eligible(OverlapStatements.Schools schools) {
        Node school = node(Labels.SCHOOL).named("s");
        Shape shape = shape(null, schools);
        OngoingReading eligible = within(
                shape, match(school).where(OverlapStatements.counted(shape.phases(), shape.scope(), school)), school);
        return new Statement(
                Rendering.text(eligible.returning(Cypher.countDistinct(school).as("eligible"))
                        .build()),
                schools.parameters());
    }

    /**
     * A row per programme and group with an eligible school. Columns: programme (id, null if it is under none), strand (the
     * kind), bodyId, bodyName, bodyKind, schools (all its open schools of the phases and in scope), areas (local
     * authorities), fsmDeviation (of the population; 0 also of fewer than two known).
     */
    public static Statement groups(
            List<BodyKind> kinds, @Nullable String programme, OverlapStatements.Schools schools) {
        Map<String, Object> parameters = schools.parameters();
        parameters.put("kinds", kinds.stream().map(BodyKind::label).toList());
        if (programme != null) {
            parameters.put("programme", programme);
        }
        return new Statement(
                TEXTS.computeIfAbsent(shape(programme, schools), ParticipationStatements::text), parameters);
    }

    /** What was observed of programmes and bodies and holds. Columns: subject, measure, unit, value. */
    public static Statement observed(LocalDate asOf) {
        return new Statement(OBSERVED, Map.of(Days.AS_OF, asOf));
    }

    private static Shape shape(@Nullable String programme, OverlapStatements.Schools schools) {
        AreaFilter within = schools.within();
        return new Shape(
                programme != null, !schools.phases().isEmpty(), within == null ? null : within.kind(), schools.scope());
    }

    private static OngoingReading within(Shape shape, OngoingReading schools, Node school) {
        AreaKind within = shape.within();
        if (within == null) {
            return schools;
        }
        Node filter = node(within.label()).named("filter").withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(school, filter, within, Days.AS_OF_DAY, "filter");
        return schools.match(way.element()).where(way.condition());
    }

    private static String text(Shape shape) {
        Node body = node(Labels.BODY).named("b");
        Node there = node(Labels.SCHOOL).named("there");
        Relationship partThere = SpreadStatements.part(there, body, "partThere");
        OngoingReading groups = within(
                shape,
                match(partThere)
                        .where(body.property(Properties.KIND)
                                .in(parameter("kinds"))
                                .and(Days.covers(partThere))
                                .and(OverlapStatements.counted(shape.phases(), shape.scope(), there))),
                there);
        Node programme = node(Labels.PROGRAMME).named("programme");
        Relationship under = body.relationshipTo(programme, Relationships.UNDER).named("under");
        Condition holds = Days.covers(under);
        Node school = node(Labels.SCHOOL).named("s");
        Relationship part = SpreadStatements.part(school, body, "part");
        Node authority = node(AreaKind.LOCAL_AUTHORITY.label()).named("la");
        Relationship in =
                school.relationshipTo(authority, Relationships.IN_AREA).named("inArea");
        OngoingReading under0 = shape.programme()
                ? groups.withDistinct(body)
                        .match(under)
                        .where(holds.and(programme.property(Properties.ID).isEqualTo(parameter("programme"))))
                : groups.withDistinct(body).optionalMatch(under).where(holds);
        return Rendering.text(under0.match(part)
                .where(Days.covers(part).and(OverlapStatements.counted(shape.phases(), shape.scope(), school)))
                .optionalMatch(in)
                .where(Days.covers(in))
                .with(
                        programme,
                        body,
                        school,
                        Cypher.collectDistinct(authority.property(Properties.ID))
                                .as("authorities"))
                .unwind(Cypher.caseExpression()
                        .when(Cypher.size(name("authorities")).eq(Cypher.literalOf(0)))
                        .then(Cypher.listOf(Cypher.literalNull()))
                        .elseDefault(name("authorities")))
                .as("authority")
                .returning(columns(programme, body, school))
                .orderBy(
                        name("programme").ascending(),
                        name("strand").ascending(),
                        name("bodyId").ascending())
                .build());
    }

    private static List<Expression> columns(Node programme, Node body, Node school) {
        return Columns.all(
                List.of(
                        programme.property(Properties.ID).as("programme"),
                        body.property(Properties.KIND).as("strand")),
                Columns.ref(body, "body"),
                List.of(
                        Cypher.countDistinct(school).as("schools"),
                        Cypher.countDistinct(name("authority")).as("areas"),
                        Cypher.stDevP(school.property(Properties.FSM_PERCENT)).as("fsmDeviation")));
    }

    private static String observedText() {
        Node subject = Cypher.anyNode("subject");
        Relationship observed =
                subject.relationshipTo(Cypher.anyNode(), Relationships.OBSERVED).named("observed");
        return Rendering.text(match(observed)
                .where(subject.hasLabels(Labels.PROGRAMME)
                        .or(subject.hasLabels(Labels.BODY))
                        .and(observed.property(Properties.VALUE).isNotNull())
                        .and(Days.covers(observed)))
                .returning(
                        subject.property(Properties.ID).as("subject"),
                        observed.property(Properties.MEASURE).as("measure"),
                        observed.property(Properties.UNIT).as("unit"),
                        observed.property(Properties.VALUE).as("value"))
                .orderBy(name("subject").ascending(), name("measure").ascending())
                .build());
    }
}
