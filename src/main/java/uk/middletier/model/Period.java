package uk.middletier.model;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A half-open span of days {@code [from, to)}.
 *
 * @param from first day; {@code null} = since before the record
 * @param to first day that no longer belongs to it; {@code null} = still true
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Period ALWAYS = new Period(null, null);

    /** Whether the span holds no day at all. */
    public boolean isEmpty() {
        return from != null && to != null && !from.isBefore(to);
    }

    /** Whether {@code from ≤ day < to}. */
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** The days both have, if any. */
    public Optional<Period> intersect(Period other) {
        Period both = new Period(later(from, other.from), earlier(to, other.to));
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    /** Whether the two share a day. */
    public boolean overlaps(Period other) {
        return intersect(other).isPresent();
    }

    /** Whether together they are one span without a gap. */
    public boolean touches(Period other) {
        return reaches(this, other) && reaches(other, this);
    }

    /** The smallest span that holds both. */
    public Period span(Period other) {
        LocalDate start = from == null || other.from == null ? null : from.isBefore(other.from) ? from : other.from;
        LocalDate end = to == null || other.to == null ? null : to.isAfter(other.to) ? to : other.to;
        return new Period(start, end);
    }

    private static boolean reaches(Period first, Period second) {
        return first.to == null || second.from == null || !first.to.isBefore(second.from);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isAfter(b) ? a : b;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
