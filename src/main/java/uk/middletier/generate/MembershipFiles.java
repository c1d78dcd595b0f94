package uk.middletier.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes who is in which group: {@code alllinksdata} as on the extract date, and {@code academiesmatmembership} over
 * time for academies in trusts.
 */
final class MembershipFiles {
    private final Nation nation;
    private final Authorities authorities;

    MembershipFiles(Nation nation, Authorities authorities) {
        this.nation = nation;
        this.authorities = authorities;
    }

    GeneratedFiles.Written writeHistory(Path path, List<Spell> spells) throws IOException {
        CsvFile file = CsvFile.plain(path, Headers.MEMBERSHIP, CsvFile.WINDOWS_1252);
        List<Spell> ordered = spells.stream()
                .sorted(Comparator.<Spell>comparingLong(spell -> spell.school.urn)
                        .thenComparing(spell -> spell.joined))
                .toList();
        try (file) {
            for (Spell spell : ordered) {
                School school = spell.school;
                Authority authority = Standing.of(school, authorities).authority();
                file.set("URN", school.urn);
                file.set("LA", authority.code(), authority.name());
                file.set("EstablishmentNumber", school.number);
                file.set("EstablishmentName", school.name);
                file.set("TypeOfEstablishment (name)", school.type.title);
                file.set("PhaseOfEducation (name)", school.shape.phase);
                file.set("EstablishmentStatus (name)", Status.of(school, nation.extractDate).title);
                file.set("Establishment OpenDate", school.opened);
                file.set("Establishment CloseDate", school.closed);
                file.set("Group UID", spell.group.uid);
                file.set("Group Name", spell.group.name);
                file.set("Group Type", spell.group.kind.title);
                file.set("Date joined group", spell.joined);
                file.set("Date left group", spell.left);
                file.end();
            }
        }
        return file.written();
    }

    GeneratedFiles.Written writeSnapshot(Path path, List<School> schools) throws IOException {
        CsvFile file = CsvFile.plain(path, Headers.GROUP_LINKS, CsvFile.WINDOWS_1252);
        try (file) {
            for (School school : schools) {
                Spell spell = school.spell;
                if (spell != null && spell.left == null) {
                    link(file, school, spell.group, spell.joined);
                    Group sponsor = spell.group.sponsor;
                    if (sponsor != null) {
                        LocalDate began = GroupsFile.opened(sponsor);
                        link(file, school, sponsor, began.isAfter(spell.joined) ? began : spell.joined);
                    }
                }
                linkFrom(file, school, school.federation);
                linkFrom(file, school, school.secondFederation);
                linkFrom(file, school, school.foundationTrust);
            }
        }
        return file.written();
    }

    /** Maintained schools have been members since the group began, or since they opened. */
    private void linkFrom(CsvFile file, School school, @Nullable Group group) {
        if (group != null) {
            LocalDate began = GroupsFile.opened(group);
            boolean later = school.opened != null && school.opened.isAfter(began);
            link(file, school, group, later ? school.opened : began);
        }
    }

    private void link(CsvFile file, School school, Group group, @Nullable LocalDate joined) {
        Authority authority = Standing.of(school, authorities).authority();
        file.set("URN", school.urn);
        GroupsFile.identity(file, group);
        file.set("Closed Date", group.closed);
        file.set(group.academyTrust() ? "Incorporated on (open date)" : "Open date", GroupsFile.opened(group));
        file.set("Joined date", joined);
        file.set("EstablishmentName", school.name);
        file.set("TypeOfEstablishment", school.type.code, school.type.title);
        file.set("PhaseOfEducation", school.shape.phaseCode, school.shape.phase);
        file.set("LA", authority.code(), authority.name());
        file.end();
    }
}
