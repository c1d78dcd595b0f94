package uk.middletier.issue;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueLogTest {
    private static final Issue DATE =
            new Issue(IssueCode.DATE_IMPOSSIBLE, "a.csv", 7, "school:100000", "OpenDate '31-02-2019'", "left out");

    @TempDir
    Path folder;

    @Test
    void everyIssueIsWritten_inTheOrderItCame() throws IOException {
        try (IssueLog log = new IssueLog(folder, 1)) {
            log.add(DATE);
            log.add(IssueCode.ROW_TOO_SHORT, "b, c.csv", 3, null, "a \"quote\"", "the row is left out");
            log.add(DATE);
        }

        assertThat(Files.readString(folder.resolve("issues.csv")))
                .isEqualTo("code,severity,file,line,subject,found,done\r\n"
                        + "DATE_IMPOSSIBLE,ERROR,a.csv,7,school:100000,OpenDate '31-02-2019',left out\r\n"
                        + "ROW_TOO_SHORT,ERROR,\"b, c.csv\",3,,\"a \"\"quote\"\"\",the row is left out\r\n"
                        + "DATE_IMPOSSIBLE,ERROR,a.csv,7,school:100000,OpenDate '31-02-2019',left out\r\n");
        assertThatJson(Files.readString(folder.resolve("issues.json"))).isEqualTo("""
                        {"issues": [
                          {"code": "DATE_IMPOSSIBLE", "severity": "ERROR", "file": "a.csv", "line": 7,
                           "subject": "school:100000", "found": "OpenDate '31-02-2019'", "done": "left out"},
                          {"code": "ROW_TOO_SHORT", "severity": "ERROR", "file": "b, c.csv", "line": 3,
                           "subject": null, "found": "a \\"quote\\"", "done": "the row is left out"},
                          {"code": "DATE_IMPOSSIBLE", "severity": "ERROR", "file": "a.csv", "line": 7,
                           "subject": "school:100000", "found": "OpenDate '31-02-2019'", "done": "left out"}],
                         "summary": [
                          {"code": "ROW_TOO_SHORT", "severity": "ERROR", "title": "${json-unit.any-string}", "count": 1},
                          {"code": "DATE_IMPOSSIBLE", "severity": "ERROR", "title": "${json-unit.any-string}", "count": 2}]}
                        """);
    }

    @Test
    void memoryHoldsAllCountsAndTheFirstOfEachCode() {
        try (IssueLog log = new IssueLog(folder, 2)) {
            for (int line = 1; line <= 5; line++) {
                log.add(IssueCode.PROPOSED, "a.csv", line, "school:" + line, "Proposed to open", "never open");
            }
            assertThat(log.summary()).isEqualTo(Map.of(IssueCode.PROPOSED, 5L));
            assertThat(log.listFirst(IssueCode.PROPOSED))
                    .extracting(Issue::line)
                    .containsExactly(1L, 2L);
            assertThat(log.listFirst(IssueCode.VANISHED)).isEmpty();
            assertThat(log.hasErrors()).isFalse();
            log.add(DATE);
            assertThat(log.hasErrors()).isTrue();
            assertThat(log.summary().keySet()).containsExactly(IssueCode.DATE_IMPOSSIBLE, IssueCode.PROPOSED);
        }
    }

    @Test
    void reportWithoutIssues_isWholeToo() throws IOException {
        IssueLog log = new IssueLog(folder, 100);
        log.close();
        log.close();

        assertThatJson(Files.readString(folder.resolve("issues.json"))).isEqualTo("{issues: [], summary: []}");
    }

    @Test
    void folderThatIsNotThere_isSaidAtOnce() {
        assertThatThrownBy(() -> new IssueLog(folder.resolve("none"), 100).close())
                .isInstanceOf(UncheckedIOException.class);
    }
}
