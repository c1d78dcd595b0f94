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
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;
import uk.middletier.model.Scope;

/** The schools that are compared, before any is matched. */
public final class ComparisonStatements {
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private static final String OBSERVED = observedText();

    private ComparisonStatements() {}

    private record Shape(
            boolean programme, boolean phases, @Nullable AreaKind within, Scope scope) {}

    /**
     * A row per school that takes part, by URN. Columns: urn, lineage, phase, pupils, fsmPercent, member (whether it is in a
     * body of the kinds).
     *
     * @param programme the bodies must be under it
     */
    public static Statement schools(
            List<BodyKind> kinds, @Nullable String programme, OverlapStatements.Schools schools) {
        Map<String, Object> parameters = schools.parameters();
        parameters.put("kinds", kinds.stream().map(BodyKind::label).toList());
        if (programme != null) {
            parameters.put("programme", programme);
        }
        AreaFilter within = schools.within();
        Shape shape = new Shape(
                programme != null, !schools.phases().isEmpty(), within == null ? null : within.kind(), schools.scope());
        return new Statement(TEXTS.computeIfAbsent(shape, ComparisonStatements::text), parameters);
    }

    /** The value of a measure last observed of each school up to a day. Columns: urn, value. */
    public static Statement lastKnown(String measure, LocalDate day) {
        return new Statement(OBSERVED, Map.of("measure", measure, Days.AS_OF, day));
    }

    private static String text(Shape shape) {
        Node school = node(Labels.SCHOOL).named("s");
        Node body = node(Labels.BODY).named("b");
        OngoingReading schools = match(school).where(OverlapStatements.counted(shape.phases(), shape.scope(), school));
        AreaKind within = shape.within();
        if (within != null) {
            Node filter = node(within.label()).named("filter").withProperties(Properties.ID, parameter("area"));
            AreaPattern way = AreaPattern.from(school, filter, within, Days.AS_OF_DAY, "filter");
            schools = schools.match(way.element()).where(way.condition()).withDistinct(school);
        }
        Relationship part = SpreadStatements.part(school, body, "part");
        Condition holds = body.property(Properties.KIND).in(parameter("kinds")).and(Days.covers(part));
        OngoingReading parts;
        if (shape.programme()) {
            Node programme =
                    node(Labels.PROGRAMME).named("programme").withProperties(Properties.ID, parameter("programme"));
            Relationship under =
                    body.relationshipTo(programme, Relationships.UNDER).named("under");
            parts = schools.optionalMatch(part, under).where(holds.and(Days.covers(under)));
        } else {
            parts = schools.optionalMatch(part).where(holds);
        }
        return Rendering.text(parts.returning(Columns.all(
                        Columns.of(
                                school,
                                Properties.URN,
                                Properties.LINEAGE,
                                Properties.PHASE,
                                Properties.PUPILS,
                                Properties.FSM_PERCENT),
                        List.of(Cypher.countDistinct(body)
                                .gt(Cypher.literalOf(0))
                                .as("member"))))
                .orderBy(name("urn").ascending())
                .build());
    }

    private static String observedText() {
        Node school = node(Labels.SCHOOL).named("s");
        Relationship observed =
                school.relationshipTo(Cypher.anyNode(), Relationships.OBSERVED).named("observed");
        return Rendering.text(match(observed)
                .where(observed.property(Properties.MEASURE)
                        .isEqualTo(parameter("measure"))
                        .and(observed.property(Properties.VALUE).isNotNull())
                        .and(observed.property(Properties.FROM)
                                .isNull()
                                .or(observed.property(Properties.FROM).lte(Days.AS_OF_DAY))))
                .with(school, observed)
                // What has no first day is the oldest; Cypher would put it last.
                .orderBy(Cypher.coalesce(observed.property(Properties.FROM), Cypher.date("0001-01-01"))
                        .ascending())
                .returning(
                        school.property(Properties.URN).as("urn"),
                        Cypher.last(Cypher.collect(observed.property(Properties.VALUE)))
                                .as("value"))
                .orderBy(name("urn").ascending())
                .build());
    }
}
