package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.parameter;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PropertyContainer;
import uk.middletier.model.Properties;

/** What it means, in Cypher, to hold on a day. */
final class Days {
    /** Name of the parameter every as-of statement has. */
    static final String AS_OF = "asOf";

    static final Expression AS_OF_DAY = parameter(AS_OF);

    private Days() {}

    /** {@code from ≤ day < to}, where an absent bound is no bound. */
    static Condition covers(PropertyContainer interval, Expression day) {
        Expression from = interval.property(Properties.FROM);
        Expression to = interval.property(Properties.TO);
        return from.isNull().or(from.lte(day)).and(to.isNull().or(day.lt(to)));
    }

    static Condition covers(PropertyContainer interval) {
        return covers(interval, AS_OF_DAY);
    }

    /** Whether a school or a body is open on the day asked for. */
    static Condition open(Node node) {
        return node.property(Properties.EVER_OPEN).isTrue().and(covers(node));
    }

    /** The day of a school's life nearest to the day asked for: what is said of a closed school is said of its end. */
    static Expression nearest(Node school) {
        Expression from = school.property(Properties.FROM);
        Expression to = school.property(Properties.TO);
        return Cypher.caseExpression()
                .when(to.lte(AS_OF_DAY))
                .then(to.subtract(Cypher.duration(Cypher.mapOf("days", Cypher.literalOf(1)))))
                .when(from.gt(AS_OF_DAY))
                .then(from)
                .elseDefault(AS_OF_DAY);
    }
}
