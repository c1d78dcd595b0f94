package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.SchoolGroup;

/**
 * The life of one establishment record.
 *
 * @param group word of a {@link SchoolGroup}
 * @param from first day open; null = since before the record
 * @param to first day no longer open; null = still open
 * @param fromKnown whether {@code from} was recorded
 * @param everOpen false for what was proposed, made in error, or closed on a day nobody wrote down
 */
public record SchoolLife(
        long urn,
        String name,
        String group,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean fromKnown,
        boolean everOpen) {
    private static final Set<String> UNDER_TRUST = Arrays.stream(SchoolGroup.values())
            .filter(SchoolGroup::underTrust)
            .map(SchoolGroup::word)
            .collect(Collectors.toUnmodifiableSet());

    /** Whether a trust runs it, under a funding agreement. */
    boolean underTrust() {
        return UNDER_TRUST.contains(group);
    }
}
