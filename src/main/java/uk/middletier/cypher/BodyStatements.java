package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.call;
import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.noCondition;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesReturning;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.Where;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** Bodies: lists, profiles, and what their membership was over time. */
public final class BodyStatements {
    private static final Map<BodyFilter.Shape, String> TEXTS = new ConcurrentHashMap<>();

    private static final Node BODY = node(Labels.BODY).named("b");
    private static final Node ONE_BODY = BODY.withProperties(Properties.ID, parameter("body"));
    private static final Node SCHOOL = node(Labels.SCHOOL).named("s");
    /** A school of the lineage of one that had a part. */
    private static final Node MEMBER = node(Labels.SCHOOL).named("m");

    private static final String RECORD = recordText();
    private static final String SPREAD = spreadText();
    private static final String AROUND = aroundText();
    private static final String FIRST = firstText();
    private static final String LIVES = livesText();
    private static final String SPELLS = spellsText();
    private static final String LINKS = linksText();

    private BodyStatements() {}

    /**
     * Bodies in order, a row each. Columns: id, name, kind, formality, status, open, from, to, schools, pupils (of
     * schools open on the day).
     */
    public static Statement list(BodyFilter filter, BodySort sort, LocalDate asOf, @Nullable Window window) {
        Map<String, Object> parameters = filter.parameters();
        parameters.put(Days.AS_OF, asOf);
        if (window != null) {
            parameters.put(Window.SKIP, window.skip());
            parameters.put(Window.LIMIT, window.limit());
        }
        return new Statement(
                TEXTS.computeIfAbsent(filter.shape(sort, window != null), BodyStatements::text), parameters);
    }

    /** One body. Columns: body (map of its properties), open. */
    public static Statement get(String id, LocalDate asOf) {
        return new Statement(RECORD, Map.of("body", id, Days.AS_OF, asOf));
    }

    /**
     * Where a body's open schools are on a day. Columns: areaId, areaName, areaKind (authority), regionId, regionName,
     * regionKind, phase, group, schools, pupils.
     */
    public static Statement spread(String id, LocalDate asOf) {
        return new Statement(SPREAD, Map.of("body", id, Days.AS_OF, asOf));
    }

    /**
     * What is around a body on a day: the sponsors of its schools, umbrella trusts, parents and programmes, what came
     * before and after it.
     * Columns: relation (SPONSORED_BY, UNDER, SUCCEEDED_BY), outgoing, id, name, kind, on.
     */
    public static Statement around(String id, LocalDate asOf) {
        return new Statement(AROUND, Map.of("body", id, Days.AS_OF, asOf));
    }

    /** The school that had a part in the body first. Columns: urn, name, from. No row if no start is known. */
    public static Statement firstSchool(String id) {
        return new Statement(FIRST, Map.of("body", id));
    }

    /** Schools of every lineage that ever had a part in a body. Columns: urn, name, group, from, to, and the flags. */
    public static Statement lives(String id) {
        return new Statement(LIVES, Map.of("body", id));
    }

    /** Spells of those schools in bodies. Columns as {@link SchoolRecordStatements#spells}. */
    public static Statement spells(String id) {
        return new Statement(SPELLS, Map.of("body", id));
    }

    /** Links among those schools. Columns as {@link SchoolRecordStatements#links}. */
    public static Statement links(String id) {
        return new Statement(LINKS, Map.of("body", id));
    }

