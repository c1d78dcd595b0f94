package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Authorities;
import uk.middletier.dataset.Authority;
import uk.middletier.dataset.DatasetException;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.dataset.Source;
import uk.middletier.dataset.SourceKind;
import uk.middletier.dataset.SourceReader;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Period;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/** Reads the sources in the order in which they lean on each other and puts the graph together. */
public final class GraphBuild {
    private static final Comparator<Source> BY_DATE =
            Comparator.comparing(Source::extractDate).thenComparing(Source::name);

    private final Issues issues;
    private final Consumer<String> progress;
    private final Register register = new Register();
    private final Companies companies = new Companies();
    private final Groups groups;
    private final Successions successions;
    private final Memberships memberships;
    private final Names<Long> schoolNames = new Names<>();
    private final Names<String> groupNames = new Names<>();
    private final Map<Source, Long> rows = new LinkedHashMap<>();
    private final Taken taken = new Taken();
    private final Overlays overlays;

    private GraphBuild(Issues issues, Consumer<String> progress) {
        this.issues = issues;
        this.progress = progress;
        this.groups = new Groups(companies, issues);
        this.successions = new Successions(register, issues);
        this.memberships = new Memberships(register, groups, companies, issues);
        this.overlays = new Overlays(register, groups, taken, issues);
    }

    /**
     * Builds the graph of some sources.
     *
     * @param sources at least one register of schools, or a list of them without one; several snapshots of a kind are put in order by extract date
     * @param issues where data problems go, in the order in which files and rows are read
     * @param progress told, in a few words, what is being done
     * @throws DatasetException if there are no schools, or none of the register's rows can be used, or a file cannot be read to
     *     its end
     */
    public static GraphRows build(List<Source> sources, Issues issues, Consumer<String> progress) {
        return new GraphBuild(issues, progress).build(sources);
    }

    private GraphRows build(List<Source> sources) {
        Map<SourceKind, List<Source>> byKind = new EnumMap<>(SourceKind.class);
        for (SourceKind kind : SourceKind.values()) {
            byKind.put(
                    kind,
                    sources.stream()
                            .filter(source -> source.kind() == kind)
                            .sorted(BY_DATE)
                            .toList());
        }
        boolean registered = !of(byKind, SourceKind.REGISTER).isEmpty();
        if (!registered && sources.stream().anyMatch(source -> source.kind().ofRegister())) {
            throw new DatasetException("None of the files is a register of schools (edubasealldata…csv);"
                    + " download \"Establishment fields CSV\" and import it together with the others.");
        }
        // Groups first: the other files name groups by UID, and only this one knows their kinds and dates.
        for (Source source : of(byKind, SourceKind.GROUPS)) {
            read(
                    source,
                    () -> SourceReader.readGroups(source, issues, group -> {
                        groups.add(group);
                        groupNames.saw(group.uid(), group.name(), group.origin());
                    }));
        }
        for (Source source : of(byKind, SourceKind.REGISTER)) {
            memberships.covers(source);
            read(
                    source,
                    () -> SourceReader.readSchools(source, issues, school -> {
                        compareNames(register.add(school), school);
                        memberships.add(school);
                    }));
        }
        if (registered && register.schools().isEmpty()) {
            throw new DatasetException("No row of the register of schools could be used: "
                    + of(byKind, SourceKind.REGISTER).stream().map(Source::name).collect(Collectors.joining(", "))
                    + ".");
        }
        register.complete(issues);
        readPlainSchools(byKind, registered);
        for (Source source : of(byKind, SourceKind.LINKS)) {
            read(source, () -> SourceReader.readLinks(source, issues, successions::add));
        }
        successions.complete();
        for (SourceKind kind : List.of(SourceKind.ACADEMY_GROUP_LINKS, SourceKind.ALL_GROUP_LINKS)) {
            for (Source source : of(byKind, kind)) {
                memberships.covers(source);
                read(
                        source,
                        () -> SourceReader.readGroupLinks(source, issues, link -> {
                            memberships.add(link);
                            groupNames.saw(link.uid(), link.groupName(), link.origin());
                        }));
            }
        }
        for (Source source : of(byKind, SourceKind.MEMBERSHIP_HISTORY)) {
            read(source, () -> SourceReader.readMemberships(source, issues, memberships::add));
        }
        for (Source source : sources) {
            readOverlay(source);
        }
        LocalDate extractDate = register.extractDate();
        return put(extractDate == null ? latest(sources) : extractDate, registered);
    }

