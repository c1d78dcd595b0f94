package uk.middletier.timeline;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.TimelineStatements;
import uk.middletier.graph.Alongside;
import uk.middletier.graph.GraphException;
import uk.middletier.graph.Row;
import uk.middletier.graph.RowSource;
import uk.middletier.graph.Rows;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Basis;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ref;
import uk.middletier.model.Relationships;
import uk.middletier.model.SchoolGroup;

/** Reads the rows of a release into columns. */
@SuppressWarnings("EnumOrdinal") // places in columns, never stored
final class TimelineReader {
    private static final Comparator<Succession> BY_SCHOOLS = Comparator.comparingLong(Succession::fromUrn)
            .thenComparingLong(Succession::toUrn)
            .thenComparing(Succession::kind);

    private final RowSource source;
    private final long deadlineNanos;
    private final List<String> datasets = new ArrayList<>();
    private final Map<String, Integer> datasetPlaces = new HashMap<>();
    private final Map<String, Integer> bases = new HashMap<>();
    private final Map<String, Spells.Builder> spells = new HashMap<>();

    TimelineReader(RowSource source, Duration timeout) {
        this.source = source;
        this.deadlineNanos = System.nanoTime() + timeout.toNanos();
        for (Basis basis : Basis.values()) {
            bases.put(basis.word(), basis.ordinal());
        }
    }

    Timeline read(LocalDate firstDate, LocalDate extractDate) {
        // Two reads at once, of about the same length: these are nearly all there is to opening a release.
        try (Alongside<Schools> schoolsToCome = Alongside.begin("schools", this::readSchools)) {
            List<Tier.Unit> units = readTier();
            Tier tier = new Tier(units);
            try (Alongside<Overlay> overlay =
                    Alongside.begin("overlay", () -> readOverlay(schoolsToCome.get(), tier))) {
                Spells.Builder areas = readAreas(units);
                return timeline(schoolsToCome.get(), tier, areas, overlay, firstDate, extractDate);
            }
        }
    }

    private Timeline timeline(
            Schools schools,
            Tier tier,
            Spells.Builder areas,
            Alongside<Overlay> overlay,
            LocalDate firstDate,
            LocalDate extractDate) {
        Spells governance = build(Relationships.GOVERNED_BY, schools, tier, unit -> true);
        Spells memberships = build(Relationships.MEMBER_OF, schools, tier, unit -> true);
        Spells sponsorships = build(Relationships.SPONSORED_BY, schools, tier, unit -> true);
        Spells authorities = ofKind(areas, AreaKind.LOCAL_AUTHORITY, schools, tier);
        Spells dioceses = ofKind(areas, AreaKind.DIOCESE, schools, tier);
        Spells constituencies = ofKind(areas, AreaKind.CONSTITUENCY, schools, tier);
        List<Renaming> renamings = new ArrayList<>();
        each(TimelineStatements.RENAMINGS, row -> renamings.add(HistoryRows.renaming(row)));
        AreaWays ways = readWays(schools, tier, authorities, dioceses, constituencies);
        List<Succession> successions = readSuccessions(schools);
        return new Timeline(
                schools,
                tier,
                governance,
                authorities,
                memberships,
                sponsorships,
                dioceses,
                overlay.get(),
                ways,
                successions,
                renamings,
                datasets,
                firstDate,
                extractDate);
    }

    private Overlay readOverlay(Schools schools, Tier tier) {
        OverlayRows rows = new OverlayRows(schools, tier);
        each(TimelineStatements.OVERLAY, row -> rows.add(row.list("row")));
        return rows.overlay();
    }

    private Schools readSchools() {
        List<Schools.School> schools = new ArrayList<>();
        Map<String, SchoolGroup> groups = new HashMap<>();
        for (SchoolGroup group : SchoolGroup.values()) {
            groups.put(group.word(), group);
        }
        Words phases = new Words(Traits.MOST_PHASES, "phases");
        Words types = new Words(Byte.MAX_VALUE, "types");
        Words characters = new Words(Byte.MAX_VALUE, "religious characters");
        each(TimelineStatements.SCHOOLS, row -> {
            List<@Nullable Object> school = row.list("school");
            Object pupils = school.get(9);
            String lineage = (String) school.get(11);
            int urn = whole(school.get(0));
            schools.add(new Schools.School(
                    urn,
                    String.valueOf(school.get(1)),
                    group(groups, (String) school.get(3)),
                    phases.place((String) school.get(4)),
                    types.place((String) school.get(2)),
                    Days.start((LocalDate) school.get(5)),
                    Days.end((LocalDate) school.get(6)),
                    !Boolean.FALSE.equals(school.get(7)),
                    !Boolean.FALSE.equals(school.get(8)),
                    pupils == null ? Schools.UNKNOWN : whole(pupils),
                    (GeoPoint) school.get(10),
                    lineage == null ? urn : Integer.parseInt(lineage, lineage.indexOf(':') + 1, lineage.length(), 10),
                    background(school, characters)));
        });
        schools.sort(Comparator.comparingInt(Schools.School::urn));
        return new Schools(schools, phases.words, types.words, characters.words);
    }

    private static Schools.Background background(List<@Nullable Object> school, Words characters) {
        return new Schools.Background(
                characters.place((String) school.get(12)),
                school.get(13) instanceof Number percent ? percent.doubleValue() : Double.NaN,
                (Boolean) school.get(14),
                OfstedGrade.of((String) school.get(15)),
                Days.end((LocalDate) school.get(16)));
    }

