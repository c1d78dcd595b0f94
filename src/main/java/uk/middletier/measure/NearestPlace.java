package uk.middletier.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the nearest of some places: a k-d tree over their unit vectors, in which the middle of every stretch divides it
 * along one axis. Source: Bentley (1975), "Multidimensional binary search trees used for associative searching",
 * Communications of the ACM 18. For one thread.
 */
final class NearestPlace {
    private static final int AXES = 3;

    private final Sphere places;
    private final int[] tree;
    private double least;
    private int nearest;

    NearestPlace(Sphere places) {
        this.places = places;
        Integer[] order = IntStream.range(0, places.size()).boxed().toArray(Integer[]::new);
        divide(order, 0, order.length, 0);
        this.tree = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private void divide(Integer[] order, int begin, int end, int axis) {
        if (end - begin < 2) {
            return;
        }
        Arrays.sort(order, begin, end, Comparator.comparingDouble(place -> places.coordinate(place, axis)));
        int middle = (begin + end) >>> 1;
        divide(order, begin, middle, (axis + 1) % AXES);
        divide(order, middle + 1, end, (axis + 1) % AXES);
    }

    /** The place nearest to one of others, of several equally near the first; negative if there are no places. */
    int to(Sphere others, int other) {
        least = Double.POSITIVE_INFINITY;
        nearest = -1;
        search(others, other, 0, tree.length, 0);
        return nearest;
    }

    private void search(Sphere others, int other, int begin, int end, int axis) {
        if (begin >= end) {
            return;
        }
        int middle = (begin + end) >>> 1;
        int place = tree[middle];
        double chord = places.chordSquare(place, others, other);
        if (chord < least || (chord == least && place < nearest)) {
            least = chord;
            nearest = place;
        }
        double beyond = others.coordinate(other, axis) - places.coordinate(place, axis);
        int next = (axis + 1) % AXES;
        if (beyond < 0) {
            search(others, other, begin, middle, next);
        } else {
            search(others, other, middle + 1, end, next);
        }
        // On the other side nothing is nearer than the plane between.
        if (beyond * beyond <= least) {
            if (beyond < 0) {
                search(others, other, middle + 1, end, next);
            } else {
                search(others, other, begin, middle, next);
            }
        }
    }
}
