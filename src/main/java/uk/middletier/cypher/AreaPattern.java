package uk.middletier.cypher;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.RelationshipChain;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Relationships;

/**
 * The way from a school to an area of a kind: some kinds hold schools, others hold the authorities that do.
 *
 * @param element what to match
 * @param condition that every step of it holds on the day
 */
record AreaPattern(PatternElement element, Condition condition) {
    private static final String LOCAL_AUTHORITY = AreaKind.LOCAL_AUTHORITY.label();

    /**
     * @param prefix begins the names of the relationships and nodes on the way, so that two ways can stand in one
     *     statement
     */
    static AreaPattern from(Node school, Node area, AreaKind kind, Expression day, String prefix) {
        if (holdsSchools(kind)) {
            Relationship in = school.relationshipTo(area, Relationships.IN_AREA).named(prefix + "In");
            return new AreaPattern(in, Days.covers(in, day));
        }
        Node authority = Cypher.node(LOCAL_AUTHORITY).named(prefix + "Authority");
        Relationship in =
                school.relationshipTo(authority, Relationships.IN_AREA).named(prefix + "In");
        AreaPattern rest = fromAuthority(authority, area, kind, day, prefix);
        RelationshipChain chain = switch (kind) {
            case COUNTRY ->
                in.relationshipTo(area, Relationships.IN_AREA).length(1, 2).named(prefix + "Within");
            case LOCAL_AUTHORITY, REGION, CONSORTIUM, RSC_REGION, DIOCESE, CONSTITUENCY ->
                in.relationshipTo(area, Relationships.IN_AREA).named(prefix + "Within");
        };
        return new AreaPattern(chain, Days.covers(in, day).and(rest.condition()));
    }

    /** The way from an authority to a region, country or consortium. */
    static AreaPattern fromAuthority(Node authority, Node area, AreaKind kind, Expression day, String prefix) {
        Relationship within =
                authority.relationshipTo(area, Relationships.IN_AREA).named(prefix + "Within");
        if (kind != AreaKind.COUNTRY) {
            return new AreaPattern(within, Days.covers(within, day));
        }
        return new AreaPattern(within.length(1, 2).named(prefix + "Within"), allCover(prefix + "Within", day));
    }

    /** That every relationship of a list holds on the day. */
    static Condition allCover(String list, Expression day) {
        var step = Cypher.name("step");
        Expression from = Cypher.property(step, "from");
        Expression to = Cypher.property(step, "to");
        return Cypher.all(step)
                .in(Cypher.name(list))
                .where(from.isNull().or(from.lte(day)).and(to.isNull().or(day.lt(to))));
    }

    /** Whether schools lie in areas of that kind themselves. */
    static boolean holdsSchools(AreaKind kind) {
        return switch (kind) {
            case LOCAL_AUTHORITY, DIOCESE, CONSTITUENCY -> true;
            case REGION, COUNTRY, CONSORTIUM, RSC_REGION -> false;
        };
    }
}
