package uk.middletier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.middletier.config.Setting;
import uk.middletier.issue.IssueCode;
import uk.middletier.measure.Catalogue;
import uk.middletier.query.QueryLibrary;
import uk.middletier.sight.Metric;

/** What the documents say is what the program does. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGES = Path.of("src/site/markdown");

    @Test
    void readmeHoldsTheTableOfSettings() throws IOException {
        assertThat(Files.readString(README)).contains(Setting.markdown());
    }

    @Test
    void everyMetricHasItsRow() throws IOException {
        assertThat(Files.readString(PAGES.resolve("operating.md"))).contains(Metric.markdown());
    }

    @Test
    void readmeHoldsTheCommandOfTheTests() throws IOException {
        String ci = Files.readString(Path.of(".ci/run"));
        String command = "mvn -B -ntp verify";
        assertThat(Files.readString(README)).contains(command);
        assertThat(ci.lines()).contains(command);
    }

    @Test
    void everyIssueCodeIsExplained() throws IOException {
        String page = Files.readString(PAGES.resolve("issues.md"));
        List<String> rows = Arrays.stream(IssueCode.values())
                .map(code -> "| `" + code + "` | " + code.severity() + " | " + code.title() + " |")
                .toList();
        assertThat(page.lines()).containsAll(rows);
    }

    @Test
    void everySavedQueryHasItsRow() throws IOException {
        List<String> rows = QueryLibrary.of(null).shelf().queries().values().stream()
                .map(query -> "| `" + query.name() + "` | " + query.title() + " |")
                .toList();
        assertThat(rows).isNotEmpty();
        assertThat(Files.readString(PAGES.resolve("queries.md")).lines()).containsAll(rows);
    }

    @Test
    void everyMeasureHasItsRow() throws IOException {
        String page = Files.readString(PAGES.resolve("measures.md"));
        List<String> rows = Catalogue.list().stream()
                .map(measure -> Stream.of(
                                "`" + measure.id() + "`",
                                measure.title(),
                                measure.formula(),
                                measure.unit(),
                                measure.reading(),
                                measure.caveat(),
                                measure.source())
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .toList();
        assertThat(page.lines()).containsAll(rows);
    }
}
