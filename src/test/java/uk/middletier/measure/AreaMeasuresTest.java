package uk.middletier.measure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.middletier.measure.AreaExample.CLOSE;
import static uk.middletier.measure.AreaExample.sketch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Partition;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Schools;

/** What all measures of areas have in common; what each of them is, the tests of the three families say. */
final class AreaMeasuresTest {
    private static final String DAY = "2020-01-01";
    private static final List<AreaMeasure> ALL = Arrays.stream(Family.values())
            .flatMap(family -> AreaMeasures.list(family).stream())
            .toList();

    @Test
    void everyMeasureOfAnAreaHasItsWorkedExample() {
        assertThat(Stream.of(CompositionTest.WORKED, TrustSizesTest.WORKED, FragmentationTest.WORKED)
                        .flatMap(worked -> worked.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        ALL.stream().map(AreaMeasure::id).toList());
    }

    /** Of those examples, undefined ones aside. */
    @Test
    void valuesLieInTheRangeTheCatalogueGives() {
        Map<String, List<Double>> worked = new HashMap<>(CompositionTest.WORKED);
        worked.putAll(TrustSizesTest.WORKED);
        worked.putAll(FragmentationTest.WORKED);
        assertThat(ALL).extracting(AreaMeasure::definition).allSatisfy(measure -> {
            double least = Objects.requireNonNullElse(measure.min(), Double.NEGATIVE_INFINITY);
            double most = Objects.requireNonNullElse(measure.max(), Double.POSITIVE_INFINITY);
            assertThat(worked.get(measure.id()))
                    .allSatisfy(value -> assertThat(value.isNaN() || (least <= value && value <= most))
                            .as(measure.id() + " " + value)
                            .isTrue());
        });
    }

    @Test
    void schoolThatClosesOnTheDayItsSuccessorOpens_isCountedOnce() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, "2019-09-01")
                .under("la:1")
                .school(2, SchoolGroup.ACADEMY, "la:1", "2019-09-01", null)
                .lineage(1)
                .under("sat:1"));
        assertThat(town.value("schools", "la:1", "2019-08-31")).isOne();
        assertThat(town.value("laShare", "la:1", "2019-08-31")).isOne();
        assertThat(town.value("schools", "la:1", "2019-09-01")).isOne();
        assertThat(town.value("laShare", "la:1", "2019-09-01")).isZero();
        assertThat(town.value("pupils", "la:1", "2019-09-01")).isEqualTo(100);
        assertThat(town.value("bodies", "la:1", "2019-09-01")).isOne();
    }

    @Test
    void schoolMovedToAnotherAuthority_isCountedWhereItLiesOnTheDay() {
        AreaExample town = AreaExample.of(sketch().school(1, null, null)
                .under("mat:1")
                .in(1, "la:1", null, "2019-04-01")
                .in(1, "la:2", "2019-04-01", null));
        assertThat(town.schools("2019-03-31")).containsOnly(entry("la:1", 1), entry("la:2", 0));
        assertThat(town.schools("2019-04-01")).containsOnly(entry("la:1", 0), entry("la:2", 1));
        assertThat(town.by(AreaKind.REGION).schools("2019-04-01")).containsOnly(entry("region:1", 1));
    }

    /** la:old became la:1; la:split was divided into la:1 and la:3. */
    private static MadeTimeline reorganised() {
        return sketch().former(AreaKind.LOCAL_AUTHORITY, "la:oldest", "1998-04-01", "region:2")
                .former(AreaKind.LOCAL_AUTHORITY, "la:old", "2009-04-01", "region:1")
                .former(AreaKind.LOCAL_AUTHORITY, "la:split", "2009-04-01", "region:1")
                .became("la:oldest", "la:old")
                .became("la:old", "la:1")
                .became("la:split", "la:1")
                .became("la:split", "la:3");
    }

    @Test
    void todaysAreas_takeThePlaceOfThoseTheySucceeded() {
        AreaExample town = AreaExample.of(reorganised()
                .school(1, SchoolGroup.LA_MAINTAINED, "la:old", null, "2005-09-01")
                .under("la:old")
                .school(2, SchoolGroup.LA_MAINTAINED, "la:oldest", null, "1997-09-01")
                .under("la:oldest")
                .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1"));
        assertThat(town.schools("1997-01-01"))
                .containsOnly(entry("la:1", 1), entry("la:old", 1), entry("la:oldest", 1));
        assertThat(town.today().schools("1997-01-01")).containsOnly(entry("la:1", 3));
        assertThat(town.today().schools("2005-08-31")).containsOnly(entry("la:1", 2));
        assertThat(town.by(AreaKind.REGION).schools("1997-01-01"))
                .containsOnly(entry("region:1", 2), entry("region:2", 1));
        assertThat(town.by(AreaKind.REGION).today().schools("1997-01-01")).containsOnly(entry("region:1", 3));
        // Who governed them then is another question.
        assertThat(town.today().value("bodies", "la:1", "1997-01-01")).isEqualTo(3);
        assertThat(town.today().inside("la:1").schools("1997-01-01")).containsOnly(entry("la:1", 3));
        assertThat(town.today().inside("la:old").schools("1997-01-01")).containsOnly(entry("la:1", 0));
    }

    @Test
    void schoolThatOutlivedItsAuthority_liesAllItsLifeWhereItIsNow() {
        AreaExample town = AreaExample.of(reorganised()
                .school(1, null, null)
                .under("mat:1")
                .in(1, "la:split", null, "2009-04-01")
                .in(1, "la:3", "2009-04-01", null));
        assertThat(town.schools("2000-01-01")).containsOnly(entry("la:3", 0), entry("la:split", 1));
        assertThat(town.today().schools("2000-01-01")).containsOnly(entry("la:3", 1));
    }

    /** School 1 closed before la:split was divided. */
    @ParameterizedTest
    @CsvSource({
        "'', '', la:split", // nobody knows into which part it fell
        "la:3, '', la:3", // its successor's
        "la:1, la:3, la:split", // its successors do not agree
        "la:3, la:3, la:3",
        "la:split, '', la:split" // nor into which its successor did
    })
    void ofADividedAuthority_theLineageTellsThePart(String successor, String other, String expected) {
        MadeTimeline sketch = reorganised()
                .school(1, SchoolGroup.LA_MAINTAINED, "la:split", null, "2005-09-01")
                .lineage(1)
                .under("la:split");
        int urn = 2;
        for (String authority : List.of(successor, other)) {
            if (!authority.isEmpty()) {
                sketch.school(urn, SchoolGroup.ACADEMY, authority, "2005-09-01", null)
                        .lineage(1)
                        .under("mat:1");
                urn++;
            }
        }
        AreaExample town = AreaExample.of(sketch);
        assertThat(town.today().value("schools", expected, "2005-08-31")).isOne();
        assertThat(town.today().whole("schools", "2005-08-31")).isOne();
        assertThat(town.value("schools", "la:split", "2005-08-31")).isOne();
    }

    @Test
    void whereNobodyKnowsThePart_theSchoolStaysInTheLastAuthorityItHad() {
        AreaExample town = AreaExample.of(reorganised()
                .school(1, null, "2009-04-01")
                .under("mat:1")
                .in(1, "la:2", null, "2001-01-01")
                .in(1, "la:split", "2001-01-01", "2009-04-01"));
        assertThat(town.schools("2000-01-01")).containsOnly(entry("la:2", 1), entry("la:split", 0));
        assertThat(town.today().schools("2000-01-01")).containsOnly(entry("la:split", 1));
    }

    /** Shares ¼ (the authority), ¼ (another one) and ½ (a trust with a school in each); another closed. */
    @Test
    void allAreasTakenTogether_areOne() {
        AreaExample town = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                .under("la:1")
                .school(2, SchoolGroup.ACADEMY, "la:1", null, null)
                .under("mat:1")
                .school(3, SchoolGroup.ACADEMY, "la:3", null, null)
                .under("mat:1")
                .school(4, SchoolGroup.LA_MAINTAINED, "la:3", null, null)
                .under("la:3")
                .school(5, null, null)
                .under("mat:2")
                .school(6, SchoolGroup.ACADEMY, "la:1", null, DAY)
                .under("sat:1"));
        assertThat(town.value("hhi", "la:1", DAY)).isCloseTo(.5, CLOSE);
        assertThat(town.whole("schools", "2019-12-31")).isEqualTo(5);
        assertThat(town.whole("schools", DAY)).isEqualTo(4);
        assertThat(town.whole("bodies", DAY)).isEqualTo(3);
        assertThat(town.whole("hhi", DAY)).isCloseTo(.375, CLOSE); // 2/16 + ¼
        assertThat(town.inside("la:3").whole("hhi", DAY)).isCloseTo(.5, CLOSE);
    }

    /** No school ever lay in a consortium here. */
    @Test
    void allAreasOfAKindWithoutSchools_haveNoShares() {
        AreaExample nowhere = AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                        .under("la:1"))
                .by(AreaKind.CONSORTIUM);
        assertThat(nowhere.schools(DAY)).isEmpty();
        assertThat(AreaMeasures.list(Family.FRAGMENTATION))
                .allSatisfy(measure -> assertThat(nowhere.whole(measure.id(), DAY))
                        .as(measure.id())
                        .isNaN());
        assertThat(nowhere.whole("schools", DAY)).isZero();
    }

    /** A year and a half in which schools open, close, convert, move, federate, and come under other trusts. */
    private static final AreaExample RESTLESS =
            AreaExample.of(sketch().school(1, SchoolGroup.LA_MAINTAINED, "la:1", null, "2019-03-01")
                    .pupils(90)
                    .under("la:1")
                    .school(2, SchoolGroup.ACADEMY, "la:1", "2019-03-01", null)
                    .lineage(1)
                    .under("mat:1")
                    .school(3, SchoolGroup.LA_MAINTAINED, "la:1", null, null)
                    .pupils(70)
                    .under("la:1")
                    .member(3, "federation:1", "2019-05-01", "2020-01-01")
                    .school(4, SchoolGroup.ACADEMY, "la:2", null, null)
                    .phase("Secondary")
                    .pupils(Schools.UNKNOWN)
                    .governed(4, "unknown", null, "2019-04-01")
                    .governed(4, "sat:1", "2019-04-01", "2019-10-01")
                    .governed(4, "mat:1", "2019-10-01", null)
                    .member(4, "alliance:1", "2019-08-01", null)
                    .sponsored(4, "sponsor:1", "2019-07-01", null)
                    .school(5, null, null)
                    .under("mat:1")
                    .in(5, "la:1", null, "2019-06-01")
                    .in(5, "la:3", "2019-06-01", null)
                    .sponsored(5, "sponsor:1", null, null)
                    .school(6, SchoolGroup.FREE_SCHOOL, "la:2", "2019-09-01", null)
                    .type("Free schools special")
                    .pupils(13)
                    .under("mat:2"));

    private static Stream<AreaExample> ways() {
        return Stream.of(
                RESTLESS,
                RESTLESS.byPupils(),
                RESTLESS.partition(Partition.FEDERATION),
                RESTLESS.partition(Partition.SPONSOR).byPupils(),
                RESTLESS.by(AreaKind.REGION).today(),
                RESTLESS.inside("region:1"),
                RESTLESS.only(new Filter(List.of("Primary"), Scope.MAINSTREAM)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void goingDayByDay_isTheSameAsAskingEachDayAtOnce(AreaExample asked) {
        AreaMeasures sweep = AreaMeasures.of(asked.timeline(), asked.question(ALL));
        Set<List<Double>> different = new HashSet<>();
        LocalDate last = LocalDate.parse("2020-02-01");
        for (LocalDate day = LocalDate.parse("2019-02-01"); !day.isAfter(last); day = day.plusDays(1)) {
            AreaMeasures once = AreaMeasures.of(asked.timeline(), asked.question(ALL));
            once.advanceTo(day);
            sweep.advanceTo(day);
            List<Double> values = values(once);
            assertThat(values(sweep))
                    .as(day.toString())
                    .usingElementComparator(AreaMeasuresTest::compare)
                    .containsExactlyElementsOf(values);
            different.add(values);
        }
        assertThat(different).hasSizeGreaterThan(3);
    }

    private static int compare(double a, double b) {
        return Math.abs(a - b) <= CLOSE.value ? 0 : Double.compare(a, b);
    }

    private static List<Double> values(AreaMeasures measures) {
        List<Double> values = new ArrayList<>();
        for (int area = 0; area < measures.areas(); area++) {
            for (int measure = 0; measure < ALL.size(); measure++) {
                values.add(measures.value(area, measure));
            }
        }
        return values;
    }
}
