package uk.middletier.measure;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * On how many shortest ways between others something lies (Freeman 1977), by the algorithm of Brandes (2001); where all
 * would take too long, from some that are drawn by lot (Brandes and Pich 2007), always the same, and with the error that
 * comes of it. Of the share of all pairs: 0 to 1.
 */
final class Betweenness {
    /** So many schools and bodies are gone through one by one. */
    static final int EXACT_TO = 5_000;
    /** Of more, so many are drawn. */
    static final int DRAWN = 1_000;

    private static final long SEED = 1977;
    private static final double NORMAL_95 = 1.96;

    private final int[][] neighbours;
    private final int counted;
    private final int[] depths;
    private final double[] ways;
    private final double[] parts;
    private final int[] order;
    private final double[] sums;
    private final double[] squares;
    private int sources;

    private Betweenness(int[][] neighbours, int counted) {
        this.neighbours = neighbours;
        this.counted = counted;
        depths = new int[neighbours.length];
        ways = new double[neighbours.length];
        parts = new double[neighbours.length];
        order = new int[neighbours.length];
        sums = new double[counted];
        squares = new double[counted];
    }

    /**
     * Of a graph whose edges have no direction.
     *
     * @param neighbours of every vertex
     * @param counted vertices before this one are ends of ways, those from it on are only passed through
     */
    static Betweenness of(int[][] neighbours, int counted) {
        return of(neighbours, counted, EXACT_TO, DRAWN);
    }

    static Betweenness of(int[][] neighbours, int counted, int exactTo, int drawn) {
        Betweenness betweenness = new Betweenness(neighbours, counted);
        int[] all = IntStream.range(0, counted).toArray();
        if (counted <= exactTo) {
            Arrays.stream(all).forEach(betweenness::from);
            return betweenness;
        }
        Random random = new Random(SEED);
        for (int i = 0; i < drawn; i++) {
            int chosen = i + random.nextInt(counted - i);
            betweenness.from(all[chosen]);
            all[chosen] = all[i];
        }
        return betweenness;
    }

    private void from(int source) {
        sources++;
        Arrays.fill(depths, -1);
        Arrays.fill(ways, 0);
        Arrays.fill(parts, 0);
        depths[source] = 0;
        ways[source] = 1;
        order[0] = source;
        int end = 1;
        for (int next = 0; next < end; next++) {
            int vertex = order[next];
            for (int neighbour : neighbours[vertex]) {
                if (depths[neighbour] < 0) {
                    depths[neighbour] = depths[vertex] + 1;
                    order[end++] = neighbour;
                }
                if (depths[neighbour] == depths[vertex] + 1) {
                    ways[neighbour] += ways[vertex];
                }
            }
        }
        for (int last = end - 1; last > 0; last--) {
            int vertex = order[last];
            double part = ((vertex < counted ? 1 : 0) + parts[vertex]) / ways[vertex];
            for (int neighbour : neighbours[vertex]) {
                if (depths[neighbour] == depths[vertex] - 1) {
                    parts[neighbour] += ways[neighbour] * part;
                }
            }
            if (vertex < counted) {
                sums[vertex] += parts[vertex];
                squares[vertex] += parts[vertex] * parts[vertex];
            }
        }
    }

    /** Share of the pairs of others on whose shortest ways a vertex lies; NaN of fewer than three vertices. */
    double value(int vertex) {
        return counted < 3 ? Double.NaN : sums[vertex] / sources * counted / pairs();
    }

    /** Half the width of a 95 % interval by the normal law; 0 if it is exact. */
    double error(int vertex) {
        if (sources == counted) {
            return counted < 3 ? Double.NaN : 0;
        }
        double mean = sums[vertex] / sources;
        double variance = Math.max(0, squares[vertex] / sources - mean * mean) * sources / (sources - 1.0);
        double left = 1 - (double) sources / counted;
        return NORMAL_95 * Math.sqrt(variance / sources * left) * counted / pairs();
    }

    private double pairs() {
        return (counted - 1.0) * (counted - 2);
    }
}
