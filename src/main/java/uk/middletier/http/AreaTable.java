package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/** Measures of areas on a day: a row for each area that has a school, and the whole of them. */
final class AreaTable {
    private AreaTable() {}

    /** The rows by name, with {@code total} beside them: all their schools taken for one area. */
    static Plan plan(Question question, List<String> standard) {
        AreaParameters asked = AreaParameters.of(question, standard);
        LocalDate day = question.parameters().asOf();
        Timeline timeline = question.release().timeline();
        return new Plan(asked.statements(day), reads -> {
            AreaMeasures areas = AreaMeasures.of(timeline, asked.question());
            areas.advanceTo(day);
            Map<String, @Nullable Object> beside = new LinkedHashMap<>();
            beside.put("total", total(timeline, asked, day));
            return new Answer.Summary(columns(asked.measures()), rows(areas, asked, timeline.tier()), beside);
        });
    }

    /** What its data is; which of the measures are there depends on the question. */
    static Schema schema(Family... families) {
        Schema total = Schema.object();
        for (String id : AreaParameters.ids(families)) {
            Column column = column(AreaMeasures.find(id).orElseThrow());
            total = total.optional(id, Schema.of(column.type()).orNull());
        }
        return Schema.object()
                .field("rows", Schema.list(total.field("area", Schema.REF)))
                .field("total", total);
    }

    private static List<List<@Nullable Object>> rows(AreaMeasures areas, AreaParameters asked, Tier tier) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int area : byName(areas, tier)) {
            if (areas.schools(area) > 0) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(tier.ref(areas.unit(area)));
                row.addAll(cells(areas, area, asked.measures()));
                rows.add(row);
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> total(Timeline timeline, AreaParameters asked, LocalDate day) {
        AreaMeasures whole = AreaMeasures.ofWhole(timeline, asked.question());
        whole.advanceTo(day);
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        List<@Nullable Object> cells = cells(whole, 0, asked.measures());
        for (int i = 0; i < cells.size(); i++) {
            total.put(asked.measures().get(i).id(), cells.get(i));
        }
        return total;
    }

    private static List<@Nullable Object> cells(AreaMeasures areas, int area, List<AreaMeasure> measures) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            cells.add(cell(measures.get(i), areas.value(area, i)));
        }
        return cells;
    }

    private static @Nullable Object cell(AreaMeasure measure, double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return measure.definition().whole() ? (Object) (long) value : (Object) value;
    }

    /** A column for the area and one for each measure. */
    static List<Column> columns(List<AreaMeasure> measures) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.ref("area"));
        measures.forEach(measure -> columns.add(column(measure)));
        return columns;
    }

    static Column column(AreaMeasure measure) {
        return measure.definition().whole() ? Column.integer(measure.id()) : Column.decimal(measure.id());
    }

    /** Areas in the order of their names. */
    static int[] byName(AreaMeasures areas, Tier tier) {
        Comparator<Ref> order = Comparator.comparing(Ref::name).thenComparing(Ref::id);
        return IntStream.range(0, areas.areas())
                .boxed()
                .sorted(Comparator.comparing(area -> tier.ref(areas.unit(area)), order))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
