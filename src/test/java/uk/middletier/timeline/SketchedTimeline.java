package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ref;
import uk.middletier.model.SchoolGroup;

/** A timeline drawn in a test, without a store. Days are ISO; null is since before the record, or still true. */
public final class SketchedTimeline {
    private final LocalDate extract;
    private final Map<String, Tier.Unit> units = new TreeMap<>();
    private final Map<Integer, Schools.School> schools = new TreeMap<>();
    private final List<String> phases = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Part> governed = new ArrayList<>();
    private final List<Part> members = new ArrayList<>();
    private final List<Part> sponsored = new ArrayList<>();
    private final List<Part> lying = new ArrayList<>();
    private final List<String[]> links = new ArrayList<>();

    private record Part(
            int urn,
            String target,
            @Nullable String from,
            @Nullable String to,
            @Nullable String seenUntil) {}

    public SketchedTimeline(String extract) {
        this.extract = LocalDate.parse(extract);
    }

    public SketchedTimeline body(String id, BodyKind kind, @Nullable String company) {
        units.put(
                id,
                new Tier.Unit(
                        units.size(),
                        new Ref(id, "Name of " + id, kind.label()),
                        kind.formality().word(),
                        company,
                        Days.ALWAYS,
                        Days.NEVER));
        return this;
    }

    public SketchedTimeline area(String id, AreaKind kind, String... within) {
        units.put(
                id,
                new Tier.Unit(
                        units.size(), new Ref(id, "Name of " + id, kind.label()), null, null, Days.ALWAYS, Days.NEVER));
        for (String area : within) {
            links.add(new String[] {id, area});
        }
        return this;
    }

    /** A primary academy of one hundred pupils without a place, of a lineage of its own. */
    public SketchedTimeline school(int urn, @Nullable String from, @Nullable String to) {
        return school(urn, urn, "Primary", from, to, 100, null);
    }

    public SketchedTimeline school(
            int urn,
            int lineage,
            String phase,
            @Nullable String from,
            @Nullable String to,
            int pupils,
            @Nullable GeoPoint place) {
        schools.put(
                urn,
                new Schools.School(
                        urn,
                        "School " + urn,
                        SchoolGroup.ACADEMY,
                        place(phases, phase),
                        place(types, "Academy converter"),
                        start(from),
                        end(to),
                        from != null,
                        true,
                        pupils,
                        place,
                        lineage));
        return this;
    }

    public SketchedTimeline governed(int urn, String body, @Nullable String from, @Nullable String to) {
        governed.add(new Part(urn, body, from, to, null));
        return this;
    }

    public SketchedTimeline member(int urn, String body, @Nullable String from, @Nullable String to) {
        return member(urn, body, from, to, null);
    }

    /** With an end of which only is known that it came after a day. */
    public SketchedTimeline member(
            int urn, String body, @Nullable String from, @Nullable String to, @Nullable String seenUntil) {
        members.add(new Part(urn, body, from, to, seenUntil));
        return this;
    }

    public SketchedTimeline sponsored(int urn, String body, @Nullable String from, @Nullable String to) {
        sponsored.add(new Part(urn, body, from, to, null));
        return this;
    }

    /** In an authority, always. */
    public SketchedTimeline lies(int urn, String authority) {
        lying.add(new Part(urn, authority, null, null, null));
        return this;
    }

    public Timeline build() {
        Tier tier = new Tier(List.copyOf(units.values()));
        Schools all = new Schools(List.copyOf(schools.values()), phases, types);
        Spells authorities = spells(lying, all, tier);
        Spells none = spells(List.of(), all, tier);
        List<AreaWays.Link> ways = links.stream()
                .map(link -> new AreaWays.Link(tier.get(link[0]), tier.get(link[1]), Days.ALWAYS, Days.NEVER))
                .toList();
        return new Timeline(
                all,
                tier,
                spells(governed, all, tier),
                authorities,
                spells(members, all, tier),
                spells(sponsored, all, tier),
                new AreaWays(all, tier, authorities, none, none, ways, List.of()),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.parse("2000-01-01"),
                extract);
    }

    private Spells spells(List<Part> parts, Schools schools, Tier tier) {
        Spells.Builder builder = new Spells.Builder();
        parts.stream()
                .sorted(Comparator.comparingInt(Part::urn))
                .forEach(part -> builder.add(
                        part.urn(),
                        Objects.requireNonNull(units.get(part.target())).read(),
                        start(part.from()),
                        end(part.to()),
                        null,
                        Days.ALWAYS,
                        end(part.seenUntil()),
                        -1,
                        -1));
        return builder.build(schools, tier, unit -> true);
    }

    private static int start(@Nullable String day) {
        return Days.start(day == null ? null : LocalDate.parse(day));
    }

    private static int end(@Nullable String day) {
        return Days.end(day == null ? null : LocalDate.parse(day));
    }

    private static int place(List<String> words, String word) {
        if (!words.contains(word)) {
            words.add(word);
        }
        return words.indexOf(word);
    }
}
