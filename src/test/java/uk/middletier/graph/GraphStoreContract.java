package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.cypher.Statement;

/** What every store keeps to, wherever its graph is; of the small graph. */
interface GraphStoreContract {
    Duration SECOND = Duration.ofSeconds(1);
    Duration LONG = Duration.ofMinutes(1);

    GraphStore store();

    /** How long a read that may take a second takes at most. */
    Duration endOfASecond();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MATCH (s:School {urn: $urn}) RETURN s.name AS name       | READ           | name
            MATCH (s:School) SET s.name = 'x' RETURN count(s) AS n   | WRITE          | n
            CREATE (:School)                                         | WRITE          |
            CREATE INDEX x FOR (n:X) ON (n.y)                        | SCHEMA         |
            CREATE CONSTRAINT x FOR (n:X) REQUIRE n.y IS UNIQUE      | SCHEMA         |
            DROP INDEX schools                                       | SCHEMA         |
            DROP CONSTRAINT school_id                                | SCHEMA         |
            """)
    default void explainTellsEffectAndColumns_withoutRunning(
            String text, QueryPlan.Effect effect, @Nullable String column) {
        QueryPlan plan = store().explain(statement(text), LONG);
        assertThat(plan.effect()).isEqualTo(effect);
        assertThat(plan.columns()).isEqualTo(column == null ? List.of() : List.of(column));
        assertThat(plan.root().operator()).isNotEmpty().doesNotContain("@");
    }

    @Test
    default void explainOfWhatIsNoCypher_isTheCallersFault() {
        assertThatThrownBy(() -> store().explain(statement("MATCH RETURN"), LONG))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.INVALID));
    }

    @Test
    default void rowsOfABigAnswerComeOneAtATime() {
        try (Rows rows = store().read(statement("UNWIND range(1, 1000000000) AS n RETURN n"), LONG)) {
            List<Long> first = new ArrayList<>();
            while (first.size() < 2500) {
                first.add(rows.next().integer("n"));
            }
            assertThat(first).endsWith(2500L);
        }
    }

    @Test
    default void runawayReadIsEndedInTime() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> store().read(statement("UNWIND range(1, 1000000000) AS n RETURN sum(n)"), SECOND))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(endOfASecond());
    }

    @Test
    default void greedyReadIsRefused_andTheNextIsNot() {
        assertThat(failure(store(), "UNWIND range(1, 100000000) AS n RETURN collect(n)")
                        .kind())
                .isEqualTo(GraphException.Kind.MEMORY);
        try (Rows rows = store().read(statement("RETURN 1 AS n"), LONG)) {
            assertThat(rows.next().integer("n")).isEqualTo(1);
        }
    }

    static Statement statement(String text) {
        return new Statement(text, Map.of());
    }

    /** What a read that has to fail fails with, be it at its last row. */
    static GraphException failure(GraphStore store, String statement) {
        try (Rows rows = store.read(statement(statement), LONG)) {
            while (rows.hasNext()) {
                rows.next();
            }
        } catch (GraphException e) {
            return e;
        }
        throw new AssertionError("nothing failed: " + statement);
    }
}
