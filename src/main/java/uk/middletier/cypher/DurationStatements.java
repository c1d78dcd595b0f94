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

/** What the durations of memberships are estimated from. */
public final class DurationStatements {
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private DurationStatements() {}

    private record Shape(
            BodyKind kind, @Nullable AreaKind within, boolean phases, boolean joinedFrom, boolean joinedTo) {}

    /**
     * The spells of state-funded schools in bodies of a kind whose start is known, by lineage, before those of one
     * lineage and body that touch are put together. Columns: lineage, body (company number, or id), urn, from, end (in the
     * middle of two snapshots if only they tell of it), ended, entry and exit (days since from).
     *
     * @param observedFrom the day on which the record of such bodies begins
     */
    public static Statement spells(
            BodyKind kind,
            @Nullable AreaFilter within,
            List<String> phases,
            @Nullable LocalDate joinedFrom,
            @Nullable LocalDate joinedTo,
            LocalDate observedFrom,
            LocalDate asOf) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(Days.AS_OF, asOf);
        parameters.put("observedFrom", observedFrom);
        if (within != null) {
            parameters.put("area", within.id());
        }
        if (!phases.isEmpty()) {
            parameters.put("phases", phases);
        }
        if (joinedFrom != null) {
            parameters.put("joinedFrom", joinedFrom);
        }
        if (joinedTo != null) {
            parameters.put("joinedTo", joinedTo);
        }
        Shape shape = new Shape(
                kind, within == null ? null : within.kind(), !phases.isEmpty(), joinedFrom != null, joinedTo != null);
        return new Statement(TEXTS.computeIfAbsent(shape, DurationStatements::text), parameters);
    }

    private static String text(Shape shape) {
        Node school = node(Labels.SCHOOL).named("s");
        Node body = node(shape.kind().label()).named("b");
        Relationship spell = school.relationshipTo(body, relation(shape.kind())).named("spell");
        Expression from = spell.property(Properties.FROM);
        Expression end = name("end");
        OngoingReading spells = match(spell).where(wanted(shape, school, spell));
        AreaKind within = shape.within();
        if (within != null) {
            Node filter = node(within.label()).named("filter").withProperties(Properties.ID, parameter("area"));
            AreaPattern way = AreaPattern.from(school, filter, within, from, "filter");
            spells = spells.match(way.element()).where(way.condition());
        }
        Condition ended = end.lte(Days.AS_OF_DAY);
        return Rendering.text(spells.with(school, body, spell, end(spell).as("end"))
                .returning(
                        school.property(Properties.LINEAGE).as("lineage"),
                        Cypher.coalesce(body.property(Properties.COMPANIES_HOUSE), body.property(Properties.ID))
                                .as("body"),
                        school.property(Properties.URN).as("urn"),
                        from.as("from"),
                        end,
                        Cypher.coalesce(ended, Cypher.literalFalse()).as("ended"),
                        Cypher.caseExpression()
                                .when(from.lt(parameter("observedFrom")))
                                .then(days(from, parameter("observedFrom")))
                                .elseDefault(literalOf(0))
                                .as("entry"),
                        days(from, Cypher.caseExpression().when(ended).then(end).elseDefault(Days.AS_OF_DAY))
                                .as("exit"))
                .orderBy(
                        name("lineage").ascending(),
                        name("body").ascending(),
                        name("from").ascending())
                .build());
    }

    private static Condition wanted(Shape shape, Node school, Relationship spell) {
        Expression from = spell.property(Properties.FROM);
        Condition condition = from.lte(Days.AS_OF_DAY)
                .and(Cypher.coalesce(spell.property(Properties.FROM_KNOWN), Cypher.literalTrue())
                        .isTrue())
                .and(school.property(Properties.STATE_FUNDED).isTrue());
        if (shape.phases()) {
            condition = condition.and(school.property(Properties.PHASE).in(parameter("phases")));
        }
        if (shape.joinedFrom()) {
            condition = condition.and(from.gte(parameter("joinedFrom")));
        }
        return shape.joinedTo() ? condition.and(from.lte(parameter("joinedTo"))) : condition;
    }

    private static Expression end(Relationship spell) {
        Expression to = spell.property(Properties.TO);
        Expression seenUntil = spell.property(Properties.TO_OBSERVED_AFTER);
        Expression half = days(seenUntil, to).subtract(literalOf(1)).divide(literalOf(2));
        return Cypher.caseExpression()
                .when(seenUntil.isNull())
                .then(to)
                .elseDefault(to.subtract(Cypher.duration(Cypher.mapOf("days", half))));
    }

    private static Expression days(Expression from, Expression to) {
        return Cypher.property(Cypher.call("duration.inDays").withArgs(from, to).asFunction(), "days");
    }

    /** How schools are in bodies of a kind. */
    static String relation(BodyKind kind) {
        return switch (kind) {
            case LOCAL_AUTHORITY, MULTI_ACADEMY_TRUST, SINGLE_ACADEMY_TRUST, UNKNOWN_TRUST -> Relationships.GOVERNED_BY;
            case SPONSOR -> Relationships.SPONSORED_BY;
            case FOUNDATION_TRUST,
                    UMBRELLA_TRUST,
                    FEDERATION,
                    TEACHING_SCHOOL_ALLIANCE,
                    TEACHING_SCHOOL_HUB,
                    HUB,
                    IMPROVEMENT_GROUP,
                    PAIRING,
                    PEER_ENQUIRY_GROUP,
                    LEARNING_PARTNERSHIP,
                    COLLABORATIVE,
                    SHARED_LEADERSHIP -> Relationships.MEMBER_OF;
        };
    }
}
