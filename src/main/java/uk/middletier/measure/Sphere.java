package uk.middletier.measure;

import java.util.Arrays;

/**
 * Distances between some places on the sphere. A place is a unit vector; of two places only the square of the chord
 * between them is worked out, which grows with their distance, so that a sine is taken of the few distances that are
 * shown.
 */
final class Sphere {
    /** Mean radius of the Earth (IUGG): of all spheres it is the nearest to the ellipsoid on the whole. */
    static final double RADIUS_KM = 6371.0088;

    private final int size;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    Sphere(double[] longitudes, double[] latitudes) {
        size = longitudes.length;
        x = new double[size];
        y = new double[size];
        z = new double[size];
        for (int i = 0; i < size; i++) {
            double longitude = Math.toRadians(longitudes[i]);
            double latitude = Math.toRadians(latitudes[i]);
            x[i] = Math.cos(latitude) * Math.cos(longitude);
            y[i] = Math.cos(latitude) * Math.sin(longitude);
            z[i] = Math.sin(latitude);
        }
    }

    /** The square of the chord between two places on the unit sphere. */
    double chordSquare(int a, int b) {
        return square(x[a] - x[b], y[a] - y[b], z[a] - z[b]);
    }

    /** The square of the chord from one of these places to another's. */
    double chordSquare(int place, Sphere others, int other) {
        return square(x[place] - others.x[other], y[place] - others.y[other], z[place] - others.z[other]);
    }

    int size() {
        return size;
    }

    /** A coordinate of a place's unit vector: x, y or z for axis 0, 1 or 2. */
    double coordinate(int place, int axis) {
        return axis == 0 ? x[place] : axis == 1 ? y[place] : z[place];
    }

    /** The great circle that belongs to the square of a chord. */
    static double km(double chordSquare) {
        return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chordSquare) / 2));
    }

    static double chordSquare(double km) {
        double half = Math.sin(km / (2 * RADIUS_KM));
        return 4 * half * half;
    }

    /** Squares of the chords of all pairs, a &lt; b: (0,1), (0,2) … (1,2) … */
    double[] chordSquares() {
        double[] squares = new double[size * (size - 1) / 2];
        int next = 0;
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                squares[next++] = chordSquare(a, b);
            }
        }
        return squares;
    }

    /**
     * √(Σ w_i d_i² / Σ w_i), with d_i the great circle to the centre: the sum of the weighted vectors, brought back to
     * length 1. NaN if nothing weighs, or the places cancel each other out.
     */
    double gyrationKm(double[] weights) {
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        for (int i = 0; i < size; i++) {
            sumX += weights[i] * x[i];
            sumY += weights[i] * y[i];
            sumZ += weights[i] * z[i];
        }
        double length = Math.sqrt(square(sumX, sumY, sumZ));
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double km = km(square(x[i] - sumX / length, y[i] - sumY / length, z[i] - sumZ / length));
            sum += weights[i] * km * km;
        }
        double whole = Arrays.stream(weights).sum();
        return whole == 0 || length == 0 ? Double.NaN : Math.sqrt(sum / whole);
    }

    private static double square(double dx, double dy, double dz) {
        return dx * dx + dy * dy + dz * dz;
    }
}
