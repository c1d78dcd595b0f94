package uk.middletier.cypher;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PropertyContainer;
import uk.middletier.model.Properties;

/** Columns that many statements return alike. */
final class Columns {
    private Columns() {}

    /** Properties under their own names. */
    static List<Expression> of(PropertyContainer container, String... properties) {
        List<Expression> columns = new ArrayList<>();
        for (String property : properties) {
            columns.add(container.property(property).as(property));
        }
        return columns;
    }

    /** {@code bodyId}, {@code bodyName}, {@code bodyKind} for prefix {@code body}. */
    static List<Expression> ref(Node node, String prefix) {
        return List.of(
                node.property(Properties.ID).as(prefix + "Id"),
                node.property(Properties.NAME).as(prefix + "Name"),
                node.property(Properties.KIND).as(prefix + "Kind"));
    }

    /** A map of id, name and kind. */
    static Expression refMap(Node node) {
        return Cypher.mapOf(
                "id", node.property(Properties.ID),
                "name", node.property(Properties.NAME),
                "kind", node.property(Properties.KIND));
    }

    @SafeVarargs
    static List<Expression> all(List<Expression>... parts) {
        List<Expression> all = new ArrayList<>();
        for (List<Expression> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
