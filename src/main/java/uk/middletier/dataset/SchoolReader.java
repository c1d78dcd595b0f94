package uk.middletier.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.SchoolRecord.NamedCode;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ids;

/** Rows of the register. */
final class SchoolReader implements Consumer<Row> {
    private static final Set<String> NO_AUTHORITY = Set.of("000", "999");

    /** 0002 is "Diocese is not trustees". */
    private static final Set<String> NO_DIOCESE = Set.of("0000", "0002", "9999");

    private static final Set<String> NO_REGION = Set.of("Z");
    private static final Set<String> NO_CONSTITUENCY = Set.of("999", "E99999999", "L99999999", "M99999999");

    private final Consumer<SchoolRecord> schools;
    private final Set<Long> urns = new HashSet<>();
    private final NationalGrid grid = new NationalGrid();

    SchoolReader(Consumer<SchoolRecord> schools) {
        this.schools = schools;
    }

    @Override
    public void accept(Row row) {
        OptionalLong urn = row.urn("URN");
        if (urn.isEmpty()) {
            return;
        }
        row.about(Ids.school(urn.getAsLong()));
        if (!urns.add(urn.getAsLong())) {
            row.issue(IssueCode.URN_DUPLICATE, "URN '" + urn.getAsLong() + "'", "the row is left out");
            return;
        }
        SchoolRecord school = read(row, urn.getAsLong());
        row.reportPlaceholders();
        schools.accept(school);
    }

    private SchoolRecord read(Row row, long urn) {
        String typeCode = row.shared(Words.code(row.raw("TypeOfEstablishment (code)"), 2));
        String typeName = row.wordOrEmpty("TypeOfEstablishment (name)");
        LocalDate opened = row.date("OpenDate", Dates::isPlaceholder);
        LocalDate closed = row.date("CloseDate", Dates::isPlaceholder);
        String laCode = row.code("LA (code)", NO_AUTHORITY);
        String previousLaCode = row.code("PreviousLA (code)", NO_AUTHORITY);
        String dioceseCode = row.code("Diocese (code)", NO_DIOCESE);
        String regionCode = row.code("GOR (code)", NO_REGION);
        String constituencyCode = row.code("ParliamentaryConstituency (code)", NO_CONSTITUENCY);
        Integer easting = row.integer("Easting");
        Integer northing = row.integer("Northing");
        return new SchoolRecord(
                row.origin(),
                urn,
                row.name("EstablishmentName"),
                laCode,
                laCode == null ? null : row.word("LA (name)"),
                row.text("EstablishmentNumber"),
                typeCode,
                typeName,
                EstablishmentTypes.groupOf(typeCode, typeName),
                row.word("EstablishmentTypeGroup (name)"),
                row.wordOrEmpty("EstablishmentStatus (name)"),
                row.word("ReasonEstablishmentOpened (name)"),
                opened,
                row.wasPlaceholder("OpenDate"),
                row.word("ReasonEstablishmentClosed (name)"),
                closed,
                row.word("PhaseOfEducation (name)"),
                row.integer("StatutoryLowAge"),
                row.integer("StatutoryHighAge"),
                row.word("Gender (name)"),
                row.word("ReligiousCharacter (name)"),
                dioceseCode,
                dioceseCode == null ? null : row.word("Diocese (name)"),
                row.word("AdmissionsPolicy (name)"),
                row.integer("SchoolCapacity"),
                row.date("CensusDate", Dates::isPlaceholder),
                row.integer("NumberOfPupils"),
                row.percent("PercentageFSM"),
                row.word("TrustSchoolFlag (name)"),
                named(row, "Trusts (code)", "Trusts (name)"),
                named(row, "Federations (code)", "Federations (name)"),
                sponsors(row),
                row.text("UKPRN"),
                row.text("Street"),
                row.word("Town"),
                row.text("Postcode"),
                row.text("SchoolWebsite"),
                regionCode,
                regionCode == null ? null : regionName(row),
                constituencyCode,
                constituencyCode == null ? null : row.word("ParliamentaryConstituency (name)"),
                urbanRural(row),
                easting,
                northing,
                location(row, easting, northing),
                previousLaCode,
                previousLaCode == null ? null : row.word("PreviousLA (name)"),
                row.word("OfstedRating (name)"),
                row.date("OfstedLastInsp", Dates::isPlaceholder));
    }

    /** Codes and names are joined by "~" where a school has several; the n-th name is that of the n-th code. */
    private static List<NamedCode> named(Row row, String codeColumn, String nameColumn) {
        String codes = row.text(codeColumn);
        if (codes == null) {
            return List.of();
        }
        String[] code = codes.split("~", -1);
        String[] name = row.raw(nameColumn).split("~", -1);
        List<NamedCode> all = new ArrayList<>(code.length);
        for (int i = 0; i < code.length; i++) {
            String uid = row.shared(Words.code(code[i].strip(), 0));
            String own = i < name.length ? name[i].strip() : "";
            if (!uid.isEmpty()) {
                all.add(new NamedCode(uid, row.sharedName(nameColumn, own, "group " + uid)));
            }
        }
        return List.copyOf(all);
    }

    private static List<String> sponsors(Row row) {
        String names = row.text("SchoolSponsors (name)");
        if (names == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (String name : names.split("~", -1)) {
            if (!Words.isNothing(name.strip())) {
                all.add(row.sharedName("SchoolSponsors (name)", name.strip(), "sponsor " + name.strip()));
            }
        }
        return List.copyOf(all);
    }

    /** Wales is "Wales (pseudo)" among the regions of England. */
    private static @Nullable String regionName(Row row) {
        String name = row.word("GOR (name)");
        return name == null ? null : row.shared(name.replace(" (pseudo)", ""));
    }

    private static @Nullable String urbanRural(Row row) {
        String text = row.word("UrbanRural (name)");
        return text == null || Words.isPseudo(text) ? null : row.shared(Words.urbanRural(text));
    }

    private @Nullable GeoPoint location(Row row, @Nullable Integer easting, @Nullable Integer northing) {
        int east = easting == null ? 0 : easting;
        int north = northing == null ? 0 : northing;
        if (east == 0 && north == 0) {
            return null;
        }
        Optional<GeoPoint> place = grid.find(east, north);
        if (place.isEmpty()) {
            row.issue(
                    IssueCode.LOCATION_UNUSABLE,
                    "Easting '" + row.raw("Easting") + "', Northing '" + row.raw("Northing") + "'",
                    "no location");
        }
        return place.orElse(null);
    }
}
