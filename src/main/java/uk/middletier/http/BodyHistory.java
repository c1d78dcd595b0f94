package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.BodyStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.timeline.BodyChange;
import uk.middletier.timeline.BodyGrowth;
import uk.middletier.timeline.Histories;
import uk.middletier.timeline.HistoryRows;

/** {@code /v1/bodies/{id}/history}: the schools that came and went, with the running count. */
final class BodyHistory {
    private static final List<Column> COLUMNS = List.of(
            Column.date("date"),
            Column.text("change"),
            Column.integer("urn"),
            Column.text("name"),
            Column.ref("other"),
            Column.integer("schools"),
            Column.date("observedAfter"));

    static final Route ROUTE = Route.table(
                    "/v1/bodies/{id}/history",
                    "bodyHistory",
                    "the schools that came to a body and went from it, with the running count of open schools",
                    List.of(),
                    BodyHistory::plan)
            .giving(Schema.rows(COLUMNS, "date", "change", "urn", "name", "schools"));

    private BodyHistory() {}

    private static Plan plan(Question question) {
        String id = BodyProfile.body(question).id();
        Statement lives = BodyStatements.lives(id);
        Statement spells = BodyStatements.spells(id);
        Statement links = BodyStatements.links(id);
        return new Plan(List.of(lives, spells, links), reads -> {
            Histories histories = new Histories(
                    reads.list(lives, HistoryRows::life),
                    reads.list(spells, HistoryRows::spell),
                    reads.list(links, HistoryRows::succession));
            List<BodyChange> changes = BodyGrowth.of(id, histories);
            return new Answer.Table(
                    COLUMNS, TableRows.of(question.page().of(changes.stream().map(BodyHistory::cells))));
        });
    }

    private static List<@Nullable Object> cells(BodyChange change) {
        return Arrays.asList(
                change.date(),
                change.kind().word(),
                change.urn(),
                change.name(),
                change.other(),
                change.schools(),
                change.observedAfter());
    }
}
