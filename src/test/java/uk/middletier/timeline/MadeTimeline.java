package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ref;
import uk.middletier.model.SchoolGroup;

/**
 * A timeline made by hand, without a store. Dates are ISO; null = before the record, or still true. A school is a
 * primary school of one hundred pupils without a place and of a lineage of its own, unless what follows it says
 * otherwise.
 */
public final class MadeTimeline {
    private final LocalDate extract;
    private final List<Tier.Unit> units = new ArrayList<>();
    private final Deque<Schools.School> schools = new ArrayDeque<>();
    private final List<String> phases = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> characters = new ArrayList<>();
    private final Map<Relation, List<Row>> rows = new HashMap<>();
    private final List<Way> links = new ArrayList<>();
    private final List<Way> successors = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<BiFunction<Schools, Tier, Overlay.Support>> supports = new ArrayList<>();
    private final List<BiFunction<Schools, Tier, Overlay.Designation>> designations = new ArrayList<>();
    private final List<BiFunction<Schools, Tier, Overlay.Under>> programmes = new ArrayList<>();
    private final List<Overlay.Observation> observations = new ArrayList<>();
    private final List<Renaming> renamings = new ArrayList<>();

    private enum Relation {
        AREA,
        GOVERNANCE,
        MEMBERSHIP,
        SPONSORSHIP
    }

    private record Way(String from, String to) {}

    private record Row(
            long urn,
            String target,
            @Nullable String from,
            @Nullable String to,
            boolean fromKnown,
            @Nullable String fromObservedAfter,
            @Nullable String toObservedAfter) {}

    public MadeTimeline() {
        this("2024-10-28");
    }

    public MadeTimeline(String extract) {
        this.extract = LocalDate.parse(extract);
    }

    public MadeTimeline area(AreaKind kind, String id, String... within) {
        return former(kind, id, null, within);
    }

    /** One that is no more from a day on. */
    public MadeTimeline former(AreaKind kind, String id, @Nullable String to, String... within) {
        units.add(
                new Tier.Unit(units.size(), new Ref(id, "Area " + id, kind.label()), null, null, Days.ALWAYS, end(to)));
        for (String area : within) {
            links.add(new Way(id, area));
        }
        return this;
    }

    /** Took another area's place. */
    public MadeTimeline became(String area, String successor) {
        successors.add(new Way(area, successor));
        return this;
    }

    public MadeTimeline body(BodyKind kind, String id) {
        return body(kind, id, null);
    }

    public MadeTimeline body(BodyKind kind, String id, @Nullable String company) {
        units.add(new Tier.Unit(
                units.size(),
                new Ref(id, "Body " + id, kind.label()),
                kind.formality().word(),
                company,
                Days.ALWAYS,
                Days.NEVER));
        return this;
    }

    /** An academy that lies nowhere. */
    public MadeTimeline school(int urn, @Nullable String from, @Nullable String to) {
        return school(urn, SchoolGroup.ACADEMY, from, to);
    }

    /** In an authority, always. */
    public MadeTimeline school(
            int urn, SchoolGroup group, String authority, @Nullable String from, @Nullable String to) {
        return school(urn, group, from, to).in(urn, authority);
    }

    private MadeTimeline school(int urn, SchoolGroup group, @Nullable String from, @Nullable String to) {
        schools.add(new Schools.School(
                urn,
                "School " + urn,
                group,
                place(phases, "Primary"),
                place(types, type(group)),
                start(from),
                end(to),
                from != null,
                true,
                100,
                null,
                urn,
                new Schools.Background(place(characters, ""), Double.NaN, null, 0, Days.NEVER)));
        return this;
    }

    /** The school before. */
    public MadeTimeline called(String name) {
        Schools.School last = schools.removeLast();
        schools.add(like(last, name, last.background()));
        return this;
    }

    /** The body before. */
    public MadeTimeline bodyCalled(String name) {
        Tier.Unit last = units.remove(units.size() - 1);
        units.add(new Tier.Unit(
                last.read(),
                new Ref(last.ref().id(), name, last.ref().kind()),
                last.formality(),
                last.company(),
                last.from(),
                last.to()));
        return this;
    }

    /** Of the school before. */
    public MadeTimeline phase(String phase) {
        Schools.School last = schools.getLast();
        return last(place(phases, phase), last.type(), last.pupils(), last.location(), last.lineage());
    }

    /** Of the school before. */
    public MadeTimeline type(String type) {
        Schools.School last = schools.getLast();
        return last(last.phase(), place(types, type), last.pupils(), last.location(), last.lineage());
    }

    /** Of the school before; {@link Schools#UNKNOWN} if nobody gave a number. */
    public MadeTimeline pupils(int pupils) {
        Schools.School last = schools.getLast();
        return last(last.phase(), last.type(), pupils, last.location(), last.lineage());
    }

