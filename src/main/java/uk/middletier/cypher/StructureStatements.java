package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;
import static org.neo4j.cypherdsl.core.Cypher.sum;

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
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;
import uk.middletier.model.SchoolGroup;

/**
 * Who runs the state-funded schools of each area on a day.
 *
 * <p>A governance interval is cut to the school's life and no other school has one, so whether it covers the day is all
 * there is to ask of a school, not even its label. What is alike is counted together first, and told apart by body and
 * type afterwards: that is some thousand rows instead of as many as there are schools. Federations are counted by a
 * statement of their own, because to ask of every school whether it is in one takes half as long as all the rest.
 */
public final class StructureStatements {
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();
    private static final Map<Shape, String> FEDERATED = new ConcurrentHashMap<>();

    private static final Node SCHOOL = Cypher.anyNode("s");
    private static final Node GOVERNOR = Cypher.anyNode("governor");
    private static final Relationship GOVERNED_BY =
            SCHOOL.relationshipTo(GOVERNOR, Relationships.GOVERNED_BY).named("governedBy");

    private StructureStatements() {}

    private record Shape(AreaKind by, @Nullable AreaKind within, boolean phases) {}

    /**
     * A row per area of the kind that has a school, by name. Columns: areaId, areaName, areaKind, schools, pupils,
     * schoolsWithPupils, laMaintained, welshMaintained, academies, cityTechnologyColleges, freeSchools, universityTechnicalColleges,
     * studioSchools, singleAcademyTrust, multiAcademyTrust, academyTrustUnknown.
     */
    public static Statement byArea(AreaKind by, @Nullable AreaFilter within, List<String> phases, LocalDate asOf) {
        String text = TEXTS.computeIfAbsent(shape(by, within, phases), StructureStatements::text);
        return new Statement(text, parameters(within, phases, asOf));
    }

    /** Of the same schools, those in a federation; areas without one are left out. Columns: areaId, federated. */
    public static Statement federatedByArea(
            AreaKind by, @Nullable AreaFilter within, List<String> phases, LocalDate asOf) {
        String text = FEDERATED.computeIfAbsent(shape(by, within, phases), StructureStatements::federatedText);
        return new Statement(text, parameters(within, phases, asOf));
    }

    private static Shape shape(AreaKind by, @Nullable AreaFilter within, List<String> phases) {
        return new Shape(by, within == null ? null : within.kind(), !phases.isEmpty());
    }

    private static Map<String, Object> parameters(@Nullable AreaFilter within, List<String> phases, LocalDate asOf) {
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

    private static String federatedText(Shape shape) {
        Relationship membership = SCHOOL.relationshipTo(node(BodyKind.FEDERATION.label()), Relationships.MEMBER_OF)
                .named("membership");
        Node area = node(shape.by().label()).named("area");
        AreaPattern way = AreaPattern.from(SCHOOL, area, shape.by(), Days.AS_OF_DAY, "by");
        OngoingReading federated = match(membership)
                .where(Days.covers(membership))
                .withDistinct(SCHOOL)
                .match(GOVERNED_BY)
                .where(governed(shape.phases()));
        return Rendering.text(within(federated, shape.within())
                .match(way.element())
                .where(way.condition())
                .returning(
                        area.property(Properties.ID).as("areaId"),
                        Cypher.count(SCHOOL).as("federated"))
                .orderBy(name("areaId").ascending())
                .build());
    }

    private static String text(Shape shape) {
        boolean direct = AreaPattern.holdsSchools(shape.by());
        AreaKind firstKind = direct ? shape.by() : AreaKind.LOCAL_AUTHORITY;
        Node first = node(firstKind.label()).named(direct ? "area" : "authority");
        Node area = node(shape.by().label()).named("area");

        OngoingReading schools = within(match(GOVERNED_BY).where(governed(shape.phases())), shape.within());
        Relationship in = SCHOOL.relationshipTo(first, Relationships.IN_AREA).named("inArea");
        OngoingReading alike = schools.match(in)
                .where(Days.covers(in))
                .with(
                        first,
                        GOVERNOR,
                        SCHOOL.property(Properties.GROUP).as("group"),
                        Cypher.count(SCHOOL).as("n"),
                        sum(SCHOOL.property(Properties.PUPILS)).as("pupilsAlike"),
                        Cypher.count(SCHOOL.property(Properties.PUPILS)).as("counted"));
        if (!direct) {
            AreaPattern way = AreaPattern.fromAuthority(first, area, shape.by(), Days.AS_OF_DAY, "area");
            alike = alike.match(way.element()).where(way.condition());
        }
        return Rendering.text(alike.returning(columns(area))
                .orderBy(name("areaName").ascending(), name("areaId").ascending())
                .build());
    }

    private static Condition governed(boolean phases) {
        Condition condition = Days.covers(GOVERNED_BY);
        return phases ? condition.and(SCHOOL.property(Properties.PHASE).in(parameter("phases"))) : condition;
    }

    private static OngoingReading within(OngoingReading schools, @Nullable AreaKind kind) {
        if (kind == null) {
            return schools;
        }
        Node filter = node(kind.label()).named("filter").withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(SCHOOL, filter, kind, Days.AS_OF_DAY, "filter");
        return schools.match(way.element()).where(way.condition());
    }

    private static List<Expression> columns(Node area) {
        List<Expression> columns = new ArrayList<>(List.of(
                area.property(Properties.ID).as("areaId"),
                area.property(Properties.NAME).as("areaName"),
                area.property(Properties.KIND).as("areaKind"),
                sum(name("n")).as("schools"),
                sum(name("pupilsAlike")).as("pupils"),
                sum(name("counted")).as("schoolsWithPupils")));
        columns.add(ofGroup(SchoolGroup.LA_MAINTAINED).as("laMaintained"));
        columns.add(ofGroup(SchoolGroup.WELSH_MAINTAINED).as("welshMaintained"));
        columns.add(ofGroup(SchoolGroup.ACADEMY).as("academies"));
        columns.add(ofGroup(SchoolGroup.CITY_TECHNOLOGY_COLLEGE).as("cityTechnologyColleges"));
        columns.add(ofGroup(SchoolGroup.FREE_SCHOOL).as("freeSchools"));
        columns.add(ofGroup(SchoolGroup.UNIVERSITY_TECHNICAL_COLLEGE).as("universityTechnicalColleges"));
        columns.add(ofGroup(SchoolGroup.STUDIO_SCHOOL).as("studioSchools"));
        columns.add(ofGovernor(BodyKind.SINGLE_ACADEMY_TRUST).as("singleAcademyTrust"));
        columns.add(ofGovernor(BodyKind.MULTI_ACADEMY_TRUST).as("multiAcademyTrust"));
        columns.add(ofGovernor(BodyKind.UNKNOWN_TRUST).as("academyTrustUnknown"));
        return columns;
    }

    private static Expression ofGroup(SchoolGroup group) {
        return sumIf(name("group").isEqualTo(literalOf(group.word())));
    }

    private static Expression ofGovernor(BodyKind kind) {
        return sumIf(GOVERNOR.hasLabels(kind.label()));
    }

    private static Expression sumIf(Condition condition) {
        return sum(Cypher.caseExpression().when(condition).then(name("n")).elseDefault(literalOf(0)));
    }
}
