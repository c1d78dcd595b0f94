package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pictures say when they are pointed at, and that none is in the way. */
@ExtendWith({Browser.Extension.class, DemoServer.Extension.class})
class ExplorerPicturesIT {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** A pixel of the map that is some school's ground, as far from all edges as any. */
    private static final String GROUND = """
            () => {
              const canvas = document.querySelector('canvas');
              const { width, height } = canvas;
              const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
              const owned = (x, y) => data[4 * (y * width + x) + 3] > 0;
              let best = [0, 0, -1];
              for (let y = 20; y < height - 20; y += 7) for (let x = 20; x < width - 60; x += 7) {
                let around = 0;
                for (let d = 1; d <= 14; d++) around += owned(x - d, y) + owned(x + d, y) + owned(x, y - d) + owned(x, y + d);
                if (owned(x, y) && around > best[2]) best = [x, y, around];
              }
              return best;
            }""";

    /** How opaque each pixel of ground is, the most and the least. */
    private static final String OPACITIES = """
            () => {
              const canvas = document.querySelector('canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              return [...new Set(data.filter((_, i) => i % 4 === 3))].filter(Boolean).sort((a, b) => a - b);
            }""";

    private final Browser browser;
    private final DemoServer server;

    ExplorerPicturesIT(Browser browser, DemoServer server) {
        this.browser = browser;
        this.server = server;
    }

    @Test
    void whereThePointerRestsAllGroundOfThatBodyStandsOut_andAClickOpensTheSchool() {
        try (Visit visit = browser.open(server.address("/?area=la:840&asOf=2018-01-01"))) {
            Page page = visit.page();
            Locator canvas = page.locator("canvas[data-day='2018-01-01']");
            canvas.waitFor();
            assertThat((List<?>) page.evaluate(OPACITIES)).hasSize(1);
            List<?> ground = (List<?>) page.evaluate(GROUND);
            BoundingBox box = canvas.boundingBox();
            double x = box.x + ((Number) ground.get(0)).doubleValue();
            double y = box.y + ((Number) ground.get(1)).doubleValue();
            page.mouse().move(x - 3, y);
            page.mouse().move(x, y);
            page.waitForFunction("() => (" + OPACITIES + ")().length > 1");
            page.locator(".tip", new Page.LocatorOptions().setHasText("County Durham"))
                    .waitFor();
            page.mouse().move(box.x - 5, y);
            page.waitForFunction("() => (" + OPACITIES + ")().length === 1");
            assertThat(page.locator(".tip").count()).isZero();
            page.mouse().click(x, y);
            page.locator("main[data-view=school] h2").first().waitFor();
            assertThat(page.url()).contains("urn=");
            visit.settle();
            visit.assertNoTrouble();
        }
    }

