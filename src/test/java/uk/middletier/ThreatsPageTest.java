package uk.middletier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on threats names, for everything that stands in the way of one, a test that there is. */
class ThreatsPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/threats.md");

    /** {@code `FooIT.thatIsSo`} */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what is wanted"))
                .toList();
    }

    @Test
    void everyRowNamesATest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(20).allSatisfy(row -> {
            String[] cells = row.split(" \\| ", -1);
            assertThat(NAMED.matcher(cells[cells.length - 1]).find()).as(row).isTrue();
        });
    }

    @Test
    void everyTestNamedIsOneThereIs() throws IOException {
        Map<String, String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ThreatsPageTest::text,
                            (one, other) -> one + other));
        }
        List<String> missing = NAMED.matcher(Files.readString(PAGE))
                .results()
                .filter(found -> !Pattern.compile("@(Test|\\w+Source)\\b[\\s\\S]*\\bvoid " + found.group(2) + "\\(")
                        .matcher(tests.getOrDefault(found.group(1), ""))
                        .find())
                .map(MatchResult::group)
                .toList();
        assertThat(missing).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
