package uk.middletier.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of either kind of group links: on the source's extract date the school is in the group.
 *
 * @param joined day of joining, if recorded and no placeholder
 * @param typeCode establishment type code of the row, if given (47 = children's centre, never in the register)
 */
public record GroupLinkRecord(
        Origin origin,
        long urn,
        String uid,
        String groupName,
        String groupType,
        @Nullable String companiesHouse,
        @Nullable LocalDate joined,
        @Nullable LocalDate groupClosed,
        @Nullable String typeCode) {}
