package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.literalOf;
import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SortItem;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** One school: its record on a day, and all that is known of its lineage. */
public final class SchoolRecordStatements {
    private static final Node SCHOOL =
            node(Labels.SCHOOL).named("s").withProperties(Properties.URN, parameter(Properties.URN));
    /** A school of the lineage, the one asked for among them. */
    private static final Node MEMBER = node(Labels.SCHOOL).named("m");

    private static final String RECORD = record();
    private static final String AREAS = areas();
    private static final String LINKS = links();
    private static final String LINEAGE = lineage();
    private static final String SPELLS = spells();
    private static final String LINEAGE_LINKS = lineageLinks();
    private static final String RENAMINGS = renamings();
    private static final String LIKE = like();

    private SchoolRecordStatements() {}

    /**
     * A school on a day. Columns: school (map of its properties), open, sector, governedBy (map or null), memberOf and
     * sponsoredBy (lists of maps), trustSize (open schools of the governing body).
     */
    public static Statement get(long urn, LocalDate asOf) {
        return new Statement(RECORD, Map.of(Properties.URN, urn, Days.AS_OF, asOf));
    }

    /** The areas a school lies in, directly or through its authority. Columns: id, name, kind. */
    public static Statement areas(long urn, LocalDate asOf) {
        return new Statement(AREAS, Map.of(Properties.URN, urn, Days.AS_OF, asOf));
    }

    /** What a school came from and became. Columns: fromUrn, fromName, toUrn, toName, on, kind, registerType. */
    public static Statement links(long urn) {
        return new Statement(LINKS, Map.of(Properties.URN, urn));
    }

    /**
     * The schools of a school's lineage, oldest first. Columns: id, urn, name, type, group, phase, status, from, to,
     * fromKnown, toKnown, everOpen, lineage.
     */
    public static Statement lineage(long urn) {
        return new Statement(LINEAGE, Map.of(Properties.URN, urn));
    }

    /**
     * Every spell of every school of a school's lineage. Columns: urn, relation, bodyId, bodyName, bodyKind,
     * companiesHouse, role, basis, source, from, to, fromKnown, fromObservedAfter, toObservedAfter.
     */
    public static Statement spells(long urn) {
        return new Statement(SPELLS, Map.of(Properties.URN, urn));
    }

    /** Links among the schools of a lineage, and from and to others. Columns as {@link #links}. */
    public static Statement lineageLinks(long urn) {
        return new Statement(LINEAGE_LINKS, Map.of(Properties.URN, urn));
    }

    /**
     * Every change of name of a school of a lineage, by day. Columns: id, urn, name, formerName, on, fromObservedAfter,
     * source.
     */
    public static Statement renamings(long urn) {
        return new Statement(RENAMINGS, Map.of(Properties.URN, urn));
    }

    /** Which of some URNs exist. Columns: urn, name. */
    public static Statement existing(List<Long> urns) {
        return new Statement(LIKE, Map.of("urns", urns));
    }

    private static String record() {
        Node governor = node(Labels.BODY).named("governor");
        Relationship governed =
                SCHOOL.relationshipTo(governor, Relationships.GOVERNED_BY).named("governedBy");
        Node sister = node(Labels.SCHOOL).named("sister");
        Relationship sisterGoverned =
                sister.relationshipTo(governor, Relationships.GOVERNED_BY).named("sisterGovernedBy");
        return Rendering.text(match(SCHOOL)
                .optionalMatch(governed)
                .where(Days.covers(governed))
                .returning(
                        SCHOOL.as("school"),
                        Days.open(SCHOOL).as("open"),
                        Cypher.caseExpression()
                                .when(Days.open(SCHOOL))
                                .then(Sectors.of(SCHOOL, governor))
                                .as("sector"),
                        Cypher.caseExpression()
                                .when(governor.isNotNull())
                                .then(Columns.refMap(governor))
                                .as("governedBy"),
                        bodies(Relationships.MEMBER_OF, "membership").as("memberOf"),
                        bodies(Relationships.SPONSORED_BY, "sponsorship").as("sponsoredBy"),
                        Cypher.count(
                                        List.of(sisterGoverned),
                                        org.neo4j.cypherdsl.core.Where.from(Days.covers(sisterGoverned)))
                                .as("trustSize"))
                .build());
    }

    private static Expression bodies(String type, String name) {
        Node body = node(Labels.BODY).named(name + "Body");
        Relationship part =
                node(Labels.SCHOOL).named("s").relationshipTo(body, type).named(name);
        return Cypher.listBasedOn(part).where(Days.covers(part)).returning(Columns.refMap(body));
    }

    private static String areas() {
        Node area = node(Labels.AREA).named("area");
        Relationship way =
                SCHOOL.relationshipTo(area, Relationships.IN_AREA).length(1, 3).named("way");
        return Rendering.text(match(way)
                .where(AreaPattern.allCover("way", Days.nearest(SCHOOL)))
                .returningDistinct(Columns.of(area, Properties.ID, Properties.NAME, Properties.KIND)
                        .toArray(Expression[]::new))
                .orderBy(name("kind").ascending(), name("id").ascending())
                .build());
    }

