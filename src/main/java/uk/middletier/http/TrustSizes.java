package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.TrustSizeStatements;
import uk.middletier.export.Column;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.AreaQuestion;
import uk.middletier.measure.Definition.Family;
import uk.middletier.measure.SizeBin;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;
import uk.middletier.model.Ref;
import uk.middletier.model.Weight;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Grouping;
import uk.middletier.timeline.Timeline;

/** {@code /v1/trust-sizes}: trusts and their schools by the size of the trust, in the bins of Hill (2015). */
final class TrustSizes {
    private static final List<AreaMeasure> MEASURES = AreaMeasures.list(Family.TRUST_SIZES);

    static final Route ROUTE = Route.measured(
                    "/v1/trust-sizes",
                    "trustSizes",
                    "trusts and their schools by the number of schools each trust runs on a day",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.optional(
                                    "by", new ParameterType.Choice(AreaList.KINDS), "rows for each area of this kind"),
                            Parameter.AREA),
                    TrustSizes::plan)
            .giving(schema());

    static final Route SERIES = Route.measured(
                    "/v1/trust-sizes/series",
                    "trustSizesSeries",
                    "the same over time",
                    AreaParameters.ofSeries(false, Family.COMPOSITION, Family.TRUST_SIZES),
                    question -> AreaSeries.plan(question, AreaParameters.ids(Family.TRUST_SIZES)))
            .giving(AreaSeries.schema(Family.COMPOSITION, Family.TRUST_SIZES));

    private TrustSizes() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        LocalDate day = parameters.asOf();
        String word = parameters.text("by");
        AreaKind by = word == null ? null : AreaKind.find(word).orElseThrow();
        Statement statement = TrustSizeStatements.bySize(by, SchoolList.areaFilter(parameters), day);
        Vocabulary.Area within = parameters.area();
        AreaQuestion asked = new AreaQuestion(
                new Grouping(
                        by == null ? AreaKind.LOCAL_AUTHORITY : by,
                        Partition.GOVERNANCE,
                        Geography.AS_WAS,
                        within == null ? null : within.id()),
                Filter.NONE,
                Weight.SCHOOLS,
                MEASURES);
        Timeline timeline = question.release().timeline();
        return Plan.of(statement, reads -> {
            AreaMeasures areas = by == null ? AreaMeasures.ofWhole(timeline, asked) : AreaMeasures.of(timeline, asked);
            areas.advanceTo(day);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            int[] order = by == null ? new int[] {0} : AreaTable.byName(areas, timeline.tier());
            for (int area : order) {
                if (by == null || value(areas, area, "trusts") > 0) {
                    Ref ref = by == null ? null : timeline.tier().ref(areas.unit(area));
                    SizeBin.ALL.forEach(bin -> rows.add(row(areas, area, ref, bin)));
                }
            }
            return new Answer.Summary(columns(by), rows, by == null ? beside(areas) : Map.of());
        });
    }

    /** With {@code by}, rows have an area and nothing stands beside them. */
    private static Schema schema() {
        Schema numbers =
                Schema.object(Schema.INTEGER, "trusts", "schools").field("schoolsShare", Schema.NUMBER.orNull());
        return Schema.object()
                .field(
                        "rows",
                        Schema.list(Schema.object(columns(null), "bin", "minSchools", "trusts", "schools")
                                .optional("area", Schema.REF)))
                .optional("tenOrMore", numbers)
                .optional("total", numbers);
    }

    private static List<Column> columns(@Nullable AreaKind by) {
        List<Column> columns = new ArrayList<>();
        if (by != null) {
            columns.add(Column.ref("area"));
        }
        columns.addAll(List.of(
                Column.text("bin"),
                Column.integer("minSchools"),
                Column.integer("maxSchools"),
                Column.integer("trusts"),
                Column.integer("schools"),
                Column.decimal("schoolsShare")));
        return columns;
    }

    private static List<@Nullable Object> row(AreaMeasures areas, int area, @Nullable Ref ref, SizeBin bin) {
        List<@Nullable Object> row = new ArrayList<>();
        if (ref != null) {
            row.add(ref);
        }
        Integer most = bin.most();
        row.addAll(Arrays.asList(bin.name(), (long) bin.least(), most == null ? null : (long) most));
        row.addAll(numbers(areas, area, bin.suffix()).values());
        return row;
    }

    private static Map<String, @Nullable Object> beside(AreaMeasures areas) {
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("tenOrMore", numbers(areas, 0, SizeBin.TEN_OR_MORE.suffix()));
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        total.put("trusts", value(areas, 0, "trusts"));
        total.put("schools", allSchools(areas, 0));
        total.put("schoolsShare", allSchools(areas, 0) == 0 ? null : (Object) 1.0);
        beside.put("total", total);
        return beside;
    }

    private static Map<String, @Nullable Object> numbers(AreaMeasures areas, int area, String bin) {
        long schools = value(areas, area, "schoolsInTrustsOf" + bin);
        long all = allSchools(areas, area);
        Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
        numbers.put("trusts", value(areas, area, "trustsOf" + bin));
        numbers.put("schools", schools);
        // Of nothing there is no share.
        numbers.put("schoolsShare", all == 0 ? null : (Object) ((double) schools / all));
        return numbers;
    }

    private static long allSchools(AreaMeasures areas, int area) {
        return SizeBin.ALL.stream()
                .mapToLong(bin -> value(areas, area, "schoolsInTrustsOf" + bin.suffix()))
                .sum();
    }

    private static long value(AreaMeasures areas, int area, String id) {
        for (int measure = 0; measure < MEASURES.size(); measure++) {
            if (MEASURES.get(measure).id().equals(id)) {
                return (long) areas.value(area, measure);
            }
        }
        throw new IllegalStateException("no measure " + id);
    }
}
