package uk.middletier.build;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.GroupLinkRecord;
import uk.middletier.dataset.MembershipRecord;
import uk.middletier.dataset.Origin;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.dataset.SchoolRecord.NamedCode;
import uk.middletier.dataset.Source;
import uk.middletier.dataset.SourceKind;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Basis;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;

/** Who was in what, gathered from every file that says so: the history with its dates, the snapshots with theirs. */
final class Memberships {
    /** Children's centres are linked to groups of their own and stand in no register of schools. */
    private static final String CHILDRENS_CENTRE = "47";

    private final Register register;
    private final Groups groups;
    private final Companies companies;
    private final Issues issues;
    private final Map<BodyKind, Snapshots> snapshots = new EnumMap<>(BodyKind.class);
    private final Snapshots trusts = new Snapshots();
    private final TrustHistory history;

    Memberships(Register register, Groups groups, Companies companies, Issues issues) {
        this.register = register;
        this.groups = groups;
        this.companies = companies;
        this.issues = issues;
        this.history = new TrustHistory(register, trusts);
        for (BodyKind kind : List.of(BodyKind.FEDERATION, BodyKind.FOUNDATION_TRUST, BodyKind.SPONSOR)) {
            snapshots.put(kind, new Snapshots());
        }
        snapshots.put(BodyKind.MULTI_ACADEMY_TRUST, trusts);
        snapshots.put(BodyKind.SINGLE_ACADEMY_TRUST, trusts);
    }

    /** Says that a source is about to be read, so that what it does not show is known to be absent from it. */
    void covers(Source source) {
        if (source.kind() == SourceKind.ACADEMY_GROUP_LINKS) {
            trusts.covers(source.extractDate());
            snapshots(BodyKind.SPONSOR).covers(source.extractDate());
        } else if (source.kind() == SourceKind.ALL_GROUP_LINKS || source.kind() == SourceKind.REGISTER) {
            snapshots.values().forEach(kind -> kind.covers(source.extractDate()));
        }
    }

    /** Takes the bodies a row of the register names. */
    void add(SchoolRecord school) {
        Origin origin = school.origin();
        for (NamedCode trust : school.trusts()) {
            groups.named(trust.code(), trust.name(), trustType(school), origin)
                    .ifPresent(group -> saw(school.urn(), group, null, Basis.REGISTER, origin));
        }
        for (NamedCode federation : school.federations()) {
            groups.named(federation.code(), federation.name(), "Federation", origin)
                    .ifPresent(group -> saw(school.urn(), group, null, Basis.REGISTER, origin));
        }
        if (school.federations().size() > 1) {
            report(
                    IssueCode.SEVERAL_FEDERATIONS,
                    origin,
                    school.urn(),
                    school.federations().toString(),
                    "a member of each");
        }
        for (String name : school.sponsors()) {
            Groups.Group sponsor = groups.sponsor(name).orElseGet(() -> {
                report(
                        IssueCode.SPONSOR_NOT_IN_GROUPS,
                        origin,
                        school.urn(),
                        name,
                        "kept as a sponsor known by its name only");
                return groups.sponsorByNameOnly(name, origin);
            });
            saw(school.urn(), sponsor, null, Basis.REGISTER, origin);
        }
    }

    /** Takes a row of group links. */
    void add(GroupLinkRecord row) {
        if (Groups.outOfScope(row.groupType())) {
            report(IssueCode.GROUP_OUT_OF_SCOPE, row.origin(), row.urn(), row.groupType(), "left out");
            return;
        }
        if (register.find(row.urn()) == null) {
            IssueCode code = CHILDRENS_CENTRE.equals(row.typeCode())
                    ? IssueCode.ESTABLISHMENT_OUT_OF_SCOPE
                    : IssueCode.MEMBER_SCHOOL_UNKNOWN;
            report(code, row.origin(), row.urn(), row.uid() + " " + row.groupName(), "left out");
            return;
        }
        named(row.uid(), row.groupName(), row.groupType(), row.urn(), row.origin())
                .ifPresent(group -> {
                    companies.linked(group.id(), row.companiesHouse());
                    saw(row.urn(), group, row.joined(), Basis.GROUP_LINKS, row.origin());
                });
    }

    /** Takes a row of the membership history. */
    void add(MembershipRecord row) {
        if (register.find(row.urn()) == null) {
            report(
                    IssueCode.MEMBER_SCHOOL_UNKNOWN,
                    row.origin(),
                    row.urn(),
                    row.uid() + " " + row.groupName(),
                    "left out");
            return;
        }
        if (row.joined() != null && row.left() != null && row.left().isBefore(row.joined())) {
            report(
                    IssueCode.MEMBERSHIP_REVERSED,
                    row.origin(),
                    row.urn(),
                    row.uid() + " joined " + row.joined() + ", left " + row.left(),
                    "left out");
            return;
        }
        named(row.uid(), row.groupName(), row.groupType(), row.urn(), row.origin())
                .ifPresent(group -> history.add(group.id(), row));
    }

    /** Spells in academy trusts that the history tells, by school. */
    Map<Long, List<Spell>> trustHistory() {
        return history.spells();
    }

    /** Spells in academy trusts that snapshots show, by school. */
    Map<Long, List<Spell>> trustSnapshots() {
        return trusts.spells();
    }

    /** Spells in bodies of another kind, by school. */
    Map<Long, List<Spell>> spells(BodyKind kind) {
        return snapshots(kind).spells();
    }

    private void saw(long urn, Groups.Group group, @Nullable LocalDate joined, Basis basis, Origin origin) {
        Snapshots kind = snapshots.get(group.kind());
        if (kind == null) {
            report(IssueCode.GROUP_OUT_OF_SCOPE, origin, urn, group.id(), "schools do not join bodies of this kind");
            return;
        }
        kind.saw(urn, group.id(), joined, basis, origin);
    }

    private Optional<Groups.Group> named(String uid, String name, String type, long urn, Origin origin) {
        Optional<Groups.Group> group = groups.named(uid, name, type, origin);
        if (group.isEmpty()) {
            report(IssueCode.MEMBER_GROUP_UNKNOWN, origin, urn, uid + " " + name + " (" + type + ")", "left out");
        }
        return group;
    }

    private Snapshots snapshots(BodyKind kind) {
        return Objects.requireNonNull(snapshots.get(kind));
    }

    /** The flag says what kind of trust the code beside it is. */
    private static String trustType(SchoolRecord school) {
        String flag = school.trustFlag() == null ? "" : school.trustFlag();
        return flag.contains("multi-academy")
                ? "Multi-academy trust"
                : flag.contains("single-academy") || school.group().underTrust() ? "Single-academy trust" : "Trust";
    }

    private void report(IssueCode code, Origin origin, long urn, String found, String done) {
        issues.add(code, origin.source().name(), origin.line(), Ids.school(urn), found, done);
    }
}
