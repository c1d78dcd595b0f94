package uk.middletier.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the groups.
 *
 * @param uid the group's unique identifier
 * @param type as the register writes it: "Multi-academy trust", "Federation", …
 * @param opened whichever of the two start dates is filled; placeholders of 1900–1902 are null
 * @param incorporated whether that is the day of incorporation
 * @param openedPlaceholder whether the start date was a placeholder
 * @param closed the last day
 */
public record GroupRecord(
        Origin origin,
        String uid,
        @Nullable String groupId,
        String name,
        @Nullable String companiesHouse,
        String type,
        @Nullable LocalDate opened,
        boolean incorporated,
        boolean openedPlaceholder,
        @Nullable LocalDate closed,
        String status,
        @Nullable String ukprn) {}
