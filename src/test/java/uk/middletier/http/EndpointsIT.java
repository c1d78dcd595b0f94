package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each endpoint says of the town. */
@ExtendWith(TownServer.Extension.class)
class EndpointsIT {
    private final TownServer server;

    EndpointsIT(TownServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=100003|The Hills Infant School",
                "q=203/9999|",
                "q=203/7000|Harbour Primary Academy",
                "q=2037000|Harbour Primary Academy",
                "q=10137000|Harbour Primary Academy",
                "q=se107ab|",
                "q=SE101AB|Saint Alfege Secondary School",
                "q=harb|Harbour Primary Academy",
                "q=St%20Marys|Ampthill St Mary's School",
                "q=m%C3%B4n|Ysgol Môn",
                "q=AND%20OR|",
                "sector=multi-academy-trust&phase=Primary|Harbour Primary Academy",
                "sector=welsh-maintained|Ysgol Môn",
                "sector=academy-trust-unknown&asOf=2014-01-01|Thamesmead Free School",
                "body=trust:4782&sort=pupils|Thamesmead Free School;Harbour Primary Academy;Woolwich Studio School",
                "body=federation:17794&asOf=2015-08-31|The Hills Infant School;The Hills Junior School",
                "body=federation:17794&asOf=2015-09-01|The Hills Infant School",
                "body=la:820&asOf=2009-03-31|Ampthill St Mary's School;Toddington Lower School;Toddington Middle School",
                "area=820&asOf=2009-04-01|",
                "area=la:823&rural=true|Ampthill St Mary's School;Toddington Primary School",
                "area=823&open=false|Toddington Lower School;Toddington Middle School",
                "area=country:W92000004|Ysgol Môn",
                "area=consortium:gwe|Ysgol Môn",
                "area=diocese:CE23|Harbour Primary Academy",
                "area=region:E12000006&asOf=2008-01-01&group=la-maintained&sort=urn|Ampthill St Mary's School;Toddington Lower School;Toddington Middle School",
                "stateFunded=false|Blackheath College",
                "status=Proposed%20to%20open&open=any|Planned Academy",
                "type=type-of-studio-school|Woolwich Studio School",
                "q=hills&sort=urn&open=any|The Hills Infant School;The Hills Junior School"
            })
    void schoolsAreFoundByWhatIsKnownOfThem(String query, @Nullable String names) {
        String body = server.json("/v1/schools?" + query);
        Object[] expected = names == null ? new Object[0] : names.split(";", -1);
        assertThatJson(body).inPath("$.data[*].name").isArray().containsExactly(expected);
        assertThatJson(body).inPath("$.meta.truncated").isEqualTo(false);
        assertThatJson(body).inPath("$.meta.rowCount").isEqualTo(expected.length);
    }

    @Test
    void aRowSaysWhoRunsTheSchoolAndWhereItIs() {
        assertThatJson(server.json("/v1/schools?q=137000")).inPath("$.data[0]").isEqualTo("""
                {"id":"school:137000","urn":137000,"name":"Harbour Primary Academy","laEstab":"203/7000",
                 "type":"Type of academy","group":"academy","phase":"Primary","status":"Open","open":true,
                 "sector":"multi-academy-trust",
                 "governedBy":{"id":"trust:4782","name":"Harbour Learning Trust","kind":"MultiAcademyTrust"},
                 "area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},
                 "from":"2012-09-01","to":null,"pupils":230,"town":null,"postcode":"SE10 0AB",
                 "location":{"longitude":0.0,"latitude":51.5}}""");
    }

    @Test
    void aClosedSchoolIsPlacedWhereItWasAndRunByNobody() {
        assertThatJson(server.json("/v1/schools?q=109501&open=any"))
                .inPath("$.data[0]")
                .and(
                        row -> row.node("area.id").isEqualTo("la:823"),
                        row -> row.node("governedBy").isNull(),
                        row -> row.node("sector").isNull(),
                        row -> row.node("open").isEqualTo(false));
    }

    @Test
    void theEnvelopeSaysWhatWasAskedAndOfWhatRelease() {
        assertThatJson(server.json("/v1/schools?q=137000&timeout=5"))
                .and(
                        body -> body.node("meta").isEqualTo("""
                {"release":"20241101T000000Z-0a1b2c3d","asOf":"2024-10-28",
                 "parameters":{"asOf":"2024-10-28","q":"137000","open":"true","stateFunded":"any","limit":100},
                 "identity":"urn",
                 "attribution":["Contains public sector information licensed under the Open Government Licence v3.0."],
                 "rowCount":1,"truncated":false}"""),
                        body -> body.node("links").isEqualTo("""
                {"self":"/v1/schools?asOf=2024-10-28&q=137000&open=true&stateFunded=any&limit=100","next":null,
                 "cypher":"/v1/schools?asOf=2024-10-28&q=137000&open=true&stateFunded=any&limit=100&format=cypher",
                 "csv":"/v1/schools?asOf=2024-10-28&q=137000&open=true&stateFunded=any&format=csv",
                 "csvManifest":"/v1/schools?asOf=2024-10-28&q=137000&open=true&stateFunded=any&format=csv-manifest",
                 "bundle":"/v1/schools?asOf=2024-10-28&q=137000&open=true&stateFunded=any&format=bundle"}"""));
    }

    @Test
    void aRecordTellsAllOfASchoolOnADay() {
        assertThatJson(server.json("/v1/schools/137000"))
                .inPath("$.data")
                .and(
                        data -> data.node("trustSize").isEqualTo(3),
                        data -> data.node("sponsoredBy[0].id").isEqualTo("sponsor:2000"),
                        data -> data.node("areas").isEqualTo("""
                [{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},
                 {"id":"region:E12000007","name":"London","kind":"Region"},
                 {"id":"country:E92000001","name":"England","kind":"Country"},
                 {"id":"diocese:CE23","name":"Diocese of Southwark","kind":"Diocese"},
                 {"id":"constituency:E14000001","name":"Greenwich and Woolwich","kind":"Constituency"}]"""),
                        data -> data.node("predecessors[0].urn").isEqualTo(100000),
                        data -> data.node("successors").isArray().isEmpty());
        assertThatJson(server.json("/v1/schools/100000")).inPath("$.data.open").isEqualTo(false);
        assertThatJson(server.json("/v1/schools/school:100000?asOf=2012-08-31"))
                .inPath("$.data")
                .and(
                        data -> data.node("open").isEqualTo(true),
                        data -> data.node("sector").isEqualTo("la-maintained"),
                        data -> data.node("trustSize").isNull());
    }

    @Test
    void aHistoryGoesAcrossUrns() {
        for (String urn : new String[] {"100000", "137000"}) {
            assertThatJson(server.json("/v1/schools/" + urn + "/history"))
                    .inPath("$.data")
                    .and(
                            data -> data.node("lineage").isEqualTo("lineage:100000"),
                            data -> data.node("schools").isArray().hasSize(2),
                            data -> data.node("links[0].kind").isEqualTo("plain"),
                            data -> data.node("spells").isArray().hasSize(7),
                            data -> data.node("events").isArray().hasSize(1),
                            data -> data.node("events[0].event").isEqualTo("converted"),
                            data -> data.node("events[0].from.id").isEqualTo("la:203"),
                            data -> data.node("events[0].to.id").isEqualTo("trust:4782"));
        }
        assertThatJson(server.json("/v1/schools/139000/history"))
                .inPath("$.data.events[*].event")
                .isArray()
                .containsExactly("opened", "merged", "merged");
        assertThatJson(server.json("/v1/schools/109500/history"))
                .inPath("$.data.events[*].event")
                .isArray()
                .containsExactly("foundation-trust-joined", "authority-changed");
    }

    @Test
    void bodiesAreListedWithTheirSchools() {
        assertThatJson(server.json("/v1/bodies?kind=multi-academy-trust&sort=schools"))
                .inPath("$.data[*].schools")
                .isArray()
                .containsExactly(3, 1);
        assertThatJson(server.json("/v1/bodies?minSchools=2"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("la:823", "la:203", "trust:4782");
        assertThatJson(server.json("/v1/bodies?q=riverside"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("trust:5001");
        assertThatJson(server.json("/v1/bodies?q=07654321"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("trust:4782");
        assertThatJson(server.json("/v1/bodies?area=region:E12000006"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("la:823", "foundation-trust:9000");
        assertThatJson(server.json("/v1/bodies?kind=local-authority&open=false"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("la:820");
    }

    @Test
    void aBodyIsToldWithItsSpread() {
        assertThatJson(server.json("/v1/bodies/trust:4782"))
                .inPath("$.data")
                .and(
                        data -> data.node("schools").isEqualTo(3),
                        data -> data.node("pupils").isEqualTo(980),
                        data -> data.node("areas[0].area.id").isEqualTo("la:203"),
                        data -> data.node("regions[0].schools").isEqualTo(3),
                        data -> data.node("phases").isArray().hasSize(2),
                        data -> data.node("firstSchool.urn").isEqualTo(137000),
                        data -> data.node("companiesHouse").isString().isEqualTo("07654321"),
                        data -> data.node("sponsors[0].id").isEqualTo("sponsor:2000"));
        assertThatJson(server.json("/v1/bodies/la:820"))
                .inPath("$.data")
                .and(
                        data -> data.node("open").isEqualTo(false),
                        data -> data.node("successors").isArray().hasSize(2));
        assertThatJson(server.json("/v1/bodies/trust:4782/schools"))
                .inPath("$.data")
                .isArray()
                .hasSize(3);
    }

    @Test
    void theGrowthOfABodyIsARunningCount() {
        String growth = server.json("/v1/bodies/trust:4782/history");
        assertThatJson(growth).inPath("$.data[*].change").isArray().containsExactly("converted-in", "joined", "opened");
        assertThatJson(growth).inPath("$.data[*].schools").isArray().containsExactly(1, 2, 3);
        assertThatJson(server.json("/v1/bodies/trust:5000/history"))
                .inPath("$.data[*].change")
                .isArray()
                .containsExactly("opened", "transferred-out");
        assertThatJson(server.json("/v1/bodies/la:823/history"))
                .inPath("$.data[*].schools")
                .isArray()
                .containsExactly(3, 3, 3, 2, 2, 2);
    }

    @Test
    void aBodysMembersSayWhenTheyWereThereHowTheyCameAndWhere() {
        String members = server.json("/v1/bodies/trust:4782/members");
        assertThatJson(members).inPath("$.data[*].came").isArray().containsExactly("converted-in", "joined", "opened");
        assertThatJson(members)
                .inPath("$.data[0]")
                .and(
                        row -> row.node("urn").isEqualTo(137000),
                        row -> row.node("whence.id").isEqualTo("la:203"),
                        row -> row.node("area.id").isEqualTo("la:203"),
                        row -> row.node("region.id").isEqualTo("region:E12000007"),
                        row -> row.node("location.latitude").isNotNull(),
                        row -> row.node("to").isNull());
        assertThatJson(server.json("/v1/bodies/trust:5000/members"))
                .inPath("$.data[*].went")
                .isArray()
                .containsExactly("transferred-out");
    }

    @Test
    void areasAreThoseOfTheDay() {
        assertThatJson(server.json("/v1/areas"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("la:822", "la:823", "la:203", "la:660");
        assertThatJson(server.json("/v1/areas?asOf=2009-03-31&q=bedford"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("la:820");
        assertThatJson(server.json("/v1/areas/820?asOf=2009-03-31"))
                .inPath("$.data")
                .and(
                        data -> data.node("parents[0].id").isEqualTo("region:E12000006"),
                        data -> data.node("successors").isArray().hasSize(2),
                        data -> data.node("exists").isEqualTo(true),
                        data -> data.node("counts.schools").isEqualTo(3));
        assertThatJson(server.json("/v1/areas/region:E12000006"))
                .inPath("$.data.children[*].id")
                .isArray()
                .containsExactly("la:822", "la:823");
    }

    @Test
    void structureCountsWhoRunsWhat() {
        String body = server.json("/v1/structure?asOf=2016-01-01");
        assertThatJson(body).inPath("$.data.rows[*].area.id").isArray().containsExactly("la:823", "la:203", "la:660");
        assertThatJson(body).inPath("$.data.rows[1]").isEqualTo("""
                {"area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},
                 "schools":7,"pupils":2290,"laMaintained":2,"academies":2,"freeSchools":1,"academiesAndFreeSchools":3,
                 "universityTechnicalColleges":1,"studioSchools":1,"cityTechnologyColleges":0,"singleAcademyTrust":0,"multiAcademyTrust":5,
                 "academyTrustUnknown":0,"welshMaintained":0,"federated":1,
                 "academyShare":0.7142857142857143,"laShare":0.2857142857142857,"satShare":0.0,
                 "matShare":0.7142857142857143,"federatedShare":0.14285714285714285,
                 "freeSchoolShare":0.14285714285714285,"trustUnknownShare":0.0,
                 "communitySchools":0,"voluntaryAidedSchools":0,"voluntaryControlledSchools":0,"foundationSchools":0,
                 "nurserySchools":0,"converterAcademies":0,"sponsorLedAcademies":0,"specialSchools":0,
                 "alternativeProvision":0,"primarySchools":3,"secondarySchools":4,"allThroughSchools":0,
                 "inHardGovernance":1,"inSoftGovernance":0,"inSoftCollaboration":0,"inInformalCollaboration":0,
                 "pupilCoverage":0.8571428571428571}""");
        assertThatJson(body).inPath("$.data.total.schools").isEqualTo(10);
        assertThatJson(server.json("/v1/structure?by=country"))
                .inPath("$.data.rows[*].schools")
                .isArray()
                .containsExactly(8, 1);
        assertThatJson(server.json("/v1/structure?by=region&phase=Secondary"))
                .inPath("$.data.rows[*].schools")
                .isArray()
                .containsExactly(3);
        assertThatJson(server.json("/v1/structure?by=diocese&area=203"))
                .inPath("$.data.total.schools")
                .isEqualTo(1);
        assertThatJson(server.json("/v1/structure?asOf=2009-03-31&area=region:E12000006"))
                .inPath("$.data.rows[*].area.id")
                .isArray()
                .containsExactly("la:820");
        assertThatJson(server.json("/v1/structure?area=la:822"))
                .inPath("$.data.total")
                .and(
                        total -> total.node("schools").isEqualTo(0),
                        total -> total.node("pupils").isNull(),
                        total -> total.node("academyShare").isNull());
    }

    @Test
    void fragmentationTellsIntoHowManyHandsAnAreaHasCome() {
        // Greenwich, 2016: two of the authority, two of trust 4782 with one to come later, three of trust 5001.
        String body = server.json("/v1/fragmentation?asOf=2016-01-01&area=la:203");
        assertThatJson(body)
                .inPath("$.data.rows[0]")
                .and(
                        row -> row.node("schools").isEqualTo(7),
                        row -> row.node("bodies").isEqualTo(3),
                        row -> row.node("hhi").isEqualTo((4.0 + 9 + 4) / 49),
                        row -> row.node("effectiveBodies").isEqualTo(1 / ((4.0 + 9 + 4) / 49)),
                        row -> row.node("largestShare").isEqualTo(3.0 / 7),
                        row -> row.node("unattachedShare").isEqualTo(0.0),
                        row -> row.node("crossBoundaryShare").isEqualTo(0.0));
        assertThatJson(server.json("/v1/fragmentation?asOf=2016-01-01&area=la:823"))
                .inPath("$.data.rows[0]")
                .and(
                        row -> row.node("bodies").isEqualTo(1),
                        row -> row.node("evenness").isNull());
        assertThatJson(server.json("/v1/fragmentation?asOf=2015-08-31&area=la:203&partition=federation&measure=bodies"))
                .inPath("$.data.rows[0].bodies")
                .isEqualTo(4);
    }

    @Test
    void aSeriesIsColumnsInJsonAndRowsInCsv() {
        String target =
                "/v1/fragmentation/series?area=la:203&from=2014-01-01&to=2016-01-01&measure=schools&measure=hhi";
        assertThatJson(server.json(target)).inPath("$.data").isEqualTo("""
                {"dates":["2014-01-01","2015-01-01","2016-01-01"],
                 "series":[{"area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},"measure":"schools",
                            "values":[6,6,7]},
                           {"area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},"measure":"hhi",
                            "values":[0.2222222222222222,0.2777777777777778,0.3469387755102041]}]}""");
        assertThat(server.get(target, "Accept", "text/csv").body().lines())
                .containsExactly(
                        "date,areaId,areaName,schools,hhi",
                        "2014-01-01,la:203,Greenwich,6,0.2222222222222222",
                        "2015-01-01,la:203,Greenwich,6,0.2777777777777778",
                        "2016-01-01,la:203,Greenwich,7,0.3469387755102041");
        assertThatJson(server.json(target))
                .inPath("$.meta")
                .and(
                        meta -> meta.node("from").isEqualTo("2014-01-01"),
                        meta -> meta.node("parameters.step").isEqualTo("year"));
        assertThatJson(server.json("/v1/structure/series"))
                .inPath("$.meta.from")
                .isEqualTo("2014-10-28");
    }

    @Test
    void areasAsTheyAreNowTakeInThoseThatGaveWay() {
        // Three schools of Bedfordshire in 2008; all of them fell to Central Bedfordshire in 2009.
        assertThatJson(server.json("/v1/structure?asOf=2008-01-01&geography=current&area=region:E12000006"))
                .inPath("$.data.rows[*].area.id")
                .isArray()
                .containsExactly("la:823");
    }

    @Test
    void trustSizesOverTime() {
        String body = server.json("/v1/trust-sizes/series?by=region&area=region:E12000007&from=2013-01-01&to=2015-12-31"
                + "&measure=trustsOf1&measure=trustsOf2To5");
        assertThatJson(body).inPath("$.data.series[0].values").isEqualTo("[3,3,2]");
        assertThatJson(body).inPath("$.data.series[1].values").isEqualTo("[0,0,1]");
    }

    @Test
    void theCatalogueHasFormulaSourceAndCypher() {
        String body = server.json("/v1/measures?family=fragmentation&q=laakso");
        assertThatJson(body).inPath("$.data.rows[*].id").isArray().containsExactly("effectiveBodies");
        assertThatJson(body).inPath("$.data.rows[0].cypher").asString().contains("effectiveBodies");
        assertThatJson(server.json("/v1/measures"))
                .inPath("$.data.rows[*].id")
                .isArray()
                .doesNotHaveDuplicates();
        assertThatJson(server.json("/v1/measures"))
                .inPath("$.data.rows[*].cypher")
                .isArray()
                .allSatisfy(cypher -> assertThat(cypher).asString().contains("RETURN"));
    }

    @Test
    void trustsAreBinnedByAllTheirSchools() {
        String sizes = server.json("/v1/trust-sizes");
        assertThatJson(sizes).inPath("$.data.rows[*].trusts").isArray().containsExactly(1, 1, 0, 0, 0, 0);
        assertThatJson(sizes).inPath("$.data.rows[*].schools").isArray().containsExactly(1, 3, 0, 0, 0, 0);
        assertThatJson(sizes)
                .inPath("$.data")
                .and(
                        data -> data.node("rows[1].schoolsShare").isEqualTo(0.75),
                        data -> data.node("rows[5].maxSchools").isNull(),
                        data -> data.node("tenOrMore.trusts").isEqualTo(0),
                        data -> data.node("total.trusts").isEqualTo(2));
        assertThatJson(server.json("/v1/trust-sizes?by=region&area=country:E92000001"))
                .inPath("$.data.rows[1].area.id")
                .isEqualTo("region:E12000007");
        assertThatJson(server.json("/v1/trust-sizes?area=diocese:CE23"))
                .inPath("$.data.rows[*].schools")
                .isArray()
                .containsExactly(0, 1, 0, 0, 0, 0);
    }

    @Test
    void aDayOutsideTheRecordIsAnsweredWithAWarning() {
        assertThatJson(server.json("/v1/structure?asOf=1950-01-01"))
                .inPath("$.meta.warnings")
                .isArray()
                .hasSize(1);
        assertThatJson(server.json("/v1/structure?asOf=2030-01-01"))
                .inPath("$.meta.warnings")
                .isArray()
                .hasSize(1);
    }

    @Test
    void theServerTellsOfItself() {
        assertThatJson(server.json("/v1"))
                .inPath("$.data.endpoints[*].path")
                .isArray()
                .contains("/v1/schools", "/readyz");
        assertThatJson(server.json("/v1/status"))
                .inPath("$.data.sources[0].rows")
                .isEqualTo(15);
        assertThatJson(server.json("/v1/evidence"))
                .inPath("$.data.rows[*].status")
                .isArray()
                .contains("differs");
        assertThat(server.get("/livez").statusCode()).isEqualTo(200);
        assertThat(server.get("/readyz").body()).contains(TownGraph.RELEASE);
        assertThat(server.get("/docs/problems").body()).contains("id=\"unknown-parameter\"");
        assertThat(server.get("/").body()).contains("/v1");
    }
}