    /** Of the school before. */
    public MadeTimeline at(double longitude, double latitude) {
        Schools.School last = schools.getLast();
        return last(last.phase(), last.type(), last.pupils(), new GeoPoint(longitude, latitude), last.lineage());
    }

    /** The lowest URN of the lineage of the school before. */
    public MadeTimeline lineage(int lowest) {
        Schools.School last = schools.getLast();
        return last(last.phase(), last.type(), last.pupils(), last.location(), lowest);
    }

    private MadeTimeline last(int phase, int type, int pupils, @Nullable GeoPoint location, int lineage) {
        Schools.School last = schools.removeLast();
        schools.add(new Schools.School(
                last.urn(),
                last.name(),
                last.group(),
                phase,
                type,
                last.from(),
                last.to(),
                last.fromKnown(),
                last.everOpen(),
                pupils,
                location,
                lineage,
                last.background()));
        return this;
    }

    /** Religious character of the school before. */
    public MadeTimeline character(String word) {
        Schools.Background last = schools.getLast().background();
        return background(new Schools.Background(
                place(characters, word), last.fsmPercent(), last.rural(), last.ofstedGrade(), last.ofstedDay()));
    }

    /** Percentage of pupils eligible for free school meals of the school before. */
    public MadeTimeline fsm(double percent) {
        Schools.Background last = schools.getLast().background();
        return background(
                new Schools.Background(last.character(), percent, last.rural(), last.ofstedGrade(), last.ofstedDay()));
    }

    /** Whether the school before lies in a rural place. */
    public MadeTimeline rural(boolean rural) {
        Schools.Background last = schools.getLast().background();
        return background(new Schools.Background(
                last.character(), last.fsmPercent(), rural, last.ofstedGrade(), last.ofstedDay()));
    }

    /** The latest grade of the school before, 1…4. */
    public MadeTimeline inspected(int grade, String on) {
        Schools.Background last = schools.getLast().background();
        return background(new Schools.Background(last.character(), last.fsmPercent(), last.rural(), grade, end(on)));
    }

    private MadeTimeline background(Schools.Background background) {
        Schools.School last = schools.removeLast();
        schools.add(like(last, last.name(), background));
        return this;
    }

    private static Schools.School like(Schools.School school, String name, Schools.Background background) {
        return new Schools.School(
                school.urn(),
                name,
                school.group(),
                school.phase(),
                school.type(),
                school.from(),
                school.to(),
                school.fromKnown(),
                school.everOpen(),
                school.pupils(),
                school.location(),
                school.lineage(),
                background);
    }

    /** In an area, always. */
    public MadeTimeline in(long urn, String area) {
        return in(urn, area, null, null);
    }

    /** In an authority, a diocese or a constituency. */
    public MadeTimeline in(long urn, String area, @Nullable String from, @Nullable String to) {
        return row(Relation.AREA, urn, area, from, to);
    }

    /** Governs the school before as long as it is open. */
    public MadeTimeline under(String body) {
        Schools.School last = schools.getLast();
        return governed(last.urn(), body, iso(last.from()), iso(last.to()));
    }

    public MadeTimeline governed(long urn, String body, @Nullable String from, @Nullable String to) {
        return row(Relation.GOVERNANCE, urn, body, from, to);
    }

    public MadeTimeline member(long urn, String body, @Nullable String from, @Nullable String to) {
        return row(Relation.MEMBERSHIP, urn, body, from, to);
    }

    /** With an end of which only is known that it came after a day. */
    public MadeTimeline member(long urn, String body, @Nullable String from, String to, String seenUntil) {
        return row(Relation.MEMBERSHIP, new Row(urn, body, from, to, true, null, seenUntil));
    }

    /** First seen in a snapshot; {@code after} the one before, null if there was none. */
    public MadeTimeline seen(long urn, String body, String on, @Nullable String after) {
        return row(Relation.MEMBERSHIP, new Row(urn, body, on, null, false, after, null));
    }

    public MadeTimeline sponsored(long urn, String body, @Nullable String from, @Nullable String to) {
        return row(Relation.SPONSORSHIP, urn, body, from, to);
    }

    public MadeTimeline succeeded(long from, long to) {
        successions.add(SchoolEventsTest.plain(from, to));
        return this;
    }

    public MadeTimeline merged(long from, long to, String on) {
        successions.add(new Succession(
                from, "School " + from, to, "School " + to, LocalDate.parse(on), "merged", "Successor - merged"));
        return this;
    }

    public MadeTimeline renamed(String id, @Nullable Long urn, String formerName, String name, String on) {
        LocalDate day = LocalDate.parse(on);
        renamings.add(new Renaming(id, urn, name, formerName, day, day.minusYears(1), null));
        return this;
    }

    /** One school helped another, brokered by a body if one is given. */
    public MadeTimeline support(
            long supporter,
            long supported,
            @Nullable String programme,
            @Nullable String broker,
            @Nullable String from,
            @Nullable String to) {
        supports.add((all, tier) -> new Overlay.Support(
                all.find(supporter),
                all.find(supported),
                programme,
                broker == null ? -1 : tier.get(broker),
                null,
                start(from),
                end(to)));
        return this;
    }

