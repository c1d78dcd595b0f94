package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ref;

/**
 * A time in which a school had a part in a body, or lay in an area.
 *
 * @param relation one of {@link uk.middletier.model.Relationships}
 * @param body the body or area
 * @param company its number at Companies House: two group records with one number are one trust
 * @param from first day; null = since before the record
 * @param to first day that no longer counts; null = still true
 * @param fromObservedAfter it began after this day and by {@code from}
 * @param toObservedAfter it ended after this day and by {@code to}
 * @param fromKnown whether {@code from} was recorded
 */
public record Spell(
        long urn,
        String relation,
        Ref body,
        @Nullable String company,
        @Nullable String role,
        @Nullable String basis,
        @Nullable String source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate fromObservedAfter,
        @Nullable LocalDate toObservedAfter,
        boolean fromKnown) {
    /** One whose first day was recorded, if there is one. */
    Spell(
            long urn,
            String relation,
            Ref body,
            @Nullable String company,
            @Nullable String role,
            @Nullable String basis,
            @Nullable String source,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate fromObservedAfter,
            @Nullable LocalDate toObservedAfter) {
        this(
                urn,
                relation,
                body,
                company,
                role,
                basis,
                source,
                from,
                to,
                fromObservedAfter,
                toObservedAfter,
                from != null);
    }

    /**
     * Whether it is known when it began, be it between two snapshots. What the first snapshot shows without a date began
     * before the record.
     */
    boolean startTold() {
        return from != null && (fromKnown || fromObservedAfter != null);
    }
}
