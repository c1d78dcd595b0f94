package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ref;

/**
 * Something that happened to a school.
 *
 * @param date the first day on which the new state holds: of a closure, the day after the last one open
 * @param urn the school it happened to; where a new URN took its place, that one
 * @param otherUrn the school before it, or the one it was merged with or split from
 * @param from body or area before
 * @param to body or area after
 * @param observedAfter it was only seen by comparing snapshots: it happened after this day and by {@code date}
 * @param basis how it is known, in the words of {@link uk.middletier.model.Basis}
 * @param source id of the dataset it comes from
 * @param formerName what a school was called that got another name
 */
public record SchoolEvent(
        LocalDate date,
        EventKind kind,
        long urn,
        String name,
        @Nullable Long otherUrn,
        @Nullable Ref from,
        @Nullable Ref to,
        @Nullable LocalDate observedAfter,
        @Nullable String basis,
        @Nullable String source,
        @Nullable String formerName) {}
