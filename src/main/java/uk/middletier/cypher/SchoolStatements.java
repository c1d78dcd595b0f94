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
import org.neo4j.cypherdsl.core.AliasedExpression;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.ResultStatement;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** Lists of schools. */
public final class SchoolStatements {
    /** A text per shape of question: some hundreds in practice, a few thousand at most. */
    private static final Map<SchoolFilter.Shape, String> TEXTS = new ConcurrentHashMap<>();

    private static final Node SCHOOL = node(Labels.SCHOOL).named("s");
    private static final Node GOVERNOR = node(Labels.BODY).named("governor");
    private static final Node AUTHORITY = node(AreaKind.LOCAL_AUTHORITY.label()).named("authority");
    private static final Relationship GOVERNED_BY =
            SCHOOL.relationshipTo(GOVERNOR, Relationships.GOVERNED_BY).named("governedBy");

    private SchoolStatements() {}

    /**
     * Schools in order, a row each. What governs a school is said of the day; where it lies, of the day of its life
     * nearest to it.
     *
     * <p>Columns: id, urn, name, laEstab, type, group, phase, status, open, sector, governedById, governedByName,
     * governedByKind, areaId, areaName, areaKind, from, to, pupils, town, postcode, location.
     */
    public static Statement list(SchoolFilter filter, SchoolSort sort, LocalDate asOf, @Nullable Window window) {
        Map<String, Object> parameters = filter.parameters();
        parameters.put(Days.AS_OF, asOf);
        if (window != null) {
            parameters.put(Window.SKIP, window.skip());
            parameters.put(Window.LIMIT, window.limit());
        }
        return new Statement(
                TEXTS.computeIfAbsent(filter.shape(sort, window != null), SchoolStatements::text), parameters);
    }

    private static String text(SchoolFilter.Shape shape) {
        List<IdentifiableElement> carried = new ArrayList<>(List.of(SCHOOL));
        if (shape.words()) {
            carried.add(name("score"));
        }
        OngoingReadingWithWhere found = find(shape);
        ExposesWith narrowed = shape.sectors() ? withSectors(found, carried) : found;
        OrderableOngoingReadingAndWithWithoutWhere chosen =
                shape.body() ? narrowed.withDistinct(carried) : narrowed.with(carried);
        OrderableOngoingReadingAndWithWithWhere ordered = chosen.orderBy(order(shape.sort()));
        ExposesMatch cut =
                shape.window() ? ordered.skip(parameter(Window.SKIP)).limit(parameter(Window.LIMIT)) : ordered;
        return Rendering.text(describe(shape, cut));
    }

    private static OngoingReadingWithWhere find(SchoolFilter.Shape shape) {
        OngoingReadingWithWhere found = shape.words()
                ? call(FullText.PROCEDURE)
                        .withArgs(literalOf(FullText.SCHOOLS), parameter("search"))
                        .yield(name("node"), name("score"))
                        .with(name("node").as("s"), name("score"))
                        .match(SCHOOL)
                        .where(conditions(shape))
                : match(SCHOOL).where(conditions(shape));
        AreaKind kind = shape.area();
        if (kind != null) {
            Node area = node(kind.label()).named("area").withProperties(Properties.ID, parameter("area"));
            AreaPattern way = AreaPattern.from(SCHOOL, area, kind, day(shape), "filter");
            found = found.match(way.element()).where(way.condition());
        }
        if (shape.body()) {
            Node body = node(Labels.BODY).named("body").withProperties(Properties.ID, parameter("body"));
            Relationship part = SCHOOL.relationshipTo(
                            body, Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY)
                    .named("part");
            found = found.match(part).where(Days.covers(part));
        }
        return found;
    }

    private static ExposesWith withSectors(OngoingReadingWithWhere found, List<IdentifiableElement> carried) {
        List<IdentifiableElement> withGovernor = new ArrayList<>(carried);
        withGovernor.add(GOVERNOR);
        return found.optionalMatch(GOVERNED_BY)
                .where(Days.covers(GOVERNED_BY))
                .with(withGovernor)
                .where(Sectors.of(SCHOOL, GOVERNOR).in(parameter("sectors")));
    }

