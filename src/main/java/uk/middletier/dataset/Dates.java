package uk.middletier.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways the downloads write a day, and the days by which they mean "not known". */
final class Dates {
    private static final Pattern BRITISH = Pattern.compile("(\\d{2})([-/])(\\d{2})\\2(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /**
     * Only 01-01-1900 clusters in the register (1,267 of 21,061 opening dates in October 2024; the days of the 19th
     * century stand alone and are real). The others are the least and greatest days of programs that wrote it.
     */
    private static final Set<LocalDate> PLACEHOLDERS = Set.of(
            LocalDate.of(1, 1, 1), LocalDate.of(1753, 1, 1), LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31));

    /** No group is older than local education authorities: 767 open on 01/01/1902, the year of their Act. */
    private static final int LAST_PLACEHOLDER_YEAR_OF_GROUPS = 1902;

    private Dates() {}

    /** The day, empty if the text is not in a known form or is no day of the calendar. */
    static Optional<LocalDate> find(String text) {
        Matcher british = BRITISH.matcher(text);
        if (british.matches()) {
            return of(british.group(4), british.group(3), british.group(1));
        }
        Matcher iso = ISO.matcher(text);
        return iso.matches() ? of(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    static boolean isPlaceholder(LocalDate date) {
        return PLACEHOLDERS.contains(date);
    }

    static boolean isGroupPlaceholder(LocalDate date) {
        return date.getYear() <= LAST_PLACEHOLDER_YEAR_OF_GROUPS || isPlaceholder(date);
    }

    /** The day, empty if there is none of these numbers. */
    static Optional<LocalDate> of(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
