package uk.middletier.cypher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;

/**
 * Which schools are wanted; what is null or empty does not narrow.
 *
 * @param body id of a body that governs, joins or sponsors them on the day
 * @param open whether they must, or must not, be open on the day
 */
public record SchoolFilter(
        @Nullable SchoolSearch search,
        @Nullable AreaFilter area,
        @Nullable String body,
        List<String> phases,
        List<String> sectors,
        List<String> groups,
        List<String> types,
        List<String> statuses,
        @Nullable Boolean rural,
        @Nullable Boolean open,
        @Nullable Boolean stateFunded) {
    /** No narrowing at all. */
    public static final SchoolFilter ANY =
            new SchoolFilter(null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);

    /** Those in which a body has a part on the day, open or not. */
    public static SchoolFilter ofBody(String body, @Nullable Boolean open) {
        return new SchoolFilter(
                null, null, body, List.of(), List.of(), List.of(), List.of(), List.of(), null, open, null);
    }

    /** What a statement's text depends on; equal shapes have one text, and one plan. */
    Shape shape(SchoolSort sort, boolean window) {
        return new Shape(
                search == null ? null : search.getClass(),
                area == null ? null : area.kind(),
                body != null,
                !phases.isEmpty(),
                !sectors.isEmpty(),
                !groups.isEmpty(),
                !types.isEmpty(),
                !statuses.isEmpty(),
                rural != null,
                open,
                stateFunded != null,
                sort,
                window);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (search != null) {
            parameters.putAll(search.parameters());
        }
        if (area != null) {
            parameters.put("area", area.id());
        }
        if (body != null) {
            parameters.put("body", body);
        }
        putList(parameters, "phases", phases);
        putList(parameters, "sectors", sectors);
        putList(parameters, "groups", groups);
        putList(parameters, "types", types);
        putList(parameters, "statuses", statuses);
        if (rural != null) {
            parameters.put("rural", rural);
        }
        if (stateFunded != null) {
            parameters.put("stateFunded", stateFunded);
        }
        return parameters;
    }

    private static void putList(Map<String, Object> parameters, String name, List<String> values) {
        if (!values.isEmpty()) {
            parameters.put(name, values);
        }
    }

    record Shape(
            @Nullable Class<? extends SchoolSearch> search,
            @Nullable AreaKind area,
            boolean body,
            boolean phases,
            boolean sectors,
            boolean groups,
            boolean types,
            boolean statuses,
            boolean rural,
            @Nullable Boolean open,
            boolean stateFunded,
            SchoolSort sort,
            boolean window) {
        boolean words() {
            return search == SchoolSearch.Words.class;
        }
    }
}
