package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;

import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** What the timeline of a release is read with: every school, body, area and interval, once. */
public final class TimelineStatements {
    /**
     * Every school, by URN. Columns: urn, name, type, group, phase, from, to, fromKnown, everOpen, pupils, location,
     * lineage.
     */
    public static final Statement SCHOOLS = schools();

    /** Every body and area, by id. Columns: id, name, kind, formality, from, to, companiesHouse. */
    public static final Statement TIER = tier();

    /** Every dataset, by id. Column: id. */
    public static final Statement DATASETS = datasets();

    /** Every way from an area to another. Columns: from, to (ids), relation, since, until, on. */
    public static final Statement AREA_LINKS = areaLinks();

    /** Every plain or other succession of schools. Columns as {@link SchoolRecordStatements#links}. */
    public static final Statement SUCCESSIONS = successions();

    /**
     * Every spell of a school in what such a relationship leads to, in no order. Columns: urn, target (its id), from,
     * to, fromKnown, fromObservedAfter, toObservedAfter, source, basis.
     */
    public static final Statement GOVERNANCE = spells(Relationships.GOVERNED_BY);

    /** The same of authorities, dioceses and constituencies. */
    public static final Statement AREAS = spells(Relationships.IN_AREA);

    /** The same of federations and other bodies a school is a member of. */
    public static final Statement MEMBERSHIPS = spells(Relationships.MEMBER_OF);

    /** The same of sponsors. */
    public static final Statement SPONSORSHIPS = spells(Relationships.SPONSORED_BY);

    /** Every change of a name, by day. Columns: id, urn (null of a body), name, formerName, on, fromObservedAfter, source. */
    public static final Statement RENAMINGS = renamings();

    private TimelineStatements() {}

    private static Statement schools() {
        Node school = node(Labels.SCHOOL).named("s");
        return statement(match(school)
                .returning(Columns.of(
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
                        Properties.LINEAGE))
                .orderBy(name("urn").ascending())
                .build());
    }

    private static Statement tier() {
        Node unit = Cypher.anyNode("n");
        return statement(match(unit)
                .where(unit.hasLabels(Labels.BODY).or(unit.hasLabels(Labels.AREA)))
                .returning(Columns.of(
                        unit,
                        Properties.ID,
                        Properties.NAME,
                        Properties.KIND,
                        Properties.FORMALITY,
                        Properties.FROM,
                        Properties.TO,
                        Properties.COMPANIES_HOUSE))
                .orderBy(name("id").ascending())
                .build());
    }

    private static Statement datasets() {
        Node dataset = node(Labels.DATASET).named("d");
        return statement(match(dataset)
                .returning(Columns.of(dataset, Properties.ID))
                .orderBy(name("id").ascending())
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
        Relationship link = node(Labels.SCHOOL)
                .named("a")
                .relationshipTo(node(Labels.SCHOOL).named("b"), Relationships.SUCCEEDED_BY)
                .named("link");
        return statement(match(link)
                .returning(SchoolRecordStatements.linkColumns(link))
                .orderBy(
                        name("fromUrn").ascending(),
                        name("toUrn").ascending(),
                        name("kind").ascending())
                .build());
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

    private static Statement spells(String type) {
        Node target = Cypher.anyNode("target");
        Node school = node(Labels.SCHOOL).named("s");
        Relationship spell = school.relationshipTo(target, type).named("spell");
        return statement(match(spell)
                .returning(Columns.all(
                        Columns.of(school, Properties.URN),
                        List.of(target.property(Properties.ID).as("target")),
                        Columns.of(
                                spell,
                                Properties.FROM,
                                Properties.TO,
                                Properties.FROM_KNOWN,
                                Properties.FROM_OBSERVED_AFTER,
                                Properties.TO_OBSERVED_AFTER,
                                Properties.SOURCE,
                                Properties.BASIS)))
                .build());
    }

    private static Statement statement(org.neo4j.cypherdsl.core.Statement built) {
        return new Statement(Rendering.text(built), Map.of());
    }
}
