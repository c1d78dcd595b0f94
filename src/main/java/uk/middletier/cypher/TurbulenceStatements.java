package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.coalesce;
import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;
import org.neo4j.cypherdsl.core.Where;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;

/**
 * What turbulence is made of, counted in the graph: for each area of a kind, from a day on and before another. Columns of
 * every statement: areaId, areaName, areaKind, and what it counts.
 */
public final class TurbulenceStatements {
    private static final Expression FROM = parameter("from");
    private static final Expression TO = parameter("to");
    private static final Expression DAY = Cypher.duration(Cypher.mapOf("days", literalOf(1)));
    private static final Node SCHOOL = node(Labels.SCHOOL).named("s");
    private static final Node BEFORE = node(Labels.SCHOOL).named("before");

    private final AreaKind by;
    private final @Nullable AreaFilter within;
    private final List<String> phases;
    private final Scope scope;
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param phases empty = every phase
     * @param from first day
     * @param to the day after the last
     */
    public TurbulenceStatements(
            AreaKind by, @Nullable AreaFilter within, List<String> phases, Scope scope, LocalDate from, LocalDate to) {
        this.by = by;
        this.within = within;
        this.phases = phases;
        this.scope = scope;
        parameters.put("from", from);
        parameters.put("to", to);
        if (within != null) {
            parameters.put("area", within.id());
        }
        if (!phases.isEmpty()) {
            parameters.put("phases", phases);
        }
    }

    /** All of them, a statement each. */
    public List<Statement> all() {
        return List.of(schoolYears(), openings(), closures(), conversions(), joins(), leaves(), transfersOfOneUrn());
    }

    /** Column: schoolYears. A stay lasts as long as who governs, the way to the area and that to the other area do. */
    public Statement schoolYears() {
        Node area = node(by.label()).named("area");
        Relationship governed = SCHOOL.relationshipTo(node(Labels.BODY), Relationships.GOVERNED_BY)
                .named("governedBy");
        OngoingReading reading =
                match(governed).where(ofSchool(SCHOOL)).match(way(area, by).named("way"));
        Expression starts = Cypher.listOf(coalesce(governed.property(Properties.FROM), FROM))
                .add(steps("way", Properties.FROM, FROM));
        Expression ends =
                Cypher.listOf(coalesce(governed.property(Properties.TO), TO)).add(steps("way", Properties.TO, TO));
        if (within != null) {
            Node filter = node(within.kind().label()).named("filter").withProperties(Properties.ID, parameter("area"));
            reading = reading.match(way(filter, within.kind()).named("inside"));
            starts = starts.add(steps("inside", Properties.FROM, FROM));
            ends = ends.add(steps("inside", Properties.TO, TO));
        }
        SymbolicName begin = name("begin");
        SymbolicName end = name("end");
        Expression days = Cypher.property(
                Cypher.call("duration.inDays").withArgs(begin, end).asFunction(), "days");
        return statement(reading.with(
                        area,
                        latest(FROM, starts).as("begin"),
                        earliest(TO, ends).as("end"))
                .where(begin.lt(end))
                .returning(
                        area.property(Properties.ID).as("areaId"),
                        area.property(Properties.NAME).as("areaName"),
                        area.property(Properties.KIND).as("areaKind"),
                        Cypher.sum(days).divide(literalOf(365.25)).as("schoolYears"))
                .orderBy(name("areaName").ascending(), name("areaId").ascending())
                .build());
    }

    /** From the school: itself, or through its authority, or that and a region. */
    private static Relationship way(Node area, AreaKind kind) {
        int steps = AreaPattern.holdsSchools(kind) ? 1 : kind == AreaKind.COUNTRY ? 3 : 2;
        return SCHOOL.relationshipTo(area, Relationships.IN_AREA).length(1, steps);
    }

    /** The bounds of the steps of a way. */
    private static Expression steps(String way, String bound, Expression otherwise) {
        SymbolicName step = name("step");
        return Cypher.listWith(step).in(name(way)).returning(coalesce(Cypher.property(step, bound), otherwise));
    }

    /** Column: openings. */
    public Statement openings() {
        Expression day = SCHOOL.property(Properties.FROM);
        return counted(
                match(SCHOOL)
                        .where(ofSchool(SCHOOL)
                                .and(recordedOpening())
                                .and(Cypher.exists(List.of(into(SCHOOL)), Where.from(oneToOne()))
                                        .not())),
                day,
                "openings");
    }

