package uk.middletier.cypher;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.ResultStatement;
import org.neo4j.cypherdsl.core.Where;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** Statements behind the published figures; each answers one row with a column {@code n}. */
public final class EvidenceStatements {
    private static final String N = "n";

    private EvidenceStatements() {}

    /** Schools of some groups open on a day; {@code phases} empty = of every phase. */
    public static Statement schools(LocalDate asOf, List<String> groups, List<String> phases) {
        Node school = Cypher.node(Labels.SCHOOL).named("school");
        Condition condition =
                school.property(Properties.GROUP).in(Cypher.parameter("groups")).and(Days.open(school));
        if (!phases.isEmpty()) {
            condition = condition.and(school.property(Properties.PHASE).in(Cypher.parameter("phases")));
        }
        ResultStatement statement = Cypher.match(school)
                .where(condition)
                .returning(Cypher.count(school).as(N))
                .build();
        return phases.isEmpty()
                ? new Statement(statement.getCypher(), Map.of("asOf", asOf, "groups", groups))
                : new Statement(statement.getCypher(), Map.of("asOf", asOf, "groups", groups, "phases", phases));
    }

    /** Academy trusts that run from {@code least} to {@code most} open schools on a day. */
    public static Statement trusts(LocalDate asOf, long least, long most) {
        return new Statement(ofSize(true), Map.of("asOf", asOf, "least", least, "most", most));
    }

    /** Schools in academy trusts that run from {@code least} to {@code most} open schools on a day. */
    public static Statement schoolsInTrusts(LocalDate asOf, long least, long most) {
        return new Statement(ofSize(false), Map.of("asOf", asOf, "least", least, "most", most));
    }

    /** Schools whose trust no source names on a day. */
    public static Statement schoolsOfUnknownTrust(LocalDate asOf) {
        Node school = Cypher.node(Labels.SCHOOL).named("school");
        Node trust = Cypher.node(BodyKind.UNKNOWN_TRUST.label()).named("trust");
        Relationship governed =
                school.relationshipTo(trust, Relationships.GOVERNED_BY).named("governed");
        return new Statement(
                Cypher.match(governed)
                        .where(Days.covers(governed))
                        .returning(Cypher.count(school).as(N))
                        .build()
                        .getCypher(),
                Map.of("asOf", asOf));
    }

    /** Files the generator made up. */
    public static Statement madeUpDatasets() {
        Node dataset = Cypher.node(Labels.DATASET).named("dataset");
        return new Statement(
                Cypher.match(dataset)
                        .where(dataset.property(Properties.MADE_UP).isTrue())
                        .returning(Cypher.count(dataset).as(N))
                        .build()
                        .getCypher(),
                Map.of());
    }

    /** Local authorities of a country on a day. */
    public static Statement authorities(LocalDate asOf, String country) {
        Node authority = Cypher.node(BodyKind.LOCAL_AUTHORITY.label()).named("authority");
        Node region = Cypher.node("Region").named("region");
        Node land = Cypher.node("Country").named("country");
        return new Statement(
                Cypher.match(authority
                                .relationshipTo(region, Relationships.IN_AREA)
                                .relationshipTo(land, Relationships.IN_AREA))
                        .where(land.property(Properties.ID)
                                .isEqualTo(Cypher.parameter("country"))
                                .and(Days.covers(authority)))
                        .returning(Cypher.countDistinct(authority).as(N))
                        .build()
                        .getCypher(),
                Map.of("asOf", asOf, "country", country));
    }

