package uk.middletier.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.middletier.timeline.Filter;

/**
 * What became of the schools of one day by another.
 *
 * @param between what they move between
 * @param within id of an area in which a school lay on either day; null = everywhere
 * @param filter which schools, on either day
 * @param stayed whether those that stayed where they were are shown too
 */
public record FlowsQuestion(
        LocalDate from,
        LocalDate to,
        Between between,
        @Nullable String within,
        Filter filter,
        boolean stayed) {
    /** What schools move between. */
    public enum Between {
        SECTORS,
        BODIES
    }
}