    private static String text(BodyFilter.Shape shape) {
        OngoingReadingWithWhere found = find(shape);
        boolean countFirst = shape.minSchools() || shape.sort() == BodySort.SCHOOLS;
        List<IdentifiableElement> carried = new ArrayList<>(List.of(BODY));
        if (countFirst) {
            carried.add(count().as("schools"));
        }
        var chosen = shape.area() == null ? found.with(carried) : found.withDistinct(carried);
        OrderableOngoingReadingAndWithWithWhere ordered = shape.minSchools()
                ? chosen.where(name("schools").gte(parameter("minSchools")))
                        .with(BODY, name("schools"))
                        .orderBy(order(shape.sort()))
                : chosen.orderBy(order(shape.sort()));
        ExposesReturning cut =
                shape.window() ? ordered.skip(parameter(Window.SKIP)).limit(parameter(Window.LIMIT)) : ordered;
        return Rendering.text(cut.returning(Columns.all(
                        Columns.of(
                                BODY,
                                Properties.ID,
                                Properties.NAME,
                                Properties.KIND,
                                Properties.FORMALITY,
                                Properties.STATUS),
                        List.of(open().as("open")),
                        Columns.of(BODY, Properties.FROM, Properties.TO),
                        List.of(countFirst ? name("schools").as("schools") : count().as("schools"))))
                .orderBy(order(shape.sort()))
                .build());
    }

    private static OngoingReadingWithWhere find(BodyFilter.Shape shape) {
        Condition condition = noCondition();
        if (shape.kinds()) {
            condition = condition.and(BODY.property(Properties.KIND).in(parameter("kinds")));
        }
        if (shape.open() != null) {
            condition = condition.and(shape.open() ? open() : open().not());
        }
        OngoingReadingWithWhere found = shape.words()
                ? call(FullText.PROCEDURE)
                        .withArgs(literalOf(FullText.BODIES), parameter("search"))
                        .yield(name("node"))
                        .with(name("node").as("b"))
                        .match(BODY)
                        .where(condition)
                : match(BODY).where(condition);
        if (shape.area() == null) {
            return found;
        }
        Node area = node(shape.area().label()).named("area").withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(SCHOOL, area, shape.area(), Days.AS_OF_DAY, "filter");
        Relationship part = part(BODY);
        return found.match(way.element())
                .where(way.condition().and(Days.open(SCHOOL)))
                .match(part)
                .where(Days.covers(part));
    }

    private static Relationship part(Node body) {
        return SCHOOL.relationshipTo(
                        body, Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY)
                .named("part");
    }

    /** Schools with a part in the body on the day; of an authority, those it governs. */
    private static Expression count() {
        Node school = node(Labels.SCHOOL).named("counted");
        Relationship part = school.relationshipTo(
                        BODY, Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY)
                .named("countedPart");
        return Cypher.count(List.of(part), Where.from(Days.covers(part).and(Days.open(school))));
    }

    /** Authorities carry no flag; they were always open in their time. */
    private static Condition open() {
        return Cypher.coalesce(BODY.property(Properties.EVER_OPEN), Cypher.literalTrue())
                .isTrue()
                .and(Days.covers(BODY));
    }

    private static List<SortItem> order(BodySort sort) {
        SortItem id = BODY.property(Properties.ID).ascending();
        return switch (sort) {
            case NAME -> List.of(BODY.property(Properties.NAME).ascending(), id);
            case SCHOOLS -> List.of(name("schools").descending(), id);
        };
    }

    private static String recordText() {
        return Rendering.text(
                match(ONE_BODY).returning(BODY.as("body"), open().as("open")).build());
    }

    private static String spreadText() {
        Node authority = node(AreaKind.LOCAL_AUTHORITY.label()).named("authority");
        Node region = node(AreaKind.REGION.label()).named("region");
        Relationship part = part(ONE_BODY);
        Relationship in =
                SCHOOL.relationshipTo(authority, Relationships.IN_AREA).named("inAuthority");
        Relationship within =
                authority.relationshipTo(region, Relationships.IN_AREA).named("inRegion");
        return Rendering.text(match(part)
                .where(Days.covers(part).and(Days.open(SCHOOL)))
                .withDistinct(SCHOOL)
                .optionalMatch(in)
                .where(Days.covers(in))
                .optionalMatch(within)
                .where(Days.covers(within))
                .returning(Columns.all(
                        Columns.ref(authority, "area"),
                        Columns.ref(region, "region"),
                        Columns.of(SCHOOL, Properties.PHASE, Properties.GROUP),
                        List.of(
                                Cypher.count(SCHOOL).as("schools"),
                                Cypher.sum(SCHOOL.property(Properties.PUPILS)).as("pupils"))))
                .orderBy(
                        name("areaName").ascending(),
                        name("areaId").ascending(),
                        name("phase").ascending(),
                        name("group").ascending())
                .build());
    }

