package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.middletier.model.Layer;

/**
 * Some schools on a day, and what ties them: bodies, each in a layer and with those of the schools that are in it, and who
 * supports whom. Schools are nodes counted from 0; a body holds each of its nodes once. Nothing is expanded: a body of
 * four hundred schools is four hundred numbers, not eighty thousand ties. Immutable.
 */
public final class Network {
    private final int[] schools;
    private final int[] colours;
    private final List<Layer> layers;
    private final int[] units;
    private final int[][] members;
    private final int[] supporters;
    private final int[] supported;
    private final int[] brokers;

    private Network(Builder given) {
        schools = ints(given.schools);
        colours = ints(given.colours);
        layers = List.copyOf(given.layers);
        units = ints(given.units);
        members = given.members.stream().map(Network::ints).toArray(int[][]::new);
        supporters = given.supports.stream().mapToInt(support -> support[0]).toArray();
        supported = given.supports.stream().mapToInt(support -> support[1]).toArray();
        brokers = given.supports.stream().mapToInt(support -> support[2]).toArray();
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many schools there are. */
    public int size() {
        return schools.length;
    }

    /** A node's place in the timeline's schools. */
    public int school(int node) {
        return schools[node];
    }

    /** To which group of brokers and brokered a node belongs: its sector's place. */
    int colour(int node) {
        return colours[node];
    }

    public int bodies() {
        return units.length;
    }

    Layer layer(int body) {
        return layers.get(body);
    }

    /** A body's place in the tier. */
    public int unit(int body) {
        return units[body];
    }

    /** How many of the schools are in a body. */
    int members(int body) {
        return members[body].length;
    }

    int member(int body, int index) {
        return members[body][index];
    }

    /** How often a school is in a body. */
    public int memberships() {
        return Arrays.stream(members).mapToInt(ofBody -> ofBody.length).sum();
    }

    /** Ties of support, each with one node that supports another. */
    int supports() {
        return supporters.length;
    }

    int supporter(int support) {
        return supporters[support];
    }

    int supported(int support) {
        return supported[support];
    }

    /** The place in the tier of the body that arranged it; −1 if none is known. */
    int broker(int support) {
        return brokers[support];
    }

    /** The bodies of every node, in order. */
    int[][] bodiesOfNodes() {
        int[] counts = new int[size()];
        for (int[] ofBody : members) {
            for (int node : ofBody) {
                counts[node]++;
            }
        }
        int[][] bodies = new int[size()][];
        for (int node = 0; node < bodies.length; node++) {
            bodies[node] = new int[counts[node]];
        }
        // From behind, so that each list ends up in the order of bodies.
        for (int body = members.length - 1; body >= 0; body--) {
            for (int node : members[body]) {
                bodies[node][--counts[node]] = body;
            }
        }
        return bodies;
    }

    /** Put together school by school, then body by body. */
    static final class Builder {
        private final List<Integer> schools = new ArrayList<>();
        private final List<Integer> colours = new ArrayList<>();
        private final Map<Integer, Integer> nodes = new HashMap<>();
        private final List<Layer> layers = new ArrayList<>();
        private final List<Integer> units = new ArrayList<>();
        private final List<List<Integer>> members = new ArrayList<>();
        private final List<int[]> supports = new ArrayList<>();

        Builder school(int school, int colour) {
            nodes.put(school, schools.size());
            schools.add(school);
            colours.add(colour);
            return this;
        }

        /** That a school is in a body; all that is said of one body comes together. */
        Builder in(Layer layer, int unit, int school) {
            int last = units.size() - 1;
            if (last < 0 || units.get(last) != unit || layers.get(last) != layer) {
                layers.add(layer);
                units.add(unit);
                members.add(new ArrayList<>());
                last++;
            }
            members.get(last).add(nodes.getOrDefault(school, -1));
            return this;
        }

        /** Help to oneself is no tie. */
        Builder support(int supporter, int supported, int broker) {
            if (supporter != supported) {
                supports.add(new int[] {nodes.getOrDefault(supporter, -1), nodes.getOrDefault(supported, -1), broker});
            }
            return this;
        }

        Network build() {
            return new Network(this);
        }
    }
}
