package uk.middletier.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.TrustSizeStatements;
import uk.middletier.export.Column;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Ref;

/** {@code /v1/trust-sizes}: trusts and their schools by the size of the trust, in the bins of Hill (2015). */
final class TrustSizes {
    private static final long TEN = 10;

    static final Route ROUTE = Route.summary(
            "/v1/trust-sizes",
            "trustSizes",
            "trusts and their schools by the number of schools each trust runs on a day",
            List.of(
                    Parameter.AS_OF,
                    Parameter.optional(
                            "by", new ParameterType.Choice(AreaList.KINDS), "rows for each area of this kind"),
                    Parameter.AREA),
            TrustSizes::plan);

    private TrustSizes() {}

    /** Bounds of a bin, both included; no upper bound is null. */
    private record Bin(String name, long min, @Nullable Long max) {
        boolean holds(long size) {
            return size >= min && (max == null || size <= max);
        }
    }

    private static final List<Bin> BINS = List.of(
            new Bin("1", 1, 1L),
            new Bin("2–5", 2, 5L),
            new Bin("6–10", 6, 10L),
            new Bin("11–20", 11, 20L),
            new Bin("21–30", 21, 30L),
            new Bin("31+", 31, null));

    private record BySize(@Nullable Ref area, long size, long trusts, long schools) {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        String word = parameters.text("by");
        AreaKind by = word == null ? null : AreaKind.find(word).orElseThrow();
        Statement statement = TrustSizeStatements.bySize(by, SchoolList.areaFilter(parameters), parameters.asOf());
        return Plan.of(statement, reads -> {
            List<BySize> sizes = reads.list(
                    statement,
                    row -> new BySize(
                            by == null ? null : Cells.ref(row, "area"),
                            row.integer("size"),
                            row.integer("trusts"),
                            row.integer("schools")));
            return new Answer.Summary(columns(by), rows(sizes, by), by == null ? beside(sizes) : Map.of());
        });
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

    private static List<List<@Nullable Object>> rows(List<BySize> sizes, @Nullable AreaKind by) {
        Map<String, List<BySize>> byArea = new LinkedHashMap<>();
        if (by == null) {
            byArea.put("", sizes);
        }
        for (BySize size : sizes) {
            if (by != null && size.area() != null) {
                byArea.computeIfAbsent(size.area().id(), id -> new ArrayList<>())
                        .add(size);
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        byArea.values().forEach(area -> BINS.forEach(bin -> rows.add(row(bin, area, by != null))));
        return rows;
    }

    private static List<@Nullable Object> row(Bin bin, List<BySize> sizes, boolean withArea) {
        List<BySize> within =
                sizes.stream().filter(size -> bin.holds(size.size())).toList();
        List<@Nullable Object> row = new ArrayList<>();
        if (withArea) {
            row.add(sizes.get(0).area());
        }
        row.addAll(Arrays.asList(
                bin.name(),
                bin.min(),
                bin.max(),
                trusts(within),
                schools(within),
                Structure.share(schools(within), schools(sizes))));
        return row;
    }

    private static Map<String, @Nullable Object> beside(List<BySize> sizes) {
        List<BySize> large = sizes.stream().filter(size -> size.size() >= TEN).toList();
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("tenOrMore", numbers(large, schools(sizes)));
        beside.put("total", numbers(sizes, schools(sizes)));
        return beside;
    }

    private static Map<String, @Nullable Object> numbers(List<BySize> sizes, long allSchools) {
        Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
        numbers.put("trusts", trusts(sizes));
        numbers.put("schools", schools(sizes));
        numbers.put("schoolsShare", Structure.share(schools(sizes), allSchools));
        return numbers;
    }

    private static long trusts(List<BySize> sizes) {
        return sizes.stream().mapToLong(BySize::trusts).sum();
    }

    private static long schools(List<BySize> sizes) {
        return sizes.stream().mapToLong(BySize::schools).sum();
    }
}
