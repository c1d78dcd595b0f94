package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** Areas and what stands around them. */
public final class AreaStatements {
    private static final Node AREA = node(Labels.AREA).named("a").withProperties(Properties.ID, parameter("area"));
    private static final Node OTHER = node(Labels.AREA).named("other");

    private static final String DIRECTORY = directory();
    private static final String RECORD = record();
    private static final String NEIGHBOURS = neighbours();
    private static final Map<AreaKind, String> COUNTS = counts();

    private AreaStatements() {}

    /** Every area there ever was, a row each, by id. Columns: id, name, kind, code, gss, from, to. */
    public static Statement listAll() {
        return new Statement(DIRECTORY, Map.of());
    }

    /** One area. Column: area, a map of its properties. */
    public static Statement get(String id) {
        return new Statement(RECORD, Map.of("area", id));
    }

    /**
     * The areas next to one in the hierarchy and in time. Columns: relation (IN_AREA or SUCCEEDED_BY), outgoing, id,
     * name, kind, from, to, on, succession (how the one became the other).
     */
    public static Statement neighbours(String id) {
        return new Statement(NEIGHBOURS, Map.of("area", id));
    }

    /**
     * State-funded schools of an area that are open on a day, by group. Columns: group, governorKind, schools, pupils,
     * bodies.
     */
    public static Statement counts(AreaFilter area, LocalDate asOf) {
        return new Statement(COUNTS.getOrDefault(area.kind(), ""), Map.of("area", area.id(), Days.AS_OF, asOf));
    }

    private static String directory() {
        Node area = node(Labels.AREA).named("a");
        return Rendering.text(match(area)
                .returning(
                        area.property(Properties.ID).as("id"),
                        area.property(Properties.NAME).as("name"),
                        area.property(Properties.KIND).as("kind"),
                        area.property(Properties.CODE).as("code"),
                        area.property(Properties.GSS).as("gss"),
                        area.property(Properties.FROM).as("from"),
                        area.property(Properties.TO).as("to"))
                .orderBy(area.property(Properties.ID).ascending())
                .build());
    }

    private static String record() {
        return Rendering.text(match(AREA).returning(AREA.as("area")).build());
    }

    private static String neighbours() {
        Relationship step = AREA.relationshipBetween(OTHER, Relationships.IN_AREA, Relationships.SUCCEEDED_BY)
                .named("step");
        return Rendering.text(match(step)
                .returning(
                        Cypher.type(step).as("relation"),
                        Cypher.startNode(step).isEqualTo(Cypher.name("a")).as("outgoing"),
                        OTHER.property(Properties.ID).as("id"),
                        OTHER.property(Properties.NAME).as("name"),
                        OTHER.property(Properties.KIND).as("kind"),
                        step.property(Properties.FROM).as("from"),
                        step.property(Properties.TO).as("to"),
                        step.property(Properties.ON).as("on"),
                        step.property(Properties.KIND).as("succession"))
                .orderBy(
                        OTHER.property(Properties.NAME).ascending(),
                        OTHER.property(Properties.ID).ascending())
                .build());
    }

    private static Map<AreaKind, String> counts() {
        Map<AreaKind, String> texts = new EnumMap<>(AreaKind.class);
        Arrays.stream(AreaKind.values()).forEach(kind -> texts.put(kind, counts(kind)));
        return texts;
    }

    private static String counts(AreaKind kind) {
        Node school = node(Labels.SCHOOL).named("s");
        Node governor = node(Labels.BODY).named("governor");
        Node area = node(kind.label()).named("a").withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(school, area, kind, Days.AS_OF_DAY, "in");
        Relationship governed =
                school.relationshipTo(governor, Relationships.GOVERNED_BY).named("governedBy");
        return Rendering.text(match(way.element())
                .where(way.condition())
                .match(governed)
                .where(Days.covers(governed))
                .returning(
                        school.property(Properties.GROUP).as("group"),
                        Cypher.coalesce(governor.property(Properties.KIND), literalOf(""))
                                .as("governorKind"),
                        Cypher.count(school).as("schools"),
                        Cypher.sum(school.property(Properties.PUPILS)).as("pupils"),
                        Cypher.countDistinct(governor).as("bodies"))
                .orderBy(
                        Cypher.name("group").ascending(),
                        Cypher.name("governorKind").ascending())
                .build());
    }
}
