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
        @Nullable LocalDate toObservedAfter) {}
