package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an open school had a part in a body: the spell within the school's life.
 *
 * @param from first day; null = since before the record
 * @param to first day that no longer counts; null = still true
 */
record Stay(Spell spell, @Nullable LocalDate from, @Nullable LocalDate to) {
    /** The spell while its school was open; null if it never was meanwhile. */
    static @Nullable Stay of(SchoolLife life, Spell spell) {
        LocalDate from = later(life.from(), spell.from());
        LocalDate to = earlier(life.to(), spell.to());
        boolean empty = from != null && to != null && !from.isBefore(to);
        return empty ? null : new Stay(spell, from, to);
    }

    /** Whether its first day is known, be it between two snapshots. */
    boolean startTold() {
        return from != null && (!from.equals(spell.from()) || spell.startTold());
    }

    boolean covers(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || day.isBefore(to));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
