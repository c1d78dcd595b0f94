package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explorer in a browser. */
@ExtendWith({Browser.Extension.class, DemoServer.Extension.class})
class ExplorerIT {
    private final Browser browser;
    private final DemoServer server;

    ExplorerIT(Browser browser, DemoServer server) {
        this.browser = browser;
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?view=area&area=la:840&asOf=2015-09-01"})
    void thePageOpensWithoutTroubleAndKeepsNobodyOut(String target) {
        try (Visit visit = browser.open(server.address(target))) {
            assertThat(visit.page().title()).contains("Middle Tier");
            visit.assertAccessible();
            visit.assertNoTrouble();
        }
    }

    /** And its links to files, which send no header of their own. */
    @Test
    void aServerThatAsksForAToken_isAskedWithTheOneTheReaderGives() {
        String right = "right-right-right-right";
        Admission admission = new Admission(
                Set.of(), token -> token.equals(right) ? Optional.of("ana") : Optional.empty(), proxy -> false, 0, 0);
        try (Server other = server.another(admission);
                Visit visit = browser.open("http://127.0.0.1:" + other.port() + "/?view=data")) {
            Page page = visit.page();
            page.locator("dialog input").fill("wrong-wrong-wrong-wrong");
            page.getByText("Go on").click();
            page.getByText("does not know the one you gave").waitFor();
            visit.assertAccessible();
            page.locator("dialog input").fill(right);
            page.keyboard().press("Enter");
            page.locator("footer").waitFor();
            visit.settle();
            assertThat(visit.trouble()).isNotEmpty().allMatch(each -> each.contains("401"));
            visit.forgetTrouble();
            Download file = page.waitForDownload(() ->
                    page.locator("a[href^='/v1/'][href*='format=csv']").first().click());
            assertThat(file.suggestedFilename()).endsWith(".csv");
            assertThat(file.failure()).isNull();
            assertThat(page.url()).doesNotContain(right);
            page.navigate("http://127.0.0.1:" + other.port() + "/docs");
            page.locator(".opblock-tag").first().waitFor();
            visit.assertNoTrouble();
        }
    }

    /** Or the other tests would find none either. */
    @Test
    void troubleIsSeen() {
        try (Visit visit = browser.open(server.address("/"))) {
            visit.page().evaluate("() => { fetch('/nowhere'); fetch('http://example.org/').catch(() => {}); }");
            visit.page().evaluate("() => document.body.setAttribute('style', 'color: red')");
            visit.page().evaluate("() => { setTimeout(() => { throw new Error('stopped'); }); }");
            visit.settle();
            assertThat(visit.trouble())
                    .anyMatch(each -> each.startsWith("404: "))
                    .anyMatch(each -> each.matches("console: .*connect-src.*"))
                    .anyMatch(each -> each.matches("console: .*style-src.*"))
                    .anyMatch(each -> each.startsWith("uncaught: ") && each.contains("stopped"));
        }
    }
}
