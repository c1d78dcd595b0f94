package uk.middletier.cypher;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Property;
import org.neo4j.cypherdsl.core.PropertyContainer;
import uk.middletier.model.Properties;

/** Conditions on the day {@code $asOf}: {@code from ≤ asOf < to}, where an absent bound holds always. */
final class AsOf {
    private static final Expression DAY = Cypher.parameter("asOf");

    private AsOf() {}

    /** A relationship, or an area, that holds on the day. */
    static Condition holds(PropertyContainer thing) {
        Property from = thing.property(Properties.FROM);
        Property to = thing.property(Properties.TO);
        return from.isNull().or(from.lte(DAY)).and(to.isNull().or(DAY.lt(to)));
    }

    /** A school or body that counts and is open on the day. */
    static Condition open(PropertyContainer thing) {
        return thing.property(Properties.EVER_OPEN).isTrue().and(holds(thing));
    }
}
