package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What became of the schools of the town. */
@ExtendWith(TownServer.Extension.class)
class FlowsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20_241_028;

    private final TownServer server;

    FlowsIT(TownServer server) {
        this.server = server;
    }

    @Test
    void schoolsMoveBetweenSectors() {
        String body = server.json("/v1/flows?from=2012-08-31&to=2016-12-31");
        assertThatJson(body).inPath("$.data.links").isEqualTo("""
                [{"source":"from/la-maintained","sourceName":"la-maintained","sourceKind":"sector",
                  "target":"to/merged","targetName":"Merged into another school","targetKind":"merged",
                  "schools":2,"pupils":null},
                 {"source":"from/la-maintained","sourceName":"la-maintained","sourceKind":"sector",
                  "target":"to/multi-academy-trust","targetName":"multi-academy-trust","targetKind":"sector",
                  "schools":1,"pupils":230},
                 {"source":"from/opened","sourceName":"Opened","sourceKind":"opened",
                  "target":"to/la-maintained","targetName":"la-maintained","targetKind":"sector",
                  "schools":1,"pupils":300},
                 {"source":"from/opened","sourceName":"Opened","sourceKind":"opened",
                  "target":"to/multi-academy-trust","targetName":"multi-academy-trust","targetKind":"sector",
                  "schools":3,"pupils":750},
                 {"source":"from/single-academy-trust","sourceName":"single-academy-trust","sourceKind":"sector",
                  "target":"to/multi-academy-trust","targetName":"multi-academy-trust","targetKind":"sector",
                  "schools":1,"pupils":1100}]""");
        assertThatJson(body)
                .inPath("$.data.nodes[0]")
                .isEqualTo("{\"id\":\"from/la-maintained\",\"name\":\"la-maintained\",\"kind\":\"sector\","
                        + "\"side\":\"from\",\"schools\":3}");
        assertThatJson(body)
                .inPath("$.data.total")
                .isEqualTo("{\"schoolsFrom\":8,\"schoolsTo\":10,\"stayed\":4,\"moved\":2,\"merged\":2,\"closed\":0,"
                        + "\"opened\":4}");
        assertThatJson(body).inPath("$.meta.identity").isEqualTo("lineage");
    }

    @Test
    void schoolsMoveBetweenBodies() {
        assertThatJson(server.json("/v1/flows?from=2015-12-31&to=2018-12-31&between=bodies&area=203"))
                .inPath("$.data.links[*].target")
                .isArray()
                .containsExactly("to/trust:5001", "to/closed");
        assertThatJson(server.json("/v1/flows?from=2015-12-31&to=2018-12-31&between=bodies&area=la:660&stayed=true"))
                .inPath("$.data.links[*].target")
                .isArray()
                .containsExactly("to/la:660");
        assertThat(server.get("/v1/flows?between=trusts").statusCode()).isEqualTo(400);
    }

    /** Of all schools of either day each is in one link. */
    @Test
    void nothingIsLostOnTheWay() throws IOException {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        long first = LocalDate.of(1995, 1, 1).toEpochDay();
        long last = LocalDate.of(2024, 10, 28).toEpochDay();
        for (int i = 0; i < 10; i++) {
            LocalDate from = LocalDate.ofEpochDay(random.nextLong(first, last));
            LocalDate to = LocalDate.ofEpochDay(random.nextLong(from.toEpochDay(), last + 1));
            for (String between : List.of("sectors", "bodies")) {
                JsonNode data = JSON.readTree(
                                server.json("/v1/flows?stayed=true&from=" + from + "&to=" + to + "&between=" + between))
                        .get("data");
                long out = 0;
                long in = 0;
                for (JsonNode link : data.get("links")) {
                    out += link.get("source").asText().equals("from/opened")
                            ? 0
                            : link.get("schools").asLong();
                    in += link.get("targetKind").asText().matches("closed|merged")
                            ? 0
                            : link.get("schools").asLong();
                }
                assertThat(out).as(from + " " + between).isEqualTo(open(from));
                assertThat(in).as(to + " " + between).isEqualTo(open(to));
                assertThat(data.at("/total/schoolsFrom").asLong()).isEqualTo(out);
                assertThat(data.at("/total/schoolsTo").asLong()).isEqualTo(in);
            }
        }
    }

    private long open(LocalDate day) throws IOException {
        return JSON.readTree(server.json("/v1/structure?asOf=" + day))
                .at("/data/total/schools")
                .asLong();
    }
}