    /** Column: closures. */
    public Statement closures() {
        Node after = node(Labels.SCHOOL).named("after");
        Relationship out =
                SCHOOL.relationshipTo(after, Relationships.SUCCEEDED_BY).named("link");
        Condition taken = plain(out)
                .and(plainInto(after).isEqualTo(literalOf(1)))
                .and(plainFrom(SCHOOL).isEqualTo(literalOf(1)))
                .and(after.property(Properties.EVER_OPEN).isTrue());
        Expression day = SCHOOL.property(Properties.TO);
        return counted(
                match(SCHOOL)
                        .where(ofSchool(SCHOOL)
                                .and(SCHOOL.property(Properties.EVER_OPEN).isTrue())
                                .and(between(day))
                                .and(Cypher.exists(List.of(out), Where.from(taken))
                                        .not())),
                day.subtract(DAY),
                "closures");
    }

    /** Column: conversions. */
    public Statement conversions() {
        List<String> underTrust = Stream.of(SchoolGroup.values())
                .filter(SchoolGroup::underTrust)
                .map(SchoolGroup::word)
                .toList();
        return counted(
                match(into(SCHOOL))
                        .where(ofSchool(SCHOOL)
                                .and(recordedOpening())
                                .and(SCHOOL.property(Properties.GROUP).in(literalOf(underTrust)))
                                .and(BEFORE.property(Properties.GROUP)
                                        .isEqualTo(literalOf(SchoolGroup.LA_MAINTAINED.word())))
                                .and(oneToOne())),
                SCHOOL.property(Properties.FROM),
                "conversions");
    }

    /**
     * Column: joins. Schools that came under a trust from none known. Under one URN: it is not looked beyond a time of which
     * nothing is known if that began with another record.
     */
    public Statement joins() {
        Relationship to = governed("to", "joined");
        Relationship from = governed("from", "left");
        Relationship further = governed("further", "earlier");
        Condition fromTrust = isTrust(further.getRight())
                .and(further.property(Properties.TO).isEqualTo(from.property(Properties.FROM)))
                .and(further.getRight()
                        .property(Properties.ID)
                        .isNotEqualTo(to.getRight().property(Properties.ID)));
        return counted(
                match(from, to)
                        .where(ofSchool(SCHOOL)
                                .and(between(to.property(Properties.FROM)))
                                .and(from.property(Properties.TO).isEqualTo(to.property(Properties.FROM)))
                                .and(isTrust(to.getRight()))
                                .and(isTrust(from.getRight()).not())
                                .and(Cypher.exists(List.of(further), Where.from(fromTrust))
                                        .not())),
                to.property(Properties.FROM),
                "joins");
    }

    /** Column: leaves. Schools that left a trust for none known; under one URN, as {@link #joins}. */
    public Statement leaves() {
        Relationship from = governed("from", "left");
        Relationship to = governed("to", "joined");
        Relationship further = governed("further", "later");
        Condition toTrust = isTrust(further.getRight())
                .and(further.property(Properties.FROM).isEqualTo(to.property(Properties.TO)))
                .and(further.getRight()
                        .property(Properties.ID)
                        .isNotEqualTo(from.getRight().property(Properties.ID)));
        return counted(
                match(from, to)
                        .where(ofSchool(SCHOOL)
                                .and(between(to.property(Properties.FROM)))
                                .and(from.property(Properties.TO).isEqualTo(to.property(Properties.FROM)))
                                .and(isTrust(from.getRight()))
                                .and(isTrust(to.getRight()).not())
                                .and(Cypher.exists(List.of(further), Where.from(toTrust))
                                        .not())),
                to.property(Properties.FROM),
                "leaves");
    }

    /** Column: transfersOfOneUrn. Schools that went from one trust to another company and kept their URN. */
    public Statement transfersOfOneUrn() {
        Relationship from = governed("from", "left");
        Relationship to = governed("to", "joined");
        Relationship hole = SCHOOL.relationshipTo(node(BodyKind.UNKNOWN_TRUST.label()), Relationships.GOVERNED_BY)
                .named("hole");
        Condition overAHole = hole.property(Properties.FROM)
                .isEqualTo(from.property(Properties.TO))
                .and(hole.property(Properties.TO).isEqualTo(to.property(Properties.FROM)));
        Expression company = from.getRight().property(Properties.COMPANIES_HOUSE);
        return counted(
                match(from, to)
                        .where(ofSchool(SCHOOL)
                                .and(between(to.property(Properties.FROM)))
                                .and(isTrust(from.getRight()))
                                .and(isTrust(to.getRight()))
                                .and(from.getRight()
                                        .property(Properties.ID)
                                        .isNotEqualTo(to.getRight().property(Properties.ID)))
                                .and(company.isNull()
                                        .or(to.getRight()
                                                .property(Properties.COMPANIES_HOUSE)
                                                .isNull())
                                        .or(company.isNotEqualTo(to.getRight().property(Properties.COMPANIES_HOUSE))))
                                .and(from.property(Properties.TO)
                                        .isEqualTo(to.property(Properties.FROM))
                                        .or(Cypher.exists(List.of(hole), Where.from(overAHole))))),
                to.property(Properties.FROM),
                "transfersOfOneUrn");
    }