    private static String aroundText() {
        // A body, or the programme it runs under.
        Node other = Cypher.anyNode("other");
        Relationship direct = ONE_BODY.relationshipBetween(other, Relationships.UNDER, Relationships.SUCCEEDED_BY)
                .named("step");
        Relationship governed =
                SCHOOL.relationshipTo(ONE_BODY, Relationships.GOVERNED_BY).named("governedBy");
        Relationship sponsored =
                SCHOOL.relationshipTo(other, Relationships.SPONSORED_BY).named("step");
        var directly = match(direct)
                .where(Days.covers(direct))
                .returningDistinct(aroundColumns(direct, other, true).toArray(Expression[]::new))
                .build();
        var bySchools = match(governed)
                .where(Days.covers(governed))
                .match(sponsored)
                .where(Days.covers(sponsored))
                .returningDistinct(aroundColumns(sponsored, other, false).toArray(Expression[]::new))
                .build();
        return Rendering.text(Cypher.unionAll(directly, bySchools));
    }

    private static List<Expression> aroundColumns(Relationship step, Node other, boolean direct) {
        return Columns.all(
                List.of(
                        Cypher.type(step).as("relation"),
                        direct
                                ? Cypher.startNode(step).isEqualTo(name("b")).as("outgoing")
                                : Cypher.literalTrue().as("outgoing")),
                Columns.of(other, Properties.ID, Properties.NAME, Properties.KIND),
                List.of(
                        direct
                                ? step.property(Properties.ON).as("on")
                                : Cypher.literalNull().as("on")));
    }

    private static String firstText() {
        Relationship part = part(ONE_BODY);
        return Rendering.text(match(part)
                .where(part.property(Properties.FROM).isNotNull())
                .returning(
                        SCHOOL.property(Properties.URN).as("urn"),
                        SCHOOL.property(Properties.NAME).as("name"),
                        part.property(Properties.FROM).as("from"))
                .orderBy(name("from").ascending(), name("urn").ascending())
                .limit(literalOf(1))
                .build());
    }

    private static OrderableOngoingReadingAndWithWithoutWhere lineages() {
        return match(part(ONE_BODY))
                .withDistinct(SCHOOL.property(Properties.LINEAGE).as("lineage"));
    }

    private static String livesText() {
        return Rendering.text(lineages()
                .match(MEMBER)
                .where(MEMBER.property(Properties.LINEAGE).isEqualTo(name("lineage")))
                .returning(Columns.of(
                        MEMBER,
                        Properties.URN,
                        Properties.NAME,
                        Properties.GROUP,
                        Properties.FROM,
                        Properties.TO,
                        Properties.FROM_KNOWN,
                        Properties.TO_KNOWN,
                        Properties.EVER_OPEN))
                .orderBy(name("urn").ascending())
                .build());
    }

    private static String spellsText() {
        Node other = node(Labels.BODY).named("body");
        Relationship spell = MEMBER.relationshipTo(
                        other, Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY)
                .named("spell");
        return Rendering.text(lineages()
                .match(spell)
                .where(MEMBER.property(Properties.LINEAGE).isEqualTo(name("lineage")))
                .returning(SchoolRecordStatements.spellColumns(MEMBER, spell, other))
                .orderBy(SchoolRecordStatements.spellOrder(spell))
                .build());
    }

    private static String linksText() {
        Relationship link = MEMBER.relationshipTo(node(Labels.SCHOOL).named("other"), Relationships.SUCCEEDED_BY)
                .named("link");
        return Rendering.text(lineages()
                .match(link)
                .where(MEMBER.property(Properties.LINEAGE).isEqualTo(name("lineage")))
                .returningDistinct(SchoolRecordStatements.linkColumns(link).toArray(Expression[]::new))
                .orderBy(
                        name("on").ascending(),
                        name("fromUrn").ascending(),
                        name("toUrn").ascending())
                .build());
    }
}
