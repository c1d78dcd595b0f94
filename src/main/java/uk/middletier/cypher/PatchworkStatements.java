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
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;
import uk.middletier.model.Scope;

/** Who governed every school, and where it lay, through all time. */
public final class PatchworkStatements {
    private static final Node SCHOOL = node(Labels.SCHOOL).named("s");
    private static final Node BODY = node(Labels.BODY).named("body");
    private static final Node AREA = node(AreaKind.LOCAL_AUTHORITY.label()).named("la");
    private static final Expression START = name("start");
    private static final Expression END = name("end");

    /** Before every day there is, for what began before the record. */
    private static final Expression EARLIEST =
            Cypher.call("date").withArgs(literalOf("0001-01-01")).asFunction();

    private PatchworkStatements() {}

    /**
     * The time each spell of governance has in common with each stay in an authority. Columns: urn, name, location,
     * phase, from, to, bodyId, bodyName, bodyKind, areaId, areaName, areaKind, sector. What nobody is known to govern,
     * or nobody knows where it lay, has no row; within an area are those that lay in it on their first day.
     *
     * @param from null = however long ago
     * @param phases empty = every phase
     */
    public static Statement spells(
            @Nullable LocalDate from, LocalDate to, @Nullable AreaFilter within, List<String> phases, Scope scope) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("to", to);
        Condition wanted = START.isNull().or(START.lte(parameter("to")));
        if (from != null) {
            parameters.put("from", from);
            wanted = wanted.and(END.isNull().or(parameter("from").lt(END)));
        }
        if (!phases.isEmpty()) {
            parameters.put("phases", phases);
        }
        if (within != null) {
            parameters.put("area", within.id());
            Node area = node(within.kind().label()).named("area").withProperties(Properties.ID, parameter("area"));
            AreaPattern way = AreaPattern.from(SCHOOL, area, within.kind(), Cypher.coalesce(START, EARLIEST), "way");
            wanted = wanted.and(
                    Cypher.exists(List.of(way.element()), org.neo4j.cypherdsl.core.Where.from(way.condition())));
        }
        return new Statement(
                Rendering.text(inCommon(!phases.isEmpty(), scope)
                        .where(wanted)
                        .returning(Columns.all(
                                Columns.of(
                                        SCHOOL, Properties.URN, Properties.NAME, Properties.LOCATION, Properties.PHASE),
                                List.of(START.as("from"), END.as("to")),
                                Columns.ref(BODY, "body"),
                                Columns.ref(AREA, "area"),
                                List.of(Sectors.of(SCHOOL, BODY).as("sector"))))
                        .orderBy(
                                name("urn").ascending(),
                                Cypher.coalesce(name("from"), EARLIEST).ascending())
                        .build()),
                parameters);
    }

    private static OrderableOngoingReadingAndWithWithoutWhere inCommon(boolean phases, Scope scope) {
        Relationship governed =
                SCHOOL.relationshipTo(BODY, Relationships.GOVERNED_BY).named("governed");
        Relationship located =
                SCHOOL.relationshipTo(AREA, Relationships.IN_AREA).named("located");
        return match(governed, located)
                .where(OverlapStatements.wanted(phases, scope, SCHOOL)
                        .and(begins(governed, located))
                        .and(begins(located, governed)))
                .with(
                        SCHOOL,
                        BODY,
                        AREA,
                        later(governed.property(Properties.FROM), located.property(Properties.FROM))
                                .as("start"),
                        earlier(governed.property(Properties.TO), located.property(Properties.TO))
                                .as("end"));
    }

    /** That one begins before the other ends. */
    private static Condition begins(Relationship one, Relationship other) {
        Expression from = one.property(Properties.FROM);
        Expression to = other.property(Properties.TO);
        return from.isNull().or(to.isNull()).or(from.lt(to));
    }

    private static Expression later(Expression one, Expression other) {
        return Cypher.caseExpression()
                .when(one.isNull().or(other.gt(one)))
                .then(other)
                .elseDefault(one);
    }

    private static Expression earlier(Expression one, Expression other) {
        return Cypher.caseExpression()
                .when(one.isNull().or(other.lt(one)))
                .then(other)
                .elseDefault(one);
    }
}
