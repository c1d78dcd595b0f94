package uk.middletier.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the membership history of academy trusts.
 *
 * @param left day of leaving, null = still in it; whether the last day in or the first day out, the row does not say
 */
public record MembershipRecord(
        Origin origin,
        long urn,
        String uid,
        String groupName,
        String groupType,
        @Nullable LocalDate joined,
        @Nullable LocalDate left) {}
