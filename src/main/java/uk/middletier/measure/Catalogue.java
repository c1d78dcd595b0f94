package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.middletier.measure.Definition.Family;

/** Every measure there is, family by family. */
public final class Catalogue {
    private static final List<Definition> ALL = all();

    private Catalogue() {}

    /** In the order in which they are shown. */
    public static List<Definition> list() {
        return ALL;
    }

    private static List<Definition> all() {
        List<Definition> all = new ArrayList<>();
        Arrays.stream(Family.values())
                .flatMap(family -> AreaMeasures.list(family).stream())
                .forEach(measure -> all.add(measure.definition()));
        all.addAll(Turbulence.DEFINITIONS);
        all.addAll(Durations.DEFINITIONS);
        all.addAll(Spread.DEFINITIONS);
        all.addAll(Overlap.DEFINITIONS);
        all.addAll(Cohesion.DEFINITIONS);
        all.addAll(LayerPair.DEFINITIONS);
        all.addAll(Brokers.DEFINITIONS);
        all.addAll(Communities.DEFINITIONS);
        all.addAll(Coopetition.DEFINITIONS);
        all.addAll(Reach.DEFINITIONS);
        all.addAll(Participation.DEFINITIONS);
        all.addAll(Types.DEFINITIONS);
        all.addAll(Comparison.DEFINITIONS);
        return List.copyOf(all);
    }
}
