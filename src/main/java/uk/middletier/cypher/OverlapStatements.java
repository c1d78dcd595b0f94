package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;

/** How many schools bodies have in areas, and both have in all. */
public final class OverlapStatements {
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private OverlapStatements() {}

    private record Shape(
            boolean areas,
            boolean bodies,
            @Nullable AreaKind by,
            @Nullable AreaKind within,
            boolean phases,
            Scope scope) {}

    /** Which schools count. */
    public record Schools(@Nullable AreaFilter within, List<String> phases, Scope scope, LocalDate asOf) {
        Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put(Days.AS_OF, asOf);
            if (within != null) {
                parameters.put("area", within.id());
            }
            if (!phases.isEmpty()) {
                parameters.put("phases", phases);
            }
            return parameters;
        }
    }

    /** Columns: areaId, areaName, areaKind, bodyId, bodyName, bodyKind, schools. */
    public static Statement matrix(AreaKind by, List<BodyKind> kinds, Schools schools) {
        return statement(true, true, by, kinds, schools);
    }

    /** The schools of each area, in whatever body. Columns: areaId, areaName, areaKind, schools. */
    public static Statement areas(AreaKind by, Schools schools) {
        return statement(true, false, by, List.of(), schools);
    }

    /** The schools of each body, wherever they lie. Columns: bodyId, bodyName, bodyKind, schools. */
    public static Statement bodies(List<BodyKind> kinds, Schools schools) {
        Schools everywhere = new Schools(null, schools.phases(), schools.scope(), schools.asOf());
        return statement(false, true, null, kinds, everywhere);
    }

    private static Statement statement(
            boolean areas, boolean bodies, @Nullable AreaKind by, List<BodyKind> kinds, Schools schools) {
        Map<String, Object> parameters = schools.parameters();
        if (bodies) {
            parameters.put("kinds", kinds.stream().map(BodyKind::label).toList());
        }
        AreaFilter within = schools.within();
        Shape shape = new Shape(
                areas,
                bodies,
                by,
                within == null ? null : within.kind(),
                !schools.phases().isEmpty(),
                schools.scope());
        return new Statement(TEXTS.computeIfAbsent(shape, OverlapStatements::text), parameters);
    }

    private static String text(Shape shape) {
        Node school = node(Labels.SCHOOL).named("s");
        Node body = node(Labels.BODY).named("b");
        List<Expression> columns = new ArrayList<>();
        List<SortItem> order = new ArrayList<>();
        OngoingReading schools;
        if (shape.bodies()) {
            Relationship part = SpreadStatements.part(school, body, "part");
            schools = match(part)
                    .where(body.property(Properties.KIND)
                            .in(parameter("kinds"))
                            .and(Days.covers(part))
                            .and(counted(shape.phases(), shape.scope(), school)));
        } else {
            schools = match(school).where(counted(shape.phases(), shape.scope(), school));
        }
        AreaKind within = shape.within();
        if (within != null) {
            Node filter = node(within.label()).named("filter").withProperties(Properties.ID, parameter("area"));
            AreaPattern way = AreaPattern.from(school, filter, within, Days.AS_OF_DAY, "filter");
            schools = schools.match(way.element()).where(way.condition());
        }
        AreaKind by = shape.by();
        if (by != null) {
            Node area = node(by.label()).named("area");
            AreaPattern way = AreaPattern.from(school, area, by, Days.AS_OF_DAY, "by");
            schools = schools.match(way.element()).where(way.condition());
            columns.addAll(Columns.ref(area, "area"));
            order.add(name("areaName").ascending());
            order.add(name("areaId").ascending());
        }
        if (shape.bodies()) {
            columns.addAll(Columns.ref(body, "body"));
        }
        columns.add(Cypher.countDistinct(school).as("schools"));
        order.add(name("schools").descending());
        if (shape.bodies()) {
            order.add(name("bodyId").ascending());
        }
        return Rendering.text(schools.returning(columns).orderBy(order).build());
    }

    /** That a school is state-funded, open on the day, of a phase asked for and in scope. */
    static Condition counted(boolean phases, Scope scope, Node school) {
        return wanted(phases, scope, school).and(Days.open(school));
    }

    /** The same on whatever day. */
    static Condition wanted(boolean phases, Scope scope, Node school) {
        Condition condition = school.property(Properties.STATE_FUNDED).isTrue();
        if (phases) {
            condition = condition.and(school.property(Properties.PHASE).in(parameter("phases")));
        }
        return inScope(condition, scope, school);
    }

    /** Special schools and alternative provision are told by the words of the type. */
    private static Condition inScope(Condition counted, Scope scope, Node school) {
        Expression type = Cypher.toLower(Cypher.coalesce(school.property(Properties.TYPE), literalOf("")));
        Condition special = type.contains(literalOf("special"));
        Condition alternative =
                type.contains(literalOf("alternative provision")).or(type.contains(literalOf("pupil referral unit")));
        return switch (scope) {
            case STATE_FUNDED -> counted;
            case MAINSTREAM -> counted.and(special.or(alternative).not());
            case SPECIAL -> counted.and(special);
            case ALTERNATIVE_PROVISION -> counted.and(alternative).and(special.not());
            case TRUST_RUN -> counted.and(school.property(Properties.GROUP).in(underTrust()));
        };
    }

    private static Expression underTrust() {
        return Cypher.listOf(java.util.Arrays.stream(SchoolGroup.values())
                .filter(SchoolGroup::underTrust)
                .map(group -> (Expression) literalOf(group.word()))
                .toList());
    }
}
