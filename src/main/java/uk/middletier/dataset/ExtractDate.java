package uk.middletier.dataset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day of an extract as its file name tells it: eight digits, {@code edubasealldata20241028.csv}. */
final class ExtractDate {
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?!\\d)");

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(?<!\\d)(20\\d{2})-(20\\d{2})(?!\\d)");

    private ExtractDate() {}

    /**
     * The day of a file named after a school year, {@code 2018-2019_england_ks2final.csv}: of results the last of that
     * year, of the census its day, the third Thursday of January.
     */
    static Optional<LocalDate> ofSchoolYear(SourceKind kind, String name) {
        return SCHOOL_YEAR
                .matcher(name)
                .results()
                .map(years -> Integer.parseInt(years.group(2)))
                .findFirst()
                .flatMap(year -> switch (kind) {
                    case KEY_STAGE_2, KEY_STAGE_4 -> Optional.of(LocalDate.of(year, 8, 31));
                    case SCHOOL_CENSUS ->
                        Optional.of(LocalDate.of(year, 1, 1)
                                .with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.THURSDAY)));
                    default -> Optional.empty();
                });
    }

    /** The first eight digits that are a day of the calendar; the register is younger than the year 2000. */
    static Optional<LocalDate> find(String name) {
        // Eight digits that are no day, such as 20241341, are a number like any other.
        return DIGITS.matcher(name)
                .results()
                .flatMap(digits -> Dates.of(digits.group(1), digits.group(2), digits.group(3)).stream())
                .findFirst();
    }
}
