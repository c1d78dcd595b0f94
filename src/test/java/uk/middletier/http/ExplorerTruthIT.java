package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the explorer shows is what the interface says. */
@ExtendWith({Browser.Extension.class, DemoServer.Extension.class})
class ExplorerTruthIT {
    private static final List<String> AREAS =
            List.of("la:840", "la:841", "la:933", "consortium:central-south", "country:E92000001", "region:E12000009");
    private static final Map<String, String> ENDPOINTS = Map.of(
            "schools", "structure",
            "academyShare", "structure",
            "bodies", "fragmentation",
            "effectiveBodies", "fragmentation");

    private final Browser browser;
    private final DemoServer server;

    ExplorerTruthIT(Browser browser, DemoServer server) {
        this.browser = browser;
        this.server = server;
    }

    /** Firsts of months come out of the series, other days are asked for. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void headlineFiguresEqualTheInterface(long seed) throws IOException {
        Random random = new Random(seed);
        String area = AREAS.get(random.nextInt(AREAS.size()));
        LocalDate month = LocalDate.of(2005, 1, 1).plusMonths(random.nextInt(240));
        LocalDate day = random.nextBoolean() ? month : month.plusDays(1 + random.nextInt(26));
        String phase = random.nextBoolean() ? "&phase=Primary" : "";
        String question = "area=" + area + "&asOf=" + day + phase;
        try (Visit visit = browser.open(server.address("/?" + question))) {
            Page page = visit.page();
            page.locator("canvas[data-day='" + day + "']").waitFor();
            visit.settle();
            for (Map.Entry<String, String> each : ENDPOINTS.entrySet()) {
                JsonNode told = server.ask("/v1/" + each.getValue() + "?" + question + "&measure=" + each.getKey())
                        .at("/data/total/" + each.getKey());
                String shown = page.locator("li.tile[data-measure=" + each.getKey() + "]")
                        .getAttribute("data-value");
                assertThat(Double.parseDouble(shown))
                        .as("%s of %s", each.getKey(), question)
                        .isCloseTo(told.asDouble(), within(1e-12));
            }
            assertThat(Integer.parseInt(page.locator("canvas").getAttribute("data-schools")))
                    .as("schools drawn of %s", question)
                    .isEqualTo(server.ask("/v1/structure?" + question + "&measure=schools")
                            .at("/data/total/schools")
                            .asInt());
            assertLargestTrusts(page, question);
            visit.assertNoTrouble();
        }
    }

    /** The counts of the bars are those of the matrix of bodies and areas. */
    private void assertLargestTrusts(Page page, String question) throws IOException {
        JsonNode rows = server.ask("/v1/overlap?shape=bodies&" + question).at("/data");
        List<Integer> told = StreamSupport.stream(
                        rows.isArray() ? rows.spliterator() : rows.at("/rows").spliterator(), false)
                .map(row -> row.at("/schools").asInt())
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        List<Integer> shown = page.locator("figure:has-text('Largest trusts') g[data-value]").all().stream()
                .map(bar -> Integer.parseInt(bar.getAttribute("data-value")))
                .toList();
        assertThat(shown).as("largest trusts of %s", question).isEqualTo(told);
    }

    /** d3's Delaunay triangulation finds the nearest in another way. */
    @Test
    void theMapGivesEveryPixelToTheNearestSchool() {
        try (Visit visit = browser.open(server.address("/"))) {
            visit.page().locator("canvas[data-schools]").waitFor();
            Object wrong = visit.page().evaluate("""
                    async () => {
                      const folder = document.querySelector('script[src]').src.replace('main.js', '');
                      const { nearest, raster } = await import(folder + 'overview/nearest.js');
                      const { d3 } = await import(folder + 'lib.js');
                      const wrong = [];
                      for (let seed = 1; seed <= 20; seed++) {
                        const random = d3.randomLcg(seed / 20);
                        const [width, height] = [40 + seed * 7, 150 - seed * 4];
                        const places = d3.range(1 + Math.floor(random() * 60))
                          .map(() => [Math.floor(random() * width), Math.floor(random() * height)]);
                        const room = raster(width, height);
                        const reach = places.map(() => (seed % 2 ? 1000 : 3 + 20 * random()));
                        nearest(room, places.length, places.map((p) => p[0]), places.map((p) => p[1]), reach);
                        const mesh = d3.Delaunay.from(places);
                        for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
                          const far = (place) => (places[place][0] - x) ** 2 + (places[place][1] - y) ** 2;
                          const [own, told] = [room.owner[y * width + x], mesh.find(x, y)];
                          // Of several as near, any may be told, and their reaches differ.
                          const near = d3.range(places.length).filter((place) => far(place) === far(told));
                          const right = own < 0 ? near.some((place) => far(place) > reach[place] ** 2)
                            : near.includes(own) && far(own) <= reach[own] ** 2;
                          if (!right) wrong.push([seed, x, y]);
                        }
                      }
                      return wrong.length;
                    }""");
            assertThat(wrong).isEqualTo(0);
        }
    }

    @Test
    void theTableOfAreasHasTheNumbersOfTheInterface() throws IOException {
        String question = "asOf=2016-01-01";
        try (Visit visit = browser.open(server.address("/?view=compare&measure=effectiveBodies&" + question))) {
            Page page = visit.page();
            page.locator("main table tbody tr").first().waitFor();
            visit.settle();
            JsonNode rows = server.ask("/v1/fragmentation?measure=effectiveBodies&" + question)
                    .at("/data/rows");
            assertThat(rows).isNotEmpty();
            for (JsonNode row : rows) {
                Locator shown = page.locator("[data-area='" + row.at("/area/id").asText() + "'][data-column=value]");
                assertThat(Double.parseDouble(shown.first().getAttribute("data-value")))
                        .as(row.at("/area/name").asText())
                        .isCloseTo(row.at("/effectiveBodies").asDouble(), within(1e-12));
            }
        }
    }

    /** The same five random states in the view of the area: its figures of the day, and the nodes of its network. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void figuresOfAnAreaEqualTheInterface(long seed) throws IOException {
        Random random = new Random(seed);
        String area = List.of("la:840", "la:841", "la:933").get(random.nextInt(3));
        String question = "area=" + area + "&asOf=" + LocalDate.of(2005, 1, 1).plusDays(random.nextInt(7300));
        try (Visit visit = browser.open(server.address("/?view=area&" + question))) {
            Page page = visit.page();
            page.locator("li.tile").first().waitFor();
            page.locator(".node[display=inline]").first().waitFor();
            visit.settle();
            JsonNode told = server.ask("/v1/fragmentation?by=local-authority&" + question)
                    .at("/data/rows/0");
            for (String measure :
                    List.of("bodies", "effectiveBodies", "largestShare", "disintermediation", "volatility")) {
                Locator tile = page.locator("li.tile[data-measure=" + measure + "]");
                assertThat(Double.parseDouble(tile.getAttribute("data-value")))
                        .as("%s of %s", measure, question)
                        .isCloseTo(told.at("/" + measure).asDouble(), within(1e-12));
            }
            assertThat(page.locator(".node[display=inline]").count())
                    .as("nodes of %s", question)
                    .isEqualTo(server.ask("/v1/graph?format=d3&" + question)
                            .at("/nodes")
                            .size());
            visit.assertNoTrouble();
        }
    }
}
