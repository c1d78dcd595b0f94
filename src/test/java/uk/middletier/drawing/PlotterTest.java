package uk.middletier.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

/**
 * Four schools of an authority: 1 and 2 in trust A, 3 and 4 with the authority until 4 moves to trust A in 2018 and 3 to
 * trust B in 2020; 2 and 3 are in a group from 2015 to 2019; 4 supports 3 in 2016.
 */
class PlotterTest {
    private static final Set<Layer> LAYERS = EnumSet.allOf(Layer.class);

    private final Timeline timeline = new MadeTimeline()
            .area(AreaKind.LOCAL_AUTHORITY, "la:1")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:a")
            .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:b")
            .body(BodyKind.IMPROVEMENT_GROUP, "group:g")
            .school(1, SchoolGroup.ACADEMY, "la:1", "2010-01-01", null)
            .at(0.0, 51.0)
            .under("trust:a")
            .school(2, SchoolGroup.ACADEMY, "la:1", "2012-01-01", null)
            .at(1.0, 52.0)
            .under("trust:a")
            .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
            .at(0.5, 51.5)
            .governed(3, "la:1", null, "2020-01-01")
            .governed(3, "trust:b", "2020-01-01", null)
            .school(4, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
            .governed(4, "la:1", null, "2018-01-01")
            .governed(4, "trust:a", "2018-01-01", null)
            .member(2, "group:g", "2015-01-01", "2019-01-01")
            .member(3, "group:g", "2015-01-01", "2019-01-01")
            .support(4, 3, null, null, "2016-01-01", "2017-01-01")
            .make();

    private final Layout layout = Layout.of(timeline, null, LAYERS);

    private static int day(String iso) {
        return Days.of(LocalDate.parse(iso));
    }

    private Drawing draw(boolean oneMode, String first, String last) {
        return Plotter.draw(
                timeline, new DrawingQuestion(null, LAYERS, Filter.NONE, oneMode, true, day(first), day(last)), layout);
    }

    @Test
    void schoolsAndBodiesOfADay() {
        Drawing drawing = draw(false, "2016-06-01", "2016-06-01");

        assertThat(drawing.nodes())
                .extracting(Drawing.Node::id)
                .containsExactly("group:g", "la:1", "school:1", "school:2", "school:3", "school:4", "trust:a");
        assertThat(drawing.edges())
                .extracting(Drawing.Edge::id)
                .containsExactly(
                        "school:1/governance/trust:a",
                        "school:2/governance/trust:a",
                        "school:2/group/group:g",
                        "school:3/governance/la:1",
                        "school:3/group/group:g",
                        "school:4/governance/la:1",
                        "school:4/support/school:3");
        Drawing.Node trust = drawing.nodes().get(6);
        assertThat(trust.size()).isEqualTo(2);
        // In the middle of all schools it ever had whose place is known: 1 and 2.
        assertThat(trust.place()).hasToString("GeoPoint[longitude=0.5, latitude=51.5]");
        Drawing.Node school = drawing.nodes().get(4);
        assertThat(school.sector()).isEqualTo("la-maintained");
        assertThat(school.spans()).containsExactly(new Span(Days.ALWAYS, Days.NEVER));
    }

    @Test
    void nothingMovesFromDayToDay() {
        Drawing before = draw(false, "2016-06-01", "2016-06-01");
        Drawing after = draw(true, "2021-01-01", "2021-01-01");
        for (Drawing.Node node : after.nodes()) {
            Drawing.Node same = before.nodes().stream()
                    .filter(other -> other.id().equals(node.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(node.x(), node.y())).isEqualTo(List.of(same.x(), same.y()));
        }
        Layout again = Layout.of(timeline, null, LAYERS);
        assertThat(again.x(again.schoolPlace(2))).isEqualTo(layout.x(layout.schoolPlace(2)));
        assertThat(draw(false, "2016-06-01", "2016-06-01").nodes())
                .allSatisfy(node -> assertThat(Math.max(Math.abs(node.x()), Math.abs(node.y())))
                        .isLessThanOrEqualTo(Layout.HALF));
    }

    @Test
    void schoolsAloneAreTiedByAllTheyShare() {
        Drawing drawing = draw(true, "2016-06-01", "2016-06-01");

        assertThat(drawing.directed()).isFalse();
        assertThat(drawing.edges())
                .extracting(edge -> edge.id() + " " + edge.layers() + " " + edge.bodies())
                .containsExactly(
                        "school:1/school:2 [GOVERNANCE] [trust:a]",
                        "school:2/school:3 [GROUP] [group:g]",
                        "school:3/school:4 [GOVERNANCE, SUPPORT] [la:1]");
    }

    @Test
    void overATime_everySpellIsTold() {
        Drawing drawing = draw(true, "2010-01-01", "2024-01-01");
        assertThat(drawing.edges())
                .filteredOn(edge ->
                        edge.id().equals("school:1/school:4") || edge.id().equals("school:3/school:4"))
                .extracting(Drawing.Edge::spans)
                .containsExactly(
                        List.of(new Span(day("2018-01-01"), Days.NEVER)),
                        List.of(new Span(Days.ALWAYS, day("2018-01-01"))));

        assertThat(draw(false, "2010-01-01", "2024-01-01").nodes())
                .filteredOn(node -> node.id().equals("la:1"))
                .singleElement()
                .satisfies(node -> assertThat(node.spans()).containsExactly(new Span(Days.ALWAYS, day("2020-01-01"))));
    }

    @Test
    void fromOneDayToAnother() {
        Drawing before = draw(false, "2017-06-01", "2017-06-01");
        Drawing after = draw(false, "2021-01-01", "2021-01-01");
        Difference difference = Difference.between(timeline, before, after);

        assertThat(difference.nodes().added()).extracting(Drawing.Node::id).containsExactly("trust:b");
        assertThat(difference.nodes().removed()).extracting(Drawing.Node::id).containsExactly("group:g", "la:1");
        assertThat(difference.edges().added())
                .extracting(Drawing.Edge::id)
                .containsExactly("school:3/governance/trust:b", "school:4/governance/trust:a");
        assertThat(difference.moved())
                .containsExactly(
                        new Difference.Move("school:3", "school:3", "la:1", "trust:b"),
                        new Difference.Move("school:4", "school:4", "la:1", "trust:a"));
    }

    @Test
    void largestBodiesFirst_andWhole() {
        Drawing whole = draw(false, "2021-01-01", "2021-01-01");
        // Trust A has three schools, trust B one.
        Drawing part = new Limits(4, 100).of(whole);

        assertThat(part.truncated()).isTrue();
        assertThat(part.allNodes()).isEqualTo(6);
        assertThat(part.nodes())
                .extracting(Drawing.Node::id)
                .containsExactly("school:1", "school:2", "school:4", "trust:a");
        assertThat(part.edges()).hasSize(3);
        assertThat(new Limits(6, 4).of(whole)).isSameAs(whole);
        assertThat(new Limits(3, 1).of(draw(true, "2016-06-01", "2016-06-01")).edges())
                .extracting(Drawing.Edge::id)
                .containsExactly("school:3/school:4");
    }

    @Test
    void bodiesOfThousands_tieNobodyToEverybody() {
        MadeTimeline many = new MadeTimeline().body(BodyKind.MULTI_ACADEMY_TRUST, "trust:a");
        for (int urn = 1; urn <= 800; urn++) {
            many.school(urn, "2010-01-01", null).under("trust:a");
        }
        Timeline large = many.make();
        DrawingQuestion question =
                new DrawingQuestion(null, LAYERS, Filter.NONE, true, true, day("2020-01-01"), day("2020-01-01"));
        assertThatThrownBy(() -> Plotter.draw(large, question, Layout.of(large, null, LAYERS)))
                .isInstanceOfSatisfying(
                        TooManyTies.class, e -> assertThat(e.ties()).isEqualTo(800L * 799 / 2));
    }

    @Test
    void aroundASchool() {
        int first = timeline.schools().find(1);
        assertThat(Neighbourhood.of(timeline, first, LAYERS, 1, day("2016-06-01"))
                        .nodes())
                .extracting(Drawing.Node::id)
                .containsExactly("school:1", "trust:a");
        assertThat(Neighbourhood.of(timeline, first, LAYERS, 3, day("2016-06-01"))
                        .nodes())
                .extracting(Drawing.Node::id)
                .containsExactly("group:g", "school:1", "school:2", "trust:a");
        assertThat(Neighbourhood.of(timeline, first, LAYERS, 3, day("2000-01-01"))
                        .nodes())
                .isEmpty();
    }

    @Test
    void shortestWaysAreCountedAndTold() {
        int one = Connection.find(timeline, "school:1").orElseThrow();
        int four = Connection.find(timeline, "school:4").orElseThrow();
        Connection connection = Connection.of(timeline, one, four, LAYERS, day("2016-06-01"), 10);

        assertThat(connection.length()).isEqualTo(5);
        assertThat(connection.count()).isEqualTo(1);
        assertThat(connection.paths())
                .containsExactly(List.of("school:1", "trust:a", "school:2", "group:g", "school:3", "school:4"));
        assertThat(connection.drawing().edges()).hasSize(5);

        Set<Layer> without = EnumSet.of(Layer.GOVERNANCE);
        assertThat(Connection.of(timeline, one, four, without, day("2016-06-01"), 10)
                        .length())
                .isEqualTo(-1);
        // By way of school 1 and of school 2.
        int trust = Connection.find(timeline, "trust:a").orElseThrow();
        int group = Connection.find(timeline, "group:g").orElseThrow();
        assertThat(Connection.of(timeline, trust, group, LAYERS, day("2018-06-01"), 10)
                        .paths())
                .containsExactly(List.of("trust:a", "school:2", "group:g"));
        Connection itself = Connection.of(timeline, one, one, LAYERS, day("2016-06-01"), 10);
        assertThat(itself.length()).isZero();
        assertThat(itself.paths()).containsExactly(List.of("school:1"));
    }

    @Test
    void severalShortestWays_noMoreThanAskedFor() {
        Timeline ladder = new MadeTimeline()
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:a")
                .body(BodyKind.IMPROVEMENT_GROUP, "group:g")
                .school(1, "2010-01-01", null)
                .under("trust:a")
                .school(2, "2010-01-01", null)
                .under("trust:a")
                .school(3, "2010-01-01", null)
                .under("trust:a")
                .member(1, "group:g", null, null)
                .member(2, "group:g", null, null)
                .member(3, "group:g", null, null)
                .make();
        int from = Connection.find(ladder, "trust:a").orElseThrow();
        int to = Connection.find(ladder, "group:g").orElseThrow();
        Connection connection = Connection.of(ladder, from, to, LAYERS, day("2020-01-01"), 2);

        assertThat(connection.count()).isEqualTo(3);
        assertThat(connection.paths())
                .containsExactly(List.of("trust:a", "school:1", "group:g"), List.of("trust:a", "school:2", "group:g"));
        assertThat(connection.drawing().edges()).hasSize(4);
    }
}
