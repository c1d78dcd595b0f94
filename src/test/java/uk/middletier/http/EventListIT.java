package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.EventStatements;
import uk.middletier.model.AreaKind;

/** What happened in the town. */
@ExtendWith(TownServer.Extension.class)
class EventListIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALWAYS = "from=1990-01-01&stateFunded=any&limit=1000";

    private final TownServer server;

    EventListIT(TownServer server) {
        this.server = server;
    }

    /** One class tells both, from two readings of the same graph. */
    @Test
    void theLedgerAndTheHistoryOfEverySchoolSayTheSame() throws IOException {
        JsonNode ledger = JSON.readTree(server.json("/v1/events?" + ALWAYS)).get("data");
        int compared = 0;
        for (JsonNode school :
                JSON.readTree(server.json("/v1/schools?open=any&limit=1000")).get("data")) {
            List<String> told = new ArrayList<>();
            for (JsonNode event : JSON.readTree(server.json("/v1/schools/" + school.get("urn") + "/history"))
                    .at("/data/events")) {
                if (event.get("urn").equals(school.get("urn"))) {
                    told.add(said(event, event.get("event"), event.get("name")));
                }
            }
            List<String> listed = new ArrayList<>();
            for (JsonNode entry : ledger) {
                if (entry.at("/school/id").equals(school.get("id"))) {
                    listed.add(said(entry, entry.get("event"), entry.at("/school/name")));
                }
            }
            assertThat(listed).as(school.get("name").asText()).containsExactlyInAnyOrderElementsOf(told);
            compared += told.size();
        }
        assertThat(compared).isEqualTo(21);
    }

    private static String said(JsonNode event, JsonNode kind, JsonNode name) {
        return String.join(
                " ",
                event.get("date").asText(),
                kind.asText(),
                name.asText(),
                event.get("otherUrn").asText(),
                event.get("from").toString(),
                event.get("to").toString(),
                event.get("observedAfter").asText(),
                event.get("basis").asText(),
                event.get("source").asText(),
                event.get("formerName").asText());
    }

    @Test
    void anEntryTellsWhatHappenedToWhomWhereAndHowItIsKnown() {
        assertThatJson(server.json("/v1/events?from=2012-09-01&to=2012-09-01&event=converted"))
                .inPath("$.data")
                .isEqualTo("""
                [{"id":"2012-09-01/converted/137000/100000","date":"2012-09-01","event":"converted",
                  "school":{"id":"school:137000","name":"Harbour Primary Academy","kind":"School"},
                  "from":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},
                  "to":{"id":"trust:4782","name":"Harbour Learning Trust","kind":"MultiAcademyTrust"},
                  "area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},
                  "stateFunded":true,"otherUrn":100000,"lineage":"lineage:100000","schools":null,"formerName":null,"observedAfter":null,
                  "basis":"register","source":"dataset:edubasealldata20241028.csv"}]""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2016-01-01&to=2016-12-31|transferred trust-closed trust-merged",
                "from=2016-01-01&to=2016-12-31&body=trust:5000|transferred trust-closed trust-merged",
                "from=2018-01-01&to=2018-12-31&area=region:E12000007|closed",
                "from=2014-01-01&to=2014-01-01|closed closed opened merged merged",
                "from=2014-01-01&to=2014-01-01&area=la:203|",
                "from=2009-04-01&to=2009-04-01&area=la:823|authority-changed authority-changed authority-changed",
                "from=2009-04-01&to=2009-04-01&area=la:820|",
                "from=2010-01-01&to=2015-12-31&event=federation-formed&event=federation-left|federation-formed federation-left",
                "from=2013-01-01&to=2014-12-31&phase=Secondary|opened joined",
                "from=2010-01-01&to=2020-12-31&body=trust:4782&event=opened|opened",
                "from=2010-01-01&to=2020-12-31&area=diocese:CE23|converted trust-opened",
            })
    void eventsAreFoundByDayKindPlaceAndBody(String query, String kinds) {
        String[] expected = kinds == null ? new String[0] : kinds.split(" ");
        assertThatJson(server.json("/v1/events?" + query))
                .inPath("$.data[*].event")
                .isArray()
                .containsExactly((Object[]) expected);
    }

    @Test
    void changesOfNameAreToldOfSchoolsAndOfBodies() {
        assertThatJson(server.json("/v1/events?from=2000-01-01&event=renamed"))
                .inPath("$.data")
                .isArray()
                .satisfiesExactly(
                        school -> assertThatJson(school)
                                .and(
                                        row -> row.node("id").isEqualTo("2006-05-01/renamed/401000"),
                                        row -> row.node("formerName").isEqualTo("Ysgol Bentraeth"),
                                        row -> row.node("observedAfter").isEqualTo("2005-05-01"),
                                        row -> row.node("area.id").isEqualTo("la:660")),
                        federation -> assertThatJson(federation)
                                .and(
                                        row -> row.node("school").isNull(),
                                        row -> row.node("to.id").isEqualTo("federation:17794"),
                                        row -> row.node("formerName").isEqualTo("The Two Hills Federation"),
                                        row -> row.node("schools").isEqualTo(2)));
        assertThatJson(server.json("/v1/schools/401000/history"))
                .inPath("$.data.events[0].formerName")
                .isEqualTo("Ysgol Bentraeth");
    }

    @Test
    void theLastYearIsAskedAboutUnlessOneSaysSo() {
        assertThatJson(server.json("/v1/events"))
                .inPath("$.meta.parameters")
                .isObject()
                .containsEntry("from", "2023-10-28")
                .containsEntry("to", "2024-10-28")
                .containsEntry("stateFunded", "true");
        assertThatJson(server.json("/v1/events?to=2012-12-31"))
                .inPath("$.meta.parameters.from")
                .isEqualTo("2011-12-31");
        assertThatJson(server.json("/v1/events?from=1980-01-01"))
                .inPath("$.meta.warnings")
                .isArray()
                .hasSize(1);
        HttpResponse<String> reversed = server.get("/v1/events?from=2020-01-02&to=2020-01-01");
        assertThat(reversed.statusCode()).isEqualTo(400);
        assertThatJson(reversed.body()).inPath("$.parameter").isEqualTo("from");
        assertThatJson(reversed.body()).inPath("$.allowed").isArray().containsExactly("a day not after 2020-01-01");
        assertThat(server.get("/v1/events?event=convertd").body()).contains("\"suggestion\":\"converted\"");
    }

    @Test
    void pagesWalkAllEventsOnce() throws IOException {
        List<String> walked = new ArrayList<>();
        String next = "/v1/events?from=1990-01-01&limit=3";
        while (next != null) {
            JsonNode page = JSON.readTree(server.json(next));
            page.get("data").forEach(row -> walked.add(row.get("id").asText()));
            next = page.at("/links/next").textValue();
        }
        List<String> whole = new ArrayList<>();
        JSON.readTree(server.json("/v1/events?from=1990-01-01&limit=1000"))
                .get("data")
                .forEach(row -> whole.add(row.get("id").asText()));
        assertThat(walked).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @Test
    void feedReadersGetTheNewestFirst() {
        HttpResponse<String> feed = server.get("/v1/events?from=1990-01-01&area=203&limit=2&format=atom");
        assertThat(feed.headers().firstValue("Content-Type")).hasValue("application/atom+xml; charset=utf-8");
        assertThat(feed.body())
                .contains("<id>tag:middletier.uk,2026:feed:/v1/events?area=la:203&amp;stateFunded=true</id>")
                .contains("<id>tag:middletier.uk,2026:event:2018-09-01/closed/138600</id>")
                .contains("<updated>2018-09-01T00:00:00Z</updated>")
                .contains("rel=\"next\"")
                .doesNotContain(TownGraph.RELEASE);
        assertThat(feed.body().split("<entry>")).hasSize(3);
        String next = feed.body()
                .replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(server.get(next).body()).contains("<entry>").doesNotContain("/closed/138600");
        assertThat(server.get("/v1/events", "Accept", "application/atom+xml").body())
                .contains("href=\"/v1/events?stateFunded=true&amp;format=atom\"");
        assertThatJson(server.json("/v1/events?area=203"))
                .inPath("$.links.atom")
                .isEqualTo("/v1/events?area=la:203&stateFunded=true&format=atom");
        assertThat(server.get("/v1/schools?format=atom").statusCode()).isEqualTo(406);
    }

    @Test
    void theChangesBehindTheRowsCanBeRead() {
        LocalDate from = LocalDate.parse("2012-09-01");
        AreaFilter london = new AreaFilter(AreaKind.REGION, "region:E12000007");
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            Reads reads = new Reads(release.store(), Duration.ofSeconds(10));
            List<Integer> everywhere = EventStatements.changes(from, from, null, null, List.of()).stream()
                    .map(statement -> reads.list(statement, row -> row).size())
                    .toList();
            // Three schools began or ended; four spells of governance and one of a sponsor; one succession.
            assertThat(everywhere).containsExactly(3, 4, 1, 0);
            List<Integer> inLondon =
                    EventStatements.changes(from, from, london, "trust:4782", List.of("Primary")).stream()
                            .map(statement -> reads.list(statement, row -> row).size())
                            .toList();
            assertThat(inLondon).containsExactly(2, 1, 1, 0);
        }
    }
}
