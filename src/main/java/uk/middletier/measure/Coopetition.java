package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Definition.Family;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Traits.Taught;

/**
 * Schools that compete and work together at once (Muijs and Rumyantseva 2014). Two compete if both teach primary or both
 * teach secondary pupils and they are no further apart than families look: the greater of the two schools' reaches, which
 * in the country is wider than in town. Two work together if they are tied in one of the layers asked for.
 *
 * <p>Pairs are found by going from south to north with the schools of the band as high as the widest reach.
 */
public final class Coopetition {
    private static final String WHO =
            "A reading of the map, not of choices made: roads, places and admission rules are not in it.";
    private static final String LAYERS =
            "An authority's maintained schools all count as working together unless governance is left out of layers.";

    /** What the catalogue says of it. */
    public static final List<Definition> DEFINITIONS = List.of(
            define(
                    "competitorPairs",
                    "Pairs of schools that compete",
                    "|C|, C = {(i, j): d_ij ≤ max(r_i, r_j), both teach primary or both secondary pupils}, r = urbanKm or"
                            + " ruralKm",
                    "pairs",
                    null,
                    "more schools draw on the same families",
                    WHO,
                    ""),
            define(
                    "collaboratorPairs",
                    "Pairs of schools that work together",
                    "|E|, pairs tied in a layer asked for",
                    "pairs",
                    null,
                    "more schools work together",
                    LAYERS,
                    ""),
            define(
                    "coopetition",
                    "Share of competing pairs that work together",
                    "|C ∩ E| / |C|",
                    "share",
                    1.0,
                    "more of those who compete also work together",
                    LAYERS + " Of a body: of the competing pairs with a school of it, those with both in it.",
                    "Muijs and Rumyantseva 2014"),
            define(
                    "collaborationAmongCompetitors",
                    "Share of pairs working together that compete",
                    "|C ∩ E| / |E|",
                    "share",
                    1.0,
                    "more of those who work together are each other's competitors",
                    WHO + " Of a body: of all pairs of its schools.",
                    "Muijs and Rumyantseva 2014"));

    private static Definition define(
            String id,
            String title,
            String formula,
            String unit,
            @Nullable Double max,
            String reading,
            String caveat,
            String source) {
        return new Definition(id, Family.COOPETITION, title, formula, unit, 0.0, max, reading, caveat, source);
    }

    /** How far families look for a school, in kilometres. */
    public record Reach(double urbanKm, double ruralKm) {
        double of(boolean rural) {
            return rural ? ruralKm : urbanKm;
        }
    }

    /**
     * Of the schools of an area, or of a body.
     *
     * @param schools all of them
     * @param located those whose place is known, which alone can compete
     * @param competitors pairs that compete
     * @param collaborators pairs that work together
     * @param both pairs that do both
     */
    public record Counts(int schools, int located, long competitors, long collaborators, long both) {
        /** NaN without a pair that competes. */
        public double coopetition() {
            return competitors == 0 ? Double.NaN : (double) both / competitors;
        }

        /** NaN without a pair that works together. */
        public double collaborationAmongCompetitors() {
            return collaborators == 0 ? Double.NaN : (double) both / collaborators;
        }
    }

    private final Network network;
    private final Schools schools;
    private final int[][] bodies;
    private final int[] located;
    private final List<int[]> competitors;

    private Coopetition(Network network, Schools schools, Reach reach) {
        this.network = network;
        this.schools = schools;
        bodies = network.bodiesOfNodes();
        located = IntStream.range(0, network.size()).filter(this::isLocated).toArray();
        competitors = competitors(reach);
    }

    /** Of all the schools of a network. */
    public static Counts of(Network network, Schools schools, Reach reach) {
        return new Coopetition(network, schools, reach).whole();
    }

    /** Of every body of it with two schools or more, by its place in the tier. */
    public static SortedMap<Integer, Counts> ofBodies(Network network, Schools schools, Reach reach) {
        return new Coopetition(network, schools, reach).bodies();
    }

