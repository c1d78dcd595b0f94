package uk.middletier.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.middletier.timeline.Ticks.Step;

final class TicksTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-31");

    @ParameterizedTest
    @CsvSource({
        // Short months end a series' day early, and it comes back to it after them.
        "MONTH, 2019-01-31, 2019-05-31, 2019-01-31 2019-02-28 2019-03-31 2019-04-30 2019-05-31",
        "MONTH, 2020-01-30, 2020-03-31, 2020-01-30 2020-02-29 2020-03-30",
        "MONTH, 2019-01-31, 2019-02-27, 2019-01-31",
        "MONTH, 2019-01-31, 2019-02-28, 2019-01-31 2019-02-28",
        "MONTH, 2019-12-15, 2020-02-14, 2019-12-15 2020-01-15",
        "QUARTER, 2019-11-30, 2020-08-31, 2019-11-30 2020-02-29 2020-05-30 2020-08-30",
        "QUARTER, 2019-01-01, 2019-12-31, 2019-01-01 2019-04-01 2019-07-01 2019-10-01",
        "YEAR, 2019-09-01, 2021-09-01, 2019-09-01 2020-09-01 2021-09-01",
        "YEAR, 2019-09-01, 2021-08-31, 2019-09-01 2020-09-01",
        // A leap day comes back every fourth year.
        "YEAR, 2020-02-29, 2024-02-29, 2020-02-29 2021-02-28 2022-02-28 2023-02-28 2024-02-29",
        "YEAR, 2020-02-29, 2024-02-28, 2020-02-29 2021-02-28 2022-02-28 2023-02-28"
    })
    void stepsAreCountedFromTheFirstDay(Step step, LocalDate from, LocalDate to, String days) {
        List<LocalDate> expected =
                Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
        assertThat(Ticks.of(from, to, step)).isEqualTo(expected);
        assertThat(Ticks.count(from, to, step)).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @EnumSource
    void oneDayIsOneTick_andNoDayIsNone(Step step) {
        assertThat(Ticks.of(DAY, DAY, step)).containsExactly(DAY);
        assertThat(Ticks.count(DAY, DAY, step)).isOne();
        assertThat(Ticks.of(DAY, DAY.minusDays(1), step)).isEmpty();
        assertThat(Ticks.count(DAY, DAY.minusDays(1), step)).isZero();
    }

    @Test
    void asManyAreCountedAsThereAre() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            LocalDate from = LocalDate.parse("1996-01-01").plusDays(random.nextInt(12_000));
            LocalDate to = from.plusDays(random.nextInt(3_000) - 10);
            if (i % 2 == 0) {
                // What goes wrong goes wrong at the ends of months.
                from = from.withDayOfMonth(from.lengthOfMonth());
                to = to.withDayOfMonth(to.lengthOfMonth()).minusDays(random.nextInt(2));
            }
            for (Step step : Step.values()) {
                assertThat(Ticks.count(from, to, step))
                        .as(from + " to " + to + " by " + step)
                        .isEqualTo(Ticks.of(from, to, step).size());
            }
        }
    }

    /** A caller who asks for too many is told how many they are, before one is made. */
    @ParameterizedTest
    @CsvSource({"MONTH, 119988", "QUARTER, 39996", "YEAR, 9999"})
    void tooManyToMake_areCountedAllTheSame(Step step, long count) {
        // 9999 years.
        assertThat(Ticks.count(LocalDate.parse("0001-01-31"), LocalDate.parse("9999-12-31"), step))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"month, MONTH", "quarter, QUARTER", "year, YEAR"})
    void stepIsFoundByItsWord(String word, Step step) {
        assertThat(Step.find(word)).hasValue(step);
        assertThat(Step.WORDS).contains(word);
    }

    @Test
    void wordNobodyGaveAStep_isNone() {
        assertThat(Step.find("day")).isEmpty();
        assertThat(Step.find("MONTH")).isEmpty();
        assertThat(Step.WORDS).hasSize(3);
    }
}
