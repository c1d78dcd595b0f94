package uk.middletier.export;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Layer;

/** When state-funded schools and bodies were tied, straight from a store, by the ids of the edges that stand for it. */
public final class StoredIntervals {
    private static final LocalDate ALWAYS = LocalDate.MIN;
    private static final LocalDate NEVER = LocalDate.MAX;
    private static final Statement TIES = new Statement("""
            MATCH (s:School)-[r:GOVERNED_BY|MEMBER_OF|SPONSORED_BY]->(b:Body)
            WHERE s.stateFunded AND s.everOpen
            RETURN s.id AS school, s.from AS opened, s.to AS closed, b.id AS body, b.kind AS kind,
                   r.from AS from, r.to AS to""", Map.of());

    private StoredIntervals() {}

    private record Interval(LocalDate from, LocalDate to) {}

    /** Cut to the lives of the schools; those that touch are one. */
    public static Map<String, List<String>> of(GraphStore store) {
        Map<String, List<Interval>> found = new TreeMap<>();
        try (Rows rows = store.read(TIES, Duration.ofSeconds(60))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                Layer layer = BodyKind.find(row.string("kind")).map(Layer::of).orElse(null);
                LocalDate from = later(row.date("from"), row.date("opened"));
                LocalDate to = earlier(row.date("to"), row.date("closed"));
                if (layer != null && from.isBefore(to)) {
                    found.computeIfAbsent(
                                    row.string("school") + "/" + layer.word() + "/" + row.string("body"),
                                    key -> new ArrayList<>())
                            .add(new Interval(from, to));
                }
            }
        }
        Map<String, List<String>> all = new TreeMap<>();
        found.forEach((id, intervals) -> all.put(id, joined(intervals)));
        return all;
    }

    private static List<String> joined(List<Interval> intervals) {
        intervals.sort(Comparator.comparing(Interval::from));
        List<Interval> joined = new ArrayList<>();
        for (Interval interval : intervals) {
            Interval before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before == null || interval.from().isAfter(before.to())) {
                joined.add(interval);
            } else if (interval.to().isAfter(before.to())) {
                joined.set(joined.size() - 1, new Interval(before.from(), interval.to()));
            }
        }
        return joined.stream()
                .map(each -> GexfFile.text(
                        each.from().equals(ALWAYS) ? null : each.from(),
                        each.to().equals(NEVER) ? null : each.to()))
                .toList();
    }

    private static LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        LocalDate a = one == null ? ALWAYS : one;
        LocalDate b = other == null ? ALWAYS : other;
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        LocalDate a = one == null ? NEVER : one;
        LocalDate b = other == null ? NEVER : other;
        return a.isBefore(b) ? a : b;
    }
}
