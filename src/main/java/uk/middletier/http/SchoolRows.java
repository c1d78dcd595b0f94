package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.SchoolFilter;
import uk.middletier.cypher.SchoolSort;
import uk.middletier.cypher.SchoolStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.graph.Row;

/** The row of a school, alike wherever schools are listed. */
final class SchoolRows {
    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.integer("urn"),
            Column.text("name"),
            Column.text("laEstab"),
            Column.text("type"),
            Column.text("group"),
            Column.text("phase"),
            Column.text("status"),
            Column.bool("open"),
            Column.text("sector"),
            Column.ref("governedBy"),
            Column.ref("area"),
            Column.date("from"),
            Column.date("to"),
            Column.integer("pupils"),
            Column.text("town"),
            Column.text("postcode"),
            Column.point("location"));

    static final Schema SCHEMA = Schema.rows(COLUMNS, "id", "urn", "name", "open");

    private SchoolRows() {}

    static Plan plan(Question question, SchoolFilter filter, SchoolSort sort) {
        Statement statement = SchoolStatements.list(
                filter, sort, question.parameters().asOf(), question.page().window());
        return Plan.of(
                statement,
                reads -> new Answer.Table(COLUMNS, new StoreTable(reads.rows(statement), SchoolRows::cells)));
    }

    private static List<@Nullable Object> cells(Row row) {
        return Arrays.asList(COLUMNS.stream()
                .map(column ->
                        column.type() == Column.Type.REF ? Cells.ref(row, column.name()) : row.get(column.name()))
                .toArray());
    }
}
