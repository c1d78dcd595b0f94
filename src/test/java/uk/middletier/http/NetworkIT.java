package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import uk.middletier.cypher.NetworkStatements;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.measure.Cohesion;
import uk.middletier.measure.Coopetition;
import uk.middletier.measure.Network;
import uk.middletier.measure.Networks;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Layer;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Timeline;

/** Networks, brokers, communities and coopetition of the town. */
@ExtendWith(TownServer.Extension.class)
class NetworkIT {
    private static final Set<Layer> OF_BODIES = EnumSet.copyOf(
            Layer.COLLABORATION.stream().filter(layer -> layer != Layer.SUPPORT).toList());

    private final TownServer server;

    NetworkIT(TownServer server) {
        this.server = server;
    }

    /**
     * By hand: of Greenwich's six schools three are in the Harbour Learning Trust and two under the authority, 3 + 1 ties
     * of 15; the sixth is alone. Ordered pairs that can reach each other, all by one tie: 6 + 2 of 30.
     */
    @Test
    void greenwich() {
        String body = server.json("/v1/network?area=la:203");
        assertThatJson(body).inPath("$.data.rows").isArray().hasSize(1);
        assertThatJson(body).inPath("$.data.rows[0]").isEqualTo("""
                {"area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},"schools":6,"ties":4,"components":3,
                 "giantShare":0.5,"isolateShare":0.16666666666666666,"density":0.26666666666666666,
                 "fragmentation":0.7333333333333334,"distanceFragmentation":0.7333333333333334,
                 "distanceFragmentationError":0.0,"multiplexDegree":0.8333333333333334,"twoLayersShare":0.0,
                 "threeLayersShare":0.0,"participationCoefficient":0.0,"brokeredShare":null}""");
        assertThatJson(body).inPath("$.data.total.ties").isEqualTo(4);
        assertThatJson(server.json("/v1/network?by=country&measure=ties"))
                .inPath("$.data.total")
                .isEqualTo("{\"schools\":9,\"ties\":5}");
    }

    /** In 2014 the two Hills schools were in a federation too. */
    @Test
    void layersAndTheirOverlap() {
        assertThatJson(server.json("/v1/network?area=la:203&asOf=2014-12-31&shape=layers"))
                .inPath("$.data.rows")
                .isArray()
                .hasSize(1)
                .element(0)
                .isObject()
                .containsEntry("layer", "governance")
                .containsEntry("otherLayer", "federation")
                .containsKey("layerAgreement");
        String lists = server.json("/v1/network?area=la:203&asOf=2014-12-31&layers=federation,governance");
        String repeated = server.json("/v1/network?area=la:203&asOf=2014-12-31&layers=governance&layers=federation");
        assertThat(lists).isEqualTo(repeated);
        assertThatJson(lists).inPath("$.data.total.multiplexDegree").isEqualTo(1.0);
        assertThatJson(server.json("/v1/network?shape=support"))
                .inPath("$.data.rows")
                .isArray()
                .isEmpty();
    }

    @Test
    void seriesGiveWhatDaysGive() {
        String series = server.json("/v1/network/series?from=2010-12-31&to=2014-12-31&measure=ties&measure=density");
        assertThatJson(series).inPath("$.data.dates").isArray().hasSize(5);
        // By hand: three schools under the authority until one converts; from 2014 the trust has two.
        assertThatJson(series)
                .inPath("$.data.series[?(@.area.id == 'la:203' && @.measure == 'ties')].values")
                .isEqualTo("[[3,3,1,1,2]]");
        assertThatJson(server.json("/v1/network?asOf=2014-12-31&area=la:203"))
                .inPath("$.data.rows[0].ties")
                .isEqualTo(2);
    }

    @Test
    void brokersInTheOrderOfBetweenness() {
        String body = server.json("/v1/brokers?area=la:203&limit=3");
        assertThatJson(body).inPath("$.data[0]").isEqualTo("""
                {"node":{"id":"trust:4782","name":"Harbour Learning Trust","kind":"MultiAcademyTrust"},"ties":3,
                 "betweenness":"${json-unit.any-number}","betweennessError":0.0,"constraint":null,"effectiveSize":null,
                 "coordinator":null,"itinerant":null,"gatekeeper":null,"representative":null,"liaison":null}""");
        assertThatJson(body).inPath("$.meta.truncated").isEqualTo(true);
        assertThatJson(server.json("/v1/brokers?area=la:203&of=schools&format=json"))
                .inPath("$.data")
                .isArray()
                .hasSize(6);
        assertThatJson(server.json("/v1/brokers?area=la:203&of=bodies"))
                .inPath("$.data[*].node.id")
                .isArray()
                .contains("la:203", "sponsor:2000");
    }

    /** The trust, the authority's two schools, and the two of Central Bedfordshire; two schools have no tie. */
    @Test
    void communitiesOfTheTown() {
        String body = server.json("/v1/communities");
        assertThatJson(body).inPath("$.data.rows[*].schools").isArray().containsExactly(3, 2, 2);
        assertThatJson(body).inPath("$.data.isolates").isEqualTo(2);
        // Strengths 3, 2, 2 of 7.
        assertThatJson(body)
                .inPath("$.data.modularity")
                .isNumber()
                .satisfies(number -> assertThat(number.doubleValue()).isEqualTo(1 - 17.0 / 49, within(1e-12)));
        assertThatJson(body).inPath("$.data.bodyAgreement").isEqualTo(1.0);
        assertThatJson(server.json("/v1/communities?shape=members"))
                .inPath("$.data.rows")
                .isArray()
                .hasSize(7);
        assertThat(server.json("/v1/communities?resolution=2")).isEqualTo(server.json("/v1/communities?resolution=2"));
    }

