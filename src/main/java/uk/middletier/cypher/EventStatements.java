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
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PropertyContainer;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/**
 * The records that changed between two days, as they stand in the graph: what events are made from, and can be checked
 * with.
 */
public final class EventStatements {
    private static final Expression FROM = parameter("from");
    private static final Expression TO = parameter("to");
    private static final Node SCHOOL = node(Labels.SCHOOL).named("s");

    private EventStatements() {}

    /**
     * Schools that opened or closed, spells that began or ended, schools that took others' places, names that changed;
     * both days included.
     *
     * @param within schools that lay there on the day of the change
     * @param body spells in this body alone
     * @param phases empty = every phase
     */
    public static List<Statement> changes(
            LocalDate from, LocalDate to, @Nullable AreaFilter within, @Nullable String body, List<String> phases) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", from);
        parameters.put("to", to);
        if (within != null) {
            parameters.put("area", within.id());
        }
        if (!phases.isEmpty()) {
            parameters.put("phases", phases);
        }
        AreaKind kind = within == null ? null : within.kind();
        Map<String, Object> withBody = new HashMap<>(parameters);
        if (body != null) {
            withBody.put("body", body);
        }
        return List.of(
                new Statement(lives(kind, !phases.isEmpty()), parameters),
                new Statement(spells(kind, !phases.isEmpty(), body != null), withBody),
                new Statement(successions(kind, !phases.isEmpty()), parameters),
                new Statement(renamings(), Map.of("from", from, "to", to)));
    }

    private static String lives(@Nullable AreaKind within, boolean phases) {
        return Rendering.text(within(
                        match(SCHOOL)
                                .where(ofPhase(SCHOOL, phases)
                                        .and(SCHOOL.property(Properties.EVER_OPEN)
                                                .isTrue())
                                        .and(changed(SCHOOL)))
                                .with(SCHOOL),
                        SCHOOL,
                        within,
                        day(SCHOOL))
                .returning(Columns.of(
                        SCHOOL,
                        Properties.URN,
                        Properties.NAME,
                        Properties.GROUP,
                        Properties.FROM,
                        Properties.FROM_KNOWN,
                        Properties.TO))
                .orderBy(name("urn").ascending())
                .build());
    }

    private static String spells(@Nullable AreaKind within, boolean phases, boolean ofBody) {
        Node body = node(Labels.BODY).named("body");
        Relationship spell = SCHOOL.relationshipTo(
                        body,
                        Relationships.GOVERNED_BY,
                        Relationships.MEMBER_OF,
                        Relationships.SPONSORED_BY,
                        Relationships.IN_AREA)
                .named("spell");
        Condition wanted = ofPhase(SCHOOL, phases).and(changed(spell));
        if (ofBody) {
            wanted = wanted.and(body.property(Properties.ID).isEqualTo(parameter("body")));
        }
        return Rendering.text(within(match(spell).where(wanted).with(SCHOOL, spell, body), SCHOOL, within, day(spell))
                .returning(SchoolRecordStatements.spellColumns(SCHOOL, spell, body))
                .orderBy(SchoolRecordStatements.spellOrder(spell))
                .build());
    }

    private static String successions(@Nullable AreaKind within, boolean phases) {
        Node after = node(Labels.SCHOOL).named("after");
        Relationship link =
                SCHOOL.relationshipTo(after, Relationships.SUCCEEDED_BY).named("link");
        Expression day = Cypher.coalesce(link.property(Properties.ON), after.property(Properties.FROM));
        return Rendering.text(within(
                        match(link)
                                .where(ofPhase(after, phases).and(between(day)))
                                .with(SCHOOL, link, after),
                        after,
                        within,
                        day)
                .returning(SchoolRecordStatements.linkColumns(link))
                .orderBy(
                        name("on").ascending(),
                        name("fromUrn").ascending(),
                        name("toUrn").ascending())
                .build());
    }

    private static String renamings() {
        Node renamed = Cypher.anyNode("n");
        Relationship renaming =
                renamed.relationshipTo(renamed, Relationships.RENAMED).named("renaming");
        return Rendering.text(match(renaming)
                .where(between(renaming.property(Properties.ON)))
                .returning(SchoolRecordStatements.renamingColumns(renamed, renaming))
                .orderBy(name("on").ascending(), name("id").ascending())
                .build());
    }

    private static OngoingReading within(
            OrderableOngoingReadingAndWithWithoutWhere changes, Node school, @Nullable AreaKind kind, Expression day) {
        if (kind == null) {
            return changes;
        }
        Node filter = node(kind.label()).named("filter").withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(school, filter, kind, day, "filter");
        return changes.match(way.element()).where(way.condition());
    }

    private static Condition ofPhase(Node school, boolean phases) {
        return phases ? school.property(Properties.PHASE).in(parameter("phases")) : Cypher.noCondition();
    }

    private static Condition changed(PropertyContainer interval) {
        return between(interval.property(Properties.FROM)).or(between(interval.property(Properties.TO)));
    }

    private static Condition between(Expression day) {
        return day.gte(FROM).and(day.lte(TO));
    }

    /** The first day if that is the change, else the last. */
    private static Expression day(PropertyContainer interval) {
        return Cypher.caseExpression()
                .when(between(interval.property(Properties.FROM)))
                .then(interval.property(Properties.FROM))
                .elseDefault(interval.property(Properties.TO)
                        .subtract(Cypher.duration(Cypher.mapOf("days", Cypher.literalOf(1)))));
    }
}
