package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.measure.FlowsQuestion.Between;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class FlowsTest {
    private static final String KENT = "la:886";
    private static final String MEDWAY = "la:887";

    private static MadeTimeline county() {
        return new MadeTimeline()
                .area(AreaKind.LOCAL_AUTHORITY, KENT)
                .area(AreaKind.LOCAL_AUTHORITY, MEDWAY)
                .body(BodyKind.SINGLE_ACADEMY_TRUST, "trust:1", "01")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:2", "01")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:3", "03");
    }

    @Test
    void aConversionIsAMoveAndNeitherAnEndNorABeginning() {
        Timeline timeline = county().school(1, SchoolGroup.LA_MAINTAINED, KENT, null, "2015-09-01")
                .governed(1, KENT, null, "2015-09-01")
                .school(2, SchoolGroup.ACADEMY, KENT, "2015-09-01", null)
                .lineage(1)
                .governed(2, "trust:3", "2015-09-01", null)
                .succeeded(1, 2)
                .make();
        assertThat(links(timeline, Between.SECTORS, null))
                .containsExactly("from/la-maintained > to/multi-academy-trust: 1 schools, 100 pupils");
        assertThat(links(timeline, Between.BODIES, null))
                .containsExactly("from/la:886 > to/trust:3: 1 schools, 100 pupils");
    }

    @Test
    void ofSeveralSchoolsIntoOneOfTheirLineageTheOthersMerged() {
        Timeline timeline = county().school(1, SchoolGroup.LA_MAINTAINED, KENT, null, "2015-09-01")
                .governed(1, KENT, null, "2015-09-01")
                .school(2, SchoolGroup.LA_MAINTAINED, KENT, null, "2015-09-01")
                .lineage(1)
                .governed(2, KENT, null, "2015-09-01")
                .school(3, SchoolGroup.LA_MAINTAINED, KENT, "2015-09-01", null)
                .lineage(1)
                .governed(3, KENT, "2015-09-01", null)
                .succeeded(1, 3)
                .succeeded(2, 3)
                .school(4, SchoolGroup.LA_MAINTAINED, KENT, null, "2015-09-01")
                .governed(4, KENT, null, "2015-09-01")
                .make();
        assertThat(links(timeline, Between.SECTORS, null))
                .containsExactly(
                        "from/la-maintained > to/closed: 1 schools, 100 pupils",
                        "from/la-maintained > to/merged: 1 schools, 100 pupils");
    }

    @Test
    void whatMergedIntoASchoolThatHasSinceClosedHasClosed() {
        Timeline timeline = county().school(1, SchoolGroup.LA_MAINTAINED, KENT, null, "2015-09-01")
                .governed(1, KENT, null, "2015-09-01")
                .school(3, SchoolGroup.LA_MAINTAINED, KENT, null, "2015-12-01")
                .governed(3, KENT, null, "2015-12-01")
                .merged(1, 3, "2015-09-01")
                .make();
        assertThat(links(timeline, Between.SECTORS, null))
                .containsExactly("from/la-maintained > to/closed: 2 schools, 200 pupils");
    }

    @Test
    void theSameCompanyUnderAnotherNumberIsNoMoveBetweenBodies() {
        Timeline timeline = county().school(1, SchoolGroup.ACADEMY, KENT, null, null)
                .governed(1, "trust:1", null, "2015-09-01")
                .governed(1, "trust:2", "2015-09-01", null)
                .make();
        assertThat(links(timeline, Between.BODIES, null)).isEmpty();
        assertThat(links(timeline, Between.SECTORS, null))
                .containsExactly("from/single-academy-trust > to/multi-academy-trust: 1 schools, 100 pupils");
    }

    @Test
    void anAreaHasTheSchoolsThatLayThereOnEitherDay() {
        Timeline timeline = county().school(1, SchoolGroup.LA_MAINTAINED, KENT, null, "2015-09-01")
                .governed(1, KENT, null, "2015-09-01")
                .school(2, SchoolGroup.ACADEMY, MEDWAY, "2015-09-01", null)
                .lineage(1)
                .governed(2, "trust:3", "2015-09-01", null)
                .succeeded(1, 2)
                .make();
        assertThat(links(timeline, Between.SECTORS, KENT)).hasSize(1);
        assertThat(links(timeline, Between.SECTORS, MEDWAY)).hasSize(1);
    }

    private static List<String> links(Timeline timeline, Between between, @Nullable String area) {
        return Flows.of(
                        timeline,
                        new FlowsQuestion(
                                LocalDate.parse("2015-01-01"),
                                LocalDate.parse("2016-01-01"),
                                between,
                                area,
                                Filter.NONE,
                                false))
                .links()
                .stream()
                .map(link -> link.source().id() + " > " + link.target().id() + ": " + link.schools() + " schools, "
                        + link.pupils() + " pupils")
                .toList();
    }
}
