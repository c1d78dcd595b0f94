package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.measure.Overlap;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Timeline;

@ExtendWith(TownServer.Extension.class)
class OverlapTableIT {
    private final TownServer server;

    OverlapTableIT(TownServer server) {
        this.server = server;
    }

    /** Of Greenwich's six schools the Harbour Learning Trust runs three, the Riverside Trust one. */
    @Test
    void matrixOfTheTown() {
        assertThatJson(server.json("/v1/overlap")).inPath("$.data").isEqualTo("""
                [{"area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},
                  "body":{"id":"trust:4782","name":"Harbour Learning Trust","kind":"MultiAcademyTrust"},
                  "schools":3,"shareOfArea":0.5,"shareOfBody":1.0},
                 {"area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},
                  "body":{"id":"trust:5001","name":"Riverside Trust","kind":"MultiAcademyTrust"},
                  "schools":1,"shareOfArea":0.16666666666666666,"shareOfBody":1.0}]""");
    }

    @Test
    void otherShapesOfTheMatrix() {
        assertThatJson(server.json("/v1/overlap?shape=areas"))
                .inPath("$.data[*].bodies")
                .isArray()
                .containsExactly(0, 2, 0);
        assertThatJson(server.json("/v1/overlap?shape=bodies"))
                .inPath("$.data[*].schools")
                .isArray()
                .containsExactly(3, 1);
        assertThatJson(server.json("/v1/overlap?shape=pairs"))
                .inPath("$.data")
                .isArray()
                .isEmpty();
        // The Hills lie in one constituency at most; authorities of one region share none.
        assertThatJson(server.json("/v1/overlap?shape=pairs&by=region&kind=local-authority"))
                .inPath("$.data")
                .isArray()
                .isEmpty();
        assertThat(server.get("/v1/overlap?shape=pairs&format=csv").body())
                .startsWith("areaAId,areaAName,areaAKind,areaBId,areaBName,areaBKind,shared,jaccard");
    }

    @ParameterizedTest
    @CsvSource({
        "phase=Primary,1",
        "phase=Secondary,2;1",
        "scope=trust-run,3;1",
        "scope=special,''",
        "asOf=2015-12-31,3;1;1",
        "kind=single-academy-trust&asOf=2015-12-31,1",
        "kind=federation,1",
        "by=diocese,1",
        "area=la:660,''",
        "by=country&kind=local-authority,2;2;1"
    })
    void schoolsThatCount(String query, String schools) {
        Object[] expected = schools.isEmpty() ? new Object[0] : numbers(schools);
        assertThatJson(server.json("/v1/overlap?" + query))
                .inPath("$.data[*].schools")
                .isArray()
                .containsExactly(expected);
    }

    private static Object[] numbers(String text) {
        return java.util.Arrays.stream(text.split(";", -1))
                .map(Integer::valueOf)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "kind=unknown-trust,kind",
        "by=parish,by",
        "scope=private,scope",
        "shape=cube,shape",
        "phase=Tertiary,phase",
        "body=trust:4782,body"
    })
    void whatCannotBeAsked_isNamed(String query, String parameter) {
        HttpResponse<String> refused = server.get("/v1/overlap?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("$.parameter").isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-28,LOCAL_AUTHORITY,,STATE_FUNDED,",
        "2024-10-28,REGION,,TRUST_RUN,Secondary",
        "2015-08-31,LOCAL_AUTHORITY,la:203,MAINSTREAM,",
        "2008-12-31,COUNTRY,region:E12000006,STATE_FUNDED,Primary",
        "2012-12-31,DIOCESE,,SPECIAL,"
    })
    void statementsGiveTheSame(
            LocalDate day, AreaKind by, @Nullable String within, Scope scope, @Nullable String phase) {
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            List<BodyKind> kinds = List.of(
                    BodyKind.LOCAL_AUTHORITY,
                    BodyKind.MULTI_ACADEMY_TRUST,
                    BodyKind.SINGLE_ACADEMY_TRUST,
                    BodyKind.FEDERATION,
                    BodyKind.SPONSOR);
            assertSame(release, kinds, by, within, phase == null ? List.of() : List.of(phase), scope, day);
        }
    }

    /** Of each cell the schools, and both shares. */
    static void assertSame(
            HeldRelease release,
            List<BodyKind> kinds,
            AreaKind by,
            @Nullable String within,
            List<String> phases,
            Scope scope,
            LocalDate day) {
        Timeline timeline = release.timeline();
        Set<BodyKind> set = EnumSet.copyOf(kinds);
        Integer unit = within == null ? null : timeline.tier().find(within).orElseThrow();
        Map<String, Double> ours = new HashMap<>();
        Overlap.of(
                        timeline,
                        new Overlap.Question(by, set, unit, timeline.counted(new Filter(phases, scope)), Days.of(day)))
                .matrix()
                .forEach(cell -> {
                    String key = timeline.tier().ref(cell.area()).id() + " "
                            + timeline.tier().ref(cell.body()).id();
                    ours.put(key, (double) cell.schools());
                    ours.put(key + " area", cell.shareOfArea());
                    ours.put(key + " body", cell.shareOfBody());
                });
        AreaFilter filter = within == null
                ? null
                : release.vocabulary()
                        .findArea(within)
                        .map(area -> new AreaFilter(area.kind(), area.id()))
                        .orElseThrow();
        OverlapStatements.Schools schools = new OverlapStatements.Schools(filter, phases, scope, day);
        Reads reads = new Reads(release.store(), Duration.ofSeconds(60));
        Map<String, Double> areas = counts(reads, OverlapStatements.areas(by, schools), "areaId");
        Map<String, Double> bodies = counts(reads, OverlapStatements.bodies(kinds, schools), "bodyId");
        Map<String, Double> theirs = new HashMap<>();
        reads.list(OverlapStatements.matrix(by, kinds, schools), row -> {
            String key = row.string("areaId") + " " + row.string("bodyId");
            double cell = row.integer("schools");
            theirs.put(key, cell);
            theirs.put(key + " area", cell / areas.getOrDefault(row.string("areaId"), 0.0));
            theirs.put(key + " body", cell / bodies.getOrDefault(row.string("bodyId"), 0.0));
            return key;
        });
        assertThat(ours).isEqualTo(theirs);
    }

    private static Map<String, Double> counts(Reads reads, Statement statement, String id) {
        Map<String, Double> counts = new HashMap<>();
        reads.list(statement, row -> counts.put(row.string(id), (double) row.integer("schools")));
        return counts;
    }
}