    private boolean isLocated(int node) {
        return !Double.isNaN(schools.latitude(network.school(node)));
    }

    private List<int[]> competitors(Reach reach) {
        int[] northwards = Arrays.stream(located)
                .filter(node -> taught(node) != Taught.NEITHER)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer node) -> latitude(node))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        Sphere places = new Sphere(
                Arrays.stream(northwards)
                        .mapToDouble(node -> schools.longitude(network.school(node)))
                        .toArray(),
                Arrays.stream(northwards).mapToDouble(this::latitude).toArray());
        double urban = Sphere.chordSquare(reach.urbanKm());
        double rural = Sphere.chordSquare(reach.ruralKm());
        double band = Math.toDegrees(Math.max(reach.urbanKm(), reach.ruralKm()) / Sphere.RADIUS_KM);
        List<int[]> found = new ArrayList<>();
        for (int a = 0; a < northwards.length; a++) {
            double top = latitude(northwards[a]) + band;
            double ofA = isRural(northwards[a]) ? rural : urban;
            for (int b = a + 1; b < northwards.length && latitude(northwards[b]) <= top; b++) {
                double most = Math.max(ofA, isRural(northwards[b]) ? rural : urban);
                if (places.chordSquare(a, b) <= most && sameTaught(northwards[a], northwards[b])) {
                    found.add(new int[] {northwards[a], northwards[b]});
                }
            }
        }
        return found;
    }

    private double latitude(int node) {
        return schools.latitude(network.school(node));
    }

    private boolean isRural(int node) {
        return Boolean.TRUE.equals(schools.rural(network.school(node)));
    }

    private Taught taught(int node) {
        return schools.taught(network.school(node));
    }

    private boolean sameTaught(int one, int other) {
        return taught(one) == taught(other) || taught(one) == Taught.BOTH || taught(other) == Taught.BOTH;
    }

    private Counts whole() {
        Set<Long> supports = new HashSet<>();
        for (int support = 0; support < network.supports(); support++) {
            supports.add(pair(network.supporter(support), network.supported(support)));
        }
        long both = competitors.stream()
                .filter(pair -> shareBody(pair[0], pair[1]) || supports.contains(pair(pair[0], pair[1])))
                .count();
        return new Counts(
                network.size(), located.length, competitors.size(), new Pairs(new Twins(network)).tied(), both);
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }

    private boolean shareBody(int one, int other) {
        int i = 0;
        int j = 0;
        while (i < bodies[one].length && j < bodies[other].length) {
            int difference = Integer.compare(bodies[one][i], bodies[other][j]);
            if (difference == 0) {
                return true;
            }
            i += difference < 0 ? 1 : 0;
            j += difference > 0 ? 1 : 0;
        }
        return false;
    }

    private SortedMap<Integer, Counts> bodies() {
        Map<Integer, Long> touching = new HashMap<>();
        Map<Integer, Long> within = new HashMap<>();
        for (int[] pair : competitors) {
            for (int body : bodies[pair[0]]) {
                touching.merge(body, 1L, Long::sum);
                if (Arrays.binarySearch(bodies[pair[1]], body) >= 0) {
                    within.merge(body, 1L, Long::sum);
                }
            }
            for (int body : bodies[pair[1]]) {
                if (Arrays.binarySearch(bodies[pair[0]], body) < 0) {
                    touching.merge(body, 1L, Long::sum);
                }
            }
        }
        SortedMap<Integer, Counts> counts = new TreeMap<>();
        for (int body = 0; body < network.bodies(); body++) {
            int members = network.members(body);
            if (members > 1) {
                counts.put(
                        network.unit(body),
                        new Counts(
                                members,
                                located(body),
                                touching.getOrDefault(body, 0L),
                                members * (members - 1L) / 2,
                                within.getOrDefault(body, 0L)));
            }
        }
        return counts;
    }

    private int located(int body) {
        return (int) IntStream.range(0, network.members(body))
                .filter(i -> isLocated(network.member(body, i)))
                .count();
    }
}
