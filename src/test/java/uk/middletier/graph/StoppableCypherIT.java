package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.cypher.Statement;

/** Expressions end with their read, and say what they said before. */
@ExtendWith(SmallGraph.class)
class StoppableCypherIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final EmbeddedGraphStore store;

    StoppableCypherIT(EmbeddedGraphStore store) {
        this.store = store;
    }

    private @Nullable Object value(String expression) {
        try (Rows rows = store.read(new Statement("RETURN " + expression + " AS it", Map.of()), LONG)) {
            return rows.next().get("it");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reduce(n = 0, i IN range(1, 1000000000) | n + i % 7)",
                "reduce(n = 0, i IN range(1, 1000000) | n + reduce(m = 0, j IN range(1, 1000000) | m + j))",
                "reduce(n = 0, i IN range(1, 100000000) | n + size([j IN range(1, 200) WHERE j % i = 0 | j * i]))",
                "all(i IN range(1, 1000000000) WHERE i > 0)",
                "any(i IN range(1, 1000000000) WHERE i < 0)",
                "none(i IN range(1, 1000000000) WHERE i < 0)",
                "single(i IN range(1, 1000000000) WHERE i = 1)",
                "0 IN range(1, 1000000000)",
                "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)c'",
            })
    void whatTakesTooLongInsideARowIsEndedInTime(String expression) {
        Statement statement = new Statement("RETURN " + expression + " AS it", Map.of());
        long start = System.nanoTime();
        assertThatThrownBy(() -> store.read(statement, Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size([i IN range(1, 1000000000) WHERE i % 2 = 0])",
                "size([i IN range(1, 2000000000) | i])",
                "size(reduce(s = 'x', i IN range(1, 40) | s + s))",
            })
    void whatTakesMoreMemoryThanThereIsIsEnded(String expression) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.MEMORY));
        assertThat(value("1")).isEqualTo(1L);
    }

    /** Both sides of the length from which a list is wrapped. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '"', textBlock = """
            range(1, 3)                                                                 => [1, 2, 3]
            range(300, 1, -100) + [7]                                                   => [300, 200, 100, 7]
            range(1, 1000)[998..]                                                       => [999, 1000]
            reverse(range(1, 1000))[0..2]                                               => [1000, 999]
            range(1, 1000)[-1]                                                          => 1000
            size(range(1, 1000))                                                        => 1000
            head(tail(range(1, 1000)))                                                  => 2
            range(1, 1000) = [i IN range(1, 1000) | i]                                  => true
            range(1, 1000) < range(1, 1001)                                             => true
            [i IN range(1, 1000) WHERE i % 500 = 0 | i * 2]                             => [1000, 2000]
            reduce(n = 0, i IN range(1, 1000) | n + i)                                  => 500500
            all(i IN range(1, 1000) WHERE i > 0)                                        => true
            any(i IN range(1, 1000) WHERE i > 1000)                                     => false
            none(i IN [1, 2] WHERE i = 1)                                               => false
            single(i IN [1, 2] WHERE i = 1)                                             => true
            1000 IN range(1, 1000)                                                      => true
            reduce(n = 0, i IN null | n + i) IS NULL                                    => true
            [i IN null | i] IS NULL                                                     => true
            'Church End' =~ '(?i)church.*'                                              => true
            'Church End' =~ 'Church'                                                    => false
            (null =~ 'Church') IS NULL                                                  => true
            ('Church' =~ null) IS NULL                                                  => true
            """)
    void whatEndsSaysWhatItSaidBefore(String expression, String expected) {
        assertThat(String.valueOf(value(expression))).isEqualTo(expected);
    }

    @Test
    void aRegularExpressionThatIsNoneIsTheAskersFault() {
        assertThatThrownBy(() -> value("'a' =~ '('"))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.INVALID))
                .hasMessageContaining("Unclosed group");
        assertThatThrownBy(() -> value("'a' =~ 1")).isInstanceOf(GraphException.class);
    }

    /** The runtime and the planner a statement asks for change nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"CYPHER runtime=slotted ", "CYPHER planner=dp ", "CYPHER expressionEngine=interpreted "})
    void optionsAreNoWayAround(String options) {
        String text = options + "RETURN reduce(n = 0, i IN range(1, 1000000000) | n + i % 7) AS it";
        assertThatThrownBy(() -> store.read(new Statement(text, Map.of()), Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.TIMEOUT));
    }
}
