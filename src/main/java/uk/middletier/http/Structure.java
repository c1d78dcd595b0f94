package uk.middletier.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.StructureStatements;
import uk.middletier.export.Column;
import uk.middletier.graph.Row;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Ref;

/** {@code /v1/structure}: who runs the state-funded schools of each area on a day. */
final class Structure {
    private static final List<Column> COLUMNS = List.of(
            Column.ref("area"),
            Column.integer("schools"),
            Column.integer("pupils"),
            Column.integer("laMaintained"),
            Column.integer("academies"),
            Column.integer("freeSchools"),
            Column.integer("academiesAndFreeSchools"),
            Column.integer("universityTechnicalColleges"),
            Column.integer("studioSchools"),
            Column.integer("cityTechnologyColleges"),
            Column.integer("singleAcademyTrust"),
            Column.integer("multiAcademyTrust"),
            Column.integer("academyTrustUnknown"),
            Column.integer("welshMaintained"),
            Column.integer("federated"),
            Column.decimal("academyShare"),
            Column.decimal("laShare"),
            Column.decimal("satShare"),
            Column.decimal("matShare"),
            Column.decimal("federatedShare"));

    static final Route ROUTE = Route.summary(
            "/v1/structure",
            "structure",
            "who runs the state-funded schools of each area on a day",
            List.of(
                    Parameter.AS_OF,
                    Parameter.choice(
                            "by", AreaKind.LOCAL_AUTHORITY.word(), AreaList.KINDS, "a row for each area of this kind"),
                    Parameter.AREA,
                    Parameter.PHASE),
            Structure::plan);

    private Structure() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        AreaKind by = AreaKind.find(parameters.word("by")).orElseThrow();
        AreaFilter within = SchoolList.areaFilter(parameters);
        List<String> phases = parameters.texts("phase");
        Statement all = StructureStatements.byArea(by, within, phases, parameters.asOf());
        Statement federated = StructureStatements.federatedByArea(by, within, phases, parameters.asOf());
        return new Plan(List.of(all, federated), reads -> {
            Map<String, Long> inFederations = new HashMap<>();
            reads.list(federated, row -> inFederations.put(row.string("areaId"), row.integer("federated")));
            List<Counts> areas = reads.list(all, row -> counts(row, inFederations));
            List<List<@Nullable Object>> rows =
                    areas.stream().map(Structure::cells).toList();
            return new Answer.Summary(COLUMNS, rows, total(areas));
        });
    }

    /** The numbers of an area, in the order of {@link #COUNTED}. */
    private record Counts(@Nullable Ref area, List<Long> numbers) {
        long of(String column) {
            return numbers.get(COUNTED.indexOf(column));
        }
    }

    /** What the statements count. */
    private static final List<String> COUNTED = List.of(
            "schools",
            "pupils",
            "schoolsWithPupils",
            "laMaintained",
            "welshMaintained",
            "academies",
            "freeSchools",
            "universityTechnicalColleges",
            "studioSchools",
            "cityTechnologyColleges",
            "singleAcademyTrust",
            "multiAcademyTrust",
            "academyTrustUnknown",
            "federated");

    private static Counts counts(Row row, Map<String, Long> inFederations) {
        List<Long> numbers = new ArrayList<>();
        COUNTED.forEach(column -> numbers.add(
                column.equals("federated")
                        ? inFederations.getOrDefault(row.string("areaId"), 0L)
                        : row.integer(column)));
        return new Counts(Cells.ref(row, "area"), numbers);
    }

    private static List<@Nullable Object> cells(Counts counts) {
        long schools = counts.of("schools");
        long underTrusts = counts.of("academies")
                + counts.of("freeSchools")
                + counts.of("universityTechnicalColleges")
                + counts.of("studioSchools")
                + counts.of("cityTechnologyColleges");
        return Arrays.asList(
                counts.area(),
                schools,
                counts.of("schoolsWithPupils") == 0 ? null : counts.of("pupils"),
                counts.of("laMaintained"),
                counts.of("academies"),
                counts.of("freeSchools"),
                counts.of("academies") + counts.of("freeSchools"),
                counts.of("universityTechnicalColleges"),
                counts.of("studioSchools"),
                counts.of("cityTechnologyColleges"),
                counts.of("singleAcademyTrust"),
                counts.of("multiAcademyTrust"),
                counts.of("academyTrustUnknown"),
                counts.of("welshMaintained"),
                counts.of("federated"),
                share(underTrusts, schools),
                // Welsh schools are their authorities' too.
                share(counts.of("laMaintained") + counts.of("welshMaintained"), schools),
                share(counts.of("singleAcademyTrust"), schools),
                share(counts.of("multiAcademyTrust"), schools),
                share(counts.of("federated"), schools));
    }

    /** Of nothing there is no share. */
    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static Map<String, @Nullable Object> total(List<Counts> areas) {
        List<Long> sums = IntStream.range(0, COUNTED.size())
                .mapToObj(i ->
                        areas.stream().mapToLong(area -> area.numbers().get(i)).sum())
                .toList();
        List<@Nullable Object> cells = new ArrayList<>(cells(new Counts(null, sums)));
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        for (int i = 1; i < COLUMNS.size(); i++) {
            total.put(COLUMNS.get(i).name(), cells.get(i));
        }
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("total", total);
        return beside;
    }
}
