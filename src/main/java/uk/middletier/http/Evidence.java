package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.http.EvidenceSource.Figure;

/** {@code /v1/evidence}: published figures beside those computed from the release. */
final class Evidence {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("title"),
            Column.decimal("published"),
            Column.decimal("computed"),
            Column.decimal("difference"),
            Column.text("status"),
            Column.text("explanation"),
            Column.text("source"),
            Column.text("cypher"));

    private Evidence() {}

    static Route route(EvidenceSource source) {
        return Route.summary(
                "/v1/evidence",
                "evidence",
                "published figures against those computed from this release",
                List.of(),
                question -> new Plan(
                        source.statements(),
                        reads -> new Answer.Summary(
                                COLUMNS,
                                source.figures(reads).stream()
                                        .map(Evidence::cells)
                                        .toList(),
                                java.util.Map.of())));
    }

    private static List<@Nullable Object> cells(Figure figure) {
        return Arrays.asList(
                figure.id(),
                figure.title(),
                figure.published(),
                figure.computed(),
                figure.difference(),
                figure.status(),
                figure.explanation(),
                figure.source(),
                figure.cypher());
    }
}
