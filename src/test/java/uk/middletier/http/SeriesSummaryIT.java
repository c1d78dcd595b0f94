package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series of what is said of all areas of the town. */
@ExtendWith(TownServer.Extension.class)
class SeriesSummaryIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TownServer server;

    SeriesSummaryIT(TownServer server) {
        this.server = server;
    }

    /** Three authorities have schools on either day, one of them another one since 2009: too few for quartiles. */
    @Test
    void quartilesOfThreeAreasAreNull() {
        String target = "/v1/fragmentation/series?summary=quartiles&from=2008-01-01&to=2010-01-01&measure=hhi";
        assertThatJson(server.json(target)).inPath("$.data.series").isEqualTo("""
                [{"area":null,"summary":"lowerQuartile","measure":"hhi","values":[null,null,null]},
                 {"area":null,"summary":"median","measure":"hhi","values":[null,null,null]},
                 {"area":null,"summary":"upperQuartile","measure":"hhi","values":[null,null,null]},
                 {"area":null,"summary":"areas","measure":"hhi","values":[3,3,3]}]""");
        assertThat(server.get(target + "&measure=schools", "Accept", "text/csv")
                        .body()
                        .lines())
                .hasSize(13)
                .startsWith("date,summary,schools,hhi", "2008-01-01,lowerQuartile,,")
                .contains("2010-01-01,areas,3,3");
        assertThatJson(server.json("/v1/network/series?summary=quartiles&measure=ties"))
                .inPath("$.data.series[3].values[0]")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "structure?",
                "structure?area=region:E12000006&",
                "structure?weight=pupils&phase=Primary&",
                "fragmentation?by=region&",
                "network?layers=governance&layers=federation&"
            })
    void totalIsThatOfTheDay(String asked) throws IOException {
        String series = asked.replace("?", "/series?");
        JsonNode data = JSON.readTree(
                        server.json("/v1/" + series + "summary=total&step=year&from=2006-06-01&to=2016-06-01"))
                .get("data");
        assertThat(data.get("series")).isNotEmpty();
        for (int tick = 0; tick < data.get("dates").size(); tick++) {
            JsonNode total = JSON.readTree(server.json("/v1/" + asked + "asOf="
                            + data.get("dates").get(tick).asText()))
                    .at("/data/total");
            for (JsonNode line : data.get("series")) {
                assertThat(line.get("area").isNull()).isTrue();
                assertThat(line.get("summary").asText()).isEqualTo("total");
                String measure = line.get("measure").asText();
                assertThat(line.get("values").get(tick)).as(measure).isEqualTo(total.get(measure));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"structure", "fragmentation", "trust-sizes", "network"})
    void badSummariesAreRefused(String name) throws IOException {
        JsonNode problem =
                JSON.readTree(server.get("/v1/" + name + "/series?summary=mean").body());
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("parameter").asText()).isEqualTo("summary");
        assertThat(server.get("/v1/" + name + "?summary=total").statusCode()).isEqualTo(400);
    }
}
