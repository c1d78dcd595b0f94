package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Sector;
import uk.middletier.timeline.DaySchools;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Overlay.Designation;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/**
 * How far every school is from the nearest provider of support on a day. A provider is an open school, wherever it lies,
 * that is designated on the day; the nearest to a provider is itself, at 0 km. Source: the cold spots of Armstrong and
 * Ainscow (2018) and Wespieser et al. (2017).
 */
@SuppressWarnings("EnumOrdinal") // an order of rows
public final class Reach {
    /** Kilometres within which a school in a town should find a provider. */
    public static final double URBAN_KM = 3;
    /** Kilometres within which a school in the country should. */
    public static final double RURAL_KM = 8;

    private static final String SOURCE = "Armstrong & Ainscow 2018; Wespieser et al. 2017";
    private static final String LISTED =
            "A designation is one URN's: what an academy's predecessor was designated does not count. As the crow flies.";

    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            define(
                    "nearestKm",
                    "Distance to the nearest provider",
                    "min_p d_ip over providers p: schools open and designated on D, wherever they lie; d great circle",
                    "km",
                    null,
                    "support lies further away",
                    LISTED),
            define(
                    "medianKm",
                    "Median distance to the nearest provider",
                    "median of min_p d_ip over schools i whose place is known; null without provider",
                    "km",
                    null,
                    "support lies further away",
                    LISTED),
            define(
                    "maxKm",
                    "Greatest distance to the nearest provider",
                    "max_i min_p d_ip",
                    "km",
                    null,
                    "the most remote school lies further away",
                    LISTED),
            define(
                    "without",
                    "Schools without a provider within reach",
                    "|{i: min_p d_ip > r_i}|, r_i = 3 km for urban schools and 8 km for rural ones, or one radius for all",
                    "schools",
                    null,
                    "more cold spots",
                    LISTED),
            define(
                    "withoutShare",
                    "Share without a provider within reach",
                    "without / judged, judged schools whose place, and unless one radius is given whether it is rural,"
                            + " are known; undefined if none is",
                    "share",
                    1.0,
                    "more schools in cold spots",
                    LISTED));

    private static Definition define(
            String id, String title, String formula, String unit, @Nullable Double max, String reading, String caveat) {
        return new Definition(id, Family.REACH, title, formula, unit, 0.0, max, reading, caveat, SOURCE);
    }

    /** What schools are put together by, besides areas. */
    public enum By {
        AREA,
        URBAN_RURAL,
        SECTOR,
        ALL
    }

    /**
     * What is asked.
     *
     * @param as designations, any of them; empty = any there is
     * @param radiusKm of every school; null = {@link #URBAN_KM} or {@link #RURAL_KM}
     * @param area kind of the areas, {@link By#AREA}
     * @param within id of an area in which the schools lie, not the providers; null = everywhere
     * @param filter which state-funded schools
     * @param day epoch day
     */
    public record Question(
            Set<String> as,
            @Nullable Double radiusKm,
            By by,
            AreaKind area,
            @Nullable String within,
            Filter filter,
            int day) {}

    /**
     * A school.
     *
     * @param school its place among the schools
     * @param authority its place in the tier, negative if unknown
     * @param provider the nearest, by its place; negative if there is none, or the school's place is unknown
     * @param km NaN without one
     * @param without whether none is within the radius; null if that cannot be told
     */
    public record School(
            int school,
            int authority,
            @Nullable Boolean rural,
            Sector sector,
            int provider,
            double km,
            @Nullable Boolean without) {}

    /**
     * Schools put together.
     *
     * @param unit the area's place in the tier; negative for other groups
     * @param name of the group that is no area
     * @param providers of the schools, those that are providers themselves
     * @param judged of the schools, those of which it can be told
     * @param without null if nothing is known of such designations
     */
    public record Group(
            int unit,
            String name,
            int schools,
            int providers,
            int located,
            double medianKm,
            double maxKm,
            int judged,
            @Nullable Integer without,
            double withoutShare) {}

    private final Timeline timeline;
    private final Question question;
    private final Schools all;
    private final int[] providers;
    /** Whether the release says of any school that it was designated so; else there being none means nothing. */
    private final boolean told;

    private final List<School> schools;

    private Reach(Timeline timeline, Question question) {
        this.timeline = timeline;
        this.question = question;
        this.all = timeline.schools();
        List<Designation> designations = timeline.overlay().designations().stream()
                .filter(each -> question.as().isEmpty() || question.as().contains(each.as()))
                .toList();
        this.told = !designations.isEmpty();
        this.providers = designations.stream()
                .filter(each -> each.from() <= question.day() && question.day() < each.to())
                .mapToInt(Designation::school)
                .filter(school -> all.open(school, question.day()))
                .distinct()
                .sorted()
                .toArray();
        this.schools = schools();
    }

    public static Reach of(Timeline timeline, Question question) {
        return new Reach(timeline, question);
    }

    private List<School> schools() {
        DaySchools day = DaySchools.of(
                timeline, Objects.requireNonNull(Days.date(question.day())), question.within(), question.filter());
        int[] wanted = IntStream.range(0, day.size()).filter(day::wanted).toArray();
        int[] located = Arrays.stream(providers).filter(this::located).toArray();
        Sphere there = sphere(located);
        NearestPlace nearest = new NearestPlace(there);
        Sphere here = sphere(Arrays.stream(wanted).map(day::school).toArray());
        Whereabouts authorities = new Whereabouts(timeline, AreaKind.LOCAL_AUTHORITY);
        List<School> found = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            int school = day.school(wanted[i]);
            int place = located(school) ? nearest.to(here, i) : -1;
            double km = place < 0 ? Double.NaN : Sphere.km(there.chordSquare(place, here, i));
            found.add(new School(
                    school,
                    authorities.at(school, question.day()),
                    all.rural(school),
                    day.sector(wanted[i]),
                    place < 0 ? -1 : located[place],
                    km,
                    without(school, km)));
        }
        found.sort(Comparator.comparingInt(School::school));
        return found;
    }

    private boolean located(int school) {
        return !Double.isNaN(all.latitude(school));
    }

    private Sphere sphere(int[] of) {
        return new Sphere(
                Arrays.stream(of).mapToDouble(all::longitude).toArray(),
                Arrays.stream(of).mapToDouble(all::latitude).toArray());
    }

    private @Nullable Boolean without(int school, double km) {
        Boolean rural = all.rural(school);
        Double radius = question.radiusKm();
        if (radius == null && rural != null) {
            radius = rural ? RURAL_KM : URBAN_KM;
        }
        if (radius == null || !told || !located(school)) {
            return null;
        }
        return !(km <= radius);
    }

    /** Every school asked for, by URN. */
    public List<School> all() {
        return schools;
    }

    /** Those without a provider within their radius, the most remote first. */
    public List<School> coldSpots() {
        return schools.stream()
                .filter(school -> Boolean.TRUE.equals(school.without()))
                .sorted(Comparator.comparingDouble((School school) -> Double.isNaN(school.km()) ? 0 : -school.km())
                        .thenComparingInt(School::school))
                .toList();
    }

    /** Areas by name; urban, rural and unknown; sectors in their order. Only those that have a school. */
    public List<Group> groups() {
        Tier tier = timeline.tier();
        Whereabouts areas = new Whereabouts(timeline, question.area());
        Map<Integer, List<School>> groups = new TreeMap<>();
        for (School school : schools) {
            int key = switch (question.by()) {
                case AREA -> areas.at(school.school(), question.day());
                case URBAN_RURAL -> settlement(school.rural());
                case SECTOR -> school.sector().ordinal();
                case ALL -> 0;
            };
            if (key >= 0) {
                groups.computeIfAbsent(key, none -> new ArrayList<>()).add(school);
            }
        }
        Comparator<Group> order = Comparator.comparing(
                group -> group.unit() < 0 ? "" : tier.ref(group.unit()).name());
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(order)
                .toList();
    }

    private static int settlement(@Nullable Boolean rural) {
        return rural == null ? 2 : rural ? 1 : 0;
    }

    private Group group(int key, List<School> members) {
        boolean area = question.by() == By.AREA;
        String name = switch (question.by()) {
            case AREA -> "";
            case URBAN_RURAL -> key == 0 ? "urban" : key == 1 ? "rural" : "unknown";
            case SECTOR -> Sector.values()[key].word();
            case ALL -> "all";
        };
        double[] km = members.stream()
                .mapToDouble(School::km)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        int judged = count(members, school -> school.without() != null);
        int without = count(members, school -> Boolean.TRUE.equals(school.without()));
        return new Group(
                area ? key : -1,
                name,
                members.size(),
                count(members, school -> Arrays.binarySearch(providers, school.school()) >= 0),
                count(members, school -> located(school.school())),
                Ranks.median(km),
                km.length == 0 ? Double.NaN : km[km.length - 1],
                judged,
                told ? without : null,
                judged == 0 ? Double.NaN : (double) without / judged);
    }

    private static int count(List<School> schools, Predicate<School> wanted) {
        return (int) schools.stream().filter(wanted).count();
    }
}
