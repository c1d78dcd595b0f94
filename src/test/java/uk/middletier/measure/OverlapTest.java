package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

/**
 * Three authorities, three trusts and a federation.
 *
 * <pre>
 *          la:1   la:2   la:3
 * trust:1  2      1      –
 * trust:2  1      1      –
 * trust:3  –      –      –     (its one school lies nowhere)
 * none     1      –      1
 * </pre>
 */
class OverlapTest {
    private static final Timeline TIMELINE = new MadeTimeline("2020-01-01")
            .area(AreaKind.REGION, "region:1")
            .area(AreaKind.REGION, "region:2")
            .area(AreaKind.LOCAL_AUTHORITY, "la:1", "region:1")
            .area(AreaKind.LOCAL_AUTHORITY, "la:2", "region:1")
            .area(AreaKind.LOCAL_AUTHORITY, "la:3", "region:2")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:2")
            .body(BodyKind.SINGLE_ACADEMY_TRUST, "trust:3")
            .body(BodyKind.FEDERATION, "federation:1")
            .school(1, null, null)
            .phase("Secondary")
            .pupils(1)
            .school(2, null, null)
            .school(3, null, null)
            .school(4, null, null)
            .school(5, null, null)
            .school(6, null, null)
            .school(7, null, null)
            .school(8, null, null)
            .in(1, "la:1")
            .in(2, "la:1")
            .in(3, "la:2")
            .in(4, "la:1")
            .in(5, "la:2")
            .in(7, "la:1")
            .in(8, "la:3")
            .governed(1, "trust:1", null, null)
            .governed(2, "trust:1", null, null)
            .governed(3, "trust:1", null, null)
            .governed(4, "trust:2", null, null)
            .governed(5, "trust:2", null, null)
            .governed(6, "trust:3", null, null)
            .member(4, "federation:1", null, null)
            .make();

    private static final Set<BodyKind> TRUSTS = EnumSet.of(BodyKind.MULTI_ACADEMY_TRUST, BodyKind.SINGLE_ACADEMY_TRUST);

    private static Overlap ask(AreaKind by, Set<BodyKind> kinds, @Nullable String within, List<String> phases) {
        return Overlap.of(
                TIMELINE,
                new Overlap.Question(
                        by,
                        kinds,
                        within == null ? null : TIMELINE.tier().find(within).orElseThrow(),
                        TIMELINE.counted(new Filter(phases, Scope.STATE_FUNDED)),
                        Days.of(LocalDate.parse("2020-01-01"))));
    }

    private static Overlap ask() {
        return ask(AreaKind.LOCAL_AUTHORITY, TRUSTS, null, List.of());
    }

    private static int unit(String id) {
        return TIMELINE.tier().find(id).orElseThrow();
    }

    @Test
    void matrixSharesOutTheSchoolsOfAreaAndBody() {
        assertThat(ask().matrix())
                .containsExactly(
                        new Overlap.Cell(unit("la:1"), unit("trust:1"), 2, 2.0 / 4, 2.0 / 3),
                        new Overlap.Cell(unit("la:1"), unit("trust:2"), 1, 1.0 / 4, 1.0 / 2),
                        new Overlap.Cell(unit("la:2"), unit("trust:1"), 1, 1.0 / 2, 1.0 / 3),
                        new Overlap.Cell(unit("la:2"), unit("trust:2"), 1, 1.0 / 2, 1.0 / 2));
    }

    @Test
    void edgesOfTheMatrix() {
        assertThat(ask().areas())
                .containsExactly(
                        new Overlap.Area(unit("la:1"), 3, 2),
                        new Overlap.Area(unit("la:2"), 2, 2),
                        new Overlap.Area(unit("la:3"), 0, 0));
        assertThat(ask().bodies())
                .containsExactly(new Overlap.Body(unit("trust:1"), 3, 2), new Overlap.Body(unit("trust:2"), 2, 2));
    }

    @Test
    void areasThatShareBodies() {
        assertThat(ask().pairs()).containsExactly(new Overlap.Pair(unit("la:1"), unit("la:2"), 2, 1));
        assertThat(ask(AreaKind.REGION, TRUSTS, null, List.of()).pairs()).isEmpty();
    }

    @Test
    void schoolInTwoBodies_isOneOfTheArea() {
        Set<BodyKind> kinds = EnumSet.copyOf(TRUSTS);
        kinds.add(BodyKind.FEDERATION);
        assertThat(ask(AreaKind.LOCAL_AUTHORITY, kinds, null, List.of()).areas().get(0))
                .isEqualTo(new Overlap.Area(unit("la:1"), 3, 3));
    }

    @Test
    void schoolsOfAnotherPhaseOrArea_doNotCount() {
        assertThat(ask(AreaKind.LOCAL_AUTHORITY, TRUSTS, null, List.of("Secondary"))
                        .matrix())
                .containsExactly(new Overlap.Cell(unit("la:1"), unit("trust:1"), 1, 1, 1));
        // Wherever else a body's schools lie, its share is of all of them.
        assertThat(ask(AreaKind.REGION, TRUSTS, "la:2", List.of()).matrix())
                .containsExactly(
                        new Overlap.Cell(unit("region:1"), unit("trust:1"), 1, 1.0 / 2, 1.0 / 3),
                        new Overlap.Cell(unit("region:1"), unit("trust:2"), 1, 1.0 / 2, 1.0 / 2));
        assertThat(ask(AreaKind.LOCAL_AUTHORITY, TRUSTS, "region:2", List.of()).areas())
                .containsExactly(new Overlap.Area(unit("la:3"), 0, 0));
    }
}
