package uk.middletier.cypher;

import static org.neo4j.cypherdsl.core.Cypher.match;
import static org.neo4j.cypherdsl.core.Cypher.name;
import static org.neo4j.cypherdsl.core.Cypher.node;
import static org.neo4j.cypherdsl.core.Cypher.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Properties;
import uk.middletier.model.Relationships;

/** How many trusts of each size run how many schools on a day. */
public final class TrustSizeStatements {
    private static final Map<Shape, String> TEXTS = new ConcurrentHashMap<>();

    private TrustSizeStatements() {}

    private record Shape(@Nullable AreaKind by, @Nullable AreaKind within) {}

    /**
     * A row per size, and per area where {@code by} asks for it. The size of a trust is the number of all its open
     * schools; the schools counted are those of the area. Columns: areaId, areaName, areaKind (only with {@code by}),
     * size, trusts, schools.
     */
    public static Statement bySize(@Nullable AreaKind by, @Nullable AreaFilter within, LocalDate asOf) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(Days.AS_OF, asOf);
        if (within != null) {
            parameters.put("area", within.id());
        }
        Shape shape = new Shape(by, within == null ? null : within.kind());
        return new Statement(TEXTS.computeIfAbsent(shape, TrustSizeStatements::text), parameters);
    }

    private static String text(Shape shape) {
        Node school = node(Labels.SCHOOL).named("s");
        Node trust = node(Labels.BODY).named("trust");
        Node area = shape.by() == null
                ? node(Labels.AREA)
                : node(shape.by().label()).named("area");
        Relationship governed =
                school.relationshipTo(trust, Relationships.GOVERNED_BY).named("governedBy");
        OngoingReading schools = match(governed)
                .where(Days.covers(governed)
                        .and(trust.hasLabels(BodyKind.MULTI_ACADEMY_TRUST.label())
                                .or(trust.hasLabels(BodyKind.SINGLE_ACADEMY_TRUST.label()))))
                .with(trust, Cypher.collect(school).as("run"))
                .unwind(name("run"))
                .as("s")
                .with(trust, Cypher.size(name("run")).as("size"), name("s"));
        if (shape.within() != null) {
            Node filter = node(shape.within().label()).named("filter").withProperties(Properties.ID, parameter("area"));
            AreaPattern way = AreaPattern.from(school, filter, shape.within(), Days.AS_OF_DAY, "filter");
            schools = schools.match(way.element()).where(way.condition());
        }
        List<IdentifiableElement> each = new ArrayList<>();
        List<Expression> columns = new ArrayList<>();
        if (shape.by() != null) {
            AreaPattern way = AreaPattern.from(school, area, shape.by(), Days.AS_OF_DAY, "by");
            schools = schools.match(way.element()).where(way.condition());
            each.add(area);
            columns.add(area.property(Properties.ID).as("areaId"));
            columns.add(area.property(Properties.NAME).as("areaName"));
            columns.add(area.property(Properties.KIND).as("areaKind"));
        }
        each.add(trust);
        each.add(name("size"));
        each.add(Cypher.count(name("s")).as("n"));
        columns.add(name("size"));
        columns.add(Cypher.count(trust).as("trusts"));
        columns.add(Cypher.sum(name("n")).as("schools"));
        return Rendering.text(schools.with(each)
                .returning(columns)
                .orderBy(
                        shape.by() == null
                                ? List.of(name("size").ascending())
                                : List.of(
                                        name("areaName").ascending(),
                                        name("areaId").ascending(),
                                        name("size").ascending()))
                .build());
    }
}