    private static Condition conditions(SchoolFilter.Shape shape) {
        // Every school has a name and a URN; to say so lets an index give them in order, and a page stop early.
        Condition condition = switch (shape.sort()) {
            case NAME -> SCHOOL.property(Properties.NAME).isNotNull();
            case URN -> SCHOOL.property(Properties.URN).isNotNull();
            case PUPILS, RELEVANCE -> noCondition();
        };
        if (shape.search() != null) {
            condition = condition.and(matches(shape.search()));
        }
        if (shape.open() != null) {
            condition = condition.and(
                    shape.open() ? Days.open(SCHOOL) : Days.open(SCHOOL).not());
        }
        condition = condition.and(in(shape.phases(), Properties.PHASE, "phases"));
        condition = condition.and(in(shape.groups(), Properties.GROUP, "groups"));
        condition = condition.and(in(shape.types(), Properties.TYPE, "types"));
        condition = condition.and(in(shape.statuses(), Properties.STATUS, "statuses"));
        condition = condition.and(is(shape.rural(), Properties.RURAL));
        return condition.and(is(shape.stateFunded(), Properties.STATE_FUNDED));
    }

    private static Condition matches(Class<? extends SchoolSearch> search) {
        Condition condition = noCondition();
        for (String identifier : SchoolSearch.identifiers(search)) {
            condition = condition.or(SCHOOL.property(identifier).isEqualTo(parameter(identifier)));
        }
        return condition;
    }

    private static Condition in(boolean wanted, String property, String parameter) {
        return wanted ? SCHOOL.property(property).in(parameter(parameter)) : noCondition();
    }

    private static Condition is(boolean wanted, String property) {
        return wanted ? SCHOOL.property(property).isEqualTo(parameter(property)) : noCondition();
    }

    private static ResultStatement describe(SchoolFilter.Shape shape, ExposesMatch schools) {
        Relationship in =
                SCHOOL.relationshipTo(AUTHORITY, Relationships.IN_AREA).named("inAuthority");
        return schools.optionalMatch(GOVERNED_BY)
                .where(Days.covers(GOVERNED_BY))
                .optionalMatch(in)
                .where(Days.covers(in, day(shape)))
                .returning(
                        own(Properties.ID),
                        own(Properties.URN),
                        own(Properties.NAME),
                        own(Properties.LA_ESTAB),
                        own(Properties.TYPE),
                        own(Properties.GROUP),
                        own(Properties.PHASE),
                        own(Properties.STATUS),
                        Days.open(SCHOOL).as("open"),
                        Cypher.caseExpression()
                                .when(Days.open(SCHOOL))
                                .then(Sectors.of(SCHOOL, GOVERNOR))
                                .as("sector"),
                        GOVERNOR.property(Properties.ID).as("governedById"),
                        GOVERNOR.property(Properties.NAME).as("governedByName"),
                        GOVERNOR.property(Properties.KIND).as("governedByKind"),
                        AUTHORITY.property(Properties.ID).as("areaId"),
                        AUTHORITY.property(Properties.NAME).as("areaName"),
                        AUTHORITY.property(Properties.KIND).as("areaKind"),
                        own(Properties.FROM),
                        own(Properties.TO),
                        own(Properties.PUPILS),
                        own(Properties.TOWN),
                        own(Properties.POSTCODE),
                        own(Properties.LOCATION))
                .orderBy(order(shape.sort()))
                .build();
    }

    private static Expression day(SchoolFilter.Shape shape) {
        return Boolean.TRUE.equals(shape.open()) ? Days.AS_OF_DAY : Days.nearest(SCHOOL);
    }

    private static List<SortItem> order(SchoolSort sort) {
        SortItem urn = SCHOOL.property(Properties.URN).ascending();
        return switch (sort) {
            case NAME -> List.of(SCHOOL.property(Properties.NAME).ascending(), urn);
            case URN -> List.of(urn);
            case PUPILS ->
                List.of(
                        Cypher.coalesce(SCHOOL.property(Properties.PUPILS), literalOf(-1))
                                .descending(),
                        urn);
            case RELEVANCE -> List.of(name("score").descending(), urn);
        };
    }

    private static AliasedExpression own(String property) {
        return SCHOOL.property(property).as(property);
    }
}
