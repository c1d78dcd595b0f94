package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The days of a series: the first, and as many steps from it as do not pass the last. */
public final class Ticks {
    /** From one day to the next. */
    public enum Step {
        MONTH("month", 1),
        QUARTER("quarter", 3),
        YEAR("year", 12);

        /** The words of all. */
        public static final List<String> WORDS =
                Arrays.stream(values()).map(Step::word).toList();

        private final String word;
        private final int months;

        Step(String word, int months) {
            this.word = word;
            this.months = months;
        }

        /** The value in {@code step=}. */
        public String word() {
            return word;
        }

        /** The step of that word, if there is one. */
        public static Optional<Step> find(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.word.equals(word))
                    .findFirst();
        }
    }

    private Ticks() {}

    /** The days, none if {@code from} is after {@code to}. Steps are counted from the first, so that 31 January is followed by 28 February and 31 March. */
    public static List<LocalDate> of(LocalDate from, LocalDate to, Step step) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = from;
        while (!day.isAfter(to)) {
            days.add(day);
            day = from.plusMonths((long) step.months * days.size());
        }
        return days;
    }

    /** How many days that are, without making them. */
    public static long count(LocalDate from, LocalDate to, Step step) {
        if (from.isAfter(to)) {
            return 0;
        }
        long steps = java.time.temporal.ChronoUnit.MONTHS.between(from, to) / step.months;
        // The end of a short month stands for the days it lacks.
        return 1 + (from.plusMonths((steps + 1) * step.months).isAfter(to) ? steps : steps + 1);
    }
}
