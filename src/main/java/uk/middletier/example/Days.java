package uk.middletier.example;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Period;

/** Short words for the days of examples and the numbers in their ids. */
final class Days {
    private Days() {}

    static LocalDate september(int year) {
        return LocalDate.of(year, 9, 1);
    }

    static LocalDate day(int year, int month) {
        return LocalDate.of(year, month, 1);
    }

    static Period since(LocalDate from) {
        return new Period(from, null);
    }

    static Period span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Period(from, to);
    }

    /** The school years from one September to another. */
    static Period years(int from, int to) {
        return new Period(september(from), september(to));
    }

    static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
