package uk.middletier.drawing;

import java.util.Arrays;

/**
 * Pulls what is tied together and pushes the rest apart: the grid variant of Fruchterman and Reingold (1991), "Graph
 * drawing by force-directed placement", Software: Practice and Experience 21, where only what is near pushes. Begins
 * where the points are, so that a map remains one.
 */
final class Springs {
    private static final int ROUNDS = 60;
    /** Of a graph of more points than a screen shows. */
    private static final int FEWER_ROUNDS = 20;

    private static final int LARGE = 5_000;

    private final double[] x;
    private final double[] y;
    private final int[] sources;
    private final int[] targets;
    private final double ideal;
    private final double[] moveX;
    private final double[] moveY;

    /** Moves the points; sources and targets are places among them. */
    Springs(double[] x, double[] y, int[] sources, int[] targets) {
        this.x = x;
        this.y = y;
        this.sources = sources;
        this.targets = targets;
        this.ideal = 2 * Layout.HALF / Math.sqrt(Math.max(1, x.length));
        this.moveX = new double[x.length];
        this.moveY = new double[y.length];
    }

    void settle() {
        int rounds = x.length > LARGE ? FEWER_ROUNDS : ROUNDS;
        double warmth = Layout.HALF / 10;
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(moveX, 0);
            Arrays.fill(moveY, 0);
            push();
            pull();
            move(warmth * (rounds - round) / rounds);
        }
    }

    /** Apart by ideal² / distance, if not farther than a cell of the grid. */
    private void push() {
        double cell = 2 * ideal;
        double left = Arrays.stream(x).min().orElse(0);
        double bottom = Arrays.stream(y).min().orElse(0);
        int columns = 1 + (int) ((Arrays.stream(x).max().orElse(0) - left) / cell);
        int rows = 1 + (int) ((Arrays.stream(y).max().orElse(0) - bottom) / cell);
        int[] head = new int[columns * rows];
        int[] next = new int[x.length];
        Arrays.fill(head, -1);
        for (int node = x.length - 1; node >= 0; node--) {
            int row = (int) ((y[node] - bottom) / cell);
            int column = (int) ((x[node] - left) / cell);
            int place = row * columns + column;
            next[node] = head[place];
            head[place] = node;
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int node = head[row * columns + column]; node >= 0; node = next[node]) {
                    pushFrom(node, next[node], next, cell);
                    // The cells before were pushed from there.
                    if (column + 1 < columns) {
                        pushFrom(node, head[row * columns + column + 1], next, cell);
                    }
                    for (int beside = -1; beside <= 1; beside++) {
                        int other = column + beside;
                        if (row + 1 < rows && other >= 0 && other < columns) {
                            pushFrom(node, head[(row + 1) * columns + other], next, cell);
                        }
                    }
                }
            }
        }
    }

    private void pushFrom(int node, int first, int[] next, double farthest) {
        for (int other = first; other >= 0; other = next[other]) {
            double dx = x[node] - x[other];
            double dy = y[node] - y[other];
            double square = Math.max(dx * dx + dy * dy, 1e-4);
            if (square < farthest * farthest) {
                double force = ideal * ideal / square;
                moveX[node] += dx * force;
                moveY[node] += dy * force;
                moveX[other] -= dx * force;
                moveY[other] -= dy * force;
            }
        }
    }

    /** Together by distance² / ideal. */
    private void pull() {
        for (int edge = 0; edge < sources.length; edge++) {
            int source = sources[edge];
            int target = targets[edge];
            double dx = x[source] - x[target];
            double dy = y[source] - y[target];
            double force = Math.sqrt(dx * dx + dy * dy) / ideal;
            moveX[source] -= dx * force;
            moveY[source] -= dy * force;
            moveX[target] += dx * force;
            moveY[target] += dy * force;
        }
    }

    private void move(double farthest) {
        for (int node = 0; node < x.length; node++) {
            double length = Math.sqrt(moveX[node] * moveX[node] + moveY[node] * moveY[node]);
            if (length > 0) {
                double step = Math.min(length, farthest) / length;
                x[node] = bounded(x[node] + moveX[node] * step);
                y[node] = bounded(y[node] + moveY[node] * step);
            }
        }
    }

    private static double bounded(double value) {
        return Math.max(-2 * Layout.HALF, Math.min(2 * Layout.HALF, value));
    }
}
