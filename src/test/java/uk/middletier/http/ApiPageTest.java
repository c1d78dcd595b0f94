package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import uk.middletier.query.QueryLibrary;
import uk.middletier.timeline.BodyChange;
import uk.middletier.timeline.EventKind;

/** The page on the interface names everything there is. */
class ApiPageTest {
    private final String page = Files.readString(Path.of("src/site/markdown/api.md"));

    ApiPageTest() throws IOException {}

    @Test
    void everyRouteAndParameterHasItsPlace() {
        for (Route route : Routes.standard(QueryLibrary.of(null), true).all()) {
            assertThat(page).contains("`" + route.path() + "`");
            route.parameters().forEach(parameter -> assertThat(page).contains("`" + parameter.name() + "`"));
        }
    }

    @Test
    void everyProblemEventAndChangeHasItsPlace() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(page).contains("`" + type.word() + "`");
        }
        for (EventKind kind : EventKind.values()) {
            assertThat(page).contains("`" + kind.word() + "`");
        }
        for (BodyChange.Kind kind : BodyChange.Kind.values()) {
            assertThat(page).contains("`" + kind.word() + "`");
        }
    }
}
