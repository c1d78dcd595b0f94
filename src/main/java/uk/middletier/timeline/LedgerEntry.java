package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ref;

/**
 * Something that happened to a school or a body.
 *
 * @param id date, kind and whom it happened to: one of a kind within a release, and the same in the next unless the
 *     register changed its mind
 * @param date the first day on which the new state holds: of an end, the day after the last one
 * @param school the school it happened to, called what it was called from then on; null if it happened to a body
 * @param otherUrn the school before it, or the one it was merged with or split from
 * @param from body or area before; the body that ended
 * @param to body or area after; the body that began or was renamed
 * @param area the authority in which the school lay, of an end on the day before; of a body the authority in which all
 *     its schools lay, null if they lay in several
 * @param stateFunded whether the school, or one of the body's, is in the scope of every measure; true if it has none
 * @param lineage the lowest URN of the school's lineage
 * @param observedAfter it happened after this day and by {@code date}; null if the day itself is recorded
 * @param basis how it is known, in the words of {@link uk.middletier.model.Basis}
 * @param source id of the dataset it comes from
 * @param schools open schools of the body on the day, of one that ended on the day before; of a merger, those that moved
 * @param formerName what was renamed was called before
 */
public record LedgerEntry(
        String id,
        LocalDate date,
        EventKind kind,
        @Nullable Ref school,
        @Nullable Long otherUrn,
        @Nullable Ref from,
        @Nullable Ref to,
        @Nullable Ref area,
        boolean stateFunded,
        @Nullable Integer lineage,
        @Nullable LocalDate observedAfter,
        @Nullable String basis,
        @Nullable String source,
        @Nullable Long schools,
        @Nullable String formerName) {
    LedgerEntry withId(String other) {
        return new LedgerEntry(
                other,
                date,
                kind,
                school,
                otherUrn,
                from,
                to,
                area,
                stateFunded,
                lineage,
                observedAfter,
                basis,
                source,
                schools,
                formerName);
    }
}
