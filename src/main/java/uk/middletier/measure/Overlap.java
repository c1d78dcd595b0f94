package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/** Which bodies have schools in which areas on a day: the matrix of areas and bodies, and what is counted along it. */
public final class Overlap {
    private static final String LARGE = "Rises with the number of schools: compare like with like.";

    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            define("shareOfArea", "Share of an area's schools", "n_ab / n_a", "share", 1.0, "b runs more of a", ""),
            define(
                    "shareOfBody",
                    "Share of a body's schools",
                    "n_ab / n_b, n_b wherever they lie",
                    "share",
                    1.0,
                    "more of b lies in a",
                    ""),
            define(
                    "bodies",
                    "Bodies with a school in an area",
                    "|{b: n_ab > 0}|",
                    "bodies",
                    null,
                    "more bodies at work in a",
                    LARGE),
            define(
                    "areas",
                    "Areas with a school of a body",
                    "|{a: n_ab > 0}|",
                    "areas",
                    null,
                    "b is spread over more areas",
                    LARGE),
            define(
                    "shared",
                    "Bodies two areas share",
                    "|B_a ∩ B_a'|, B_a = {b: n_ab > 0}",
                    "bodies",
                    null,
                    "the areas' schools are run together more",
                    LARGE),
            define(
                    "jaccard",
                    "Share of two areas' bodies that both have",
                    "|B_a ∩ B_a'| / |B_a ∪ B_a'|",
                    "share",
                    1.0,
                    "the areas' schools are run by the same bodies",
                    "Counts a body of one school as much as one of fifty.",
                    "Jaccard 1901"));

    private static Definition define(
            String id, String title, String formula, String unit, @Nullable Double max, String reading, String caveat) {
        return define(id, title, formula, unit, max, reading, caveat, "");
    }

    private static Definition define(
            String id,
            String title,
            String formula,
            String unit,
            @Nullable Double max,
            String reading,
            String caveat,
            String source) {
        return new Definition(id, Family.OVERLAP, title, formula, unit, 0.0, max, reading, caveat, source);
    }

    /**
     * Which schools, bodies and areas.
     *
     * @param within an area in which the schools must lie, by its place in the tier; null = anywhere
     * @param schools which of them count
     * @param day epoch day
     */
    public record Question(
            AreaKind by, Set<BodyKind> kinds, @Nullable Integer within, IntPredicate schools, int day) {}

    /** A body's schools in an area; both by their places in the tier. */
    public record Cell(int area, int body, int schools, double shareOfArea, double shareOfBody) {}

    /** An area: its schools in any of the bodies, and how many bodies these are. */
    public record Area(int area, int schools, int bodies) {}

    /** A body: its schools in any of the areas, and how many areas these are. */
    public record Body(int body, int schools, int areas) {}

    /** Two areas, the one whose id comes first first, and how many bodies have schools in both. */
    public record Pair(int areaA, int areaB, int shared, double jaccard) {}

    private final Tier tier;
    private final List<Cell> cells = new ArrayList<>();
    /** By place in the tier: schools that count, and of these such as are in a body. */
    private final int[] counted;

    private final int[] inBody;
    private final int[] bodies;

    private Overlap(Timeline timeline, Question question) {
        this.tier = timeline.tier();
        this.counted = new int[tier.size()];
        this.inBody = new int[tier.size()];
        this.bodies = new int[tier.size()];
        int[] areaOf = areas(timeline, question);
        Presence presence = Presence.on(timeline, question.day(), question.kinds(), question.schools());
        boolean[] seen = new boolean[areaOf.length];
        int[] here = new int[tier.size()];
        for (int body = 0; body < tier.size(); body++) {
            int whole = presence.count(body);
            int[] areas = new int[whole];
            int found = 0;
            for (int i = 0; i < whole; i++) {
                int school = presence.school(body, i);
                int area = areaOf[school];
                if (area >= 0) {
                    if (here[area]++ == 0) {
                        areas[found++] = area;
                    }
                    inBody[area] += seen[school] ? 0 : 1;
                    seen[school] = true;
                }
            }
            for (int area : Arrays.copyOf(areas, found)) {
                int schools = here[area];
                cells.add(new Cell(area, body, schools, (double) schools / counted[area], (double) schools / whole));
                bodies[area]++;
                here[area] = 0;
            }
        }
    }

    public static Overlap of(Timeline timeline, Question question) {
        return new Overlap(timeline, question);
    }

    /** The area of every open school that counts and lies where it shall; negative for others. Counts them, too. */
    private int[] areas(Timeline timeline, Question question) {
        Schools schools = timeline.schools();
        Whereabouts whereabouts = new Whereabouts(timeline, question.by());
        Integer within = question.within();
        Whereabouts filter = within == null
                ? whereabouts
                : new Whereabouts(
                        timeline, AreaKind.findLabel(tier.ref(within).kind()).orElseThrow());
        int[] areaOf = new int[schools.size()];
        Arrays.fill(areaOf, -1);
        for (int school = 0; school < areaOf.length; school++) {
            if (schools.open(school, question.day())
                    && question.schools().test(school)
                    && (within == null || filter.isIn(school, within, question.day()))) {
                int area = whereabouts.at(school, question.day());
                areaOf[school] = area;
                if (area >= 0) {
                    counted[area]++;
                }
            }
        }
        return areaOf;
    }

    /** By area, the body with most schools there first. */
    public List<Cell> matrix() {
        return cells.stream()
                .sorted(Comparator.comparing((Cell cell) -> name(cell.area()))
                        .thenComparing(Cell::area)
                        .thenComparing(Cell::schools, Comparator.reverseOrder())
                        .thenComparing(Cell::body))
                .toList();
    }

    /** Every area with a school that counts, by name; those without any of the bodies too. */
    public List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        for (int area = 0; area < tier.size(); area++) {
            if (counted[area] > 0) {
                areas.add(new Area(area, inBody[area], bodies[area]));
            }
        }
        areas.sort(Comparator.comparing((Area area) -> name(area.area())).thenComparing(Area::area));
        return areas;
    }

    /** Every body with a school in one of the areas, that with most areas first. */
    public List<Body> bodies() {
        List<Body> all = new ArrayList<>();
        for (List<Cell> ofBody : byBody()) {
            int schools = ofBody.stream().mapToInt(Cell::schools).sum();
            all.add(new Body(ofBody.get(0).body(), schools, ofBody.size()));
        }
        all.sort(Comparator.comparing(Body::areas, Comparator.reverseOrder())
                .thenComparing(Body::schools, Comparator.reverseOrder())
                .thenComparing(Body::body));
        return all;
    }

    /** Every two areas that share a body, those that share most first. */
    public List<Pair> pairs() {
        int[] areas = cells.stream().mapToInt(Cell::area).distinct().sorted().toArray();
        int[][] shared = new int[areas.length][areas.length];
        for (List<Cell> ofBody : byBody()) {
            int[] places = ofBody.stream()
                    .mapToInt(cell -> Arrays.binarySearch(areas, cell.area()))
                    .sorted()
                    .toArray();
            for (int a = 0; a < places.length; a++) {
                for (int b = a + 1; b < places.length; b++) {
                    shared[places[a]][places[b]]++;
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < areas.length; a++) {
            for (int b = a + 1; b < areas.length; b++) {
                int both = shared[a][b];
                if (both > 0) {
                    int either = bodies[areas[a]] + bodies[areas[b]] - both;
                    pairs.add(new Pair(areas[a], areas[b], both, (double) both / either));
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::shared, Comparator.reverseOrder())
                .thenComparing(Pair::areaA)
                .thenComparing(Pair::areaB));
        return pairs;
    }

    /** The cells of each body; they were found one body after another. */
    private List<List<Cell>> byBody() {
        List<List<Cell>> all = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= cells.size(); i++) {
            if (i == cells.size() || cells.get(i).body() != cells.get(begin).body()) {
                all.add(cells.subList(begin, i));
                begin = i;
            }
        }
        return all;
    }

    private String name(int area) {
        return tier.ref(area).name();
    }
}