    private void readPlainSchools(Map<SourceKind, List<Source>> byKind, boolean registered) {
        for (Source source : of(byKind, SourceKind.OVERLAY_SCHOOLS)) {
            taken.read(source);
            read(
                    source,
                    () -> SourceReader.readPlainSchools(source, issues, school -> {
                        if (register.find(school.urn()) == null) {
                            addPlain(school);
                        } else {
                            report(
                                    IssueCode.SCHOOL_IN_REGISTER,
                                    school,
                                    school.name(),
                                    "what is known of it already stands");
                        }
                    }));
        }
        WelshNumbers welsh = new WelshNumbers(register);
        for (Source source : of(byKind, SourceKind.WELSH_SCHOOLS)) {
            taken.read(source);
            read(
                    source,
                    () -> SourceReader.readPlainSchools(source, issues, school -> {
                        if (welsh.holds(school)) {
                            taken.one(source, "schools known by their establishment number");
                        } else if (registered) {
                            report(IssueCode.SCHOOL_NOT_IN_REGISTER, school, school.name(), "left out");
                        } else if (register.find(school.urn()) == null) {
                            addPlain(school);
                        }
                    }));
        }
        if (register.schools().isEmpty()) {
            throw new DatasetException("There are no schools: give a register (edubasealldata…csv), a schools.csv or"
                    + " the list of Welsh schools together with the others.");
        }
    }

    private void addPlain(SchoolRecord school) {
        register.addPlain(school);
        taken.one(school.origin().source(), "schools");
    }

    private void report(IssueCode code, SchoolRecord school, String found, String done) {
        issues.add(
                code, school.origin().source().name(), school.origin().line(), Ids.school(school.urn()), found, done);
    }

    private void readOverlay(Source source) {
        switch (source.kind()) {
            case REGISTER,
                    LINKS,
                    GROUPS,
                    ALL_GROUP_LINKS,
                    ACADEMY_GROUP_LINKS,
                    MEMBERSHIP_HISTORY,
                    OVERLAY_SCHOOLS,
                    WELSH_SCHOOLS -> {}
            case RSC_REGIONS, AUTHORITY_TABLE, AUTHORITY_HIERARCHY ->
                read(
                        source,
                        () -> SourceReader.compareAreas(
                                source,
                                issues,
                                agreed -> progress.accept("taken from " + source.name() + ": nothing; " + agreed
                                        + " rows say what is built in")));
            case OVERLAY_PROGRAMMES,
                    OVERLAY_BODIES,
                    OVERLAY_MEMBERSHIPS,
                    OVERLAY_SUPPORT,
                    OVERLAY_DESIGNATIONS,
                    OVERLAY_OBSERVATIONS,
                    TEACHING_SCHOOLS,
                    TEACHING_SCHOOL_HUBS,
                    KEY_STAGE_2,
                    KEY_STAGE_4,
                    SCHOOL_CENSUS -> {
                taken.read(source);
                read(source, () -> SourceReader.readOverlay(source, issues, overlays::add));
            }
        }
    }