    /** The units in the order of their ids; their spells are kept by the place a unit had when it was read. */
    private List<Tier.Unit> readTier() {
        List<Tier.Unit> units = new ArrayList<>();
        each(TimelineStatements.TIER, row -> {
            List<@Nullable Object> unit = row.list("unit");
            int place = units.size();
            String id = String.valueOf(unit.get(0));
            units.add(new Tier.Unit(
                    place,
                    new Ref(id, String.valueOf(unit.get(1)), String.valueOf(unit.get(2))),
                    (String) unit.get(3),
                    (String) unit.get(6),
                    Days.start((LocalDate) unit.get(4)),
                    Days.end((LocalDate) unit.get(5))));
            for (Object each : row.list("spells")) {
                addSpell(place, (List<?>) Objects.requireNonNull(each));
            }
        });
        units.sort(Comparator.comparing(unit -> unit.ref().id()));
        return units;
    }

    private void addSpell(int unit, List<?> spell) {
        spells.computeIfAbsent((String) spell.get(0), relation -> new Spells.Builder())
                .add(
                        whole(spell.get(1)),
                        unit,
                        Days.start((LocalDate) spell.get(2)),
                        Days.end((LocalDate) spell.get(3)),
                        (Boolean) spell.get(4),
                        Days.start((LocalDate) spell.get(5)),
                        Days.end((LocalDate) spell.get(6)),
                        dataset((String) spell.get(7)),
                        bases.getOrDefault(String.valueOf(spell.get(8)), -1));
    }

    private int dataset(@Nullable String id) {
        if (id == null) {
            return -1;
        }
        Integer place = datasetPlaces.putIfAbsent(id, datasets.size());
        if (place != null) {
            return place;
        }
        datasets.add(id);
        return datasets.size() - 1;
    }

    private Spells build(String relation, Schools schools, Tier tier, IntPredicate wanted) {
        Spells.Builder builder = spells.get(relation);
        return (builder == null ? new Spells.Builder() : builder).build(schools, tier, wanted);
    }

    private Spells.Builder readAreas(List<Tier.Unit> units) {
        Map<String, Integer> reads = new HashMap<>();
        units.forEach(unit -> reads.put(unit.ref().id(), unit.read()));
        Spells.Builder areas = new Spells.Builder();
        each(TimelineStatements.AREA_SPELLS, row -> {
            int area = Objects.requireNonNull(reads.get(row.string("id")), "an area is of the tier");
            for (Object each : row.list("spells")) {
                List<?> spell = (List<?>) Objects.requireNonNull(each);
                areas.add(
                        whole(spell.get(0)),
                        area,
                        Days.start((LocalDate) spell.get(1)),
                        Days.end((LocalDate) spell.get(2)),
                        null,
                        Days.ALWAYS,
                        Days.NEVER,
                        dataset((String) spell.get(3)),
                        -1);
            }
        });
        return areas;
    }

    private static Spells ofKind(Spells.Builder areas, AreaKind kind, Schools schools, Tier tier) {
        return areas.build(schools, tier, unit -> tier.ref(unit).kind().equals(kind.label()));
    }

    private List<Succession> readSuccessions(Schools schools) {
        List<Succession> successions = new ArrayList<>();
        each(TimelineStatements.SUCCESSIONS, row -> {
            List<@Nullable Object> link = row.list("link");
            int from = whole(link.get(0));
            int to = whole(link.get(1));
            String kind = (String) link.get(3);
            successions.add(new Succession(
                    from,
                    schools.name(schools.find(from)),
                    to,
                    schools.name(schools.find(to)),
                    (LocalDate) link.get(2),
                    kind == null ? "other" : kind,
                    (String) link.get(4)));
        });
        successions.sort(BY_SCHOOLS);
        return successions;
    }

    private AreaWays readWays(Schools schools, Tier tier, Spells authorities, Spells dioceses, Spells constituencies) {
        List<AreaWays.Link> links = new ArrayList<>();
        List<AreaWays.Successor> successors = new ArrayList<>();
        each(TimelineStatements.AREA_LINKS, row -> {
            int from = tier.get(row.string("from"));
            int to = tier.get(row.string("to"));
            if (row.string("relation").equals(Relationships.IN_AREA)) {
                links.add(new AreaWays.Link(from, to, Days.start(row.date("since")), Days.end(row.date("until"))));
            } else {
                successors.add(new AreaWays.Successor(from, to));
            }
        });
        return new AreaWays(schools, tier, authorities, dioceses, constituencies, links, successors);
    }

    private static int whole(@Nullable Object number) {
        return Math.toIntExact((Long) Objects.requireNonNull(number, "a number that every row has"));
    }

    private static SchoolGroup group(Map<String, SchoolGroup> groups, @Nullable String word) {
        SchoolGroup group = word == null ? null : groups.get(word);
        return group == null ? SchoolGroup.OTHER : group;
    }

    private void each(Statement statement, Consumer<Row> consumer) {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            throw new GraphException(GraphException.Kind.TIMEOUT, "no time is left to read the timeline");
        }
        try (Rows rows = source.read(statement, Duration.ofNanos(left))) {
            while (rows.hasNext()) {
                consumer.accept(rows.next());
            }
        }
    }

    /** The words of a column, each once. */
    private static final class Words {
        private final int most;
        private final String what;
        private final List<String> words = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        Words(int most, String what) {
            this.most = most;
            this.what = what;
        }

        int place(@Nullable String given) {
            String word = given == null ? "" : given;
            Integer place = places.get(word);
            if (place == null) {
                place = words.size();
                if (place == most) {
                    throw new IllegalStateException("more than " + most + " " + what);
                }
                words.add(word);
                places.put(word, place);
            }
            return place;
        }
    }
}