    private static Relationship governed(String body, String spell) {
        return SCHOOL.relationshipTo(node(Labels.BODY).named(body), Relationships.GOVERNED_BY)
                .named(spell);
    }

    /** Counts the schools of the area they lay in on a day. */
    private Statement counted(OngoingReading schools, Expression day, String column) {
        OngoingReading reading = schools;
        Node area = node(by.label()).named("area");
        AreaPattern way = AreaPattern.from(SCHOOL, area, by, day, "by");
        reading = reading.match(way.element()).where(way.condition());
        if (within != null) {
            Node filter = node(within.kind().label()).named("filter").withProperties(Properties.ID, parameter("area"));
            AreaPattern inside = AreaPattern.from(SCHOOL, filter, within.kind(), day, "filter");
            reading = reading.match(inside.element()).where(inside.condition());
        }
        return statement(reading.returning(
                        area.property(Properties.ID).as("areaId"),
                        area.property(Properties.NAME).as("areaName"),
                        area.property(Properties.KIND).as("areaKind"),
                        Cypher.count(SCHOOL).as(column))
                .orderBy(name("areaName").ascending(), name("areaId").ascending())
                .build());
    }

    private Condition ofSchool(Node school) {
        Condition condition = school.property(Properties.STATE_FUNDED).isTrue();
        if (!phases.isEmpty()) {
            condition = condition.and(school.property(Properties.PHASE).in(parameter("phases")));
        }
        return condition.and(inScope(school));
    }

    private Condition inScope(Node school) {
        Expression type = Cypher.toLower(coalesce(school.property(Properties.TYPE), literalOf("")));
        Condition special = type.contains(literalOf("special"));
        Condition alternative =
                type.contains(literalOf("alternative provision")).or(type.contains(literalOf("pupil referral unit")));
        return switch (scope) {
            case STATE_FUNDED -> Cypher.noCondition();
            case MAINSTREAM -> special.not().and(alternative.not());
            case SPECIAL -> special;
            case ALTERNATIVE_PROVISION -> special.not().and(alternative);
            case TRUST_RUN ->
                school.property(Properties.GROUP)
                        .in(literalOf(Stream.of(SchoolGroup.values())
                                .filter(SchoolGroup::underTrust)
                                .map(SchoolGroup::word)
                                .toList()));
        };
    }

    private static Condition recordedOpening() {
        return SCHOOL.property(Properties.EVER_OPEN)
                .isTrue()
                .and(SCHOOL.property(Properties.FROM_KNOWN).isTrue())
                .and(between(SCHOOL.property(Properties.FROM)));
    }

    private static Relationship into(Node school) {
        return BEFORE.relationshipTo(school, Relationships.SUCCEEDED_BY).named("link");
    }

    /** That a school took the place of one school, and no other did. */
    private static Condition oneToOne() {
        return plain(into(SCHOOL))
                .and(plainInto(SCHOOL).isEqualTo(literalOf(1)))
                .and(plainFrom(BEFORE).isEqualTo(literalOf(1)));
    }

    private static Condition plain(Relationship link) {
        return link.property(Properties.KIND).isEqualTo(literalOf("plain"));
    }

    private static Expression plainInto(Node school) {
        return plainLinks(node(Labels.SCHOOL)
                .relationshipTo(school, Relationships.SUCCEEDED_BY)
                .named("in"));
    }

    private static Expression plainFrom(Node school) {
        return plainLinks(school.relationshipTo(node(Labels.SCHOOL), Relationships.SUCCEEDED_BY)
                .named("out"));
    }

    private static Expression plainLinks(Relationship link) {
        return Cypher.count(List.<PatternElement>of(link), Where.from(plain(link)));
    }

    private static Condition isTrust(Node body) {
        return body.hasLabels(BodyKind.MULTI_ACADEMY_TRUST.label())
                .or(body.hasLabels(BodyKind.SINGLE_ACADEMY_TRUST.label()));
    }

    private static Condition between(Expression day) {
        return day.gte(FROM).and(day.lt(TO));
    }

    private static Expression latest(Expression bound, Expression days) {
        SymbolicName last = name("last");
        SymbolicName day = name("day");
        return Cypher.reduce(day)
                .in(days)
                .map(Cypher.caseExpression().when(day.gt(last)).then(day).elseDefault(last))
                .accumulateOn(last)
                .withInitialValueOf(bound);
    }

    private static Expression earliest(Expression bound, Expression days) {
        SymbolicName first = name("first");
        SymbolicName day = name("day");
        return Cypher.reduce(day)
                .in(days)
                .map(Cypher.caseExpression().when(day.lt(first)).then(day).elseDefault(first))
                .accumulateOn(first)
                .withInitialValueOf(bound);
    }

    private Statement statement(org.neo4j.cypherdsl.core.Statement built) {
        return new Statement(Rendering.text(built), parameters);
    }
}
