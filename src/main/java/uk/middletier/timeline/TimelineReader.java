package uk.middletier.timeline;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.TimelineStatements;
import uk.middletier.graph.GraphException;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
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
    private final GraphStore store;
    private final long deadlineNanos;
    private final Map<String, Integer> datasets = new HashMap<>();
    private final Map<String, Integer> bases = new HashMap<>();

    TimelineReader(GraphStore store, Duration timeout) {
        this.store = store;
        this.deadlineNanos = System.nanoTime() + timeout.toNanos();
        for (Basis basis : Basis.values()) {
            bases.put(basis.word(), basis.ordinal());
        }
    }

    Timeline read(LocalDate firstDate, LocalDate extractDate) {
        Tier tier = readTier();
        Schools schools = readSchools();
        List<String> datasetIds = readDatasets();
        Spells governance =
                readSpells(TimelineStatements.GOVERNANCE, schools, tier).build(schools.size(), unit -> true);
        Spells memberships =
                readSpells(TimelineStatements.MEMBERSHIPS, schools, tier).build(schools.size(), unit -> true);
        Spells sponsorships =
                readSpells(TimelineStatements.SPONSORSHIPS, schools, tier).build(schools.size(), unit -> true);
        Spells.Builder areas = readSpells(TimelineStatements.AREAS, schools, tier);
        Spells authorities = areas.build(schools.size(), unit -> isOf(tier, unit, AreaKind.LOCAL_AUTHORITY));
        Spells dioceses = areas.build(schools.size(), unit -> isOf(tier, unit, AreaKind.DIOCESE));
        Spells constituencies = areas.build(schools.size(), unit -> isOf(tier, unit, AreaKind.CONSTITUENCY));
        List<Succession> successions = new ArrayList<>();
        each(TimelineStatements.SUCCESSIONS, row -> successions.add(HistoryRows.succession(row)));
        List<Renaming> renamings = new ArrayList<>();
        each(TimelineStatements.RENAMINGS, row -> renamings.add(HistoryRows.renaming(row)));
        return new Timeline(
                schools,
                tier,
                governance,
                authorities,
                memberships,
                sponsorships,
                readWays(tier, authorities, dioceses, constituencies),
                successions,
                renamings,
                datasetIds,
                firstDate,
                extractDate);
    }

    private Tier readTier() {
        List<Tier.Unit> units = new ArrayList<>();
        each(
                TimelineStatements.TIER,
                row -> units.add(new Tier.Unit(
                        new Ref(row.string("id"), row.string("name"), row.string("kind")),
                        row.text("formality"),
                        row.text("companiesHouse"),
                        Days.start(row.date("from")),
                        Days.end(row.date("to")))));
        return new Tier(units);
    }

    private Schools readSchools() {
        List<Schools.School> schools = new ArrayList<>();
        Map<String, SchoolGroup> groups = new HashMap<>();
        for (SchoolGroup group : SchoolGroup.values()) {
            groups.put(group.word(), group);
        }
        Words phases = new Words(Traits.MOST_PHASES, "phases");
        Words types = new Words(Byte.MAX_VALUE, "types");
        each(TimelineStatements.SCHOOLS, row -> {
            Object pupils = row.get("pupils");
            String lineage = row.text("lineage");
            int urn = Math.toIntExact(row.integer("urn"));
            schools.add(new Schools.School(
                    urn,
                    row.string("name"),
                    groups.getOrDefault(row.text("group"), SchoolGroup.OTHER),
                    phases.place(row.text("phase")),
                    types.place(row.text("type")),
                    Days.start(row.date("from")),
                    Days.end(row.date("to")),
                    !Boolean.FALSE.equals(row.get("fromKnown")),
                    !Boolean.FALSE.equals(row.get("everOpen")),
                    pupils == null ? Schools.UNKNOWN : Math.toIntExact((Long) pupils),
                    (GeoPoint) row.get("location"),
                    lineage == null ? urn : Integer.parseInt(lineage, lineage.indexOf(':') + 1, lineage.length(), 10)));
        });
        return new Schools(schools, phases.words, types.words);
    }

    private List<String> readDatasets() {
        List<String> ids = new ArrayList<>();
        each(TimelineStatements.DATASETS, row -> {
            datasets.put(row.string("id"), ids.size());
            ids.add(row.string("id"));
        });
        return ids;
    }

    private Spells.Builder readSpells(Statement statement, Schools schools, Tier tier) {
        Spells.Builder spells = new Spells.Builder();
        each(statement, row -> {
            spells.add(
                    schools.find(row.integer("urn")),
                    tier.get(row.string("target")),
                    Days.start(row.date("from")),
                    Days.end(row.date("to")),
                    (Boolean) row.get("fromKnown"),
                    Days.start(row.date("fromObservedAfter")),
                    Days.end(row.date("toObservedAfter")),
                    place(datasets, row.text("source")),
                    place(bases, row.text("basis")));
        });
        return spells;
    }

    private AreaWays readWays(Tier tier, Spells authorities, Spells dioceses, Spells constituencies) {
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
        return new AreaWays(tier, authorities, dioceses, constituencies, links, successors);
    }

    private static boolean isOf(Tier tier, int unit, AreaKind kind) {
        return tier.ref(unit).kind().equals(kind.label());
    }

    private static int place(Map<String, Integer> places, @Nullable String word) {
        Integer place = word == null ? null : places.get(word);
        return place == null ? -1 : place;
    }

    private void each(Statement statement, Consumer<Row> consumer) {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            throw new GraphException(GraphException.Kind.TIMEOUT, "no time is left to read the timeline");
        }
        try (Rows rows = store.read(statement, Duration.ofNanos(left))) {
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
