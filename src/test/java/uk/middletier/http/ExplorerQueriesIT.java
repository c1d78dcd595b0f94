package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Questions asked in the explorer: out of the library, and in Cypher of one's own. */
@ExtendWith({Browser.Extension.class, DemoServer.Extension.class})
class ExplorerQueriesIT {
    private final Browser browser;
    private final DemoServer server;

    ExplorerQueriesIT(Browser browser, DemoServer server) {
        this.browser = browser;
        this.server = server;
    }

    @Test
    void aQuestionIsFoundFilledInRunAndTakenAway() throws IOException {
        JsonNode told = server.ask("/v1/queries/trust-growth/results?minSchools=5&limit=1000")
                .at("/data");
        assertThat(told.size()).isPositive();
        try (Visit visit = browser.open(server.address("/?view=queries"))) {
            Page page = visit.page();
            page.getByLabel("Search the library").fill("grew most");
            page.locator(".library-list a").first().click();
            page.getByLabel("Min schools").fill("5");
            button(page, "Run").click();
            page.waitForURL(url -> url.contains("p.minSchools=5"));
            page.locator(".results tbody tr").first().waitFor();
            visit.settle();
            assertThat(page.locator(".outcome").innerText()).contains(told.size() + " rows");
            assertThat(page.locator(".results tbody tr th").first().innerText())
                    .isEqualToIgnoringCase(told.at("/0/trust").asText());
            Download file = page.waitForDownload(
                    () -> page.locator(".downloads a", text("CSV")).first().click());
            assertThat(Files.readAllLines(file.path())).hasSize(told.size() + 1);
            assertThat(page.locator("pre", text("pd.read_csv")).innerText()).contains("minSchools=5");
            visit.assertNoTrouble();
        }
    }

    @Test
    void anAnswerOfNodesIsDrawn() {
        try (Visit visit = browser.open(server.address("/?view=queries&query=federations-graph&as=graph"))) {
            Page page = visit.page();
            page.locator(".results svg.picture circle").first().waitFor();
            int nodes = page.locator(".results svg.picture circle").count();
            assertThat(page.locator(".outcome").innerText()).contains(nodes + " nodes");
            visit.assertAccessible();
            visit.assertNoTrouble();
        }
    }

    @Test
    void cypherOfOnesOwnRunsWhenItIsTold_andWhatIsWrongIsSaid() {
        try (Visit visit = browser.open(server.address("/?view=queries&query=own"))) {
            Page page = visit.page();
            Locator editor = page.locator(".CodeMirror");
            run(page, editor, "UNWIND range(1, 7) AS n RETURN n");
            page.locator(".results tbody tr").first().waitFor();
            assertThat(page.locator(".results tbody tr").count()).isEqualTo(7);
            visit.assertNoTrouble();
            run(page, editor, "RETURN n");
            page.locator(".state.failed").first().waitFor();
            assertThat(page.locator(".state.failed").first().innerText()).contains("n");
        }
    }

    private static void run(Page page, Locator editor, String statement) {
        editor.click();
        page.keyboard().press("Control+A");
        page.keyboard().type(statement);
        page.locator(".CodeMirror-code", text(statement)).waitFor();
        // The editor takes letters over a moment after they are typed.
        page.waitForTimeout(200);
        page.keyboard().press("Control+Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
