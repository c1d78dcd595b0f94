package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.SchoolGroup;

/**
 * One row of the register. Names are the register's; "Not applicable", "Does not apply", "Not recorded" and empty
 * fields are null, placeholder dates (01-01-1900) too.
 *
 * @param urn unique reference number
 * @param openDate first day open, if recorded
 * @param openDatePlaceholder whether the opening date was a placeholder
 * @param closeDate the last day open, as the register means it
 * @param group what the type makes of it
 * @param location WGS 84, converted from easting and northing
 * @param trusts UIDs of the trust of any kind that the register names now
 * @param federations UIDs; three schools are in two
 * @param sponsors names: the register gives no UIDs
 * @param previousLaCode authority before a reorganisation or move
 * @param fsmPercent share of pupils eligible for free school meals, 0…100
 */
public record SchoolRecord(
        Origin origin,
        long urn,
        String name,
        @Nullable String laCode,
        @Nullable String laName,
        @Nullable String establishmentNumber,
        String typeCode,
        String typeName,
        SchoolGroup group,
        @Nullable String typeGroup,
        String status,
        @Nullable String reasonOpened,
        @Nullable LocalDate openDate,
        boolean openDatePlaceholder,
        @Nullable String reasonClosed,
        @Nullable LocalDate closeDate,
        @Nullable String phase,
        @Nullable Integer lowAge,
        @Nullable Integer highAge,
        @Nullable String gender,
        @Nullable String religiousCharacter,
        @Nullable String dioceseCode,
        @Nullable String dioceseName,
        @Nullable String admissions,
        @Nullable Integer capacity,
        @Nullable LocalDate censusDate,
        @Nullable Integer pupils,
        @Nullable Double fsmPercent,
        @Nullable String trustFlag,
        List<NamedCode> trusts,
        List<NamedCode> federations,
        List<String> sponsors,
        @Nullable String ukprn,
        @Nullable String street,
        @Nullable String town,
        @Nullable String postcode,
        @Nullable String website,
        @Nullable String regionCode,
        @Nullable String regionName,
        @Nullable String constituencyCode,
        @Nullable String constituencyName,
        @Nullable String urbanRural,
        @Nullable Integer easting,
        @Nullable Integer northing,
        @Nullable GeoPoint location,
        @Nullable String previousLaCode,
        @Nullable String previousLaName,
        @Nullable String ofstedRating,
        @Nullable LocalDate ofstedDate) {

    /** A code with the name the register writes beside it. */
    public record NamedCode(String code, String name) {}
}
