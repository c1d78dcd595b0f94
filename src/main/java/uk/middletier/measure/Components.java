package uk.middletier.measure;

import java.util.stream.IntStream;

/** Which of some things hang together, as ties come in one by one (Galler and Fischer 1964). */
final class Components {
    private final int[] parents;

    Components(int size) {
        parents = IntStream.range(0, size).toArray();
    }

    int find(int each) {
        int root = each;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    void join(int one, int other) {
        parents[find(one)] = find(other);
    }

    /** The component of each thing, by one that stands for it. */
    int[] labels() {
        return IntStream.range(0, parents.length).map(this::find).toArray();
    }
}
