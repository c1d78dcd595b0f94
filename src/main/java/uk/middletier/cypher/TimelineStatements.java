package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** What the timeline of a release is read with: every school, body, area and interval, once. */
public final class TimelineStatements {
    /**
     * Every school, in no order. Column: school, a list of urn, name, type, group, phase, from, to, fromKnown, everOpen,
     * pupils, location, lineage: one list is read faster than twelve columns.
     */
    public static final Statement SCHOOLS = schools();

    /**
     * Every body and area, in no order, with every spell of a school under it. Columns: unit, a list of id, name, kind,
     * formality, from, to, companiesHouse; spells, lists of relation, urn, from, to, fromKnown, fromObservedAfter,
     * toObservedAfter, source, basis. One statement, so that what is read of a body is read once, and little is planned.
     */
    public static final Statement TIER = tier();

    /**
     * Every area, in no order, with every spell of a school in it. Columns: id; spells, lists of urn, from, to, source.
     * These are two of three spells there are, and less is asked about them.
     */
    public static final Statement AREA_SPELLS = areaSpells();

    /** Every way from an area to another, and what took its place. Columns: from, to (ids), relation, since, until. */
    public static final Statement AREA_LINKS = areaLinks();

    /** Every succession of schools, in no order. Column: link, a list of fromUrn, toUrn, on, kind, registerType. */
    public static final Statement SUCCESSIONS = successions();

    /** Every change of a name, by day. Columns: id, urn (null of a body), name, formerName, on, fromObservedAfter, source. */
    public static final Statement RENAMINGS = renamings();

    /**
     * What no register holds, in no order. Column: row, a list of type, id and urn of where it starts, id and urn of where
     * it ends, from, to, programme, brokeredBy, depth, as, measure, value, text, unit. One statement for four types: most
     * releases have none of them.
     */
    public static final Statement OVERLAY = overlay();

    private TimelineStatements() {}

    private static Statement schools() {
        Node school = node(Labels.SCHOOL).named("s");
        return statement(match(school)
                .returning(listOf(
                                school,
                                Properties.URN,
                                Properties.NAME,
                                Properties.TYPE,
                                Properties.GROUP,
                                Properties.PHASE,
                                Properties.FROM,
                                Properties.TO,
                                Properties.FROM_KNOWN,
                                Properties.EVER_OPEN,
                                Properties.PUPILS,
                                Properties.LOCATION,
                                Properties.LINEAGE)
                        .as("school"))
                .build());
    }

    private static Statement tier() {
        Node unit = Cypher.anyNode("unit");
        Node school = node(Labels.SCHOOL).named("s");
        Relationship spell = school.relationshipTo(
                        unit, Relationships.GOVERNED_BY, Relationships.MEMBER_OF, Relationships.SPONSORED_BY)
                .named("spell");
        List<Expression> spells = new ArrayList<>();
        spells.add(Cypher.type(spell));
        spells.add(school.property(Properties.URN));
        for (String property : List.of(
                Properties.FROM,
                Properties.TO,
                Properties.FROM_KNOWN,
                Properties.FROM_OBSERVED_AFTER,
                Properties.TO_OBSERVED_AFTER,
                Properties.SOURCE,
                Properties.BASIS)) {
            spells.add(spell.property(property));
        }
        return statement(match(unit)
                .where(unit.hasLabels(Labels.BODY).or(unit.hasLabels(Labels.AREA)))
                .returning(
                        listOf(
                                        unit,
                                        Properties.ID,
                                        Properties.NAME,
                                        Properties.KIND,
                                        Properties.FORMALITY,
                                        Properties.FROM,
                                        Properties.TO,
                                        Properties.COMPANIES_HOUSE)
                                .as("unit"),
                        Cypher.listBasedOn(spell)
                                .returning(Cypher.listOf(spells.toArray(Expression[]::new)))
                                .as("spells"))
                .build());
    }

    private static Statement areaSpells() {
        Node area = node(Labels.AREA).named("area");
        Node school = node(Labels.SCHOOL).named("s");
        Relationship spell = school.relationshipTo(area, Relationships.IN_AREA).named("spell");
        return statement(match(area)
                .returning(
                        area.property(Properties.ID).as("id"),
                        Cypher.listBasedOn(spell)
                                .returning(Cypher.listOf(
                                        school.property(Properties.URN),
                                        spell.property(Properties.FROM),
                                        spell.property(Properties.TO),
                                        spell.property(Properties.SOURCE)))
                                .as("spells"))
                .build());
    }

    private static Statement areaLinks() {
        Node area = node(Labels.AREA).named("a");
        Node other = node(Labels.AREA).named("b");
        Relationship link = area.relationshipTo(other, Relationships.IN_AREA, Relationships.SUCCEEDED_BY)
                .named("link");
        return statement(match(link)
                .returning(
                        area.property(Properties.ID).as("from"),
                        other.property(Properties.ID).as("to"),
                        Cypher.type(link).as("relation"),
                        link.property(Properties.FROM).as("since"),
                        link.property(Properties.TO).as("until"))
                .orderBy(name("from").ascending(), name("to").ascending())
                .build());
    }

    private static Statement successions() {
        Node before = node(Labels.SCHOOL).named("a");
        Node after = node(Labels.SCHOOL).named("b");
        Relationship link =
                before.relationshipTo(after, Relationships.SUCCEEDED_BY).named("link");
        return statement(match(link)
                .returning(Cypher.listOf(
                                before.property(Properties.URN),
                                after.property(Properties.URN),
                                link.property(Properties.ON),
                                link.property(Properties.KIND),
                                link.property(Properties.REGISTER_TYPE))
                        .as("link"))
                .build());
    }

    private static Statement overlay() {
        Node start = Cypher.anyNode("a");
        Node end = Cypher.anyNode("b");
        Relationship fact = start.relationshipTo(
                        end,
                        Relationships.SUPPORTS,
                        Relationships.DESIGNATED,
                        Relationships.UNDER,
                        Relationships.OBSERVED)
                .named("fact");
        List<Expression> row = new ArrayList<>();
        row.add(Cypher.type(fact));
        for (Node node : List.of(start, end)) {
            row.add(node.property(Properties.ID));
            row.add(node.property(Properties.URN));
        }
        for (String property : List.of(
                Properties.FROM,
                Properties.TO,
                Properties.PROGRAMME,
                Properties.BROKERED_BY,
                Properties.DEPTH,
                Properties.AS,
                Properties.MEASURE,
                Properties.VALUE,
                Properties.TEXT,
                Properties.UNIT)) {
            row.add(fact.property(property));
        }
        return statement(match(fact)
                .returning(Cypher.listOf(row.toArray(Expression[]::new)).as("row"))
                .build());
    }

    private static Expression listOf(Node node, String... properties) {
        return Cypher.listOf(Arrays.stream(properties).map(node::property).toArray(Expression[]::new));
    }

    private static Statement renamings() {
        Node renamed = Cypher.anyNode("n");
        Relationship renaming =
                renamed.relationshipTo(renamed, Relationships.RENAMED).named("renaming");
        return statement(match(renaming)
                .returning(SchoolRecordStatements.renamingColumns(renamed, renaming))
                .orderBy(name("on").ascending(), name("id").ascending())
                .build());
    }

    private static Statement statement(org.neo4j.cypherdsl.core.Statement built) {
        return new Statement(Rendering.text(built), Map.of());
    }
}
