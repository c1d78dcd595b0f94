package uk.middletier.example;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing published about a system, and the numbers its example may show for it.
 *
 * @param id stable, begins with the example's prefix: {@code csw-schools}
 * @param published in the source's own terms: {@code "just over 400"}
 * @param least the smallest number that agrees with it, as {@code most} the largest
 * @param unit {@code schools}, {@code percent}, {@code groups} …
 * @param day on which it is to be counted; {@code null} when over all days
 * @param source who published it
 */
public record Figure(
        String id,
        String title,
        String published,
        double least,
        double most,
        String unit,
        @Nullable LocalDate day,
        String source) {

    /** A whole number, of which no other agrees. */
    static Figure exactly(String id, String title, int value, String unit, @Nullable LocalDate day, String source) {
        return new Figure(id, title, String.format(Locale.ROOT, "%,d", value), value, value, unit, day, source);
    }

    /** A share rounded to a whole percentage. */
    static Figure percent(String id, String title, int percent, @Nullable LocalDate day, String source) {
        return new Figure(id, title, percent + " %", percent - 0.5, percent + 0.5, "percent", day, source);
    }

    /** Something said in words, whose truth is a share of all cases. */
    static Figure always(String id, String title, String published, String source) {
        return new Figure(id, title, published, 100, 100, "percent", null, source);
    }

    /** Something said in words, whose truth is that there are some. */
    static Figure some(String id, String title, String published, String unit, String source) {
        return new Figure(id, title, published, 1, Double.MAX_VALUE, unit, null, source);
    }

    /** Whether what was made or computed agrees with what was published. */
    public boolean agrees(double computed) {
        return least <= computed && computed <= most;
    }
}
