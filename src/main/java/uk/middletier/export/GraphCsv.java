package uk.middletier.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The nodes or the edges of a graph as CSV; the headers are those Gephi and Cytoscape understand, in lower case. */
public enum GraphCsv implements GraphFormat {
    NODES {
        @Override
        public void write(GraphSource graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException {
            List<Column> own = GraphMl.without("label", graph.nodeColumns());
            List<Column> columns = new ArrayList<>(List.of(Column.text("id"), Column.text("label")));
            columns.addAll(own);
            CsvTable.write(
                    columns,
                    rows(graph.nodes(), node -> row(List.of(node.id(), node.label()), own, node.attributes())),
                    out);
        }
    },
    EDGES {
        @Override
        public void write(GraphSource graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException {
            List<String> fixed = List.of("id", "source", "target", "type");
            List<Column> own = graph.edgeColumns().stream()
                    .filter(column -> !fixed.contains(column.name()))
                    .toList();
            List<Column> columns =
                    new ArrayList<>(fixed.stream().map(Column::text).toList());
            columns.addAll(own);
            CsvTable.write(
                    columns,
                    rows(
                            graph.edges(),
                            edge -> row(
                                    List.of(edge.id(), edge.source(), edge.target(), edge.type()),
                                    own,
                                    edge.attributes())),
                    out);
        }
    };

    private static List<@Nullable Object> row(
            List<String> fixed, List<Column> columns, Map<String, @Nullable Object> attributes) {
        @Nullable Object[] row = Arrays.copyOf(fixed.toArray(), fixed.size() + columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row[fixed.size() + i] = attributes.get(columns.get(i).name());
        }
        return Arrays.asList(row);
    }

    private static <T> TableRows rows(Iterable<T> all, Function<T, List<@Nullable Object>> row) {
        Iterator<T> iterator = all.iterator();
        return new TableRows() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                return row.apply(iterator.next());
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
