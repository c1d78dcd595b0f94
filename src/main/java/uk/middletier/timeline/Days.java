package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as whole numbers, so that intervals fit in arrays: epoch days, and two that lie beyond every date. */
public final class Days {
    /** Since before the record. */
    public static final int ALWAYS = Integer.MIN_VALUE;
    /** Still true. */
    public static final int NEVER = Integer.MAX_VALUE;

    private Days() {}

    static int start(@Nullable LocalDate from) {
        return from == null ? ALWAYS : of(from);
    }

    static int end(@Nullable LocalDate to) {
        return to == null ? NEVER : of(to);
    }

    /** The epoch day of a date. */
    public static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** The date of an epoch day; null for {@link #ALWAYS} and {@link #NEVER}. */
    public static @Nullable LocalDate date(int day) {
        return day == ALWAYS || day == NEVER ? null : LocalDate.ofEpochDay(day);
    }
}
