package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class NetworksTest {
    private static final int DAY = Days.of(LocalDate.of(2020, 1, 1));

    private final Timeline timeline = new MadeTimeline("2020-01-01")
            .area(AreaKind.LOCAL_AUTHORITY, "la:1")
            .area(AreaKind.LOCAL_AUTHORITY, "la:2")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
            .body(BodyKind.TEACHING_SCHOOL_ALLIANCE, "alliance:1")
            .school(1, null, null)
            .under("trust:1")
            .in(1, "la:1")
            .school(2, null, null)
            .under("trust:1")
            .in(2, "la:1")
            .school(3, null, null)
            .under("trust:1")
            .in(3, "la:2")
            .school(4, null, "2019-01-01")
            .under("trust:1")
            .in(4, "la:2")
            .school(5, null, null)
            .support(1, 3, null, "alliance:1", null, null)
            .support(1, 2, null, "alliance:1", null, null)
            .support(2, 1, null, "trust:1", null, null)
            .support(2, 1, null, null, null, "2018-01-01")
            .make();

    private final Networks.Question question =
            new Networks.Question(Set.of(Layer.GOVERNANCE, Layer.SUPPORT), null, school -> true, DAY);

    private static String told(Network network) {
        return network.size() + " schools, " + (long) ties(network) + " ties, " + network.supports() + " supports";
    }

    private static double ties(Network network) {
        return Cohesion.find("ties").orElseThrow().of(new Cohesion(network, 2));
    }

    @Test
    void anAreaHasTheTiesOfItsOwnSchools() {
        List<Networks.OfArea> areas = Networks.byArea(timeline, question, AreaKind.LOCAL_AUTHORITY);
        assertThat(areas.stream().map(area -> timeline.tier().ref(area.area()).id() + ": " + told(area.network())))
                .containsExactly("la:1: 2 schools, 1 ties, 2 supports", "la:2: 1 schools, 0 ties, 0 supports");
        assertThat(told(Networks.whole(timeline, question, AreaKind.LOCAL_AUTHORITY)))
                .isEqualTo("3 schools, 3 ties, 3 supports");
        // The fifth school lies nowhere.
        assertThat(told(Networks.all(timeline, question))).isEqualTo("4 schools, 3 ties, 3 supports");
        assertThat(told(Networks.whole(timeline, question, AreaKind.REGION)))
                .isEqualTo("0 schools, 0 ties, 0 supports");
    }

    @Test
    void withinAnArea() {
        int area = timeline.tier().find("la:1").orElseThrow();
        Networks.Question within = new Networks.Question(Set.of(Layer.GOVERNANCE), area, school -> school != 0, DAY);
        assertThat(told(Networks.all(timeline, within))).isEqualTo("1 schools, 0 ties, 0 supports");
    }

    /** By hand: in the first area one support of two was arranged by an alliance, one by the trust. */
    @Test
    void whoArrangedSupport() {
        Network whole = Networks.all(timeline, question);
        assertThat(Brokered.byKind(whole, timeline.tier()))
                .containsExactly(
                        java.util.Map.entry("multi-academy-trust", 1),
                        java.util.Map.entry("teaching-school-alliance", 2));
        assertThat(Cohesion.find("brokeredShare").orElseThrow().of(new Cohesion(whole, 2)))
                .isEqualTo(1);
    }
}
