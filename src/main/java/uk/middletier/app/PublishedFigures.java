package uk.middletier.app;

import java.util.List;
import uk.middletier.cypher.Statement;
import uk.middletier.evidence.Evidence;
import uk.middletier.http.EvidenceSource;
import uk.middletier.http.Reads;

/** The published figures as the server shows them. */
final class PublishedFigures implements EvidenceSource {
    @Override
    public List<Statement> statements() {
        return Evidence.statements();
    }

    @Override
    public List<Figure> figures(Reads reads) {
        return Evidence.of(reads::rows).stream()
                .map(row -> new Figure(
                        row.id(),
                        row.title(),
                        row.published(),
                        row.computed(),
                        row.difference(),
                        row.status().word(),
                        row.explanation(),
                        row.source(),
                        row.cypher()))
                .toList();
    }
}
