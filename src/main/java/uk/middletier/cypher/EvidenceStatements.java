package uk.middletier.cypher;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.ResultStatement;
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

    private static String ofSize(boolean trusts) {
        Node school = Cypher.node(Labels.SCHOOL).named("school");
        Node trust = Cypher.node(Labels.BODY).named("trust");
        Relationship governed =
                school.relationshipTo(trust, Relationships.GOVERNED_BY).named("governed");
        return Cypher.match(governed)
                .where(Days.covers(governed)
                        .and(trust.hasLabels(BodyKind.MULTI_ACADEMY_TRUST.label())
                                .or(trust.hasLabels(BodyKind.SINGLE_ACADEMY_TRUST.label()))))
                .with(trust, Cypher.count(school).as("size"))
                .where(Cypher.name("size")
                        .gte(Cypher.parameter("least"))
                        .and(Cypher.name("size").lte(Cypher.parameter("most"))))
                .returning((trusts ? Cypher.count(trust) : Cypher.sum(Cypher.name("size"))).as(N))
                .build()
                .getCypher();
    }
}
