package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

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
