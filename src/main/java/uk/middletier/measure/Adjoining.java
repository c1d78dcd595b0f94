package uk.middletier.measure;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which regions of England, and Wales, have a border in common on land. Read off the map of the statistics office. */
final class Adjoining {
    private static final String NORTH_EAST = "region:E12000001";
    private static final String NORTH_WEST = "region:E12000002";
    private static final String YORKSHIRE_AND_THE_HUMBER = "region:E12000003";
    private static final String EAST_MIDLANDS = "region:E12000004";
    private static final String WEST_MIDLANDS = "region:E12000005";
    private static final String EAST_OF_ENGLAND = "region:E12000006";
    private static final String LONDON = "region:E12000007";
    private static final String SOUTH_EAST = "region:E12000008";
    private static final String SOUTH_WEST = "region:E12000009";
    private static final String WALES = "region:W92000004";

    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            NORTH_EAST, Set.of(NORTH_WEST, YORKSHIRE_AND_THE_HUMBER),
            NORTH_WEST, Set.of(NORTH_EAST, YORKSHIRE_AND_THE_HUMBER, EAST_MIDLANDS, WEST_MIDLANDS, WALES),
            YORKSHIRE_AND_THE_HUMBER, Set.of(NORTH_EAST, NORTH_WEST, EAST_MIDLANDS),
            EAST_MIDLANDS, Set.of(NORTH_WEST, YORKSHIRE_AND_THE_HUMBER, WEST_MIDLANDS, EAST_OF_ENGLAND, SOUTH_EAST),
            WEST_MIDLANDS, Set.of(NORTH_WEST, EAST_MIDLANDS, SOUTH_EAST, SOUTH_WEST, WALES),
            EAST_OF_ENGLAND, Set.of(EAST_MIDLANDS, LONDON, SOUTH_EAST),
            LONDON, Set.of(EAST_OF_ENGLAND, SOUTH_EAST),
            SOUTH_EAST, Set.of(EAST_MIDLANDS, WEST_MIDLANDS, EAST_OF_ENGLAND, LONDON, SOUTH_WEST),
            SOUTH_WEST, Set.of(WEST_MIDLANDS, SOUTH_EAST, WALES),
            WALES, Set.of(NORTH_WEST, WEST_MIDLANDS, SOUTH_WEST));

    private Adjoining() {}

    /** Whether two regions adjoin, by their ids; null if one of them is not known here. */
    static @Nullable Boolean regions(String one, String other) {
        Set<String> neighbours = NEIGHBOURS.get(one);
        if (neighbours == null || !NEIGHBOURS.containsKey(other)) {
            return null;
        }
        return neighbours.contains(other);
    }
}
