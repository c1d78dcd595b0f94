package uk.middletier.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code edubasealldata}: one row per establishment, in the order of their URNs. */
final class RegisterFile {
    private static final LocalDate PLACEHOLDER = LocalDate.of(1900, 1, 1);
    private static final List<String> NOT_APPLICABLE = List.of(
            "BSOInspectorateName (name)",
            "TeenMoth (name)",
            "CCF (name)",
            "SENPRU (name)",
            "EBD (name)",
            "EdByOther (name)");

    private final Nation nation;
    private final Authorities authorities;
    private final PupilCells pupils;

    RegisterFile(Nation nation, Authorities authorities) {
        this.nation = nation;
        this.authorities = authorities;
        pupils = new PupilCells(nation, authorities);
    }

    GeneratedFiles.Written write(Path path, List<School> schools) throws IOException {
        CsvFile file = CsvFile.quoted(path, Headers.REGISTER);
        try (file) {
            for (School school : schools) {
                row(file, school);
            }
        }
        return file.written();
    }

    private void row(CsvFile file, School school) {
        Dice dice = new Dice(nation.seed, school.urn);
        Status status = Status.of(school, nation.extractDate);
        Standing standing = Standing.of(school, authorities);
        file.set("URN", school.urn);
        file.set("LA", standing.authority().code(), standing.authority().name());
        file.set("EstablishmentNumber", school.number);
        file.set("EstablishmentName", school.name);
        file.set("TypeOfEstablishment", school.type.code, school.type.title);
        file.set("EstablishmentTypeGroup", school.type.family.code, school.type.family.title);
        file.set("EstablishmentStatus", status.code, status.title);
        file.set("PhaseOfEducation", school.shape.phaseCode, school.shape.phase);
        life(file, school);
        Authority previous = standing.previous();
        file.set("PreviousLA", previous == null ? "999" : previous.code(), previous == null ? "" : previous.name());
        if (previous != null) {
            file.set("PreviousEstablishmentNumber", school.number);
        }
        if (status.open() && school.type != EstablishmentType.WELSH) {
            file.set("UKPRN", 18_000_000 + school.urn);
        }
        pupils.write(file, school, status, dice);
        PlaceCells.write(file, school, standing, dice);
        governance(file, school, status);
        inspection(file, school, status, dice);
        NOT_APPLICABLE.forEach(column -> file.set(column, "Not applicable"));
        file.set(
                "FurtherEducationType (name)",
                school.type == EstablishmentType.FURTHER_EDUCATION
                        ? "General Further Education College"
                        : "Not applicable");
        file.set("Section41Approved (name)", school.type.special() ? "Not approved" : "Not applicable");
        file.set("QABName", "0", "Not applicable");
        file.set("EstablishmentAccredited", "0", "Not applicable");
        file.set("LastChangedDate", nation.extractDate.minusDays(dice.between(20, 500)));
        file.end();
    }

    private static void life(CsvFile file, School school) {
        file.set("ReasonEstablishmentOpened", school.reasonOpened, Reasons.opened(school.reasonOpened));
        file.set("OpenDate", school.placeholder ? PLACEHOLDER : school.opened);
        file.set("ReasonEstablishmentClosed", school.reasonClosed, Reasons.closed(school.reasonClosed));
        file.set("CloseDate", school.closingDateLost ? null : school.closed);
    }

    private static void governance(CsvFile file, School school, Status status) {
        file.set("TrustSchoolFlag", "0", "Not applicable");
        file.set("SchoolSponsorFlag (name)", "Not applicable");
        file.set("FederationFlag (name)", "Not applicable");
        if (school.type.inTrust()) {
            trust(file, school, status);
        } else if (school.type.foundation()) {
            Group trust = school.foundationTrust;
            file.set(
                    "TrustSchoolFlag",
                    trust == null ? "2" : "1",
                    trust == null ? "Not supported by a trust" : "Supported by a trust");
            name(file, "Trusts", trust, null);
        }
        if (school.type.maintained() && school.type != EstablishmentType.PUPIL_REFERRAL_UNIT) {
            boolean federated = school.federation != null;
            file.set("FederationFlag (name)", federated ? "Supported by a federation" : "Not under a federation");
            name(file, "Federations", school.federation, school.secondFederation);
        }
    }

    /** The present trust; one closed academy in five still carries the code of its last. */
    private static void trust(CsvFile file, School school, Status status) {
        Spell spell = school.spell;
        boolean shown = spell != null && (status.open() || school.urn % 5 == 0);
        if (spell == null || !shown) {
            file.set("TrustSchoolFlag", "2", "Not supported by a trust");
            file.set("SchoolSponsorFlag (name)", "-");
            return;
        }
        boolean multi = spell.group.kind == Group.Kind.MULTI_ACADEMY_TRUST;
        file.set(
                "TrustSchoolFlag",
                multi ? "3" : "5",
                "Supported by a " + (multi ? "multi" : "single") + "-academy trust");
        name(file, "Trusts", spell.group, null);
        Group sponsor = status.open() ? spell.group.sponsor : null;
        file.set("SchoolSponsorFlag (name)", sponsor == null ? "-" : "Linked to a sponsor");
        file.set("SchoolSponsors (name)", sponsor == null ? "" : sponsor.name);
    }

    private static void name(CsvFile file, String column, @Nullable Group group, @Nullable Group second) {
        if (group != null) {
            file.set(
                    column,
                    second == null ? Integer.toString(group.uid) : group.uid + "~" + second.uid,
                    second == null ? group.name : group.name + "~" + second.name);
        }
    }

    private void inspection(CsvFile file, School school, Status status, Dice dice) {
        file.set("OfstedSpecialMeasures", "0", "Not applicable");
        boolean inspected = status.open()
                && (school.type.maintained() || school.type.inTrust())
                && (school.opened == null || school.opened.plusYears(2).isBefore(nation.extractDate));
        if (inspected) {
            String[] ratings = {"Good", "Outstanding", "Requires improvement", "Serious Weaknesses", "Special Measures"
            };
            file.set("OfstedRating (name)", ratings[dice.weighted(735, 145, 95, 10, 15)]);
            file.set("OfstedLastInsp", nation.extractDate.minusDays(dice.between(30, 1900)));
        }
    }
}
