package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.middletier.measure.KaplanMeier.Observation;
import uk.middletier.measure.KaplanMeier.Step;

class KaplanMeierTest {
    /** Weeks of remission of leukaemia with 6-mercaptopurine; + = still in remission (Freireich et al. 1963). */
    private static final String TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
    /** The same with a placebo. */
    private static final String PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    @Test
    void remissionsOfFreireich_areAsPublished() {
        KaplanMeier curve = KaplanMeier.of(read(TREATED));
        List<Step> ends =
                curve.steps().stream().filter(step -> step.events() > 0).toList();

        assertThat(ends).extracting(Step::time).containsExactly(6, 7, 10, 13, 16, 22, 23);
        assertThat(ends).extracting(Step::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        assertThat(ends).extracting(Step::events).containsExactly(3, 1, 1, 1, 1, 1, 1);
        assertThat(ends).extracting(Step::censored).containsExactly(1, 1, 2, 0, 3, 0, 4);
        assertNumbers(ends.stream().map(Step::survival), .857, .807, .753, .690, .627, .538, .448);
        assertNumbers(ends.stream().map(Step::standardError), .0764, .0869, .0963, .1068, .1141, .1282, .1346);
        assertThat(curve.median()).hasValue(23);
        // 0.690 − 1.96 · 0.1068 = 0.481 is the first lower bound below a half; the least upper bound is 0.712.
        assertThat(curve.medianLower()).hasValue(13);
        assertThat(curve.medianUpper()).isEmpty();
    }

    @Test
    void curveBeginsWithEverybodyAndEndsWithTheLastOneSeen() {
        List<Step> steps = KaplanMeier.of(read(TREATED)).steps();
        assertThat(steps.get(0)).isEqualTo(new Step(0, 21, 0, 0, 1, 0, 1, 1));
        Step last = steps.get(steps.size() - 1);
        assertThat(List.of(last.time(), last.atRisk(), last.events(), last.censored()))
                .containsExactly(35, 1, 0, 1);
        assertThat(steps.stream().mapToInt(Step::events).sum()
                        + steps.stream().mapToInt(Step::censored).sum())
                .isEqualTo(21);
        assertThat(KaplanMeier.of(read(TREATED)).survivalAt(35)).isEqualTo(last.survival());
        assertThat(KaplanMeier.of(read(TREATED)).survivalAt(35.1)).isNaN();
    }

    @Test
    void placebo_comesToNothing() {
        KaplanMeier curve = KaplanMeier.of(read(PLACEBO));
        assertThat(curve.median()).hasValue(8);
        assertThat(curve.medianLower()).hasValue(4);
        assertThat(curve.medianUpper()).hasValue(11);
        Step last = curve.steps().get(curve.steps().size() - 1);
        assertThat(last.survival()).isZero();
        assertThat(last.standardError()).isNaN();
        assertThat(last.lower()).isNaN();
    }

    /**
     * Five lives, two watched late. At 2 there are three at risk (the one that entered at 2 is not yet), one ends: 2/3. At
     * 4 four are at risk, one ends: 2/3 · 3/4 = 1/2. At 5 three, one ends: 1/3. Greenwood: 1/6 + 1/12 + 1/6 = 5/12.
     */
    @Test
    void whoIsWatchedLate_isAtRiskFromThenOn() {
        KaplanMeier curve = KaplanMeier.of(List.of(
                new Observation(0, 2, true),
                new Observation(0, 4, true),
                new Observation(0, 7, false),
                new Observation(2, 5, true),
                new Observation(3, 6, false),
                new Observation(3, 3, true),
                new Observation(6, 1, false)));

        assertThat(curve.steps()).extracting(Step::time).containsExactly(0, 2, 4, 5, 7);
        assertThat(curve.steps()).extracting(Step::atRisk).containsExactly(3, 3, 4, 3, 1);
        assertThat(curve.steps()).extracting(Step::censored).containsExactly(0, 0, 0, 1, 1);
        assertNumbers(curve.steps().stream().map(Step::survival), 1, 2.0 / 3, .5, 1.0 / 3, 1.0 / 3);
        assertThat(curve.steps().get(3).standardError()).isCloseTo(Math.sqrt(5.0 / 12) / 3, within(1e-12));
        assertThat(curve.median()).hasValue(4);
    }

    @Test
    void whoIsOnlyWatchedLate_leavesTheBeginningUnknown() {
        KaplanMeier curve = KaplanMeier.of(List.of(new Observation(5, 9, true), new Observation(6, 8, false)));
        assertThat(curve.steps()).extracting(Step::time).containsExactly(5, 9);
        assertThat(curve.steps()).extracting(Step::atRisk).containsExactly(1, 1);
        assertThat(curve.survivalAt(4)).isNaN();
        assertThat(curve.survivalAt(5)).isOne();
    }

    @Test
    void endsAtOneTimeWithTheCensored_comeFirst() {
        KaplanMeier curve = KaplanMeier.of(read("3+ 3 4"));
        assertThat(curve.steps()).extracting(Step::atRisk).containsExactly(3, 3, 1);
        assertThat(curve.steps()).extracting(Step::censored).containsExactly(0, 1, 0);
        assertNumbers(curve.steps().stream().map(Step::survival), 1, 2.0 / 3, 0);
    }

    @Test
    void whatNeverEnds_survives() {
        KaplanMeier curve = KaplanMeier.of(read("2+ 5+ 5+"));
        assertThat(curve.steps()).containsExactly(new Step(0, 3, 0, 1, 1, 0, 1, 1), new Step(5, 2, 0, 2, 1, 0, 1, 1));
        assertThat(curve.median()).isEmpty();
        assertThat(curve.survivalAt(5)).isOne();
    }

    @Test
    void ofNobody_nothingIsKnown() {
        assertThat(KaplanMeier.of(List.of()).steps()).isEmpty();
        assertThat(KaplanMeier.of(List.of()).median()).isEmpty();
        assertThat(KaplanMeier.of(List.of()).survivalAt(0)).isNaN();
        assertThat(KaplanMeier.of(List.of(new Observation(4, 2, true))).steps()).isEmpty();
    }

    private static List<Observation> read(String times) {
        List<Observation> observations = new ArrayList<>();
        for (String time : times.split(" ", -1)) {
            observations.add(new Observation(0, Integer.parseInt(time.replace("+", "")), !time.endsWith("+")));
        }
        return observations;
    }

    private static void assertNumbers(Stream<Double> found, double... expected) {
        List<Double> numbers = found.toList();
        assertThat(numbers).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            // Published with three digits.
            assertThat(numbers.get(i)).isCloseTo(expected[i], within(.00051));
        }
    }
}
