package uk.middletier.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;

/** The spells of a patchwork read as a map reads them, to be held against what else is known of the same days. */
public final class PatchworkSpells {
    private static final Map<String, String> COLUMNS = Map.of(
            "la-maintained", "laMaintained",
            "welsh-maintained", "welshMaintained",
            "single-academy-trust", "singleAcademyTrust",
            "multi-academy-trust", "multiAcademyTrust",
            "academy-trust-unknown", "academyTrustUnknown");

    private final List<Spell> spells = new ArrayList<>();

    private record Spell(
            long urn,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String body,
            @Nullable String area,
            String sector) {}

    /** @param data of an answer */
    public PatchworkSpells(JsonNode data) {
        JsonNode columns = data.get("spells");
        for (int i = 0; i < columns.get("school").size(); i++) {
            String from = text(data.get("dates"), columns.get("from").get(i));
            String to = text(data.get("dates"), columns.get("to").get(i));
            spells.add(new Spell(
                    data.at("/schools/urn")
                            .get(columns.get("school").get(i).asInt())
                            .asLong(),
                    from == null ? null : LocalDate.parse(from),
                    to == null ? null : LocalDate.parse(to),
                    text(data.get("bodies"), columns.get("body").get(i)),
                    text(data.get("areas"), columns.get("area").get(i)),
                    data.get("sectors")
                            .get(columns.get("sector").get(i).asInt())
                            .asText()));
        }
    }

    private static @Nullable String text(JsonNode list, JsonNode place) {
        if (place.isNull()) {
            return null;
        }
        JsonNode element = list.get(place.asInt());
        return element.isObject() ? element.get("id").asText() : element.asText();
    }

    /** Open schools of a day that are governed and lie somewhere: area id and column of a structure → how many. */
    public Map<String, Long> counts(LocalDate day) {
        Map<String, Long> counts = new TreeMap<>();
        for (Spell spell : spells) {
            LocalDate from = spell.from();
            LocalDate to = spell.to();
            if ((from == null || !from.isAfter(day))
                    && (to == null || day.isBefore(to))
                    && spell.body() != null
                    && spell.area() != null) {
                counts.merge(spell.area() + " " + COLUMNS.getOrDefault(spell.sector(), "other"), 1L, Long::sum);
                counts.merge(spell.area() + " schools", 1L, Long::sum);
            }
        }
        return counts;
    }

    /** The same out of the rows of a structure; what is in no column for a sector is other. */
    public static Map<String, Long> counts(JsonNode rows) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode row : rows) {
            String area = row.at("/area/id").asText() + " ";
            long rest = row.get("schools").asLong();
            counts.put(area + "schools", rest);
            for (String column : COLUMNS.values()) {
                long count = row.get(column).asLong();
                rest -= count;
                if (count > 0) {
                    counts.put(area + column, count);
                }
            }
            if (rest > 0) {
                counts.put(area + "other", rest);
            }
        }
        return counts;
    }

    /** Every spell as a line. */
    public List<String> lines() {
        return spells.stream().map(PatchworkSpells::line).toList();
    }

    /** The same of the rows of a statement. */
    public static List<String> lines(GraphStore store, Statement statement) {
        List<String> lines = new ArrayList<>();
        try (Rows rows = store.read(statement, Duration.ofMinutes(2))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                lines.add(line(new Spell(
                        row.integer("urn"),
                        row.date("from"),
                        row.date("to"),
                        row.string("bodyId"),
                        row.string("areaId"),
                        row.string("sector"))));
            }
        }
        return lines;
    }

    private static String line(Spell spell) {
        return spell.urn() + " " + spell.from() + " " + spell.to() + " " + spell.body() + " " + spell.area() + " "
                + spell.sector();
    }
}
