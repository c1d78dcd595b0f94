package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ref;

/**
 * Something that happened to a body.
 *
 * @param date the first day on which the new state holds: of an end, the day after the last one
 * @param from the body that ended
 * @param to the body that began, the one another merged into, or the one that got another name
 * @param urns its open schools on the day; of an end, those of the day before
 * @param schools how many they are; of a merger, how many went to the other trust
 * @param observedAfter it happened after this day and by {@code date}
 * @param basis how it is known
 * @param source id of the dataset it comes from
 * @param formerName what it was called that got another name
 */
record BodyEvent(
        LocalDate date,
        EventKind kind,
        @Nullable Ref from,
        @Nullable Ref to,
        List<Long> urns,
        long schools,
        @Nullable LocalDate observedAfter,
        @Nullable String basis,
        @Nullable String source,
        @Nullable String formerName) {}
