package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.cypher.Statement;

@ExtendWith(SmallGraph.class)
class RecordedAnswersIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final RowSource NO_STORE = (statement, timeout) -> {
        throw new IllegalStateException("asked of the store");
    };

    private final EmbeddedGraphStore store;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    RecordedAnswersIT(EmbeddedGraphStore store) {
        this.store = store;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN 0 AS a, -1 AS b, 23 AS c, -25 AS d, 2147483648 AS e, 9223372036854775807 AS f,"
                        + " -9223372036854775807 AS g",
                "RETURN 0.0 AS a, -0.5 AS b, 1e300 AS c, 0.1 AS d, [1.0, 1] AS e",
                "RETURN true AS a, false AS b, null AS c, [null, []] AS d, {} AS e",
                "RETURN date('1836-03-01') AS a, date('-0001-12-31') AS b, date('9999-12-31') AS c,"
                        + " [date('1970-01-01')] AS d, {on: date('2020-02-29'), at: 1} AS e",
                "RETURN '' AS a, 'a' AS b, 'Ysgol Awel y Môr 🏫' AS c, ['The Grove Trust', 'The Grove Trust'] AS d",
                "MATCH (s:School) RETURN s.urn, s.name, s.location, s.from, s.to ORDER BY s.urn",
                "UNWIND range(1, 100000) AS n RETURN n, 'text ' + (n % 500) AS text, [date({year: 1900 + n % 200}), n]",
                "MATCH (s:School {urn: 1}) RETURN s.name AS name"
            })
    void whatIsKeptIsWhatTheStoreAnswers(String text) throws IOException {
        Statement statement = new Statement(text, Map.of());
        RecordedAnswers.write(folder, store, List.of(statement), TIMEOUT);
        assertThat(all(new RecordedAnswers(folder, () -> NO_STORE), statement)).isEqualTo(all(store, statement));
    }

    @Test
    void textsOfAllLengthsComeBack_howeverManyCameBefore() throws IOException {
        List<String> texts = LongStream.range(0, 70_000)
                .mapToObj(n -> Long.toString(n, 36).repeat((int) (n % 40)))
                .toList();
        Statement statement = new Statement("UNWIND $texts AS text RETURN text, text AS again", Map.of("texts", texts));
        RecordedAnswers.write(folder, store, List.of(statement), TIMEOUT);
        assertThat(all(new RecordedAnswers(folder, () -> NO_STORE), statement).stream()
                        .skip(1)
                        .toList())
                .isEqualTo(texts.stream().map(text -> List.of(text, text)).toList());
    }

    @Test
    void whatIsNotKeptIsAskedOfTheStore_alsoWithOtherParameters() throws IOException {
        Statement one = new Statement("RETURN $n AS n", Map.of("n", 1L));
        Statement two = new Statement("RETURN $n AS n", Map.of("n", 2L));
        RowSource none = new RecordedAnswers(folder.resolve("missing"), () -> store);
        assertThat(all(none, one)).isEqualTo(List.of(List.of("n"), List.of(1L)));
        RecordedAnswers.write(folder, store, List.of(one), TIMEOUT);
        assertThat(all(new RecordedAnswers(folder, () -> store), two)).isEqualTo(List.of(List.of("n"), List.of(2L)));
        assertThatThrownBy(() -> all(new RecordedAnswers(folder, () -> NO_STORE), two))
                .hasMessage("asked of the store");
    }

    @Test
    void anAnswerThatIsCutOffOrToAnotherStatementIsNone() throws IOException {
        Statement statement = new Statement("UNWIND range(1, 5000) AS n RETURN n", Map.of());
        RecordedAnswers.write(folder, store, List.of(statement), TIMEOUT);
        Path file = only();
        byte[] whole = Files.readAllBytes(file);
        RowSource kept = new RecordedAnswers(folder, () -> NO_STORE);
        for (int length : new int[] {0, 1, 20, 60, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> all(kept, statement))
                    .as(length + " bytes")
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("the answers kept with the release cannot be read");
        }
        Statement other = new Statement("RETURN 1 AS n", Map.of());
        Files.delete(file);
        RecordedAnswers.write(folder, store, List.of(other), TIMEOUT);
        Files.move(only(), file);
        assertThatThrownBy(() -> all(kept, statement)).hasMessageContaining("to another statement");
    }

    @Test
    void nodesAreNotKept_andReadingStopsInTime() throws IOException {
        Statement nodes = new Statement("MATCH (s:School) RETURN s", Map.of());
        assertThatThrownBy(() -> RecordedAnswers.write(folder, store, List.of(nodes), TIMEOUT))
                .hasMessageContaining("NodeValue");
        Statement statement = new Statement("RETURN 1 AS n", Map.of());
        RecordedAnswers.write(folder, store, List.of(statement), TIMEOUT);
        assertThatThrownBy(() -> all(new RecordedAnswers(folder, () -> NO_STORE), statement, Duration.ofNanos(-1)))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.TIMEOUT));
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                        throw new IllegalStateException("more than one");
                    })
                    .orElseThrow();
        }
    }

    private static List<List<Object>> all(RowSource source, Statement statement) {
        return all(source, statement, TIMEOUT);
    }

    /** The columns and all rows. */
    private static List<List<Object>> all(RowSource source, Statement statement, Duration timeout) {
        List<List<Object>> all = new ArrayList<>();
        try (Rows rows = source.read(statement, timeout)) {
            all.add(new ArrayList<>(rows.columns()));
            while (rows.hasNext()) {
                Row row = rows.next();
                List<Object> values = new ArrayList<>();
                for (int column = 0; column < rows.columns().size(); column++) {
                    values.add(row.get(column));
                }
                all.add(values);
            }
        }
        return all;
    }
}
