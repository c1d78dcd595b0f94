package uk.middletier.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A school or body got another name.
 *
 * @param id of its node
 * @param urn of the school; null for a body
 * @param name what it was called from then on
 * @param formerName what it was called before
 * @param on the day by which it had happened; null if it is not dated
 * @param observedAfter it happened after this day
 * @param source id of the dataset that first shows the new name
 */
public record Renaming(
        String id,
        @Nullable Long urn,
        String name,
        String formerName,
        @Nullable LocalDate on,
        @Nullable LocalDate observedAfter,
        @Nullable String source) {}
