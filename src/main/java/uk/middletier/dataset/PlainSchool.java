package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Period;
import uk.middletier.model.SchoolGroup;

/**
 * What a list other than the register says of a school.
 *
 * @param days when it was open; the last day is the one before {@code to}
 */
record PlainSchool(
        Origin origin,
        long number,
        String name,
        Authority authority,
        @Nullable String establishmentNumber,
        String type,
        SchoolGroup group,
        @Nullable String phase,
        Period days,
        @Nullable Integer pupils,
        @Nullable Double fsmPercent,
        @Nullable String religiousCharacter,
        @Nullable String urbanRural,
        @Nullable GeoPoint location,
        @Nullable String ofstedRating) {

    /** The same in the register's shape: what only the register tells is not known. */
    SchoolRecord toRecord() {
        LocalDate day = origin.source().extractDate();
        LocalDate last = days.to() == null ? null : days.to().minusDays(1);
        String status = days.from() != null && days.from().isAfter(day)
                ? "Proposed to open"
                : last != null && last.isBefore(day) ? "Closed" : "Open";
        return new SchoolRecord(
                origin,
                number,
                name,
                authority.code(),
                authority.name(),
                establishmentNumber,
                "",
                type,
                group,
                null,
                status,
                null,
                days.from(),
                false,
                null,
                last,
                phase,
                null,
                null,
                null,
                religiousCharacter,
                null,
                null,
                null,
                null,
                null,
                pupils,
                fsmPercent,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                urbanRural,
                null,
                null,
                location,
                null,
                null,
                ofstedRating,
                null);
    }
}
