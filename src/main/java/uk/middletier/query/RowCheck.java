package uk.middletier.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.NodeValue;
import uk.middletier.graph.RelationshipValue;
import uk.middletier.graph.Row;
import uk.middletier.model.GeoPoint;

/** Holds the rows of a saved query to what its header says of them. Takes them one by one; for one run. */
public final class RowCheck {
    private final SavedQuery query;
    private final List<String> columns;
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<Set<List<@Nullable Object>>> seen = new ArrayList<>();
    private long rows;

    /**
     * Compares the columns at once.
     *
     * @param columns that the statement really has
     */
    public RowCheck(SavedQuery query, List<String> columns) {
        this.query = query;
        this.columns = columns;
        List<String> declared = query.returns().stream().map(QueryColumn::name).toList();
        if (!declared.isEmpty() && !declared.equals(columns)) {
            problems.add("@returns declares " + declared + ", the statement returns " + columns);
        }
        for (Expectation expectation : query.expectations()) {
            seen.add(new HashSet<>());
            named(expectation).stream()
                    .filter(name -> !columns.contains(name))
                    .forEach(name -> problems.add("@expect " + expectation.text() + ": there is no column " + name));
        }
    }

    /** Takes the next row. */
    public void take(Row row) {
        rows++;
        if (query.returns().stream().map(QueryColumn::name).toList().equals(columns)) {
            for (int i = 0; i < columns.size(); i++) {
                checkType(query.returns().get(i), row.get(i));
            }
        }
        for (int i = 0; i < query.expectations().size(); i++) {
            checkRow(query.expectations().get(i), seen.get(i), row);
        }
    }

    /** Everything that was not as the header says, once all rows were taken. */
    public List<String> finish() {
        for (Expectation expectation : query.expectations()) {
            if (expectation instanceof Expectation.RowCount count && !count.holds(rows)) {
                problems.add("@expect " + count.text() + ": there are " + rows);
            }
        }
        return List.copyOf(problems);
    }

    private static List<String> named(Expectation expectation) {
        if (expectation instanceof Expectation.Unique unique) {
            return unique.columns();
        }
        return expectation instanceof Expectation.Present present ? present.columns() : List.of();
    }

    private void checkRow(Expectation expectation, Set<List<@Nullable Object>> before, Row row) {
        List<String> named = named(expectation);
        if (named.isEmpty() || !columns.containsAll(named)) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>();
        named.forEach(name -> values.add(row.get(name)));
        if (expectation instanceof Expectation.Unique && !before.add(values)) {
            problems.add("@expect " + expectation.text() + ": " + values + " comes twice");
        }
        if (expectation instanceof Expectation.Present && values.contains(null)) {
            problems.add("@expect " + expectation.text() + ": row " + rows + " has none");
        }
    }

    private void checkType(QueryColumn column, @Nullable Object value) {
        if (value == null) {
            if (!column.nullable()) {
                problems.add(
                        "column " + column.name() + " is null in row " + rows + "; declare it " + column.type() + "?");
            }
        } else if (!fits(column.type(), value)) {
            problems.add("column " + column.name() + " is declared " + column.type() + ", row " + rows + " has "
                    + value.getClass().getSimpleName() + " " + value);
        }
    }

    private static boolean fits(String type, Object value) {
        if (type.startsWith("list(")) {
            String of = type.substring("list(".length(), type.length() - 1);
            return value instanceof List<?> list && list.stream().allMatch(each -> each == null || fits(of, each));
        }
        return switch (type) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "decimal" -> value instanceof Double || value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            case "date" -> value instanceof LocalDate;
            case "point" -> value instanceof GeoPoint;
            case "node" -> value instanceof NodeValue;
            case "relationship" -> value instanceof RelationshipValue;
            case "path" -> value instanceof List<?> path && isPath(path);
            case "map" -> value instanceof Map;
            default -> true;
        };
    }

    /** A node, a relationship, a node, and so on. */
    private static boolean isPath(List<?> path) {
        return path.size() % 2 == 1
                && IntStream.range(0, path.size())
                        .allMatch(i -> i % 2 == 0
                                ? path.get(i) instanceof NodeValue
                                : path.get(i) instanceof RelationshipValue);
    }
}
