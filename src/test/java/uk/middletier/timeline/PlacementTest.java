package uk.middletier.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;
import uk.middletier.model.SchoolGroup;

final class PlacementTest {
    private static MadeTimeline sketch() {
        return new MadeTimeline()
                .area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2")
                .area(AreaKind.DIOCESE, "diocese:1")
                .area(AreaKind.DIOCESE, "diocese:2")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "mat:1")
                .body(BodyKind.UNKNOWN_TRUST, "unknown")
                .body(BodyKind.FEDERATION, "federation:1")
                .body(BodyKind.FEDERATION, "federation:2");
    }

    private static Placement placement(Timeline timeline, AreaKind by, Partition partition, @Nullable String within) {
        return timeline.placement(new Grouping(by, partition, Geography.AS_WAS, within));
    }

    /** Every change as {@code day ± area body}, an exclamation mark behind what lies in the area asked for. */
    private static List<String> told(Timeline timeline, Placement placement) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < placement.changes(); i++) {
            int change = placement.pairs()[i];
            int pair = change >= 0 ? change : ~change;
            int unit = placement.unit(placement.area(pair));
            int body = placement.body(pair);
            told.add(Days.date(placement.days()[i]) + (change >= 0 ? " + " : " - ")
                    + (unit < 0 ? "whole" : timeline.tier().ref(unit).id()) + " "
                    + (body < timeline.tier().size()
                            ? timeline.tier().ref(body).id()
                            : "school "
                                    + timeline.schools()
                                            .urn(body - timeline.tier().size()))
                    + (Traits.inside(placement.traits()[i]) ? "!" : ""));
        }
        return told;
    }

    /** One of two federations at once is the one of the lower id: the school stays one school. */
    @Test
    void schoolInTwoFederationsAtOnce_isOnesOnly() {
        Timeline timeline = sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .member(1, "federation:2", "2010-01-01", "2016-01-01")
                .member(1, "federation:1", "2012-01-01", "2014-01-01")
                .make();
        assertThat(told(timeline, placement(timeline, AreaKind.LOCAL_AUTHORITY, Partition.FEDERATION, null)))
                .containsExactly(
                        "null + la:1 la:1!",
                        "2010-01-01 - la:1 la:1!",
                        "2010-01-01 + la:1 federation:2!",
                        "2012-01-01 - la:1 federation:2!",
                        "2012-01-01 + la:1 federation:1!",
                        "2014-01-01 - la:1 federation:1!",
                        "2014-01-01 + la:1 federation:2!",
                        "2016-01-01 - la:1 federation:2!",
                        "2016-01-01 + la:1 la:1!");
    }

    @Test
    void schoolOfUnknownTrust_isPlacedBeyondTheTier() {
        Timeline timeline = sketch().school(7, SchoolGroup.ACADEMY, "la:1", "2012-09-01", null)
                .governed(7, "unknown", "2012-09-01", "2016-09-01")
                .governed(7, "mat:1", "2016-09-01", null)
                .make();
        assertThat(told(timeline, timeline.placement(Grouping.by(AreaKind.LOCAL_AUTHORITY))))
                .containsExactly(
                        "2012-09-01 + la:1 school 7!", "2016-09-01 - la:1 school 7!", "2016-09-01 + la:1 mat:1!");
    }

    /** It lies in both dioceses for a year; before and after, in one. */
    @Test
    void schoolInTwoAreasAtOnce_isInEach() {
        Timeline timeline = sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, "2015-01-01")
                .under("la:1")
                .in(1, "diocese:1", null, "2013-01-01")
                .in(1, "diocese:2", "2012-01-01", null)
                .make();
        assertThat(told(timeline, timeline.placement(Grouping.by(AreaKind.DIOCESE))))
                .containsExactly(
                        "null + diocese:1 la:1!",
                        "2012-01-01 + diocese:2 la:1!",
                        "2013-01-01 - diocese:1 la:1!",
                        "2015-01-01 - diocese:2 la:1!");
    }

    @Test
    void lifeIsCutWhereTheSchoolComesIntoTheAreaAskedFor() {
        Timeline timeline = sketch().school(1, null, "2015-01-01")
                .under("mat:1")
                .in(1, "diocese:1")
                .in(1, "la:1", null, "2012-01-01")
                .in(1, "la:2", "2012-01-01", null)
                .make();
        Placement placement = placement(timeline, AreaKind.DIOCESE, Partition.GOVERNANCE, "la:2");
        assertThat(told(timeline, placement))
                .containsExactly(
                        "null + diocese:1 mat:1",
                        "2012-01-01 - diocese:1 mat:1",
                        "2012-01-01 + diocese:1 mat:1!",
                        "2015-01-01 - diocese:1 mat:1!");
        assertThat(placement.filtered()).isTrue();
    }

    @Test
    void wholePlacement_hasOnePairForEachBody() {
        Timeline timeline = sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(2, SchoolGroup.ACADEMY, "la:2", "2012-01-01", "2014-01-01")
                .under("mat:1")
                .school(3, SchoolGroup.LA_MAINTAINED, "la:2", "2013-01-01", null)
                .under("la:2")
                .make();
        Placement areas = timeline.placement(Grouping.by(AreaKind.LOCAL_AUTHORITY));
        assertThat(areas.pairCount()).isEqualTo(3);
        Placement whole = areas.merged();
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.pairCount()).isEqualTo(2);
        assertThat(told(timeline, whole))
                .containsExactly(
                        "null + whole mat:1!",
                        "2012-01-01 + whole mat:1!",
                        "2013-01-01 + whole la:2!",
                        "2014-01-01 - whole mat:1!");
        assertThat(areas.merged()).isSameAs(whole);
    }

    @Test
    void schoolThatNobodyGovernsOrThatLiesNowhere_isNotPlaced() {
        Timeline timeline = sketch().school(1, SchoolGroup.ACADEMY, "la:1", null, null)
                .school(2, null, null)
                .under("mat:1")
                .make();
        Placement placement = timeline.placement(Grouping.by(AreaKind.LOCAL_AUTHORITY));
        assertThat(placement.areas()).isZero();
        assertThat(placement.changes()).isZero();
    }
}
