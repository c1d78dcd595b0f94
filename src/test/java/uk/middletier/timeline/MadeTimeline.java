package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.model.SchoolGroup;

/** A timeline made by hand, without a store. Dates are ISO; null = before the record, or still true. */
public final class MadeTimeline {
    private static final String PHASE = "Primary";

    private final List<Tier.Unit> units = new ArrayList<>();
    private final List<Schools.School> schools = new ArrayList<>();
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final List<Way> links = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<Renaming> renamings = new ArrayList<>();

    private record Way(String area, String in) {}

    private record Row(
            long urn,
            String target,
            @Nullable String from,
            @Nullable String to,
            boolean fromKnown,
            @Nullable String fromObservedAfter) {}

    public MadeTimeline area(AreaKind kind, String id) {
        units.add(new Tier.Unit(
                units.size(), new Ref(id, "Area " + id, kind.label()), null, null, Days.ALWAYS, Days.NEVER));
        return this;
    }

    public MadeTimeline body(BodyKind kind, String id) {
        return body(kind, id, null);
    }

    public MadeTimeline body(BodyKind kind, String id, @Nullable String company) {
        units.add(new Tier.Unit(
                units.size(),
                new Ref(id, "Body " + id, kind.label()),
                "hard-governance",
                company,
                Days.ALWAYS,
                Days.NEVER));
        return this;
    }

    /** An authority lies in a region, a region in a country. */
    public MadeTimeline lies(String area, String in) {
        links.add(new Way(area, in));
        return this;
    }

    public MadeTimeline school(
            int urn, SchoolGroup group, String authority, @Nullable String from, @Nullable String to) {
        return school(urn, urn, group, authority, from, to);
    }

    /** The lineage by its lowest URN. */
    public MadeTimeline school(
            int urn, int lineage, SchoolGroup group, String authority, @Nullable String from, @Nullable String to) {
        schools.add(new Schools.School(
                urn,
                "School " + urn,
                group,
                0,
                0,
                Days.start(SchoolEventsTest.day(from)),
                Days.end(SchoolEventsTest.day(to)),
                from != null,
                true,
                100,
                null,
                lineage));
        return in(urn, authority, null, null);
    }

    public MadeTimeline in(long urn, String authority, @Nullable String from, @Nullable String to) {
        return row("area", new Row(urn, authority, from, to, true, null));
    }

    public MadeTimeline governed(long urn, String body, @Nullable String from, @Nullable String to) {
        return row("governance", new Row(urn, body, from, to, true, null));
    }

    public MadeTimeline member(long urn, String body, @Nullable String from, @Nullable String to) {
        return row("membership", new Row(urn, body, from, to, true, null));
    }

    /** First seen in a snapshot; {@code after} the one before, null if there was none. */
    public MadeTimeline seen(long urn, String body, String on, @Nullable String after) {
        return row("membership", new Row(urn, body, on, null, false, after));
    }

    public MadeTimeline succeeded(long from, long to) {
        successions.add(SchoolEventsTest.plain(from, to));
        return this;
    }

    public MadeTimeline merged(long from, long to, String on) {
        successions.add(new Succession(
                from, "School " + from, to, "School " + to, SchoolEventsTest.day(on), "merged", "Successor - merged"));
        return this;
    }

    public MadeTimeline renamed(String id, @Nullable Long urn, String formerName, String name, String on) {
        renamings.add(new Renaming(
                id,
                urn,
                name,
                formerName,
                SchoolEventsTest.day(on),
                LocalDate.parse(on).minusYears(1),
                null));
        return this;
    }

    private MadeTimeline row(String of, Row row) {
        rows.computeIfAbsent(of, none -> new ArrayList<>()).add(row);
        return this;
    }

    public Timeline make() {
        units.sort(Comparator.comparing(unit -> unit.ref().id()));
        schools.sort(Comparator.comparing(Schools.School::urn));
        Tier tier = new Tier(units);
        Schools all = new Schools(schools, List.of(PHASE), List.of("Community school"));
        Spells none = new Spells.Builder().build(all, tier, unit -> true);
        Spells authorities = spells("area", all, tier);
        List<AreaWays.Link> ways = links.stream()
                .map(link -> new AreaWays.Link(tier.get(link.area()), tier.get(link.in()), Days.ALWAYS, Days.NEVER))
                .toList();
        return new Timeline(
                all,
                tier,
                spells("governance", all, tier),
                authorities,
                spells("membership", all, tier),
                none,
                new AreaWays(all, tier, authorities, none, none, ways, List.of()),
                successions,
                renamings,
                List.of(),
                LocalDate.parse("1990-01-01"),
                LocalDate.parse("2024-10-28"));
    }

    private Spells spells(String of, Schools all, Tier tier) {
        Spells.Builder builder = new Spells.Builder();
        for (Row row : rows.getOrDefault(of, List.of())) {
            builder.add(
                    Math.toIntExact(row.urn()),
                    read(row.target()),
                    Days.start(SchoolEventsTest.day(row.from())),
                    Days.end(SchoolEventsTest.day(row.to())),
                    row.fromKnown(),
                    Days.start(SchoolEventsTest.day(row.fromObservedAfter())),
                    Days.NEVER,
                    -1,
                    -1);
        }
        return builder.build(all, tier, unit -> true);
    }

    private int read(String id) {
        return units.stream()
                .filter(unit -> unit.ref().id().equals(id))
                .findFirst()
                .orElseThrow()
                .read();
    }
}