    /** The three primary schools of Greenwich compete with each other, and so do the three secondary schools. */
    @Test
    void coopetitionOfTheTown() {
        String body = server.json("/v1/coopetition?area=la:203");
        assertThatJson(body).inPath("$.data.rows[0]").isEqualTo("""
                {"area":{"id":"la:203","name":"Greenwich","kind":"LocalAuthority"},"schools":6,"located":6,
                 "competitorPairs":6,"collaboratorPairs":4,"both":2,"coopetition":0.3333333333333333,
                 "collaborationAmongCompetitors":0.5}""");
        assertThatJson(server.json("/v1/coopetition?shape=bodies"))
                .inPath("$.data.rows[*].body.id")
                .isArray()
                .containsExactly("la:823", "la:203", "trust:4782");
        assertThatJson(server.json("/v1/coopetition?area=la:203&urbanKm=0.5"))
                .inPath("$.data.rows[0].competitorPairs")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "network?layers=gossip,layers",
        "network?layers=group;gossip,layers",
        "network?measure=hhi,measure",
        "network?shape=star,shape",
        "brokers?of=trusts,of",
        "communities?resolution=0,resolution",
        "coopetition?urbanKm=far,urbanKm"
    })
    void whatCannotBeAsked_isNamed(String query, String parameter) {
        HttpResponse<String> refused = server.get("/v1/" + query.replace(';', ','));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThatJson(refused.body()).inPath("$.parameter").isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-28,LOCAL_AUTHORITY,,STATE_FUNDED,",
        "2014-12-31,LOCAL_AUTHORITY,,STATE_FUNDED,",
        "2015-08-31,REGION,,TRUST_RUN,Secondary",
        "2012-12-31,COUNTRY,la:203,STATE_FUNDED,Primary",
        "2008-12-31,LOCAL_AUTHORITY,region:E12000006,STATE_FUNDED,"
    })
    void statementsCountTheSame(
            LocalDate day, AreaKind by, @Nullable String within, Scope scope, @Nullable String phase) {
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            Timeline timeline = release.timeline();
            List<String> phases = phase == null ? List.of() : List.of(phase);
            Networks.Question question = new Networks.Question(
                    OF_BODIES,
                    within == null ? null : timeline.tier().find(within).orElseThrow(),
                    timeline.counted(new Filter(phases, scope)),
                    Days.of(day));
            AreaFilter filter = within == null
                    ? null
                    : release.vocabulary()
                            .findArea(within)
                            .map(area -> new AreaFilter(area.kind(), area.id()))
                            .orElseThrow();
            OverlapStatements.Schools schools = new OverlapStatements.Schools(filter, phases, scope, day);
            Reads reads = new Reads(release.store(), Duration.ofSeconds(60));
            Map<String, List<Long>> ours = new HashMap<>();
            Map<String, List<Long>> competing = new HashMap<>();
            Coopetition.Reach reach = new Coopetition.Reach(3, 8);
            for (Networks.OfArea area : Networks.byArea(timeline, question, by)) {
                String id = timeline.tier().ref(area.area()).id();
                Network network = area.network();
                long ties = (long) value(network, "ties");
                long tied = Math.round((1 - value(network, "isolateShare")) * network.size());
                if (ties > 0) {
                    ours.put(id, List.of(ties, tied));
                }
                Coopetition.Counts counts = Coopetition.of(network, timeline.schools(), reach);
                if (counts.competitors() > 0) {
                    competing.put(id, List.of(counts.competitors(), counts.both()));
                }
            }
            assertThat(counts(reads, NetworkStatements.ties(OF_BODIES, by, schools), "ties", "tiedSchools"))
                    .isEqualTo(ours);
            assertThat(counts(
                            reads, NetworkStatements.competitors(OF_BODIES, by, schools, 3, 8), "competitors", "both"))
                    .isEqualTo(competing);
            Network all = Networks.all(timeline, question);
            long memberships = NetworkStatements.edges(OF_BODIES, schools).stream()
                    .mapToLong(statement -> reads.list(statement, row -> row).size())
                    .sum();
            assertThat(memberships).isEqualTo(all.memberships());
        }
    }

    /** By hand: one membership of a diocese; nobody supports anybody in the town. */
    @Test
    void statementsOfLayersWithoutBodies() {
        try (HeldRelease release = server.release(TownGraph.RELEASE).hold()) {
            OverlapStatements.Schools schools = new OverlapStatements.Schools(
                    new AreaFilter(AreaKind.LOCAL_AUTHORITY, "la:203"),
                    List.of(),
                    Scope.STATE_FUNDED,
                    LocalDate.of(2024, 10, 28));
            Reads reads = new Reads(release.store(), Duration.ofSeconds(60));
            assertThat(NetworkStatements.edges(EnumSet.of(Layer.DIOCESE, Layer.SUPPORT), schools).stream()
                            .map(statement -> reads.list(statement, row -> row).size()))
                    .containsExactly(1, 0);
        }
    }

    private static double value(Network network, String id) {
        return Cohesion.find(id).orElseThrow().of(new Cohesion(network, 6));
    }

    private static Map<String, List<Long>> counts(Reads reads, Statement statement, String one, String other) {
        Map<String, List<Long>> counts = new HashMap<>();
        reads.list(statement, row -> counts.put(row.string("areaId"), List.of(row.integer(one), row.integer(other))));
        return counts;
    }
}
