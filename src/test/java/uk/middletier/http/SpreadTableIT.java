package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.cypher.SpreadStatements;
import uk.middletier.graph.Row;
import uk.middletier.measure.Spread;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Tier;

@ExtendWith(TownServer.Extension.class)
class SpreadTableIT {
    private final TownServer server;

    SpreadTableIT(TownServer server) {
        this.server = server;
    }

    /** The three schools of the Harbour Learning Trust lie at one place, the two of The Hills at a hundredth of a degree. */
    @Test
    void bodiesOfTheTown() {
        assertThatJson(server.json("/v1/spread")).inPath("$.data").isEqualTo("""
                [{"body":{"id":"trust:4782","name":"Harbour Learning Trust","kind":"MultiAcademyTrust"},
                  "schools":3,"located":3,"areas":1,"regions":1,"medianPairKm":0.0,"maxPairKm":0.0,"gyrationKm":0.0,
                  "isolatedSchools":0,"primarySchools":1,"secondarySchools":2,"allThroughSchools":0,"otherSchools":0,
                  "phaseMix":0.4444444444444444}]""");
        String hills = server.json("/v1/spread?kind=federation&asOf=2015-08-31");
        assertThatJson(hills).inPath("$.data[0].body.id").isEqualTo("federation:17794");
        assertThatJson(hills)
                .inPath("$.data[0].maxPairKm")
                .asNumber()
                .isCloseTo(new java.math.BigDecimal("0.692"), within(new java.math.BigDecimal("0.001")));
    }

    @ParameterizedTest
    @CsvSource({
        "'kind=local-authority',la:203;la:823",
        "'kind=local-authority&sort=name',la:823;la:203",
        "'kind=local-authority&sort=maxPairKm',la:203;la:823",
        "'kind=local-authority&minSchools=1',la:203;la:823;la:660",
        "'area=la:203',trust:4782",
        "'area=la:660',''",
        "'body=la:823',la:823",
        "'body=trust:5001',''",
        "'body=trust:5001&minSchools=1',trust:5001",
        "'body=trust:5001&asOf=2017-01-01',trust:5001",
        "'kind=local-authority&asOf=2009-03-31&area=region:E12000006',la:820"
    })
    void bodiesThatAreAskedFor(String query, String ids) {
        Object[] expected = ids.isEmpty() ? new Object[0] : ids.split(";", -1);
        assertThatJson(server.json("/v1/spread?" + query))
                .inPath("$.data[*].body.id")
                .isArray()
                .containsExactly(expected);
    }

    @Test
    void tableHasPagesAndOtherForms() {
        String page = server.json("/v1/spread?kind=local-authority&limit=1");
        assertThatJson(page).inPath("$.meta.truncated").isEqualTo(true);
        assertThatJson(page).inPath("$.links.next").isString().contains("cursor=");
        assertThat(server.get("/v1/spread?format=csv").body().lines())
                .startsWith("bodyId,bodyName,bodyKind,schools,located,areas,regions,medianPairKm,maxPairKm,gyrationKm,"
                        + "isolatedSchools,primarySchools,secondarySchools,allThroughSchools,otherSchools,phaseMix")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=unknown-trust,kind",
        "body=trust:1,body",
        "minSchools=0,minSchools",
        "sort=pupils,sort",
        "by=region,by"
    })
    void whatCannotBeAsked_isNamed(String query, String parameter) {
        HttpResponse<String> refused = server.get("/v1/spread?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("$.parameter").isEqualTo(parameter);
    }

    @Test
    void statementGivesTheSame_onItsOwnSphere() {
        List<BodyKind> kinds = List.of(BodyKind.LOCAL_AUTHORITY, BodyKind.MULTI_ACADEMY_TRUST, BodyKind.FEDERATION);
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            Tier tier = release.timeline().tier();
            List<Spread.Row> rows = Spread.of(
                    release.timeline(),
                    new Spread.Question(EnumSet.copyOf(kinds), null, null, 1, Days.of(TownGraph.EXTRACT)));
            List<String> ours = rows.stream()
                    .map(row -> text(
                            tier.ref(row.unit()).id(),
                            row.schools(),
                            row.areas(),
                            row.maxPairKm() * SpreadStatements.NEO4J_SPHERE))
                    .toList();
            assertThat(new Reads(release.store(), Duration.ofSeconds(10))
                            .list(
                                    SpreadStatements.ofBodies(kinds, null, null, 1, TownGraph.EXTRACT),
                                    SpreadTableIT::text))
                    .isEqualTo(ours)
                    .hasSizeGreaterThan(4);
        }
    }

    private static String text(Row row) {
        Double km = (Double) row.get("maxPairKm");
        return text(row.string("bodyId"), row.integer("schools"), row.integer("areas"), km == null ? Double.NaN : km);
    }

    private static String text(String id, long schools, long areas, double km) {
        return id + " " + schools + " " + areas + " " + Math.round(km * 10_000);
    }
}
