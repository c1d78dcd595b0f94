package uk.middletier.drawing;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Timeline;

/**
 * How two schools or bodies are connected on a day: the shortest ways from tie to tie, whichever way a tie leads.
 *
 * @param length ties on each of them; −1 if there is no way, 0 from a thing to itself
 * @param count how many there are
 * @param paths ids from the one to the other, in order; no more than were asked for
 * @param drawing what is on these paths
 */
public record Connection(int length, BigInteger count, List<List<String>> paths, Drawing drawing) {
    public Connection {
        paths = List.copyOf(paths);
    }

    /** The number of an id for {@link #of}, if there is such a school or body. */
    public static OptionalInt find(Timeline timeline, String id) {
        return Web.find(timeline, id);
    }

    /**
     * All of them are counted, some are told.
     *
     * @param most how many paths are told at most
     */
    public static Connection of(Timeline timeline, int from, int to, Set<Layer> layers, int day, int most) {
        Web web = Web.of(timeline, layers, day);
        int[] steps = steps(web, to);
        boolean[] on = new boolean[web.size()];
        List<List<String>> paths = new ArrayList<>();
        BigInteger count = BigInteger.ZERO;
        Set<Long> used = new HashSet<>();
        if (steps[from] >= 0) {
            count = count(web, steps, from);
            walk(web, steps, from, most, path -> {
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < path.length; i++) {
                    on[path[i]] = true;
                    ids.add(web.id(path[i]));
                    if (i > 0) {
                        used.add(key(path[i - 1], path[i]));
                    }
                }
                paths.add(List.copyOf(ids));
            });
        }
        return new Connection(steps[from], count, paths, web.draw(on, (one, other) -> used.contains(key(one, other))));
    }

    private static long key(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }

    /** How many ties everything is away from a node. */
    private static int[] steps(Web web, int from) {
        int[] steps = new int[web.size()];
        Arrays.fill(steps, -1);
        int[] queue = new int[web.size()];
        int size = 1;
        queue[0] = from;
        steps[from] = 0;
        for (int i = 0; i < size; i++) {
            for (int next = web.begin(queue[i]); next < web.end(queue[i]); next++) {
                int other = web.neighbour(next);
                if (steps[other] < 0) {
                    steps[other] = steps[queue[i]] + 1;
                    queue[size++] = other;
                }
            }
        }
        return steps;
    }

    private interface Found {
        void take(int[] path);
    }

    private static BigInteger count(Web web, int[] steps, int from) {
        Map<Integer, BigInteger> ways = new LinkedHashMap<>();
        ways.put(from, BigInteger.ONE);
        for (int left = steps[from]; left > 0; left--) {
            Map<Integer, BigInteger> further = new LinkedHashMap<>();
            ways.forEach((node, number) -> {
                int before = -1;
                for (int next = web.begin(node); next < web.end(node); next++) {
                    int other = web.neighbour(next);
                    // Two ties to the same neighbour are one way.
                    if (steps[other] == steps[node] - 1 && other != before) {
                        further.merge(other, number, BigInteger::add);
                    }
                    before = other;
                }
            });
            ways = further;
        }
        return ways.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** From step to step nearer, the lower number first. */
    private static void walk(Web web, int[] steps, int from, int most, Found found) {
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {from});
        int told = 0;
        while (!open.isEmpty() && told < most) {
            int[] path = open.pop();
            int node = path[path.length - 1];
            if (steps[node] == 0) {
                found.take(path);
                told++;
                continue;
            }
            for (int next = web.end(node) - 1; next >= web.begin(node); next--) {
                int other = web.neighbour(next);
                boolean again = next > web.begin(node) && web.neighbour(next - 1) == other;
                if (steps[other] == steps[node] - 1 && !again) {
                    int[] longer = Arrays.copyOf(path, path.length + 1);
                    longer[path.length] = other;
                    open.push(longer);
                }
            }
        }
    }
}
