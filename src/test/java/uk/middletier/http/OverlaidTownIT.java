package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.middletier.timeline.Overlay;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Timeline;

/** What no register holds, in the timeline and at the endpoints, beside what it does. */
@ExtendWith(OverlaidTown.Extension.class)
class OverlaidTownIT {
    private final TownServer server;

    OverlaidTownIT(OverlaidTown town) {
        server = town.server();
    }

    @Test
    void timelineHoldsEveryFactInOrder() {
        Timeline timeline = server.warm().timeline();
        Overlay overlay = timeline.overlay();
        Schools schools = timeline.schools();

        assertThat(overlay.supports())
                .extracting(
                        support -> schools.urn(support.supporter()),
                        support -> schools.urn(support.supported()),
                        Overlay.Support::programme,
                        support -> support.broker() < 0
                                ? null
                                : timeline.tier().ref(support.broker()).id(),
                        Overlay.Support::depth)
                .containsExactly(
                        tuple(137000, 100003, "programme:town-challenge", "alliance:harbour", "deep"),
                        tuple(137001, 100004, null, "la:203", "light"),
                        tuple(139000, 109500, null, null, null));
        assertThat(overlay.designations())
                .extracting(
                        designation -> schools.urn(designation.school()),
                        Overlay.Designation::as,
                        Overlay.Designation::programme)
                .containsExactly(
                        tuple(137000, "teaching-school", "programme:teaching-schools"),
                        tuple(137001, "NSS", "programme:teaching-schools"));
        assertThat(overlay.programmes())
                .extracting(under -> timeline.tier().ref(under.unit()).id(), Overlay.Under::above)
                .containsExactly(
                        tuple("alliance:harbour", "programme:teaching-schools"),
                        tuple("group:across", "programme:town-challenge"),
                        tuple("pairing:harbour-hills", "programme:town-challenge"));
        assertThat(overlay.observations())
                .extracting(Overlay.Observation::subject, Overlay.Observation::measure, Overlay.Observation::value)
                .containsExactly(
                        tuple("group:across", "joint-practice", 63.0),
                        tuple("group:across", "joint-practice", 91.0),
                        tuple("programme:town-challenge", "engagement", 52.0),
                        tuple("programme:town-challenge", "engagement", 69.0),
                        tuple("school:100003", "ofsted-overall", 3.0),
                        tuple("school:137000", "ofsted-overall", 1.0));
    }

    @Test
    void bodiesOfEveryKindAreListedWithTheirSchools() {
        assertThatJson(server.json("/v1/bodies?kind=improvement-group"))
                .inPath("$.data")
                .and(
                        data -> data.isArray().hasSize(1),
                        data -> data.node("[0].id").isEqualTo("group:across"),
                        data -> data.node("[0].schools").isEqualTo(4));
        assertThatJson(server.json("/v1/bodies?kind=teaching-school-alliance&sort=schools"))
                .inPath("$.data[*].id")
                .isArray()
                .containsExactly("alliance:downs", "alliance:harbour");
        assertThatJson(server.json("/v1/bodies?kind=pairing&asOf=2017-06-01"))
                .inPath("$.data[*].schools")
                .isArray()
                .containsExactly(2);
        assertThatJson(server.json("/v1/bodies/group:across/schools"))
                .inPath("$.data[*].urn")
                .isArray()
                .containsExactlyInAnyOrder(100004, 137000, 109500, 139000);
    }

    @Test
    void profileOfABodyNamesItsProgrammeAndItsAreas() {
        assertThatJson(server.json("/v1/bodies/group:across"))
                .inPath("$.data")
                .and(
                        data -> data.node("under[0]").isEqualTo("""
                                {"id": "programme:town-challenge", "name": "The Town Challenge", "kind": "Programme"}"""),
                        data -> data.node("areas").isArray().hasSize(2));
    }

    @Test
    void relationshipsOfAStatementAreDrawnWithWhatTheyLeadTo() {
        HttpResponse<String> drawn = server.send(
                HttpRequest.newBuilder(server.uri("/v1/cypher?format=cytoscape"))
                        .POST(BodyPublishers.ofString("{\"statement\":\"MATCH ()-[under:UNDER]->() RETURN under\"}")),
                "Content-Type",
                "application/json");
        assertThatJson(drawn.body())
                .inPath("$.elements.nodes[*].data.id")
                .isArray()
                .containsExactlyInAnyOrder(
                        "alliance:harbour",
                        "group:across",
                        "pairing:harbour-hills",
                        "programme:teaching-schools",
                        "programme:town-challenge");
    }

    @Test
    void schoolTellsOfItsBodiesAndOfWhenItJoinedThem() {
        assertThatJson(server.json("/v1/schools/137000?asOf=2017-06-01"))
                .inPath("$.data.memberOf[*].id")
                .isArray()
                .containsExactlyInAnyOrder("alliance:harbour", "group:across", "pairing:harbour-hills");
        assertThatJson(server.json("/v1/schools/137000/history"))
                .inPath("$.data.spells")
                .isArray()
                .hasSize(10);
        assertThatJson(server.json("/v1/schools/137000/history"))
                .inPath("$.data.events[*].event")
                .isArray()
                .containsExactly("converted", "body-joined", "body-joined", "body-joined", "body-left", "body-left");
    }

    @Test
    void growthOfABodyIsThatOfItsSchools() {
        String history = server.json("/v1/bodies/group:across/history");
        assertThatJson(history)
                .inPath("$.data[*].change")
                .isArray()
                .as("that a school left its federation that day is another matter")
                .containsExactly("joined", "joined", "joined", "joined");
        assertThatJson(history).inPath("$.data[*].schools").isArray().containsExactly(3, 3, 3, 4);
    }
}
