package uk.middletier.measure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.timeline.Filter;

/**
 * How fast things changed: where, of which schools, when.
 *
 * @param by kind of area that gets a row
 * @param within id of an area the schools lie in; null = everywhere
 * @param bounds first days of the periods, and the day after the last period; at least two
 */
public record TurbulenceQuestion(AreaKind by, @Nullable String within, Filter filter, List<LocalDate> bounds) {
    int periods() {
        return bounds.size() - 1;
    }
}
