package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Timeline;

class SpreadTest {
    private static final int DAY = Days.of(LocalDate.parse("2020-01-01"));
    /** A degree of a great circle. */
    private static final double DEGREE = Math.PI * Sphere.RADIUS_KM / 180;

    private static MadeTimeline sketch() {
        return new MadeTimeline("2020-01-01")
                .area(AreaKind.REGION, "region:1")
                .area(AreaKind.REGION, "region:2")
                .area(AreaKind.LOCAL_AUTHORITY, "la:1", "region:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2", "region:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:3", "region:2")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "trust:2")
                .body(BodyKind.SINGLE_ACADEMY_TRUST, "trust:3");
    }

    private static List<Spread.Row> ask(Timeline timeline, String... areas) {
        Integer within =
                areas.length == 0 ? null : timeline.tier().find(areas[0]).orElseThrow();
        return Spread.of(timeline, new Spread.Question(EnumSet.of(BodyKind.MULTI_ACADEMY_TRUST), null, within, 1, DAY));
    }

    /**
     * Three schools on the equator at 0°, 1° and 3°: pairs of 1°, 2° and 3°. With 100, 100 and 200 pupils the centre is
     * at 1.75° (nearly: the sum of the vectors), gyration² = (100·1.75² + 100·0.75² + 200·1.25²)/400 = 1.6875.
     */
    @Test
    void distancesOfThreeSchoolsOnTheEquator() {
        Spread.Row row = ask(sketch().school(1, null, null)
                        .at(0, 0)
                        .school(2, null, null)
                        .at(1, 0)
                        .school(3, null, null)
                        .phase("Secondary")
                        .pupils(200)
                        .at(3, 0)
                        .school(4, null, null)
                        .phase("All-through")
                        .pupils(900)
                        .governed(1, "trust:1", null, null)
                        .governed(2, "trust:1", null, null)
                        .governed(3, "trust:1", null, null)
                        .governed(4, "trust:1", null, null)
                        .in(1, "la:1")
                        .in(2, "la:2")
                        .in(3, "la:3")
                        .in(4, "la:3")
                        .make())
                .get(0);
        assertThat(row.schools()).isEqualTo(4);
        assertThat(row.located()).isEqualTo(3);
        assertThat(row.areas()).isEqualTo(3);
        assertThat(row.regions()).isEqualTo(2);
        assertThat(row.medianPairKm()).isCloseTo(2 * DEGREE, within(1e-6));
        assertThat(row.maxPairKm()).isCloseTo(3 * DEGREE, within(1e-6));
        assertThat(row.gyrationKm()).isCloseTo(Math.sqrt(1.6875) * DEGREE, within(.01));
        assertThat(row.isolatedSchools()).isEqualTo(3);
        assertThat(List.of(row.primarySchools(), row.secondarySchools(), row.allThroughSchools(), row.otherSchools()))
                .containsExactly(2, 1, 1, 0);
        // 1 − (¼ + 1/16 + 1/16)
        assertThat(row.phaseMix()).isCloseTo(.625, within(1e-12));
    }

    @Test
    void ofFewerThanTwoPlaces_noDistanceIsDefined() {
        Spread.Row row = ask(sketch().school(1, null, null)
                        .at(0, 0)
                        .school(2, null, null)
                        .governed(1, "trust:1", null, null)
                        .governed(2, "trust:1", null, null)
                        .make())
                .get(0);
        assertThat(row.medianPairKm()).isNaN();
        assertThat(row.maxPairKm()).isNaN();
        assertThat(row.gyrationKm()).isNaN();
        assertThat(row.isolatedSchools()).isNull();
        assertThat(row.areas()).isZero();
        assertThat(row.phaseMix()).isZero();
    }

    @Test
    void schoolsWithoutNumber_weighNothingUnlessNoneHasOne() {
        MadeTimeline sketch = sketch().governed(1, "trust:1", null, null)
                .governed(2, "trust:1", null, null)
                .governed(3, "trust:2", null, null)
                .governed(4, "trust:2", null, null)
                .school(1, null, null)
                .pupils(50)
                .at(0, 0)
                .school(2, null, null)
                .pupils(Schools.UNKNOWN)
                .at(2, 0)
                .school(3, null, null)
                .pupils(Schools.UNKNOWN)
                .at(0, 0)
                .school(4, null, null)
                .pupils(Schools.UNKNOWN)
                .at(2, 0);
        List<Spread.Row> rows = ask(sketch.make());
        assertThat(rows.get(0).gyrationKm()).isCloseTo(0, within(1e-3));
        assertThat(rows.get(1).gyrationKm()).isCloseTo(DEGREE, within(1e-3));
    }

    @Test
    void schoolIsAloneBeyondThirtyKilometres() {
        double degrees = 30 / DEGREE;
        MadeTimeline sketch = sketch().governed(1, "trust:1", null, null)
                .governed(2, "trust:1", null, null)
                .governed(3, "trust:1", null, null)
                .school(1, null, null)
                .pupils(50)
                .at(0, 0)
                .school(2, null, null)
                .pupils(50)
                .at(.999 * degrees, 0)
                .school(3, null, null)
                .pupils(50)
                .at(2.001 * degrees, 0);
        assertThat(ask(sketch.make()).get(0).isolatedSchools()).isEqualTo(1);
    }

    @Test
    void bodiesAreThoseWithASchoolThere_whollyCounted() {
        Timeline timeline = sketch().governed(1, "trust:1", null, null)
                .governed(2, "trust:1", null, null)
                .governed(3, "trust:2", null, "2020-01-01")
                .governed(4, "trust:3", null, null)
                .school(1, null, null)
                .school(2, null, null)
                .school(3, null, null)
                .school(4, null, null)
                .in(1, "la:1")
                .in(2, "la:3")
                .in(3, "la:1")
                .in(4, "la:1")
                .make();
        assertThat(ask(timeline)).extracting(Spread.Row::schools).containsExactly(2);
        assertThat(ask(timeline, "la:1")).extracting(Spread.Row::schools).containsExactly(2);
        assertThat(ask(timeline, "region:2")).extracting(Spread.Row::areas).containsExactly(2);
        assertThat(ask(timeline, "la:2")).isEmpty();
    }

    @Test
    void chordsGiveTheHaversine() {
        Random random = new Random(20_250_105);
        int size = 200;
        double[] longitudes = random.doubles(size, -6, 2).toArray();
        double[] latitudes = random.doubles(size, 50, 56).toArray();
        longitudes[1] = longitudes[0] + 1e-6;
        latitudes[1] = latitudes[0];
        Sphere sphere = new Sphere(longitudes, latitudes);
        double[] chords = sphere.chordSquares();
        int next = 0;
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                assertThat(Sphere.km(chords[next++]))
                        .isCloseTo(haversine(longitudes[a], latitudes[a], longitudes[b], latitudes[b]), within(1e-6));
            }
        }
        assertThat(next).isEqualTo(chords.length);
    }

    private static double haversine(double longitudeA, double latitudeA, double longitudeB, double latitudeB) {
        double phi = Math.sin(Math.toRadians(latitudeB - latitudeA) / 2);
        double lambda = Math.sin(Math.toRadians(longitudeB - longitudeA) / 2);
        double a =
                phi * phi + Math.cos(Math.toRadians(latitudeA)) * Math.cos(Math.toRadians(latitudeB)) * lambda * lambda;
        return 2 * Sphere.RADIUS_KM * Math.asin(Math.sqrt(a));
    }

    @Test
    void selectionFindsWhatSortingFinds() {
        Random random = new Random(20_250_105);
        for (int size = 1; size < 60; size++) {
            // Few values: many are equal.
            double[] numbers = random.ints(size, 0, 20).asDoubleStream().toArray();
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            for (int place = 0; place < size; place++) {
                assertThat(Selection.smallest(numbers.clone(), place)).isEqualTo(sorted[place]);
            }
        }
    }
}
