package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view of the explorer, used as people use it. */
@ExtendWith({Browser.Extension.class, DemoServer.Extension.class})
class ExplorerViewsIT {
    private static final String LARGEST = "figure:has(h2:has-text('Largest trusts in')) g";
    private static final String DURHAM = "/?view=area&area=la:840";

    /** There is no answer for all days at once; they are asked for when the time has come to rest. */
    private static final String OF_ONE_DAY = "/(neighbourhood|events|communities)\\b";

    private final Browser browser;
    private final DemoServer server;

    ExplorerViewsIT(Browser browser, DemoServer server) {
        this.browser = browser;
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "/, Overview",
        "/?colour=sector&area=all&asOf=2016-01-01, Overview",
        "/?view=area&area=la:840&asOf=2015-09-01, Area",
        "/?view=compare&measure=academyShare, Compare",
        "/?view=body, Body",
        "/?view=body&body=la:840, Body",
        "/?view=school&urn=135727, School",
        "/?view=network&area=la:841, Network",
        "/?view=queries&query=trust-growth, Queries",
        "/?view=data, Data",
        "/?view=data&tab=measures&family=fragmentation, Data"
    })
    void viewOpensInLightOnAScreenAndInDarkOnATelephone(String target, String title) {
        try (Visit visit = browser.open(server.address(target))) {
            assertShown(visit, title);
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.setViewportSize(360, 740);
            visit.settle();
            visit.assertContrast();
            visit.assertNoTrouble();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("no scrolling sideways")
                    .isEqualTo(360);
        }
    }

    private static void assertShown(Visit visit, String title) {
        Page page = visit.page();
        page.locator("main .card, main form, main table").first().waitFor();
        visit.settle();
        assertThat(page.locator("h1").innerText()).startsWith(title);
        assertThat(page.title()).contains("Middle Tier");
        assertThat(page.locator(".state.failed").allInnerTexts()).isEmpty();
        assertThat(page.locator(".state.loading").allInnerTexts()).isEmpty();
        visit.assertAccessible();
        visit.assertNoTrouble();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                DURHAM,
                "/?view=compare",
                "/?view=network&area=la:841",
                "/?view=network&mode=trusts&area=all",
                "/?view=body&body=la:840",
                "/?view=school&urn=135727"
            })
    void timeMovesWithoutAQuestion(String target) {
        try (Visit visit = browser.open(server.address(target))) {
            Page page = visit.page();
            page.locator("main .card").first().waitFor();
            visit.settle();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/v1/") && !request.url().matches(".*" + OF_ONE_DAY + ".*")) {
                    asked.add(request.url());
                }
            });
            Locator slider = page.locator("#time");
            slider.focus();
            for (int step = 0; step < 6; step++) {
                slider.press("ArrowLeft");
            }
            slider.press("Home");
            slider.press("PageUp");
            visit.settle();
            assertThat(asked).isEmpty();
            assertThat(page.locator("output.now").innerText()).isNotBlank();
            page.waitForURL(url -> url.contains("asOf="));
            visit.assertNoTrouble();
        }
    }

    @Test
    void playGoesOnByItselfAndPauseHoldsIt() {
        try (Visit visit = browser.open(server.address("/?asOf=2012-01-01"))) {
            Page page = visit.page();
            page.locator("canvas[data-day='2012-01-01']").waitFor();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play"))
                    .click();
            // Not for one day: where all is slow, it may come and go unseen.
            for (int looks = 0; looks < 300 && shown(page).compareTo("2012-04-01") < 0; looks++) {
                page.waitForTimeout(50);
            }
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                    .click();
            page.waitForTimeout(100);
            String held = shown(page);
            page.waitForTimeout(400);
            assertThat(shown(page)).isEqualTo(held).isGreaterThanOrEqualTo("2012-04-01");
            visit.assertNoTrouble();
        }
    }

    /** The day that the map shows. */
    private static String shown(Page page) {
        return page.locator("canvas").getAttribute("data-day");
    }

    @Test
    void aDayIsTypedAndOneOutsideTheRecordIsRefusedInWords() {
        try (Visit visit = browser.open(server.address("/"))) {
            Page page = visit.page();
            page.locator("#day").fill("2015-09-14");
            page.locator("canvas[data-day='2015-09-14']").waitFor();
            assertThat(page.url()).contains("asOf=2015-09-14");
            page.locator("#day").fill("1066-10-14");
            assertThat(page.locator("#day-refused").innerText()).contains("goes from");
            assertThat(page.url()).contains("asOf=2015-09-14");
            visit.assertNoTrouble();
        }
    }

    @Test
    void aLinkLeadsOnAndBackAndForwardReturn() {
        try (Visit visit = browser.open(server.address("/?asOf=2018-01-01"))) {
            Page page = visit.page();
            page.locator(LARGEST + " a").first().waitFor();
            String trust = page.locator(LARGEST + " a title").first().textContent();
            page.locator(LARGEST + " a").first().click();
            page.locator("main[data-view=body] h2", new Page.LocatorOptions().setHasText(trust))
                    .first()
                    .waitFor();
            assertThat(page.url()).contains("view=body").contains("asOf=2018-01-01");
            page.goBack();
            page.locator("main[data-view=overview] canvas").waitFor();
            page.goForward();
            page.locator("main[data-view=body] h2").first().waitFor();
            visit.settle();
            visit.assertNoTrouble();
        }
    }

    /** Which authorities fragmented most in ten years, and which trusts did it there: the way the page on the explorer tells. */
    @Test
    void theWayThroughLeadsFromAllAuthoritiesToTheTrustsOfOne() {
        try (Visit visit = browser.open(server.address("/"))) {
            Page page = visit.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare"))
                    .click();
            page.locator("#since").fill("2010-01-01");
            page.locator("#day").fill("2020-01-01");
            page.locator(".ranking [data-column=change]").first().waitFor();
            visit.settle();
            List<Double> changes = page.locator(".ranking [data-column=change]").all().stream()
                    .map(cell -> Double.parseDouble(cell.getAttribute("data-value")))
                    .toList();
            assertThat(changes).isSortedAccordingTo(Comparator.reverseOrder());
            page.locator(".ranking tbody tr a").first().click();
            Locator gained = page.locator("figure", new Page.LocatorOptions().setHasText("Who gained schools"));
            assertThat(gained.locator("p.summary").first().innerText()).contains("From 1 Jan 2010 to 1 Jan 2020");
            assertThat(page.url())
                    .contains("view=area")
                    .contains("since=2010-01-01")
                    .contains("asOf=2020-01-01");
            visit.settle();
            visit.assertNoTrouble();
        }
    }

    @Test
    void searchFindsWithTheKeyboardAlone() {
        try (Visit visit = browser.open(server.address("/"))) {
            Page page = visit.page();
            page.locator("#search").fill("darlington");
            page.locator("#found li a, #found li[id]").first().waitFor();
            page.locator("#search").press("ArrowDown");
            page.locator("#search").press("Enter");
            page.locator("main[data-view=area]").waitFor();
            assertThat(page.url()).contains("area=la:841");
            visit.settle();
            visit.assertNoTrouble();
        }
    }

    @Test
    void aFigureIsTakenAwayAsSvgPngAndTable() throws IOException {
        try (Visit visit = browser.open(server.address("/"))) {
            Page page = visit.page();
            Locator figure = page.locator("figure", new Page.LocatorOptions().setHasText("Sectors in"));
            figure.locator("svg").first().waitFor();
            String svg = Files.readString(saved(page, figure, "SVG").path());
            assertThat(svg)
                    .startsWith("<svg")
                    .contains("Sectors in")
                    .contains("made up")
                    .contains("release");
            byte[] png = Files.readAllBytes(saved(page, figure, "PNG").path());
            assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
            figure.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Table"))
                    .click();
            assertThat(figure.locator("tbody tr").count()).isGreaterThan(20);
            Locator map = page.locator("figure", new Page.LocatorOptions().setHas(page.locator("canvas")));
            assertThat(Files.readAllBytes(saved(page, map, "PNG").path())).hasSizeGreaterThan(10_000);
            visit.assertNoTrouble();
        }
    }

    private static Download saved(Page page, Locator figure, String button) {
        return page.waitForDownload(() -> figure.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click());
    }

    @ParameterizedTest
    @CsvSource({
        "'/?view=area&area=la:nowhere', la:nowhere",
        "'/?view=body&body=trust:0', trust:0",
        "'/?view=school&urn=1', 1",
        "'/?view=network&area=la:nowhere', la:nowhere"
    })
    void whatIsNotThereIsSaidInWords(String target, String id) {
        try (Visit visit = browser.open(server.address(target))) {
            visit.page().locator(".state.failed").first().waitFor();
            assertThat(visit.page().locator(".state.failed").first().innerText())
                    .contains(id);
            visit.assertAccessible();
        }
    }

    @Test
    void anUnknownViewIsTheOverviewAndSaysSo() {
        try (Visit visit = browser.open(server.address("/?view=nonsense"))) {
            visit.page().locator("main[data-view=overview] canvas").waitFor();
            assertThat(visit.page().locator(".notice").first().innerText()).contains("nonsense");
        }
    }

    @Test
    void anAreaWithoutSuchASchoolSaysWhyTheMapIsEmpty() {
        try (Visit visit = browser.open(server.address("/?area=la:841&phase=Middle+deemed+primary&asOf=2024-01-01"))) {
            Page page = visit.page();
            page.locator(".map .nothing").waitFor();
            assertThat(page.locator(".map .nothing").innerText())
                    .contains("No such school was open here", "1 Jan 2024");
            visit.settle();
            visit.assertNoTrouble();
        }
    }
}