    @Test
    void oneFingerOnTheMapScrollsThePage() {
        NewContextOptions telephone = new NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true);
        try (Visit visit = browser.open(server.address("/"), telephone)) {
            Page page = visit.page();
            Locator canvas = page.locator("canvas[data-day]");
            canvas.waitFor();
            BoundingBox box = canvas.boundingBox();
            CDPSession session = page.context().newCDPSession(page);
            double x = box.x + box.width / 2;
            double y = box.y + box.height / 2;
            touch(session, "touchStart", x, y);
            for (int step = 1; step <= 10; step++) {
                touch(session, "touchMove", x, y - 20 * step);
                page.waitForTimeout(20);
            }
            touch(session, "touchEnd");
            page.waitForFunction("() => scrollY > 100");
            visit.assertNoTrouble();
        }
    }

    private static void touch(CDPSession session, String type, double... at) {
        JsonArray points = new JsonArray();
        if (at.length > 0) {
            JsonObject point = new JsonObject();
            point.addProperty("x", at[0]);
            point.addProperty("y", at[1]);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void aLineSaysWhatItIsUnderThePointer() throws IOException {
        try (Visit visit = browser.open(server.address("/?view=area&area=la:840"))) {
            Page page = visit.page();
            Locator chart = page.locator("figure:has(h2:text-is('Effective number of bodies')) svg[role=img]");
            chart.scrollIntoViewIfNeeded();
            chart.hover();
            String read = chart.locator(".reading text").textContent();
            LocalDate day = LocalDate.parse(read.substring(0, read.indexOf(':')), WRITTEN);
            JsonNode told = server.ask("/v1/fragmentation?measure=effectiveBodies&area=la:840&asOf=" + day);
            assertThat(Double.parseDouble(read.substring(read.indexOf(':') + 1)))
                    .as(read)
                    .isCloseTo(told.at("/data/total/effectiveBodies").asDouble(), within(0.005));
            visit.assertNoTrouble();
        }
    }

    @Test
    void namesOfANetworkLieNeitherOverEachOtherNorDoubled() {
        try (Visit visit = browser.open(server.address("/?view=network&area=la:840&asOf=2020-01-01"))) {
            Page page = visit.page();
            Locator names = page.locator(".node-names text.named");
            names.first().waitFor();
            assertApart(names.all());
            List<String> told = names.allTextContents();
            assertThat(told).contains("County Durham").doesNotHaveDuplicates().hasSizeGreaterThan(3);
            for (int step = 0; step < 4; step++) {
                page.locator("button[aria-label=Nearer]").click();
            }
            page.waitForFunction(
                    "many => document.querySelectorAll('.node-names text.named').length > many", told.size());
            visit.assertNoTrouble();
        }
    }

    private static void assertApart(List<Locator> names) {
        List<BoundingBox> boxes = names.stream().map(Locator::boundingBox).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                BoundingBox a = boxes.get(i);
                BoundingBox b = boxes.get(j);
                boolean wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 2;
                boolean high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 4;
                assertThat(wide && high)
                        .as(
                                "%s over %s",
                                names.get(i).textContent(), names.get(j).textContent())
                        .isFalse();
            }
        }
    }

    @Test
    void theNetworkOfAnAreaStandsInItsView() throws IOException {
        try (Visit visit = browser.open(server.address("/?view=area&area=la:841&asOf=2019-01-01"))) {
            Page page = visit.page();
            Locator figure = page.locator("figure:has(h2:has-text('Network of'))");
            figure.locator("svg.picture").waitFor();
            JsonNode graph = server.ask("/v1/graph?area=la:841&asOf=2019-01-01&format=d3");
            assertThat(figure.locator(".node[display=inline]").count())
                    .isEqualTo(graph.at("/nodes").size());
            figure.locator(".node[display=inline]").first().click(new Locator.ClickOptions().setForce(true));
            page.waitForURL(url -> url.contains("node="));
            visit.settle();
            visit.assertNoTrouble();
        }
    }

    @Test
    void ofALargeAreaTrustsAreTiedToTheAuthoritiesTheyHaveSchoolsIn() throws IOException {
        String question = "area=country:E92000001&asOf=2019-05-17";
        JsonNode told = server.ask("/v1/overlap?limit=1000&" + question).at("/data");
        JsonNode most = told.get(0);
        for (JsonNode row : told) {
            most = row.at("/schools").asInt() > most.at("/schools").asInt() ? row : most;
        }
        String trust = most.at("/body/id").asText();
        String target = "/?view=network&mode=trusts&node=" + trust + "&" + question;
        try (Visit visit = browser.open(server.address(target))) {
            Page page = visit.page();
            page.locator("canvas[data-day='2019-05-17']").waitFor();
            assertThat(page.locator("canvas").getAttribute("data-ties")).isEqualTo(String.valueOf(told.size()));
            Locator card = page.locator("section.card[aria-live]");
            assertThat(card.locator("h2 a").getAttribute("href")).contains(trust);
            assertThat(card.locator("li").first().innerText())
                    .contains(most.at("/area/name").asText())
                    .contains(most.at("/schools").asText() + " schools");
            page.locator("canvas").focus();
            page.keyboard().press("Escape");
            page.waitForURL(url -> !url.contains("node="));
            visit.settle();
            visit.assertAccessible();
            visit.assertNoTrouble();
        }
    }

    /** Numbers as the page writes them. */
    @Test
    void changesAreWrittenNoFinerThanWhatChanged() {
        try (Visit visit = browser.open(server.address("/?view=data"))) {
            assertThat(visit.page().evaluate("""
                    async () => {
                      const folder = document.querySelector('script[src]').src.replace('main.js', '');
                      const { alike, moved, name } = await import(folder + 'show/words.js');
                      const column = alike([1, 18.3, 1.07, null]);
                      return [moved(18.297, 18.294), moved(1, 18.3), moved(0.0546, 0.0512), moved(120, 140.04), moved(5, 7), moved(3, null),
                        column.value(1), column.value(18.3), column.value(null), column.change(-0.001), column.change(-0.51), alike([3, 1200]).value(1200),
                        name('THE UCL ACADEMY'), name('PLYMOUTH CAST'), name("ST MARY'S VI FORM CE TRUST")];
                    }"""))
                    .isEqualTo(List.of(
                            "±0.0",
                            "+17.3",
                            "−0.0034",
                            "+20.0",
                            "+2",
                            "–",
                            "1.00",
                            "18.30",
                            "–",
                            "±0.00",
                            "−0.51",
                            "1,200",
                            "The UCL Academy",
                            "Plymouth CAST",
                            "St Mary's VI Form CE Trust"));
        }
    }
}
