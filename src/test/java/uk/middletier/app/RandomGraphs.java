package uk.middletier.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uk.middletier.export.GexfFile;
import uk.middletier.export.StoredIntervals;
import uk.middletier.http.GraphPatch;
import uk.middletier.http.HeldRelease;

/** Graphs of a server: a day and the difference give the other day, and no interval is lost. */
final class RandomGraphs {
    private final RunningService service;

    RandomGraphs(RunningService service) {
        this.service = service;
    }

    /** On so many random areas and windows; gives how many schools moved. */
    int compare(int times, long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<String> areas = new ArrayList<>();
        for (String kind : List.of("local-authority", "region", "diocese")) {
            service.get("/v1/areas?limit=1000&kind=" + kind)
                    .get("data")
                    .forEach(row -> areas.add(row.get("id").asText()));
        }
        assertThat(areas).hasSizeGreaterThan(150).doesNotContain("");
        int moved = 0;
        for (int i = 0; i < times; i++) {
            LocalDate from = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(365 * 17));
            LocalDate to = from.plusDays(random.nextInt(365 * 3));
            String area = "area=" + areas.get(random.nextInt(areas.size()));
            JsonNode first = service.get("/v1/graph?full=true&asOf=" + from + "&" + area);
            JsonNode second = service.get("/v1/graph?full=true&asOf=" + to + "&" + area);
            JsonNode difference = service.get("/v1/graph/diff?from=" + from + "&to=" + to + "&" + area);
            GraphPatch.assertLeadsTo(
                    first.get("data"), difference.get("data"), second.get("data"), area + " " + from + " " + to);
            moved += difference.at("/data/moved").size();
        }
        return moved;
    }

    /** All there ever was as GEXF, against the store. */
    void assertNoIntervalIsLost() throws IOException, InterruptedException {
        String authority = service.send("/v1/graph/evolution?from=1800-01-01&to=2199-12-31&area=la:919&format=gexf")
                .body();
        assertThat(GexfFile.read(authority).edges()).isNotEmpty();
        String gexf = service.send("/v1/graph/evolution?from=1800-01-01&to=2199-12-31&full=true&format=gexf")
                .body();
        try (HeldRelease release = service.hold()) {
            Map<String, List<String>> stored = StoredIntervals.of(release.store());
            Map<String, List<String>> read = GexfFile.readLarge(gexf).edges();
            assertThat(read).hasSameSizeAs(stored);
            assertThat(read.equals(stored)).isTrue();
            assertThat(stored.values().stream().filter(each -> each.size() > 1)).isNotEmpty();
        }
    }
}