    private static LocalDate latest(List<Source> sources) {
        return sources.stream()
                .map(Source::extractDate)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private GraphRows put(LocalDate extractDate, boolean registered) {
        progress.accept("putting the graph together");
        List<Authority> authorities = Authorities.load();
        Lives lives = new Lives(register, successions, issues);
        Areas areas = new Areas(authorities);
        AuthoritySpells authoritySpells = new AuthoritySpells(authorities, issues);
        TrustSpells trustSpells = new TrustSpells(companies, issues);
        Map<Long, List<Spell>> history = new HashMap<>(memberships.trustHistory());
        overlays.trusts().forEach(history::put);
        Map<Long, List<Spell>> observed = memberships.trustSnapshots();

        List<RelationshipRow> relationships = new ArrayList<>(areas.relationships());
        for (SchoolRecord school : register.schools()) {
            Life life = lives.of(school.urn());
            String id = Ids.school(school.urn());
            List<Spell> trusts = history.getOrDefault(school.urn(), List.of());
            List<Spell> seen = observed.getOrDefault(school.urn(), List.of());
            if (!life.everOpen()) {
                continue;
            }
            List<Spell> authority = authoritySpells.of(school, life);
            authority.forEach(spell -> relationships.add(row(id, Relationships.IN_AREA, spell, false)));
            relationships.addAll(areas.of(school, life));
            if (school.group().underTrust()) {
                trustSpells
                        .of(school.urn(), life, trusts, seen, school.origin())
                        .forEach(spell -> relationships.add(row(id, Relationships.GOVERNED_BY, spell, true)));
            } else {
                reportTrusts(school, trusts, seen);
                if (school.group().stateFunded()) {
                    authority.forEach(spell -> relationships.add(row(id, Relationships.GOVERNED_BY, spell, true)));
                }
            }
        }
        for (BodyKind kind : List.of(BodyKind.FEDERATION, BodyKind.FOUNDATION_TRUST)) {
            addMemberships(relationships, lives, kind, Relationships.MEMBER_OF);
        }
        addMemberships(relationships, lives, BodyKind.SPONSOR, Relationships.SPONSORED_BY);
        successions.all().forEach(succession -> relationships.add(row(succession)));
        relationships.addAll(BodyNodes.successions(groups.all(), companies));
        relationships.addAll(overlays.relationships(lives));
        relationships.addAll(schoolNames.renames(Ids::school));
        relationships.addAll(groupNames.renames(this::bodyId));

        List<NodeRow> others = new ArrayList<>(areas.nodes());
        others.addAll(BodyNodes.nodes(groups.all(), companies));
        others.addAll(overlays.nodes(extractDate));
        rows.forEach((source, count) -> others.add(Datasets.node(source, count)));
        SchoolNodes schoolNodes = new SchoolNodes(lives, successions);
        Iterable<NodeRow> nodes =
                () -> Stream.concat(others.stream(), register.schools().stream().map(schoolNodes::of))
                        .iterator();
        taken.reportTo(progress);
        return new GraphRows(
                nodes,
                relationships,
                rows,
                extractDate,
                registered ? firstDate(lives, extractDate) : firstDate(relationships, extractDate));
    }

    /** Only where the text differs is a name worth keeping: nearly every school is called what it was called. */
    private void compareNames(@Nullable SchoolRecord before, SchoolRecord school) {
        if (before != null && !before.name().equals(school.name())) {
            schoolNames.saw(school.urn(), before.name(), before.origin());
            schoolNames.saw(school.urn(), school.name(), school.origin());
        }
    }

    private @Nullable String bodyId(String uid) {
        Groups.Group group = groups.find(uid);
        return group == null ? null : group.id();
    }

    private void addMemberships(List<RelationshipRow> relationships, Lives lives, BodyKind kind, String type) {
        memberships.spells(kind).forEach((urn, spells) -> {
            Life life = lives.of(urn);
            for (Spell spell : spells) {
                Period days = life.everOpen()
                        ? life.period().intersect(spell.period()).orElse(null)
                        : null;
                if (days == null) {
                    issues.add(
                            IssueCode.MEMBERSHIP_OUTSIDE_LIFE,
                            spell.origin().source().name(),
                            spell.origin().line(),
                            Ids.school(urn),
                            spell.bodyId() + " " + spell.period(),
                            "left out");
                } else {
                    relationships.add(row(Ids.school(urn), type, spell.within(days), false));
                }
            }
        });
    }

    private void reportTrusts(SchoolRecord school, List<Spell> history, List<Spell> observed) {
        for (Spell spell : Stream.concat(history.stream(), observed.stream()).toList()) {
            issues.add(
                    IssueCode.TRUST_OF_MAINTAINED_SCHOOL,
                    spell.origin().source().name(),
                    spell.origin().line(),
                    Ids.school(school.urn()),
                    spell.bodyId() + ", type " + school.typeName(),
                    "left out");
        }
    }

    /** The earliest closing day: of what happened before it only the survivors are seen. */
    private LocalDate firstDate(Lives lives, LocalDate extractDate) {
        return StreamSupport.stream(register.schools().spliterator(), false)
                .map(school -> lives.of(school.urn()))
                .filter(Life::everOpen)
                .map(life -> life.period().to())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(extractDate);
    }

    /** Without a register, the earliest day that a fact about a school or body of an overlay names. */
    private static LocalDate firstDate(List<RelationshipRow> relationships, LocalDate extractDate) {
        return relationships.stream()
                .filter(row -> row.properties().containsKey(Properties.SOURCE))
                .flatMap(row -> Stream.of(Properties.FROM, Properties.TO).map(row.properties()::get))
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .min(Comparator.naturalOrder())
                .filter(extractDate::isAfter)
                .orElse(extractDate);
    }

    private static RelationshipRow row(String school, String type, Spell spell, boolean withBasis) {
        return new RelationshipRow(
                school,
                type,
                spell.bodyId(),
                Areas.interval(spell.period(), spell.origin())
                        .put(Properties.FROM_KNOWN, spell.fromKnown())
                        .put(Properties.FROM_OBSERVED_AFTER, spell.fromObservedAfter())
                        .put(Properties.TO_OBSERVED_AFTER, spell.toObservedAfter())
                        .put(Properties.BASIS, withBasis ? spell.basis().word() : null)
                        .toMap());
    }

    private static RelationshipRow row(Successions.Succession succession) {
        return new RelationshipRow(
                Ids.school(succession.from()),
                Relationships.SUCCEEDED_BY,
                Ids.school(succession.to()),
                new Props()
                        .put(Properties.ON, succession.on())
                        .put(Properties.KIND, succession.kind().word())
                        .put(Properties.REGISTER_TYPE, succession.link().type())
                        .put(
                                Properties.SOURCE,
                                Ids.dataset(succession.link().origin().source().name()))
                        .toMap());
    }

    private void read(Source source, LongSupplier reader) {
        progress.accept("reading " + source.name());
        rows.put(source, reader.getAsLong());
    }

    private static List<Source> of(Map<SourceKind, List<Source>> byKind, SourceKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }
}
