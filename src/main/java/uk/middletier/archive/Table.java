package uk.middletier.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was written or is about to be.
 *
 * @param resource its name in the descriptor
 * @param nodes what stands in it, if they are nodes
 * @param links what stands in it, if they are relationships; one of the two
 * @param fields its properties, in the order of its columns
 */
record Table(
        String resource,
        String description,
        @Nullable NodeTable nodes,
        @Nullable LinkTable links,
        List<Field> fields) {
    static final String ID = "id";
    static final String LABELS = "labels";

    static Table of(NodeTable nodes, List<Field> fields) {
        return new Table(nodes.resource(), nodes.description(), nodes, null, fields);
    }

    static Table of(LinkTable links, List<Field> fields) {
        return new Table(links.resource(), links.description(), null, links, fields);
    }

    /** Columns before those of the properties. */
    List<String> keys() {
        if (nodes != null) {
            return nodes.manyLabels() ? List.of(ID, LABELS) : List.of(ID);
        }
        return List.of(LinkTable.START, LinkTable.END);
    }

    String file() {
        return resource + ".csv";
    }
}
