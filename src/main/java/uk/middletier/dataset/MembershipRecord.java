package uk.middletier.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the membership history of academy trusts.
 *
 * @param left first day no longer in the trust, null = still in it
 */
public record MembershipRecord(
        Origin origin,
        long urn,
        String uid,
        String groupName,
        String groupType,
        @Nullable LocalDate joined,
        @Nullable LocalDate left) {}
