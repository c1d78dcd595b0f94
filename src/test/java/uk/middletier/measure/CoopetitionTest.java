package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class CoopetitionTest {
    private static final int DAY = Days.of(LocalDate.of(2020, 1, 1));
    private static final Coopetition.Reach REACH = new Coopetition.Reach(3, 8);

    /** On one meridian; a hundredth of a degree is 1.11 km. */
    private final Timeline timeline = new MadeTimeline("2020-01-01")
            .area(AreaKind.LOCAL_AUTHORITY, "la:1")
            .area(AreaKind.LOCAL_AUTHORITY, "la:2")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
            .body(BodyKind.PAIRING, "pairing:1")
            .school(1, null, null)
            .at(0, 51.00)
            .under("trust:1")
            .in(1, "la:1")
            .school(2, null, null)
            .at(0, 51.02)
            .under("trust:1")
            .in(2, "la:1")
            .school(3, null, null)
            .at(0, 51.06)
            .rural(true)
            .in(3, "la:2")
            .school(4, null, null)
            .at(0, 51.03)
            .phase("Secondary")
            .in(4, "la:1")
            .school(5, null, null)
            .at(0, 51.05)
            .phase("All-through")
            .under("trust:1")
            .in(5, "la:1")
            .school(6, null, null)
            .in(6, "la:1")
            .support(5, 4, null, null, null, null)
            .make();

    private Networks.Question question(Set<Layer> layers) {
        return new Networks.Question(layers, null, school -> true, DAY);
    }

    /**
     * By hand: 1–2 (2.2 km) and 4–5 in town, 1–3 (6.7 km), 2–3 and 3–5 because 3 is in the country; 1–5 and 2–5 are too far
     * apart, 4 and 1 teach others. Of the three pairs of the trust one competes, and the supported pair does.
     */
    @Test
    void pairsThatDoBoth() {
        Network network = Networks.all(timeline, question(Set.of(Layer.GOVERNANCE, Layer.SUPPORT)));
        Coopetition.Counts counts = Coopetition.of(network, timeline.schools(), REACH);
        assertThat(counts).isEqualTo(new Coopetition.Counts(6, 5, 5, 4, 2));
        assertThat(counts.coopetition()).isEqualTo(0.4);
        assertThat(counts.collaborationAmongCompetitors()).isEqualTo(0.5);
    }

    @Test
    void eachAreaByItself() {
        List<Networks.OfArea> areas =
                Networks.byArea(timeline, question(Set.of(Layer.GOVERNANCE)), AreaKind.LOCAL_AUTHORITY);
        assertThat(areas.stream().map(area -> Coopetition.of(area.network(), timeline.schools(), REACH)))
                .containsExactly(new Coopetition.Counts(5, 4, 2, 3, 1), new Coopetition.Counts(1, 1, 0, 0, 0));
        Coopetition.Counts alone = Coopetition.of(areas.get(1).network(), timeline.schools(), REACH);
        assertThat(alone.coopetition()).isNaN();
        assertThat(alone.collaborationAmongCompetitors()).isNaN();
    }

    /** The trust's schools are in all five pairs, both in one of them. */
    @Test
    void eachBodyByItself() {
        Network network = Networks.all(timeline, question(Set.of(Layer.GOVERNANCE)));
        assertThat(Coopetition.ofBodies(network, timeline.schools(), REACH))
                .isEqualTo(
                        Map.of(timeline.tier().find("trust:1").orElseThrow(), new Coopetition.Counts(3, 3, 5, 3, 1)));
    }
}
