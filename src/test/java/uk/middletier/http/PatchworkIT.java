package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.PatchworkStatements;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Scope;

/** The patchwork of the town. */
@ExtendWith(TownServer.Extension.class)
class PatchworkIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20_241_028;

    private final TownServer server;

    PatchworkIT(TownServer server) {
        this.server = server;
    }

    @Test
    void schoolsOfDividedCounty_stayAndChangeAuthority() {
        assertThatJson(server.json("/v1/patchwork?area=region:E12000006&names=true"))
                .inPath("$.data")
                .isEqualTo("""
                {"dates":["2009-04-01","2014-01-01"],
                 "areas":[{"id":"la:820","name":"Bedfordshire","kind":"LocalAuthority"},
                          {"id":"la:823","name":"Central Bedfordshire","kind":"LocalAuthority"}],
                 "bodies":[{"id":"la:820","name":"Bedfordshire","kind":"LocalAuthority"},
                           {"id":"la:823","name":"Central Bedfordshire","kind":"LocalAuthority"}],
                 "sectors":["la-maintained","single-academy-trust","multi-academy-trust","academy-trust-unknown",
                            "welsh-maintained","other"],
                 "phases":["Primary"],
                 "schools":{"urn":[109500,109501,109502,139000],
                            "name":["Ampthill St Mary's School","Toddington Lower School","Toddington Middle School",
                                    "Toddington Primary School"],
                            "longitude":[0.0,0.01,0.02,0.0],"latitude":[51.5,51.5,51.5,51.5],"phase":[0,0,0,0]},
                 "spells":{"school":[0,0,1,1,2,2,3],
                           "from":[null,0,null,0,null,0,1],
                           "to":[0,null,0,1,0,1,null],
                           "body":[0,1,0,1,0,1,1],
                           "area":[0,1,0,1,0,1,1],
                           "sector":[0,0,0,0,0,0,0]}}""");
    }

    @Test
    void window_keepsWholeSpellsThatOverlapIt() throws IOException {
        assertThat(lines("?area=203&phase=Secondary&from=2014-09-01&to=2015-12-31"))
                .containsExactly(
                        "137001 2011-01-01 2016-01-01 trust:5000 la:203 single-academy-trust",
                        "138500 2014-09-01 null trust:4782 la:203 multi-academy-trust",
                        "138600 2012-09-01 2018-09-01 trust:5001 la:203 multi-academy-trust",
                        "138700 2015-09-01 null trust:4782 la:203 multi-academy-trust");
        assertThat(lines("?area=203&phase=Secondary&from=2014-08-31&to=2014-08-31"))
                .contains("138500 2013-09-01 2014-09-01 trust:unknown la:203 academy-trust-unknown")
                .hasSize(3);
        assertThatJson(server.json("/v1/patchwork?from=1800-01-01&to=1800-01-02&area=la:822"))
                .inPath("$.data.spells.school")
                .isEqualTo("[]");
    }

    @Test
    void rowsSayTheSame() throws IOException {
        HttpResponse<String> csv = server.get("/v1/patchwork?area=203&phase=Secondary&to=2012-01-01&format=csv");
        assertThat(csv.body().lines())
                .containsExactly(
                        "urn,name,longitude,latitude,phase,from,to,bodyId,bodyName,bodyKind,areaId,areaName,areaKind,sector",
                        "137001,Saint Alfege Secondary School,0.01,51.5,Secondary,2011-01-01,2016-01-01,trust:5000,"
                                + "Saint Alfege Academy Trust,SingleAcademyTrust,la:203,Greenwich,LocalAuthority,"
                                + "single-academy-trust");
        assertThat(server.json("/v1/patchwork?format=ndjson").lines().filter(line -> line.contains("\"Record\"")))
                .hasSize(lines("").size());
        assertThat(server.get("/v1/patchwork?format=cypher").body())
                .contains("MATCH (s:School)-[governed:GOVERNED_BY]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&area=203", "&area=region:E12000006", "&phase=Primary", "&scope=trust-run"})
    void countsOfAnyDay_areThoseOfTheStructure(String more) throws IOException {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        PatchworkSpells patchwork = new PatchworkSpells(data("?names=false" + more));
        long first = LocalDate.of(1995, 1, 1).toEpochDay();
        long last = LocalDate.of(2024, 10, 28).toEpochDay();
        for (int i = 0; i < 30; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextLong(first, last + 1));
            JsonNode rows = JSON.readTree(server.json("/v1/structure?asOf=" + day + more))
                    .at("/data/rows");
            assertThat(patchwork.counts(day)).as(day + more).isEqualTo(PatchworkSpells.counts(rows));
        }
    }

    @Test
    void statementsGiveTheSameSpells() throws IOException {
        LocalDate to = TownGraph.EXTRACT;
        LocalDate from = LocalDate.of(2010, 1, 1);
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            assertThat(PatchworkSpells.lines(
                            release.store(), PatchworkStatements.spells(null, to, null, List.of(), Scope.STATE_FUNDED)))
                    .isEqualTo(lines(""));
            assertThat(PatchworkSpells.lines(
                            release.store(),
                            PatchworkStatements.spells(
                                    from,
                                    from.plusYears(3),
                                    new AreaFilter(AreaKind.REGION, "region:E12000007"),
                                    List.of("Secondary"),
                                    Scope.TRUST_RUN)))
                    .isEqualTo(lines("?from=2010-01-01&to=2013-01-01&area=region:E12000007&phase=Secondary"
                            + "&scope=trust-run"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2015-02-30 | invalid-parameter | from
            from=2016-01-01&to=2015-01-01 | invalid-parameter | from
            names=yes | invalid-parameter | names
            scope=all | invalid-parameter | scope
            phase=Tertiary | invalid-parameter | phase
            area=la:999999 | invalid-parameter | area
            asOf=2015-01-01 | unknown-parameter | asOf
            limit=10 | unknown-parameter | limit
            """)
    void badParametersAreNamed(String query, String type, String parameter) throws IOException {
        HttpResponse<String> answer = server.get("/v1/patchwork?" + query);
        assertThat(answer.statusCode()).isBetween(400, 404);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asText()).as(query).endsWith(type);
        assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    }

    private JsonNode data(String query) throws IOException {
        return JSON.readTree(server.json("/v1/patchwork" + query)).get("data");
    }

    private List<String> lines(String query) throws IOException {
        return new PatchworkSpells(data(query)).lines();
    }
}
