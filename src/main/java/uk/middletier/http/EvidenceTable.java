package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.evidence.Evidence;
import uk.middletier.evidence.EvidenceRow;
import uk.middletier.export.Column;

/** {@code /v1/evidence}: published figures beside those computed from the release. */
final class EvidenceTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("title"),
            Column.text("unit"),
            Column.decimal("published"),
            Column.decimal("computed"),
            Column.decimal("difference"),
            Column.text("status"),
            Column.text("explanation"),
            Column.text("source"),
            Column.text("cypher"));

    static final Route ROUTE = Route.measured(
                    "/v1/evidence",
                    "evidence",
                    "published figures against those computed from this release",
                    List.of(),
                    question -> new Plan(
                            Evidence.statements(),
                            reads -> new Answer.Summary(
                                    COLUMNS,
                                    Evidence.of(reads::rows).stream()
                                            .map(EvidenceTable::cells)
                                            .toList(),
                                    Map.of())))
            .giving(Schema.object()
                    .field(
                            "rows",
                            Schema.rows(
                                    COLUMNS,
                                    "id",
                                    "title",
                                    "unit",
                                    "published",
                                    "status",
                                    "explanation",
                                    "source",
                                    "cypher")));

    private EvidenceTable() {}

    private static List<@Nullable Object> cells(EvidenceRow row) {
        return Arrays.asList(
                row.id(),
                row.title(),
                row.unit(),
                row.published(),
                row.computed(),
                row.difference(),
                row.status().word(),
                row.explanation(),
                row.source(),
                row.cypher());
    }
}
