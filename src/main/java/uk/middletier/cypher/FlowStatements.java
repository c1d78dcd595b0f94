package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Where;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** Who governed which school on two days: what moves are made from. */
public final class FlowStatements {
    private static final Node SCHOOL = node(Labels.SCHOOL).named("s");
    private static final Expression FROM = parameter("from");
    private static final Expression TO = parameter("to");

    private FlowStatements() {}

    /**
     * Schools open on either day, by lineage and URN. Columns: lineage, urn, name, group, pupils, bodyId, bodyName, bodyKind,
     * onFrom, onTo (whether on that day).
     *
     * @param phases empty = every phase
     */
    public static Statement governed(LocalDate from, LocalDate to, @Nullable AreaFilter within, List<String> phases) {
        Node body = node(Labels.BODY).named("body");
        Relationship governed =
                SCHOOL.relationshipTo(body, Relationships.GOVERNED_BY).named("governedBy");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", from);
        parameters.put("to", to);
        Condition wanted = on(governed, FROM, within).or(on(governed, TO, within));
        if (within != null) {
            parameters.put("area", within.id());
        }
        if (!phases.isEmpty()) {
            parameters.put("phases", phases);
            wanted = SCHOOL.property(Properties.PHASE).in(parameter("phases")).and(wanted);
        }
        return new Statement(
                Rendering.text(match(governed)
                        .where(wanted)
                        .returning(Columns.all(
                                Columns.of(
                                        SCHOOL,
                                        Properties.LINEAGE,
                                        Properties.URN,
                                        Properties.NAME,
                                        Properties.GROUP,
                                        Properties.PUPILS),
                                Columns.ref(body, "body"),
                                List.of(
                                        Days.covers(governed, FROM).as("onFrom"),
                                        Days.covers(governed, TO).as("onTo"))))
                        .orderBy(name("lineage").ascending(), name("urn").ascending())
                        .build()),
                parameters);
    }

    private static Condition on(Relationship governed, Expression day, @Nullable AreaFilter within) {
        Condition covers = Days.covers(governed, day);
        if (within == null) {
            return covers;
        }
        Node area = node(within.kind().label()).named("area").withProperties(Properties.ID, parameter("area"));
        AreaPattern way = AreaPattern.from(SCHOOL, area, within.kind(), day, "way");
        return covers.and(Cypher.exists(List.of(way.element()), Where.from(way.condition())));
    }
}
