package uk.middletier.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Layer;

/**
 * What open schools shared on a day, and with whom: a row for each school, layer and body, in that order of layer, body,
 * school, each once; and who supported whom. Two schools are tied in a layer if they have a body of it in common, in
 * {@link Layer#SUPPORT} if one supported the other. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // places in columns, never stored
public final class Ties {
    private final byte[] layers;
    private final int[] units;
    private final int[] schools;
    private final List<Overlay.Support> supports;

    private Ties(long[][] pairs, List<Overlay.Support> supports) {
        int size = Arrays.stream(pairs).mapToInt(ofLayer -> ofLayer.length).sum();
        this.layers = new byte[size];
        this.units = new int[size];
        this.schools = new int[size];
        this.supports = List.copyOf(supports);
        int row = 0;
        for (int layer = 0; layer < pairs.length; layer++) {
            for (long pair : pairs[layer]) {
                layers[row] = (byte) layer;
                units[row] = (int) (pair >>> Integer.SIZE);
                schools[row] = (int) pair;
                row++;
            }
        }
    }

    /**
     * Goes through the spells of some layers once.
     *
     * @param day as in {@link Days}
     * @param wanted which schools count, by their places; those not open on the day never do
     */
    public static Ties on(Timeline timeline, int day, Set<Layer> layers, IntPredicate wanted) {
        Schools schools = timeline.schools();
        boolean[] counts = new boolean[schools.size()];
        for (int school = 0; school < counts.length; school++) {
            counts[school] = schools.open(school, day) && wanted.test(school);
        }
        Layer[] layerOf = new Layer[timeline.tier().size()];
        for (int unit = 0; unit < layerOf.length; unit++) {
            Layer layer = timeline.tier().layer(unit);
            layerOf[unit] = layer != null && layers.contains(layer) ? layer : null;
        }
        Pairs[] pairs = new Pairs[Layer.values().length];
        for (int layer = 0; layer < pairs.length; layer++) {
            pairs[layer] = new Pairs();
        }
        for (Spells spells : List.of(timeline.governance(), timeline.memberships(), timeline.sponsorships())) {
            collect(spells, day, counts, layerOf, pairs);
        }
        if (layers.contains(Layer.DIOCESE)) {
            @Nullable Layer[] every = new Layer[layerOf.length];
            Arrays.fill(every, Layer.DIOCESE);
            collect(timeline.dioceses(), day, counts, every, pairs);
        }
        List<Overlay.Support> supports = new ArrayList<>();
        if (layers.contains(Layer.SUPPORT)) {
            for (Overlay.Support support : timeline.overlay().supports()) {
                if (support.from() <= day
                        && day < support.to()
                        && counts[support.supporter()]
                        && counts[support.supported()]) {
                    supports.add(support);
                }
            }
        }
        return new Ties(Arrays.stream(pairs).map(Pairs::distinct).toArray(long[][]::new), supports);
    }

    private static void collect(Spells spells, int day, boolean[] counts, @Nullable Layer[] layerOf, Pairs[] pairs) {
        for (int spell = 0; spell < spells.size(); spell++) {
            Layer layer = layerOf[spells.target(spell)];
            if (layer != null && spells.from(spell) <= day && day < spells.to(spell) && counts[spells.school(spell)]) {
                pairs[layer.ordinal()].add(spells.target(spell), spells.school(spell));
            }
        }
    }

    public int size() {
        return schools.length;
    }

    public Layer layer(int row) {
        return Layer.values()[layers[row]];
    }

    /** The body or diocese, by its place in the {@link Tier}. */
    public int unit(int row) {
        return units[row];
    }

    /** By its place in {@link Schools}. */
    public int school(int row) {
        return schools[row];
    }

    /** Both ends open and wanted; none unless {@link Layer#SUPPORT} was asked for. */
    public List<Overlay.Support> supports() {
        return supports;
    }

    private static final class Pairs {
        private long[] values = new long[64];
        private int size;

        void add(int unit, int school) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = (long) unit << Integer.SIZE | school;
        }

        long[] distinct() {
            return Arrays.stream(values, 0, size).sorted().distinct().toArray();
        }
    }
}