    /**
     * Schools that went from one academy trust to one of another company, from a day on and before another: under one URN,
     * or under that of the one school that took the other's place. What nobody knows between the two is passed over, for
     * an academy is never without a trust. Counts what the events call a transfer.
     */
    public static Statement transfers(LocalDate from, LocalDate to) {
        Node before = Cypher.node(Labels.SCHOOL).named("before");
        Node school = Cypher.node(Labels.SCHOOL).named("school");
        Node loser = Cypher.node(Labels.BODY).named("loser");
        Node gainer = Cypher.node(Labels.BODY).named("gainer");
        Relationship joined =
                school.relationshipTo(gainer, Relationships.GOVERNED_BY).named("joined");
        Relationship left =
                before.relationshipTo(loser, Relationships.GOVERNED_BY).named("left");
        Expression day = joined.property(Properties.FROM);
        Expression company = loser.property(Properties.COMPANIES_HOUSE);
        Expression otherCompany = gainer.property(Properties.COMPANIES_HOUSE);
        Condition oneCompany = company.isNotNull().and(otherCompany.isNotNull()).and(company.isEqualTo(otherCompany));
        return new Statement(
                Rendering.text(Cypher.match(joined)
                        .where(day.gte(Cypher.parameter("from"))
                                .and(day.lt(Cypher.parameter("to")))
                                .and(school.property(Properties.EVER_OPEN).isTrue())
                                .and(isTrust(gainer)))
                        .match(plainLink(before, school).length(0, 1))
                        .where(before.isEqualTo(school)
                                .or(number(plainLink(Cypher.node(Labels.SCHOOL), school))
                                        .isEqualTo(Cypher.literalOf(1))
                                        .and(number(plainLink(before, Cypher.node(Labels.SCHOOL)))
                                                .isEqualTo(Cypher.literalOf(1)))))
                        .match(left)
                        .where(left.property(Properties.TO)
                                .lte(day)
                                .and(isTrust(loser))
                                .and(loser.isNotEqualTo(gainer))
                                .and(oneCompany.not())
                                .and(knownBefore(before, left.property(Properties.TO), day)
                                        .not())
                                .and(before.isEqualTo(school)
                                        .or(knownBefore(school, null, day).not())))
                        .returning(Cypher.count(Cypher.asterisk()).as(N))
                        .build()),
                Map.of("from", from, "to", to));
    }

    /**
     * Schools that left an academy trust before a day and went on. None: the release knows who runs a trust's schools
     * only from a later day, and who ran them before it cannot say. None either if all its files are of an earlier day.
     */
    public static Statement leaversBefore(LocalDate to) {
        Node school = Cypher.node(Labels.SCHOOL).named("school");
        Node trust = Cypher.node(Labels.BODY).named("trust");
        Node dataset = Cypher.node(Labels.DATASET).named("dataset");
        Relationship left =
                school.relationshipTo(trust, Relationships.GOVERNED_BY).named("left");
        Expression closed = school.property(Properties.TO);
        return new Statement(
                Rendering.text(Cypher.match(dataset)
                        .with(Cypher.max(dataset.property(Properties.EXTRACT_DATE))
                                .as("latest"))
                        .where(Cypher.name("latest").gte(Cypher.parameter("to")))
                        .match(left)
                        .where(left.property(Properties.TO)
                                .lt(Cypher.parameter("to"))
                                .and(closed.isNull()
                                        .or(left.property(Properties.TO).lt(closed)))
                                .and(isTrust(trust)))
                        .returning(Cypher.count(school).as(N))
                        .build()),
                Map.of("to", to));
    }

    private static Relationship plainLink(Node before, Node after) {
        return before.relationshipTo(after, Relationships.SUCCEEDED_BY)
                .withProperties(Properties.KIND, Cypher.literalOf("plain"));
    }

    private static Expression number(Relationship links) {
        return Cypher.count(List.<PatternElement>of(links), null);
    }

    /** Whether it is known who ran a school from some day before another on; a first day of null is no bound. */
    private static Condition knownBefore(Node school, @Nullable Expression first, Expression day) {
        Node other = Cypher.node(Labels.BODY).named("other");
        Relationship governed =
                school.relationshipTo(other, Relationships.GOVERNED_BY).named("governed");
        Expression began = governed.property(Properties.FROM);
        Condition inTime = first == null
                ? began.isNull().or(began.lt(day))
                : began.gte(first).and(began.lt(day));
        return Cypher.exists(
                List.of(governed),
                Where.from(other.hasLabels(BodyKind.UNKNOWN_TRUST.label()).not().and(inTime)));
    }

    private static Condition isTrust(Node body) {
        return body.hasLabels(BodyKind.MULTI_ACADEMY_TRUST.label())
                .or(body.hasLabels(BodyKind.SINGLE_ACADEMY_TRUST.label()));
    }

    private static String ofSize(boolean trusts) {
        Node school = Cypher.node(Labels.SCHOOL).named("school");
        Node trust = Cypher.node(Labels.BODY).named("trust");
        Relationship governed =
                school.relationshipTo(trust, Relationships.GOVERNED_BY).named("governed");
        return Cypher.match(governed)
                .where(Days.covers(governed).and(isTrust(trust)))
                .with(trust, Cypher.count(school).as("size"))
                .where(Cypher.name("size")
                        .gte(Cypher.parameter("least"))
                        .and(Cypher.name("size").lte(Cypher.parameter("most"))))
                .returning((trusts ? Cypher.count(trust) : Cypher.sum(Cypher.name("size"))).as(N))
                .build()
                .getCypher();
    }
}
