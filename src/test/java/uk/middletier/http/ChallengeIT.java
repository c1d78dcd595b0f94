package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.cypher.ComparisonStatements;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.ParticipationStatements;
import uk.middletier.cypher.ReachStatements;
import uk.middletier.cypher.SpreadStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.TypeStatements;
import uk.middletier.graph.Row;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Scope;

/** What is answered from that which no register holds: reach, participation, types, comparison. */
class ChallengeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OverlapStatements.Schools SCHOOLS =
            new OverlapStatements.Schools(null, List.of(), Scope.STATE_FUNDED, TownGraph.EXTRACT);
    private static TownServer server;

    @BeforeAll
    static void serve() {
        server = new TownServer(ChallengeGraph.open());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode data(String target) throws IOException {
        return JSON.readTree(server.json(target)).path("data");
    }

    private static List<Row> run(Statement statement) {
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            return new Reads(release.store(), Duration.ofSeconds(10)).list(statement, row -> row);
        }
    }

    /** Longitudes 0, 0.01, 0.2, 0.3 and 0.31 at 51.5° north, where a degree has 69.2 km; of two it is not known whether they are rural. */
    @Test
    void reachOfTheTeachingSchool() throws IOException {
        JsonNode all = data("/v1/reach?as=teaching-school&by=all").get(0);
        assertThatJson(all.toString())
                .isObject()
                .containsEntry("group", "all")
                .containsEntry("schools", new java.math.BigDecimal(5))
                .containsEntry("providers", new java.math.BigDecimal(1))
                .containsEntry("judged", new java.math.BigDecimal(3))
                .containsEntry("without", new java.math.BigDecimal(1));
        assertThat(all.path("medianKm").doubleValue()).isCloseTo(.2 * 69.221, within(.01));
        assertThat(all.path("withoutShare").doubleValue()).isCloseTo(1.0 / 3, within(1e-12));
        assertThatJson(data("/v1/reach?shape=cold-spots&radius=10").toString())
                .inPath("$[*].school.id")
                .isArray()
                .containsExactly("school:100005", "school:100004", "school:100003");
        assertThatJson(data("/v1/reach?by=urban-rural").toString())
                .inPath("$[*].group")
                .isArray()
                .containsExactly("urban", "rural", "unknown");
        assertThatJson(data("/v1/reach").toString())
                .inPath("$[*].group.id")
                .isArray()
                .containsExactly("la:823", "la:203");
        assertThat(server.get("/v1/reach?shape=schools&format=csv").body().lines())
                .startsWith(
                        "schoolId,schoolName,schoolKind,areaId,areaName,areaKind,rural,sector,providerId,providerName,"
                                + "providerKind,nearestKm,without")
                .hasSize(6);
    }

    @Test
    void statementOfReachGivesTheSame_onItsOwnSphere() throws IOException {
        JsonNode ours = data("/v1/reach?shape=schools");
        List<Row> rows = run(ReachStatements.nearest(List.of("teaching-school"), SCHOOLS));
        assertThat(rows).hasSize(5);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(ours.get(i).path("school").path("id").textValue())
                    .isEqualTo("school:" + rows.get(i).integer("urn"));
            assertThat((Double) Objects.requireNonNull(rows.get(i).get("nearestKm")))
                    .isCloseTo(
                            ours.get(i).path("nearestKm").doubleValue() * SpreadStatements.NEO4J_SPHERE, within(1e-5));
        }
        assertThat(run(ReachStatements.nearest(List.of("NLE"), SCHOOLS)))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.get("nearestKm")).isNull());
    }

    /** 10, 20 and 30 per cent deviate by √(200/3). */
    @Test
    void participationInTheChallenge() {
        assertThatJson(server.json("/v1/participation?programme=programme:challenge&asOf=2013-01-01"))
                .withTolerance(1e-9)
                .inPath("$.data.rows")
                .isEqualTo("""
                        [{"programme":"programme:challenge","strand":"improvement-group","eligible":5,"schools":3,
                          "participation":0.6,"groups":1,"groupSizeMin":3,"groupSizeMedian":3.0,"groupSizeMax":3,
                          "groupSizeMean":3.0,"crossBoundary":1.0,"intakeMix":8.16496580927726,
                          "depth":[{"measure":"joint-practice","unit":"percent","of":"programme","subjects":1,"mean":63.0}]}]""");
        assertThatJson(server.json("/v1/participation/series?from=2011-01-01&to=2015-01-01&kind=improvement-group"))
                .inPath("$.data.rows[*].date")
                .isArray()
                .containsExactly("2012-01-01", "2013-01-01", "2014-01-01", "2015-01-01");
        assertThatJson(server.json("/v1/participation"))
                .inPath("$.data.rows[*].strand")
                .isArray()
                .containsExactly("improvement-group", "federation");
    }

    @Test
    void statementsOfParticipationGiveTheSame() {
        List<Row> groups = run(ParticipationStatements.groups(List.of(BodyKind.IMPROVEMENT_GROUP), null, SCHOOLS));
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).string("programme")).isEqualTo("programme:challenge");
        assertThat(groups.get(0).integer("schools")).isEqualTo(3);
        assertThat(groups.get(0).integer("areas")).isEqualTo(2);
        assertThat((Double) Objects.requireNonNull(groups.get(0).get("fsmDeviation")))
                .isCloseTo(Math.sqrt(200.0 / 3), within(1e-9));
        assertThat(run(ParticipationStatements.groups(List.of(BodyKind.FEDERATION), "programme:challenge", SCHOOLS)))
                .isEmpty();
        assertThat(run(ParticipationStatements.eligible(SCHOOLS)).get(0).integer("eligible"))
                .isEqualTo(5);
        assertThat(run(ParticipationStatements.observed(TownGraph.EXTRACT)).stream()
                        .map(row -> row.get("value")))
                .containsExactly(91.0);
    }

    @Test
    void typesOfTheFederation_withWhatTheRulesSaw() {
        String types = server.json("/v1/types?body=federation:1");
        assertThatJson(types).inPath("$.data[0].types").isEqualTo("""
                [{"scheme":"chapman-muijs-2014","type":"performance",
                  "saw":"grade 2 at 100001 and grade 4 at 100002 on 2012-01-01"},
                 {"scheme":"chapman-muijs-2014","type":"faith","saw":"Roman Catholic"},
                 {"scheme":"lindsay-2007","type":"hard-governance-federation","saw":"its formality is hard-governance"},
                 {"scheme":"woods-2014","type":"local-federation","saw":"local authorities: Greenwich"}]""");
        assertThatJson(types).inPath("$.data[0].undecided").isArray().isEmpty();
        assertThatJson(server.json("/v1/types?type=converter-mat"))
                .inPath("$.data[*].body.id")
                .isArray()
                .containsExactly("trust:1");
        assertThatJson(server.json("/v1/types?body=trust:1"))
                .inPath("$.data[0].undecided[*].type")
                .isArray()
                .containsExactly("performance");
        assertThatJson(server.json("/v1/types?area=la:203"))
                .inPath("$.data[*].body.id")
                .isArray()
                .containsExactly("federation:1", "group:a");
        assertThatJson(server.json("/v1/types?shape=counts"))
                .inPath("$.data[?(@.type=='academy')]")
                .isArray()
                .containsExactly(
                        json(
                                "{\"scheme\":\"chapman-muijs-2014\",\"type\":\"academy\",\"bodies\":1,\"others\":1,\"undecided\":0}"));
        assertThat(run(TypeStatements.members(List.of(BodyKind.FEDERATION), null, TownGraph.EXTRACT)).stream()
                        .map(row -> row.integer("urn") + " " + row.text("regionId")))
                .containsExactly("100001 region:E12000007", "100002 region:E12000007");
    }

    /**
     * 100004 goes with 100001 and 100005 with 100003: five pupils and two per cent apart, where a quarter of a deviation is 13.4
     * and 2.5. The outcome differs by 3 and 4: 3.5 ± 12.7062 · 0.5.
     */
    @Test
    void comparisonOfTheTrustsSchools_saysAssociation() throws IOException {
        JsonNode data = data("/v1/comparison?outcome=ks2");
        assertThat(data.path("matched").intValue()).isEqualTo(2);
        assertThat(data.path("unmatched").intValue()).isZero();
        assertThat(data.at("/outcome/difference").doubleValue()).isEqualTo(3.5);
        assertThat(data.at("/outcome/lower").doubleValue()).isCloseTo(3.5 - 6.3531, within(1e-4));
        assertThat(data.at("/outcome/upper").doubleValue()).isCloseTo(3.5 + 6.3531, within(1e-4));
        assertThat(data.path("reading").textValue()).contains("association").doesNotContain("effect");
        assertThatJson(data.toString())
                .inPath("$.rows[*].covariate")
                .isArray()
                .containsExactly("pupils", "fsm", "region", "region");
        assertThat(data("/v1/comparison").path("outcome").isNull()).isTrue();
        assertThat(run(ComparisonStatements.schools(List.of(BodyKind.MULTI_ACADEMY_TRUST), null, SCHOOLS)).stream()
                        .map(row -> row.integer("urn") + " " + row.get("member")))
                .containsExactly("100001 false", "100002 false", "100003 false", "100004 true", "100005 true");
        assertThat(run(ComparisonStatements.schools(
                                List.of(BodyKind.IMPROVEMENT_GROUP), "programme:challenge", SCHOOLS))
                        .stream()
                        .map(row -> row.get("member")))
                .containsExactly(true, true, true, false, false);
        assertThat(run(ComparisonStatements.lastKnown("ks2", TownGraph.EXTRACT)).stream()
                        .map(row -> row.get("value")))
                .containsExactly(60.0, 58.0, 70.0, 63.0, 74.0);
    }

    @ParameterizedTest
    @CsvSource({
        "reach, ''",
        "reach, by=sector",
        "reach, shape=schools",
        "reach, shape=cold-spots&radius=1",
        "reach, asOf=2000-01-01",
        "participation, ''",
        "participation, kind=multi-academy-trust",
        "participationSeries, step=quarter",
        "types, ''",
        "types, shape=counts",
        "comparison, ''",
        "comparison, outcome=ks2&match=pupils&caliper=1",
        "comparison, outcome=ks2&kind=improvement-group&programme=programme:challenge",
        "comparison, outcome=ks2&prior=ofsted-overall&kind=federation"
    })
    void answersAreAsTheDocumentSays(String id, String query) throws IOException {
        OpenApiCalls document = new OpenApiCalls(JSON.readTree(server.json("/openapi.json")));
        OpenApiCalls.Call call = document.get(id);
        HttpResponse<String> answer = server.get(call.address(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(document.errors(call.json().orElseThrow(), JSON.readTree(answer.body())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reach?as=teaching-scool,as",
        "reach?radius=-1,radius",
        "participation?programme=programme:x,programme",
        "types?kind=local-authority,kind",
        "types?type=chain,type",
        "comparison?outcome=ks3,outcome",
        "comparison?caliper=x,caliper"
    })
    void whatCannotBeAsked_isNamed(String query, String parameter) {
        HttpResponse<String> refused = server.get("/v1/" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("$.parameter").isEqualTo(parameter);
    }
}
