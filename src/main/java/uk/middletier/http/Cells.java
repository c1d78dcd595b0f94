package uk.middletier.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.Row;
import uk.middletier.model.Ref;

/** References as rows of the graph give them. */
final class Cells {
    private Cells() {}

    /** Of {@code areaId}, {@code areaName}, {@code areaKind} for prefix {@code area}; null if there is none. */
    static @Nullable Ref ref(Row row, String prefix) {
        String id = row.text(prefix + "Id");
        if (id == null) {
            return null;
        }
        String name = row.text(prefix + "Name");
        return new Ref(id, name == null ? id : name, row.string(prefix + "Kind"));
    }

    /** Of a map with {@code id}, {@code name} and {@code kind}. */
    static Ref ref(Map<?, ?> map) {
        String id = String.valueOf(map.get("id"));
        Object name = map.get("name");
        return new Ref(id, name == null ? id : name.toString(), String.valueOf(map.get("kind")));
    }
}
