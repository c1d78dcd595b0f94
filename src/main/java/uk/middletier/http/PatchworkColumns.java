package uk.middletier.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ref;
import uk.middletier.model.Sector;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Patchwork;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/**
 * A patchwork in columns: what stands often is a place in a list in which it stands once, so that all of a register is
 * sent at once.
 */
final class PatchworkColumns {
    static final Schema SCHEMA = schema();

    /** About 110 m from north to south and 70 m from west to east: more than a map of a country shows. */
    private static final double PLACES_PER_DEGREE = 1000;

    private final Timeline timeline;
    private final Patchwork patchwork;
    /** Of the schools that have a spell, in order; likewise what follows. */
    private final int[] schools;

    private final int[] bodies;
    private final int[] areas;
    private final int[] dates;
    private final List<String> phases;

    PatchworkColumns(Timeline timeline, Patchwork patchwork) {
        this.timeline = timeline;
        this.patchwork = patchwork;
        this.schools = distinct(patchwork::school);
        this.bodies = distinct(patchwork::body);
        this.areas = distinct(patchwork::area);
        this.dates = IntStream.concat(all(patchwork::from), all(patchwork::to))
                .filter(day -> day != Days.ALWAYS && day != Days.NEVER)
                .sorted()
                .distinct()
                .toArray();
        this.phases = Arrays.stream(schools)
                .mapToObj(school -> phase(timeline.schools(), school))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static Schema schema() {
        Schema index = Schema.INTEGER;
        Schema indexes = Schema.list(index);
        Schema indexesOrNull = Schema.list(index.orNull());
        Schema degrees = Schema.list(Schema.NUMBER.orNull());
        return Schema.object()
                .field("dates", Schema.list(Schema.DATE))
                .field("areas", Schema.list(Schema.REF))
                .field("bodies", Schema.list(Schema.REF))
                .field(
                        "sectors",
                        Schema.list(Schema.words(
                                Arrays.stream(Sector.values()).map(Sector::word).toList())))
                .field("phases", Schema.list(Schema.TEXT))
                .field(
                        "schools",
                        Schema.object()
                                .field("urn", Schema.list(Schema.INTEGER))
                                .optional("name", Schema.list(Schema.TEXT))
                                .field("longitude", degrees)
                                .field("latitude", degrees)
                                .field("phase", indexesOrNull))
                .field(
                        "spells",
                        Schema.object()
                                .field("school", indexes)
                                .field("from", indexesOrNull)
                                .field("to", indexesOrNull)
                                .field("body", indexesOrNull)
                                .field("area", indexesOrNull)
                                .field("sector", indexes));
    }

    Map<String, @Nullable Object> data(boolean names) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("dates", Arrays.stream(dates).mapToObj(Days::date).toList());
        data.put("areas", refs(areas));
        data.put("bodies", refs(bodies));
        data.put("sectors", Arrays.stream(Sector.values()).map(Sector::word).toList());
        data.put("phases", phases);
        data.put("schools", schools(names));
        data.put("spells", spells());
        return data;
    }

    private Map<String, @Nullable Object> schools(boolean names) {
        Schools all = timeline.schools();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("urn", ofSchools(all::urn));
        if (names) {
            columns.put("name", ofSchools(all::name));
        }
        columns.put("longitude", ofSchools(school -> rounded(all.longitude(school))));
        columns.put("latitude", ofSchools(school -> rounded(all.latitude(school))));
        columns.put("phase", ofSchools(school -> {
            String phase = phase(all, school);
            return phase == null ? null : (Integer) phases.indexOf(phase);
        }));
        return columns;
    }

    private Map<String, @Nullable Object> spells() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("school", ofSpells(spell -> place(schools, patchwork.school(spell))));
        columns.put("from", ofSpells(spell -> place(dates, patchwork.from(spell))));
        columns.put("to", ofSpells(spell -> place(dates, patchwork.to(spell))));
        columns.put("body", ofSpells(spell -> place(bodies, patchwork.body(spell))));
        columns.put("area", ofSpells(spell -> place(areas, patchwork.area(spell))));
        columns.put("sector", ofSpells(spell -> Arrays.asList(Sector.values()).indexOf(patchwork.sector(spell))));
        return columns;
    }

    private List<@Nullable Object> ofSchools(IntFunction<@Nullable Object> cell) {
        return Arrays.stream(schools).mapToObj(cell).toList();
    }

    private List<@Nullable Object> ofSpells(IntFunction<@Nullable Object> cell) {
        return IntStream.range(0, patchwork.size()).mapToObj(cell).toList();
    }

    private IntStream all(IntUnaryOperator column) {
        return IntStream.range(0, patchwork.size()).map(column);
    }

    private int[] distinct(IntUnaryOperator column) {
        return all(column)
                .filter(value -> value != Patchwork.UNKNOWN)
                .sorted()
                .distinct()
                .toArray();
    }

    private List<Ref> refs(int[] units) {
        Tier tier = timeline.tier();
        return Arrays.stream(units).mapToObj(tier::ref).toList();
    }

    /** Null for what is in no list: what nobody knows, and days beyond the record. */
    private static @Nullable Integer place(int[] sorted, int value) {
        int place = Arrays.binarySearch(sorted, value);
        return place < 0 ? null : (Integer) place;
    }

    /** The register's word; null if it has none. */
    static @Nullable String phase(Schools schools, int school) {
        String word = schools.phaseWords().get(schools.phase(school));
        return word.isEmpty() ? null : word;
    }

    /** Degrees to three decimals; null if the place is not known. */
    static @Nullable Double rounded(double degrees) {
        return Double.isNaN(degrees) ? null : (Double) (Math.round(degrees * PLACES_PER_DEGREE) / PLACES_PER_DEGREE);
    }
}
