package uk.middletier.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;

class TiesTest {
    private final Timeline timeline = new MadeTimeline("2020-01-01")
            .area(AreaKind.LOCAL_AUTHORITY, "la:1")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
            .body(BodyKind.UNKNOWN_TRUST, "trust:unknown")
            .body(BodyKind.TEACHING_SCHOOL_ALLIANCE, "alliance:1")
            .school(1, null, null)
            .school(2, null, null)
            .school(3, null, "2016-01-01")
            .governed(1, "trust:1", "2012-01-01", null)
            .governed(2, "trust:unknown", "2012-01-01", null)
            .governed(3, "la:1", null, "2016-01-01")
            .member(1, "alliance:1", "2012-01-01", "2014-01-01")
            .member(1, "alliance:1", "2013-01-01", "2018-01-01")
            .member(3, "alliance:1", "2012-01-01", "2018-01-01")
            .support(1, 3, null, "alliance:1", "2012-01-01", null)
            .make();

    private static int day(String day) {
        return Days.of(LocalDate.parse(day));
    }

    private Stream<String> rows(String day, Set<Layer> layers, IntPredicate wanted) {
        Ties ties = Ties.on(timeline, day(day), layers, wanted);
        return Stream.concat(
                IntStream.range(0, ties.size())
                        .mapToObj(row -> ties.layer(row).word() + " "
                                + timeline.schools().urn(ties.school(row)) + " "
                                + timeline.tier().ref(ties.unit(row)).id()),
                ties.supports().stream()
                        .map(support -> "support " + timeline.schools().urn(support.supporter()) + " "
                                + timeline.schools().urn(support.supported())));
    }

    @Test
    void eachSchoolOnceInEachBodyOnTheDay() {
        assertThat(rows("2013-06-01", EnumSet.allOf(Layer.class), school -> true))
                .containsExactly(
                        "governance 3 la:1",
                        "governance 1 trust:1",
                        "alliance 1 alliance:1",
                        "alliance 3 alliance:1",
                        "support 1 3");
    }

    @Test
    void closedSchoolsAndOtherLayersDoNotCount() {
        assertThat(rows("2017-06-01", Set.of(Layer.ALLIANCE, Layer.SUPPORT), school -> true))
                .containsExactly("alliance 1 alliance:1");
        assertThat(rows("2018-01-01", Set.of(Layer.ALLIANCE, Layer.SUPPORT), school -> true))
                .isEmpty();
        assertThat(rows("2013-06-01", Set.of(Layer.ALLIANCE, Layer.SUPPORT), school -> school != 0))
                .containsExactly("alliance 3 alliance:1");
    }
}
