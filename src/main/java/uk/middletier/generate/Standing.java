package uk.middletier.generate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The authority a record stands under, and the one before it. The reorganisations of 1996 to 2009 moved all records to
 * the new authorities, closed ones too; since 2019 what closed before a reorganisation has stayed with the authority
 * abolished, now called "Pre-LGR". Source: the register of January 2025, in which five of these hold 821 closed schools.
 */
record Standing(Authority authority, @Nullable Authority previous) {
    private static final int STAYS_SINCE = 2019;

    static Standing of(School school, Authorities authorities) {
        Authority present = school.home.authority();
        LocalDate from = present.from();
        Authority old = from == null ? null : predecessor(present, from, authorities, school.urn);
        if (from == null || old == null) {
            return new Standing(present, null);
        }
        if (from.getYear() >= STAYS_SINCE && school.closedBefore(from)) {
            LocalDate oldFrom = old.from();
            Authority older = oldFrom == null ? null : predecessor(old, oldFrom, authorities, school.urn);
            return new Standing(old, existedBefore(school, oldFrom) ? older : null);
        }
        return new Standing(present, existedBefore(school, from) ? old : null);
    }

    private static boolean existedBefore(School school, @Nullable LocalDate day) {
        return day != null && (school.opened == null || school.opened.isBefore(day)) && !school.closedBefore(day);
    }

    /** The authority that ended when this one began; of several, chosen by the record's number. */
    private static @Nullable Authority predecessor(
            Authority authority, LocalDate from, Authorities authorities, long urn) {
        Authority[] ended = authority.predecessors().stream()
                .map(authorities::getAuthority)
                .filter(old -> from.equals(old.to()))
                .toArray(Authority[]::new);
        return ended.length == 0 ? null : ended[(int) (urn % ended.length)];
    }
}
