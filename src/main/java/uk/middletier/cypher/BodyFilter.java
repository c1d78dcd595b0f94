package uk.middletier.cypher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;

/**
 * Which bodies are wanted; what is null or empty does not narrow.
 *
 * @param words typed by somebody who looks for a body
 * @param kinds labels
 * @param area where at least one of their schools lies on the day
 * @param open whether they must, or must not, exist on the day
 * @param minSchools open schools on the day, at least
 */
public record BodyFilter(
        @Nullable String words,
        List<String> kinds,
        @Nullable AreaFilter area,
        @Nullable Boolean open,
        @Nullable Long minSchools) {
    Shape shape(BodySort sort, boolean window) {
        return new Shape(
                words != null,
                !kinds.isEmpty(),
                area == null ? null : area.kind(),
                open,
                minSchools != null,
                sort,
                window);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (words != null) {
            parameters.put("search", FullText.allWords(words));
        }
        if (!kinds.isEmpty()) {
            parameters.put("kinds", kinds);
        }
        if (area != null) {
            parameters.put("area", area.id());
        }
        if (minSchools != null) {
            parameters.put("minSchools", minSchools);
        }
        return parameters;
    }

    record Shape(
            boolean words,
            boolean kinds,
            @Nullable AreaKind area,
            @Nullable Boolean open,
            boolean minSchools,
            BodySort sort,
            boolean window) {}
}
