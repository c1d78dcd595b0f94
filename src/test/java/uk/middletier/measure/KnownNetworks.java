package uk.middletier.measure;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import uk.middletier.model.Layer;

/** Networks about which much is known, and a small one made to be reckoned by hand. */
final class KnownNetworks {
    /** Who met whom in the karate club of Zachary 1977, "An information flow model for conflict and fission", figure 1. */
    static final String KARATE = "1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8"
            + " 2-14 2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17"
            + " 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28"
            + " 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33"
            + " 32-34 33-34";

    /** Those who stayed with the instructor when the club split, after Zachary. */
    static final List<Integer> INSTRUCTORS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22);

    /** In the order of the alphabet; Pucci married nobody. */
    static final List<String> FAMILIES = List.of(
            "Acciaiuoli",
            "Albizzi",
            "Barbadori",
            "Bischeri",
            "Castellani",
            "Ginori",
            "Guadagni",
            "Lamberteschi",
            "Medici",
            "Pazzi",
            "Peruzzi",
            "Pucci",
            "Ridolfi",
            "Salviati",
            "Strozzi",
            "Tornabuoni");

    /** Marriages of the families of Florence, Padgett, as in Wasserman and Faust 1994, appendix B. */
    static final String MARRIAGES = "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Bischeri-Guadagni"
            + " Castellani-Barbadori Castellani-Peruzzi Castellani-Strozzi Guadagni-Lamberteschi Medici-Albizzi"
            + " Medici-Barbadori Medici-Ridolfi Medici-Salviati Medici-Tornabuoni Peruzzi-Bischeri Peruzzi-Strozzi"
            + " Ridolfi-Tornabuoni Salviati-Pazzi Strozzi-Bischeri Strozzi-Ridolfi Tornabuoni-Guadagni";

    private KnownNetworks() {}

    static Network karate() {
        return pairs(34, edges(KARATE, name -> Integer.parseInt(name) - 1));
    }

    static Network florence() {
        return pairs(FAMILIES.size(), marriages());
    }

    static int[][] marriages() {
        return edges(MARRIAGES, FAMILIES::indexOf);
    }

    static int[][] meetings() {
        return edges(KARATE, name -> Integer.parseInt(name) - 1);
    }

    private static int[][] edges(String text, ToIntFunction<String> node) {
        return Arrays.stream(text.split(" ", -1))
                .map(edge -> Arrays.stream(edge.split("-", -1)).mapToInt(node).toArray())
                .toArray(int[][]::new);
    }

    /** Every edge as a body of two. */
    static Network pairs(int nodes, int[][] edges) {
        Network.Builder builder = nodes(nodes);
        for (int edge = 0; edge < edges.length; edge++) {
            builder.in(Layer.PAIRING, edge, edges[edge][0]).in(Layer.PAIRING, edge, edges[edge][1]);
        }
        return builder.build();
    }

    private static Network.Builder nodes(int nodes) {
        Network.Builder builder = new Network.Builder();
        IntStream.range(0, nodes).forEach(node -> builder.school(node, 0));
        return builder;
    }

    /** The neighbours of every vertex. */
    static int[][] neighbours(int vertices, int[][] edges) {
        List<TreeSet<Integer>> neighbours = IntStream.range(0, vertices)
                .mapToObj(vertex -> new TreeSet<Integer>())
                .toList();
        for (int[] edge : edges) {
            neighbours.get(edge[0]).add(edge[1]);
            neighbours.get(edge[1]).add(edge[0]);
        }
        return neighbours.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /**
     * Seven schools, called 0 to 6, in a group (0, 1, 2, 3), an alliance (2, 3, 4, 5) and two pairings (0, 1) and (5, 6).
     */
    static Network made() {
        return nodes(7).in(Layer.ALLIANCE, 11, 2)
                .in(Layer.ALLIANCE, 11, 3)
                .in(Layer.ALLIANCE, 11, 4)
                .in(Layer.ALLIANCE, 11, 5)
                .in(Layer.GROUP, 10, 0)
                .in(Layer.GROUP, 10, 1)
                .in(Layer.GROUP, 10, 2)
                .in(Layer.GROUP, 10, 3)
                .in(Layer.PAIRING, 12, 0)
                .in(Layer.PAIRING, 12, 1)
                .in(Layer.PAIRING, 13, 5)
                .in(Layer.PAIRING, 13, 6)
                .build();
    }
}
