package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Traits.Taught;
import uk.middletier.timeline.Whereabouts;

/** How far apart, and how unlike, the open schools of a body are on a day. */
public final class Spread {
    /** From which distance to its nearest sister on a school is alone. */
    static final double ISOLATED_KM = 30;

    private static final String PLACES =
            "Of schools whose place is known; null with fewer than two. As the crow flies.";

    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            spread("areas", "Local authorities", "|{LA: a school of b lies in it}|", "areas", "spans more authorities"),
            spread("regions", "Regions", "|{region: a school of b lies in it}|", "areas", "spans more regions"),
            spread(
                    "medianPairKm",
                    "Median distance of two schools",
                    "median of d_ij over i < j, d_ij great circle on a sphere of 6371.0088 km",
                    "km",
                    "schools lie further apart"),
            spread("maxPairKm", "Greatest distance of two schools", "max d_ij over i < j", "km", "reaches further"),
            spread(
                    "gyrationKm",
                    "Radius of gyration",
                    "√(Σ_i w_i d_i² / Σ_i w_i), w_i pupils (a school without a number weighs nothing; all alike if none"
                            + " has one), d_i great circle to the centre Σ_i w_i u_i / |Σ_i w_i u_i|, u_i unit vectors",
                    "km",
                    "pupils are taught further from the body's centre"),
            spread(
                    "isolatedSchools",
                    "Schools more than 30 km from the nearest sister",
                    "|{i: min_j d_ij > 30 km}|",
                    "schools",
                    "more schools stand alone"),
            new Definition(
                    "phaseMix",
                    Family.SPREAD,
                    "Mix of phases",
                    "1 − Σ_p s_p², s_p share of schools of phase p",
                    "index",
                    0.0,
                    1.0,
                    "two schools drawn by lot are more often of different phases",
                    "By the register's phases, which schools in Wales do not have; drawn with replacement.",
                    "Gini 1912; Simpson 1949"));

    private static Definition spread(String id, String title, String formula, String unit, String reading) {
        return new Definition(
                id, Family.SPREAD, title, formula, unit, 0.0, null, reading, unit.equals("areas") ? "" : PLACES, "");
    }

    /**
     * Which bodies.
     *
     * @param body the only one wanted, by its place in the tier; null = all of the kinds
     * @param within an area in which a school of theirs must lie; null = anywhere
     * @param minSchools open schools at least
     * @param day epoch day
     */
    public record Question(
            Set<BodyKind> kinds,
            @Nullable Integer body,
            @Nullable Integer within,
            long minSchools,
            int day) {}

    /**
     * A body. What is not defined is NaN, or null.
     *
     * @param unit its place in the tier
     * @param located schools whose place is known
     */
    public record Row(
            int unit,
            int schools,
            int located,
            int areas,
            int regions,
            double medianPairKm,
            double maxPairKm,
            double gyrationKm,
            @Nullable Integer isolatedSchools,
            int primarySchools,
            int secondarySchools,
            int allThroughSchools,
            int otherSchools,
            double phaseMix) {}

    private final Timeline timeline;
    private final Schools all;
    private final Question question;
    private final Presence presence;
    private final Whereabouts authorities;
    private final Whereabouts regions;

    private Spread(Timeline timeline, Question question) {
        this.timeline = timeline;
        this.all = timeline.schools();
        this.question = question;
        this.presence = Presence.on(timeline, question.day(), question.kinds(), school -> true);
        this.authorities = new Whereabouts(timeline, AreaKind.LOCAL_AUTHORITY);
        this.regions = new Whereabouts(timeline, AreaKind.REGION);
    }

    /** The bodies wanted, in the order of their ids. */
    public static List<Row> of(Timeline timeline, Question question) {
        Spread spread = new Spread(timeline, question);
        List<Row> rows = new ArrayList<>();
        Integer body = question.body();
        int first = body == null ? 0 : body;
        int last = body == null ? timeline.tier().size() - 1 : body;
        for (int unit = first; unit <= last; unit++) {
            if (spread.presence.count(unit) >= Math.max(1, question.minSchools()) && spread.inArea(unit)) {
                rows.add(spread.row(unit));
            }
        }
        return rows;
    }

    private boolean inArea(int unit) {
        Integer within = question.within();
        if (within == null) {
            return true;
        }
        AreaKind kind = AreaKind.findLabel(timeline.tier().ref(within).kind()).orElseThrow();
        Whereabouts areas = new Whereabouts(timeline, kind);
        return schools(unit).anyMatch(school -> areas.isIn(school, within, question.day()));
    }

    private IntStream schools(int unit) {
        return IntStream.range(0, presence.count(unit)).map(index -> presence.school(unit, index));
    }

    private Row row(int unit) {
        int[] schools = schools(unit).toArray();
        int[] located = Arrays.stream(schools)
                .filter(school -> !Double.isNaN(all.latitude(school)))
                .toArray();
        Distances distances = distances(located);
        return new Row(
                unit,
                schools.length,
                located.length,
                distinct(schools, authorities),
                distinct(schools, regions),
                distances.median(),
                distances.most(),
                distances.gyration(),
                distances.isolated(),
                taught(schools, Taught.PRIMARY),
                taught(schools, Taught.SECONDARY),
                taught(schools, Taught.BOTH),
                taught(schools, Taught.NEITHER),
                phaseMix(schools));
    }

    private int distinct(int[] schools, Whereabouts areas) {
        return (int) Arrays.stream(schools)
                .map(school -> areas.at(school, question.day()))
                .filter(area -> area >= 0)
                .distinct()
                .count();
    }

    private int taught(int[] schools, Taught taught) {
        return (int) Arrays.stream(schools)
                .filter(school -> all.taught(school) == taught)
                .count();
    }

    private double phaseMix(int[] schools) {
        int[] counts = new int[all.phaseWords().size()];
        for (int school : schools) {
            counts[all.phase(school)]++;
        }
        double sum = 0;
        for (int count : counts) {
            double share = (double) count / schools.length;
            sum += share * share;
        }
        return 1 - sum;
    }

    private record Distances(
            double median,
            double most,
            double gyration,
            @Nullable Integer isolated) {
        static final Distances NONE = new Distances(Double.NaN, Double.NaN, Double.NaN, null);
    }

    private Distances distances(int[] located) {
        if (located.length < 2) {
            return Distances.NONE;
        }
        Sphere places = new Sphere(
                Arrays.stream(located).mapToDouble(all::longitude).toArray(),
                Arrays.stream(located).mapToDouble(all::latitude).toArray());
        double[] pairs = places.chordSquares();
        int isolated = isolated(pairs, located.length);
        double most = Arrays.stream(pairs).max().orElseThrow();
        return new Distances(medianKm(pairs), Sphere.km(most), places.gyrationKm(weights(located)), isolated);
    }

    /** Leaves the pairs in another order. */
    private static double medianKm(double[] pairs) {
        int upper = pairs.length / 2;
        double above = Sphere.km(Selection.smallest(pairs, upper));
        if (pairs.length % 2 == 1) {
            return above;
        }
        // What lies before the place is no greater, so the greatest of it is the next smaller one.
        double below = Arrays.stream(pairs, 0, upper).max().orElseThrow();
        return (Sphere.km(below) + above) / 2;
    }

    private static int isolated(double[] pairs, int size) {
        double[] nearest = new double[size];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int next = 0;
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                double pair = pairs[next++];
                nearest[a] = Math.min(nearest[a], pair);
                nearest[b] = Math.min(nearest[b], pair);
            }
        }
        double limit = Sphere.chordSquare(ISOLATED_KM);
        return (int) Arrays.stream(nearest).filter(chord -> chord > limit).count();
    }

    private double[] weights(int[] located) {
        double[] weights = Arrays.stream(located)
                .mapToDouble(school -> Math.max(0, all.pupils(school)))
                .toArray();
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }
}
