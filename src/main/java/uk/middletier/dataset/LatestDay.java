package uk.middletier.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The latest day that stands anywhere in a file. */
final class LatestDay {
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(?:\\d{4}-\\d{2}-\\d{2}|\\d{2}([-/])\\d{2}\\1\\d{4})(?!\\d)");

    private LatestDay() {}

    /** The day, null if there is none. Placeholders are none. */
    static @Nullable LocalDate in(Source source) {
        LocalDate latest = null;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Contents.open(source.path(), source.entry()), source.charset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher days = DAY.matcher(line);
                while (days.find()) {
                    LocalDate day = Dates.find(days.group()).orElse(null);
                    if (day != null && !Dates.isPlaceholder(day) && (latest == null || day.isAfter(latest))) {
                        latest = day;
                    }
                }
            }
        } catch (IOException e) {
            throw new DatasetException(Recogniser.place(source) + " cannot be read: " + e.getMessage() + ".", e);
        }
        return latest;
    }
}
