package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day of an extract as its file name tells it: eight digits, {@code edubasealldata20241028.csv}. */
final class ExtractDate {
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?!\\d)");

    private ExtractDate() {}

    /** The first eight digits that are a day of the calendar; the register is younger than the year 2000. */
    static Optional<LocalDate> find(String name) {
        // Eight digits that are no day, such as 20241341, are a number like any other.
        return DIGITS.matcher(name)
                .results()
                .flatMap(digits -> Dates.of(digits.group(1), digits.group(2), digits.group(3)).stream())
                .findFirst();
    }
}