    public MadeTimeline designated(long urn, String as, @Nullable String programme, @Nullable String from) {
        designations.add((all, tier) -> new Overlay.Designation(all.find(urn), as, programme, start(from), Days.NEVER));
        return this;
    }

    /** A body ran under a programme, or a trust under an umbrella trust. */
    public MadeTimeline within(String body, String above, @Nullable String from, @Nullable String to) {
        programmes.add((all, tier) -> new Overlay.Under(tier.get(body), above, start(from), end(to)));
        return this;
    }

    public MadeTimeline observed(String subject, String measure, double value, @Nullable String from) {
        observations.add(
                new Overlay.Observation(subject, measure, value, String.valueOf(value), null, start(from), Days.NEVER));
        return this;
    }

    private MadeTimeline row(Relation of, long urn, String target, @Nullable String from, @Nullable String to) {
        return row(of, new Row(urn, target, from, to, true, null, null));
    }

    private MadeTimeline row(Relation of, Row row) {
        rows.computeIfAbsent(of, none -> new ArrayList<>()).add(row);
        return this;
    }

    public Timeline make() {
        Tier tier = new Tier(units.stream()
                .sorted(Comparator.comparing(unit -> unit.ref().id()))
                .toList());
        Schools all = new Schools(
                schools.stream()
                        .sorted(Comparator.comparing(Schools.School::urn))
                        .toList(),
                phases,
                types,
                characters);
        Spells authorities = areas(AreaKind.LOCAL_AUTHORITY, all, tier);
        Spells dioceses = areas(AreaKind.DIOCESE, all, tier);
        return new Timeline(
                all,
                tier,
                spells(Relation.GOVERNANCE, all, tier),
                authorities,
                spells(Relation.MEMBERSHIP, all, tier),
                spells(Relation.SPONSORSHIP, all, tier),
                dioceses,
                new Overlay(
                        supports.stream().map(made -> made.apply(all, tier)).toList(),
                        designations.stream().map(made -> made.apply(all, tier)).toList(),
                        programmes.stream().map(made -> made.apply(all, tier)).toList(),
                        observations),
                new AreaWays(
                        all,
                        tier,
                        authorities,
                        dioceses,
                        areas(AreaKind.CONSTITUENCY, all, tier),
                        links.stream()
                                .map(way -> new AreaWays.Link(
                                        tier.get(way.from()), tier.get(way.to()), Days.ALWAYS, Days.NEVER))
                                .toList(),
                        successors.stream()
                                .map(way -> new AreaWays.Successor(tier.get(way.from()), tier.get(way.to())))
                                .toList()),
                successions,
                renamings,
                List.of(),
                LocalDate.parse("1990-01-01"),
                extract);
    }

    private Spells areas(AreaKind kind, Schools all, Tier tier) {
        return builder(Relation.AREA)
                .build(all, tier, unit -> tier.ref(unit).kind().equals(kind.label()));
    }

    private Spells spells(Relation of, Schools all, Tier tier) {
        return builder(of).build(all, tier, unit -> true);
    }

    private Spells.Builder builder(Relation of) {
        Spells.Builder builder = new Spells.Builder();
        for (Row row : rows.getOrDefault(of, List.of())) {
            builder.add(
                    Math.toIntExact(row.urn()),
                    read(row.target()),
                    start(row.from()),
                    end(row.to()),
                    row.fromKnown(),
                    start(row.fromObservedAfter()),
                    end(row.toObservedAfter()),
                    -1,
                    -1);
        }
        return builder;
    }

    private int read(String id) {
        return units.stream()
                .filter(unit -> unit.ref().id().equals(id))
                .findFirst()
                .orElseThrow()
                .read();
    }

    private static String type(SchoolGroup group) {
        return switch (group) {
            case LA_MAINTAINED -> "Community school";
            case ACADEMY -> "Academy converter";
            case CITY_TECHNOLOGY_COLLEGE -> "City technology college";
            case FREE_SCHOOL -> "Free schools";
            case UNIVERSITY_TECHNICAL_COLLEGE -> "University technical college";
            case STUDIO_SCHOOL -> "Studio schools";
            case WELSH_MAINTAINED -> "Welsh establishment";
            case OTHER -> "Other independent school";
        };
    }

    private static int place(List<String> words, String word) {
        if (!words.contains(word)) {
            words.add(word);
        }
        return words.indexOf(word);
    }

    private static int start(@Nullable String day) {
        return Days.start(SchoolEventsTest.day(day));
    }

    private static int end(@Nullable String day) {
        return Days.end(SchoolEventsTest.day(day));
    }

    private static @Nullable String iso(int day) {
        return Objects.toString(Days.date(day), null);
    }
}