    private static String links() {
        Node other = node(Labels.SCHOOL).named("other");
        Relationship link =
                SCHOOL.relationshipBetween(other, Relationships.SUCCEEDED_BY).named("link");
        return Rendering.text(match(link)
                .returning(linkColumns(link))
                .orderBy(
                        name("on").ascending(),
                        name("fromUrn").ascending(),
                        name("toUrn").ascending())
                .build());
    }

    static List<Expression> linkColumns(Relationship link) {
        return Columns.all(
                List.of(
                        Cypher.property(Cypher.startNode(link), Properties.URN).as("fromUrn"),
                        Cypher.property(Cypher.startNode(link), Properties.NAME).as("fromName"),
                        Cypher.property(Cypher.endNode(link), Properties.URN).as("toUrn"),
                        Cypher.property(Cypher.endNode(link), Properties.NAME).as("toName")),
                Columns.of(link, Properties.ON, Properties.KIND, "registerType"));
    }

    private static String lineage() {
        return Rendering.text(match(SCHOOL)
                .match(MEMBER)
                .where(MEMBER.property(Properties.LINEAGE).isEqualTo(SCHOOL.property(Properties.LINEAGE)))
                .returning(Columns.of(
                        MEMBER,
                        Properties.ID,
                        Properties.URN,
                        Properties.NAME,
                        Properties.TYPE,
                        Properties.GROUP,
                        Properties.PHASE,
                        Properties.STATUS,
                        Properties.FROM,
                        Properties.TO,
                        Properties.FROM_KNOWN,
                        Properties.TO_KNOWN,
                        Properties.EVER_OPEN,
                        Properties.LINEAGE))
                .orderBy(
                        // No opening date means since before the record, and null would sort last.
                        Cypher.coalesce(MEMBER.property(Properties.FROM), Cypher.date("0001-01-01"))
                                .ascending(),
                        MEMBER.property(Properties.URN).ascending())
                .build());
    }

    private static String spells() {
        Node body = Cypher.anyNode("body");
        Relationship spell = MEMBER.relationshipTo(
                        body,
                        Relationships.GOVERNED_BY,
                        Relationships.MEMBER_OF,
                        Relationships.SPONSORED_BY,
                        Relationships.IN_AREA)
                .named("spell");
        return Rendering.text(match(SCHOOL)
                .match(spell)
                .where(MEMBER.property(Properties.LINEAGE).isEqualTo(SCHOOL.property(Properties.LINEAGE)))
                .returning(spellColumns(MEMBER, spell, body))
                .orderBy(spellOrder(spell))
                .build());
    }

    static List<Expression> spellColumns(Node school, Relationship spell, Node body) {
        return Columns.all(
                Columns.of(school, Properties.URN),
                List.of(Cypher.type(spell).as("relation")),
                Columns.ref(body, "body"),
                Columns.of(body, Properties.COMPANIES_HOUSE),
                Columns.of(
                        spell,
                        Properties.ROLE,
                        Properties.BASIS,
                        Properties.SOURCE,
                        Properties.FROM,
                        Properties.TO,
                        Properties.FROM_KNOWN,
                        Properties.FROM_OBSERVED_AFTER,
                        Properties.TO_OBSERVED_AFTER));
    }

    static List<SortItem> spellOrder(Relationship spell) {
        return List.of(
                name("urn").ascending(),
                name("relation").ascending(),
                Cypher.coalesce(spell.property(Properties.FROM), Cypher.date("0001-01-01"))
                        .ascending(),
                name("bodyId").ascending());
    }

    private static String lineageLinks() {
        Node other = node(Labels.SCHOOL).named("other");
        Relationship link =
                MEMBER.relationshipBetween(other, Relationships.SUCCEEDED_BY).named("link");
        return Rendering.text(match(SCHOOL)
                .match(link)
                .where(MEMBER.property(Properties.LINEAGE).isEqualTo(SCHOOL.property(Properties.LINEAGE)))
                .returningDistinct(linkColumns(link).toArray(Expression[]::new))
                .orderBy(
                        name("on").ascending(),
                        name("fromUrn").ascending(),
                        name("toUrn").ascending())
                .build());
    }

    private static String renamings() {
        Relationship renaming =
                MEMBER.relationshipTo(MEMBER, Relationships.RENAMED).named("renaming");
        return Rendering.text(match(SCHOOL)
                .match(renaming)
                .where(MEMBER.property(Properties.LINEAGE).isEqualTo(SCHOOL.property(Properties.LINEAGE)))
                .returning(renamingColumns(MEMBER, renaming))
                .orderBy(name("on").ascending(), name("id").ascending())
                .build());
    }

    static List<Expression> renamingColumns(Node renamed, Relationship renaming) {
        return Columns.all(
                Columns.of(renamed, Properties.ID, Properties.URN),
                Columns.of(
                        renaming,
                        Properties.NAME,
                        Properties.FORMER_NAME,
                        Properties.ON,
                        Properties.FROM_OBSERVED_AFTER,
                        Properties.SOURCE));
    }

    private static String like() {
        Node school = node(Labels.SCHOOL).named("s");
        return Rendering.text(match(school)
                .where(school.property(Properties.URN).in(parameter("urns")))
                .returning(Columns.of(school, Properties.URN, Properties.NAME))
                .orderBy(name("urn").ascending())
                .limit(literalOf(5))
                .build());
    }
}
