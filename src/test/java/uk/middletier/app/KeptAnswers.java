package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.VocabularyStatements;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.RecordedAnswers;
import uk.middletier.graph.Row;
import uk.middletier.graph.RowSource;
import uk.middletier.graph.Rows;
import uk.middletier.graph.StoreOptions;
import uk.middletier.http.Warm;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.release.StoreCopy;

/** What an import keeps beside the store must be what the store says. */
final class KeptAnswers {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private KeptAnswers() {}

    /** Asks both all that servers ask when they open a release. */
    static void assertTrue(Releases releases, Release release) {
        try (StoreCopy copy = StoreCopy.of(releases, release);
                EmbeddedGraphStore store = EmbeddedGraphStore.open(copy.store(), StoreOptions.DEFAULT)) {
            RowSource kept = new RecordedAnswers(release.answers(), () -> {
                throw new AssertionError("not kept");
            });
            for (Statement statement : Warm.statements()) {
                assertThat(rows(kept, statement)).as(statement.text()).isEqualTo(rows(store, statement));
            }
            Queue<Statement> asked = new ConcurrentLinkedQueue<>();
            RowSource watched = (statement, timeout) -> {
                asked.add(statement);
                return store.read(statement, timeout);
            };
            Warm.read(release.manifest(), new RecordedAnswers(release.answers(), () -> watched));
            assertThat(asked).as("of the store, as proof").containsExactly(VocabularyStatements.ONE_SCHOOL);
        }
    }

    private static List<Map<String, Object>> rows(RowSource source, Statement statement) {
        List<Map<String, Object>> all = new ArrayList<>();
        try (Rows rows = source.read(statement, PATIENCE)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                Map<String, Object> values = new TreeMap<>();
                rows.columns().forEach(column -> values.put(column, row.get(column)));
                all.add(values);
            }
        }
        return all;
    }
}
