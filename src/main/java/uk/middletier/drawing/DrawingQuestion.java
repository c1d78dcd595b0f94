package uk.middletier.drawing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Filter;

/**
 * Which graph is to be drawn.
 *
 * @param area place in the tier of an area in which the schools lie; null = anywhere
 * @param oneMode schools alone, tied by what they share; else schools and what they share
 * @param isolated whether schools without a tie are shown
 * @param first epoch day
 * @param last epoch day, itself included; the same for the graph of a day
 */
public record DrawingQuestion(
        @Nullable Integer area,
        Set<Layer> layers,
        Filter filter,
        boolean oneMode,
        boolean isolated,
        int first,
        int last) {
    /** The same question about a day. */
    public DrawingQuestion on(int day) {
        return new DrawingQuestion(area, layers, filter, oneMode, isolated, day, day);
    }
}
