package uk.middletier.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where every school lay and whose it was, as changes in the order of their days: it came to an area and a body, or went
 * from there. An area and a body that ever had a school in common are a <em>pair</em>; the pairs of an area lie together.
 * What a sweep needs of a change stands in four columns side by side. Immutable.
 */
public final class Placement {
    private final int[] areas;
    private final int[] firstPair;
    private final int[] pairArea;
    private final int[] pairBody;
    private final int[] days;
    private final int[] pairs;
    private final int[] traits;
    private final int[] pupils;
    private final boolean filtered;
    private volatile @Nullable Placement whole;

    /**
     * @param areas units that ever had a school, in the order of their ids
     * @param firstPair where the pairs of an area begin; one more than there are areas
     * @param filtered whether some schools may lie outside the area the question stays within
     * @param pairs of a change: the pair it comes to, or the complement of the one it goes from
     */
    Placement(
            int[] areas,
            int[] firstPair,
            int[] pairArea,
            int[] pairBody,
            int[] days,
            int[] pairs,
            int[] traits,
            int[] pupils,
            boolean filtered) {
        this.areas = areas;
        this.firstPair = firstPair;
        this.pairArea = pairArea;
        this.pairBody = pairBody;
        this.days = days;
        this.pairs = pairs;
        this.traits = traits;
        this.pupils = pupils;
        this.filtered = filtered;
    }

    /** How many areas ever had a school; they are counted from 0, in the order of their ids. */
    public int areas() {
        return areas.length;
    }

    /** An area's place in the {@link Tier}; negative for the whole of all areas, see {@link #merged}. */
    public int unit(int area) {
        return areas[area];
    }

    /** How many changes there are. */
    public int changes() {
        return days.length;
    }

    int pairCount() {
        return pairBody.length;
    }

    int firstPair(int area) {
        return firstPair[area];
    }

    int endPair(int area) {
        return firstPair[area + 1];
    }

    int area(int pair) {
        return pairArea[pair];
    }

    /** A body's place in the tier; for an academy of no known trust the tier's size and the school's place added up. */
    int body(int pair) {
        return pairBody[pair];
    }

    /** Whether all areas are taken for one. */
    boolean isWhole() {
        return areas.length == 1 && areas[0] < 0;
    }

    boolean filtered() {
        return filtered;
    }

    int[] days() {
        return days;
    }

    int[] pairs() {
        return pairs;
    }

    int[] traits() {
        return traits;
    }

    int[] pupils() {
        return pupils;
    }

    int[] pairAreas() {
        return pairArea;
    }

    /** All areas taken together as one; made once. */
    public Placement merged() {
        Placement made = whole;
        if (made == null) {
            made = merge();
            whole = made;
        }
        return made;
    }

    private Placement merge() {
        int[] bodies = Arrays.stream(pairBody).distinct().sorted().toArray();
        int[] place = new int[pairBody.length];
        for (int pair = 0; pair < place.length; pair++) {
            place[pair] = Arrays.binarySearch(bodies, pairBody[pair]);
        }
        int[] moved = new int[pairs.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = pairs[i] >= 0 ? place[pairs[i]] : ~place[~pairs[i]];
        }
        return new Placement(
                new int[] {-1},
                new int[] {0, bodies.length},
                new int[bodies.length],
                bodies,
                days,
                moved,
                traits,
                pupils,
                filtered);
    }
}
