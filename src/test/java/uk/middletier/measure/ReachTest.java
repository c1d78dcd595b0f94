package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.middletier.measure.Reach.By;
import uk.middletier.measure.Reach.Group;
import uk.middletier.model.AreaKind;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

class ReachTest {
    private static final int DAY = Days.of(LocalDate.parse("2018-03-12"));
    /** A hundredth of a degree of a great circle: 1.112 km. */
    private static final double STEP = Math.PI * Sphere.RADIUS_KM / 18_000;

    /**
     * On the equator: the provider 1 at 0 and the provider 6 at 20 steps; 2 and 3 in the country at 1 and 5 steps (1.1 and
     * 5.6 km), 4 in a town at 5 steps, 5 nowhere known, 7 at 12 steps of which nobody knows whether it is rural. 8 was
     * designated and has closed, 9 is designated from the next day on.
     */
    private static Timeline example() {
        return new MadeTimeline("2020-01-01")
                .area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2")
                .school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .at(0, 0)
                .rural(false)
                .school(2, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .at(.01, 0)
                .rural(true)
                .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .at(.05, 0)
                .rural(true)
                .school(4, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .at(.05, 0)
                .rural(false)
                .school(5, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .rural(true)
                .school(6, SchoolGroup.LA_MAINTAINED, "la:2", null, null)
                .under("la:2")
                .at(.2, 0)
                .rural(true)
                .school(7, SchoolGroup.LA_MAINTAINED, "la:2", null, null)
                .under("la:2")
                .at(.12, 0)
                .school(8, SchoolGroup.LA_MAINTAINED, "la:2", null, "2018-01-01")
                .under("la:2")
                .at(.12, 0)
                .school(9, SchoolGroup.OTHER, "la:2", null, null)
                .at(.12, 0)
                .designated(1, "teaching-school", "programme:1", "2011-09-01")
                .designated(6, "teaching-school", "programme:1", null)
                .designated(6, "NLE", "programme:2", null)
                .designated(8, "teaching-school", "programme:1", null)
                .designated(9, "teaching-school", "programme:1", "2018-03-13")
                .make();
    }

    private static Reach ask(@Nullable Double radius, By by, @Nullable String within, int day, String... as) {
        return Reach.of(
                example(),
                new Reach.Question(Set.of(as), radius, by, AreaKind.LOCAL_AUTHORITY, within, Filter.NONE, day));
    }

    @Test
    void schoolsAndTheirNearestProvider() {
        List<Reach.School> schools =
                ask(null, By.ALL, null, DAY, "teaching-school").all();
        assertThat(schools.stream().map(Reach.School::provider)).containsExactly(0, 0, 0, 0, -1, 5, 5);
        assertThat(schools.stream().map(Reach.School::without))
                .containsExactly(false, false, false, true, null, false, null);
        double[] steps = {0, 1, 5, 5, Double.NaN, 0, 8};
        for (int i = 0; i < steps.length; i++) {
            assertThat(schools.get(i).km()).isCloseTo(steps[i] * STEP, within(1e-6));
        }
    }

    /** Steps 0, 0, 1, 5, 5, 8 of six located schools: the median is 3; of five judged one is without. */
    @Test
    void allSchoolsTogether() {
        Group all = ask(null, By.ALL, null, DAY, "teaching-school").groups().get(0);
        assertThat(all.name()).isEqualTo("all");
        assertThat(List.of(all.schools(), all.providers(), all.located(), all.judged()))
                .containsExactly(7, 2, 6, 5);
        assertThat(all.medianKm()).isCloseTo(3 * STEP, within(1e-6));
        assertThat(all.maxKm()).isCloseTo(8 * STEP, within(1e-6));
        assertThat(all.without()).isEqualTo(1);
        assertThat(all.withoutShare()).isEqualTo(.2);
    }

    @Test
    void oneRadiusForAll_needsNoSettlement() {
        Reach reach = ask(8.0, By.URBAN_RURAL, null, DAY, "teaching-school");
        assertThat(reach.groups().stream().map(Group::name)).containsExactly("urban", "rural", "unknown");
        assertThat(reach.groups().stream().map(Group::withoutShare)).containsExactly(0.0, 0.0, 1.0);
        assertThat(reach.coldSpots().stream().map(Reach.School::school)).containsExactly(6);
    }

    /** Of NLE there is only school 6: 20, 19, 15, 15 steps from the others of la:1. */
    @Test
    void coldSpots_theMostRemoteFirst() {
        assertThat(ask(null, By.ALL, "la:1", DAY, "NLE").coldSpots().stream().map(Reach.School::school))
                .containsExactly(0, 1, 2, 3);
        List<Group> areas = ask(null, By.AREA, null, DAY, "NLE").groups();
        assertThat(areas.stream().map(Group::without)).containsExactly(4, 0);
        assertThat(areas.stream().map(Group::medianKm).toList().get(0)).isCloseTo(17 * STEP, within(1e-6));
    }

    @Test
    void withoutProviderOnTheDay_allSchoolsAreWithout_butNoDistanceIsDefined() {
        Timeline timeline = new MadeTimeline()
                .area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .at(0, 0)
                .rural(true)
                .designated(1, "teaching-school", null, "2020-01-01")
                .make();
        Group group = Reach.of(
                        timeline,
                        new Reach.Question(Set.of(), null, By.SECTOR, AreaKind.LOCAL_AUTHORITY, null, Filter.NONE, DAY))
                .groups()
                .get(0);
        assertThat(group.name()).isEqualTo("la-maintained");
        assertThat(group.medianKm()).isNaN();
        assertThat(group.maxKm()).isNaN();
        assertThat(group.withoutShare()).isEqualTo(1);
    }

    @Test
    void whereNoDesignationIsToldOf_nothingIsKnown() {
        Timeline timeline = new MadeTimeline()
                .area(AreaKind.LOCAL_AUTHORITY, "la:1")
                .school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .at(0, 0)
                .rural(true)
                .make();
        Group group = Reach.of(
                        timeline,
                        new Reach.Question(Set.of(), 5.0, By.ALL, AreaKind.LOCAL_AUTHORITY, null, Filter.NONE, DAY))
                .groups()
                .get(0);
        assertThat(group.without()).isNull();
        assertThat(group.withoutShare()).isNaN();
    }

    @Test
    void treeFindsWhatComparingAllFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Sphere providers = places(random, random.nextInt(40));
            Sphere schools = places(random, 50);
            NearestPlace nearest = new NearestPlace(providers);
            for (int school = 0; school < schools.size(); school++) {
                int best = -1;
                for (int place = 0; place < providers.size(); place++) {
                    if (best < 0
                            || providers.chordSquare(place, schools, school)
                                    < providers.chordSquare(best, schools, school)) {
                        best = place;
                    }
                }
                assertThat(nearest.to(schools, school)).as("seed " + seed).isEqualTo(best);
            }
        }
    }

    /** Some of them at the same place. */
    private static Sphere places(Random random, int size) {
        return new Sphere(
                random.ints(size, 0, 8).mapToDouble(each -> each / 4.0 - 2).toArray(),
                random.ints(size, 0, 8).mapToDouble(each -> 50 + each / 4.0).toArray());
    }
}
