package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.cypher.DurationStatements;
import uk.middletier.model.BodyKind;

@ExtendWith(TownServer.Extension.class)
class DurationTableIT {
    private final TownServer server;

    DurationTableIT(TownServer server) {
        this.server = server;
    }

    /** Of five memberships in multi-academy trusts one ended after six years, with its school. */
    @Test
    void membershipsOfTheTown() {
        String body = server.json("/v1/durations?observedFrom=2010-01-01");
        assertThatJson(body)
                .inPath("$.data.rows[*].group")
                .isArray()
                .containsExactly("multi-academy-trust", "single-academy-trust", "federation");
        assertThatJson(body).inPath("$.data.rows[0]").isEqualTo("""
                {"group":"multi-academy-trust","spells":5,"events":1,"censored":4,"lateEntries":0,"excluded":0,
                 "unobserved":0,"medianYears":null,"medianLower":5.9986310746064335,"medianUpper":null,"survival1Year":1.0,
                 "survival3Years":1.0,"survival5Years":1.0,"survival10Years":0.8}""");
        assertThatJson(body).inPath("$.data.rows[*].events").isArray().containsExactly(1, 1, 1);
        // 1 January 2011 to 1 January 2016.
        assertThatJson(body).inPath("$.data.rows[1].medianYears").isEqualTo(1826 / 365.25);
        assertThatJson(body).inPath("$.data.rows[1].survival10Years").isNull();
        assertThatJson(body).inPath("$.data.curves[0].atRisk").isArray().containsExactly(5, 5, 1);
        assertThatJson(body).inPath("$.data.curves[0].censored").isArray().containsExactly(0, 3, 1);
        assertThatJson(body).inPath("$.data.curves[2].survival").isArray().containsExactly(1.0, 0.5, 0.5);
        assertThatJson(body).inPath("$.meta.identity").isEqualTo("lineage");
        assertThatJson(body).inPath("$.meta.parameters.kind").isArray().hasSize(3);
    }

    @Test
    void schoolThatClosed_hasNotLeft() {
        assertThatJson(server.json("/v1/durations?observedFrom=2010-01-01&ends=left"))
                .inPath("$.data.rows[*].events")
                .isArray()
                .containsExactly(0, 1, 1);
    }

    @Test
    void recordBeginsWhereTheFirstEndsAreSeen() {
        String body = server.json("/v1/durations");
        assertThatJson(body)
                .inPath("$.data.observedFrom[*].day")
                .isArray()
                .containsExactly("2015-12-31", "2015-12-31", "2015-08-31");
        assertThatJson(body).inPath("$.data.rows[1].lateEntries").isEqualTo(1);
        // Nobody was watched from the beginning: of that nothing is known.
        assertThatJson(body).inPath("$.data.rows[1].survival1Year").isNull();
        assertThatJson(body).inPath("$.data.rows[1].medianYears").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "by=cohort&kind=multi-academy-trust,2012;2014;2015;2016",
        "by=formality,hard-governance",
        "kind=foundation-trust,foundation-trust",
        "kind=sponsor&area=la:203,sponsor",
        "kind=sponsor&area=la:660,''",
        "formality=informal,''",
        "kind=multi-academy-trust&phase=Primary&by=cohort,2012",
        "kind=multi-academy-trust&joinedFrom=2015-09-01&joinedTo=2016-01-01&by=cohort,2015;2016",
        "kind=multi-academy-trust&asOf=2014-09-01&by=cohort,2012;2014"
    })
    void groups(String query, String groups) {
        // As values, or a year would be read as a number.
        Object[] expected = groups.isEmpty()
                ? new Object[0]
                : Stream.of(groups.split(";", -1)).map(JsonAssertions::value).toArray();
        assertThatJson(server.json("/v1/durations?observedFrom=2000-01-01&" + query))
                .inPath("$.data.rows[*].group")
                .isArray()
                .containsExactly(expected);
    }

    @Test
    void groupsOfAreasAreAreas() {
        assertThatJson(server.json("/v1/durations?observedFrom=2000-01-01&by=area"))
                .inPath("$.data")
                .and(
                        data -> data.node("rows[0].group.id").isEqualTo("la:203"),
                        data -> data.node("curves[0].group.kind").isEqualTo("LocalAuthority"));
        assertThat(server.get("/v1/durations?by=area&format=csv").body())
                .startsWith("groupId,groupName,groupKind,years,");
    }

    @Test
    void stepsAreTheRowsOfCsv() {
        assertThat(server.get("/v1/durations?observedFrom=2010-01-01&kind=federation&format=csv")
                        .body()
                        .lines())
                .hasSize(4)
                .startsWith("group,years,atRisk,events,censored,survival,standardError,lower,upper")
                .anyMatch(line -> line.startsWith("federation,4.999315537303217,2,1,0,0.5,0.35"));
        assertThat(server.get("/v1/durations?format=ndjson").body()).contains("\"observedFrom\":[{\"kind\":");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=local-authority,kind",
        "by=region,by",
        "ends=some,ends",
        "joinedFrom=2015,joinedFrom",
        "area=la:204x,area",
        "formality=strict,formality",
        "weight=schools,weight"
    })
    void whatCannotBeAsked_isNamed(String query, String parameter) {
        HttpResponse<String> refused = server.get("/v1/durations?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("$.parameter").isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"MULTI_ACADEMY_TRUST,5,1", "SINGLE_ACADEMY_TRUST,1,1", "FEDERATION,2,1", "SPONSOR,1,0"})
    void statementGivesTheSameSpells(BodyKind kind, int spells, int events) {
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            List<Boolean> ended = new Reads(release.store(), Duration.ofSeconds(10))
                    .list(
                            DurationStatements.spells(
                                    kind,
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    LocalDate.parse("2010-01-01"),
                                    TownGraph.EXTRACT),
                            row -> {
                                assertThat(row.integer("entry")).isZero();
                                assertThat(row.integer("exit")).isPositive();
                                return Boolean.TRUE.equals(row.get("ended"));
                            });
            assertThat(ended).hasSize(spells);
            assertThat(ended.stream().filter(one -> one)).hasSize(events);
        }
    }
}
