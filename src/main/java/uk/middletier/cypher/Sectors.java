package uk.middletier.cypher;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Properties;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Sector;

/** The sector of a school, from its type and the body that governs it. */
final class Sectors {
    private Sectors() {}

    /** A case on the governing body's label; what no body of those kinds governs is {@link Sector#OTHER}. */
    static Expression of(Node school, Node governor) {
        Expression welsh = school.property(Properties.GROUP);
        return Cypher.caseExpression()
                .when(governor.hasLabels(BodyKind.LOCAL_AUTHORITY.label())
                        .and(welsh.isEqualTo(Cypher.literalOf(SchoolGroup.WELSH_MAINTAINED.word()))))
                .then(word(Sector.WELSH_MAINTAINED))
                .when(governor.hasLabels(BodyKind.LOCAL_AUTHORITY.label()))
                .then(word(Sector.LA_MAINTAINED))
                .when(governor.hasLabels(BodyKind.MULTI_ACADEMY_TRUST.label()))
                .then(word(Sector.MULTI_ACADEMY_TRUST))
                .when(governor.hasLabels(BodyKind.SINGLE_ACADEMY_TRUST.label()))
                .then(word(Sector.SINGLE_ACADEMY_TRUST))
                .when(governor.hasLabels(BodyKind.UNKNOWN_TRUST.label()))
                .then(word(Sector.ACADEMY_TRUST_UNKNOWN))
                .elseDefault(word(Sector.OTHER));
    }

    private static Expression word(Sector sector) {
        return Cypher.literalOf(sector.word());
    }
}
