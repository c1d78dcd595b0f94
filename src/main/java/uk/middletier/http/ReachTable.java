package uk.middletier.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.ReachStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.measure.Reach;
import uk.middletier.measure.Reach.By;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Ids;
import uk.middletier.model.Labels;
import uk.middletier.model.Ref;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Overlay.Designation;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/** {@code /v1/reach}: how far schools are from support. */
final class ReachTable {
    private static final String GROUPS = "groups";
    private static final String COLD_SPOTS = "cold-spots";
    private static final String SCHOOLS = "schools";
    private static final String URBAN_RURAL = "urban-rural";
    private static final String SECTOR = "sector";
    private static final String ALL = "all";

    private static final List<Column> OF_SCHOOLS = List.of(
            Column.ref("school"),
            Column.ref("area"),
            Column.bool("rural"),
            Column.text("sector"),
            Column.ref("provider"),
            Column.decimal("nearestKm"),
            Column.bool("without"));

    static final Route ROUTE = Route.table(
                    "/v1/reach",
                    "reach",
                    "how far schools are from the nearest school designated to support others, and which have none near",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.any(
                                    "as",
                                    new ParameterType.Listed(ReachTable::designations),
                                    "schools so designated, such as teaching-school or NLE; any designation if it is absent"),
                            Parameter.optional(
                                    "radius",
                                    new ParameterType.Decimal(0, 2000),
                                    "km within which every school should find one; 3 for urban and 8 for rural schools if it"
                                            + " is absent"),
                            Parameter.choice(
                                    "by",
                                    AreaKind.LOCAL_AUTHORITY.word(),
                                    Stream.concat(AreaList.KINDS.stream(), Stream.of(URBAN_RURAL, SECTOR, ALL))
                                            .toList(),
                                    "what schools are put together by"),
                            Parameter.AREA,
                            Parameter.PHASE,
                            Parameter.SCOPE,
                            Parameter.choice(
                                    "shape",
                                    GROUPS,
                                    List.of(GROUPS, COLD_SPOTS, SCHOOLS),
                                    "a row for each group of schools, each school without a provider near, or each school")),
                    ReachTable::plan)
            .giving(schema());

    private ReachTable() {}

    private static List<ParameterType.Option> designations(HeldRelease release) {
        return release.timeline().overlay().designations().stream()
                .map(Designation::as)
                .distinct()
                .sorted()
                .map(as -> new ParameterType.Option(as, as))
                .toList();
    }

    private static Schema schema() {
        Schema group = Schema.object(columns(false), "schools", "providers", "located", "judged")
                .field("group", Schema.either(Schema.TEXT, Schema.REF));
        return Schema.either(Schema.list(group), Schema.rows(OF_SCHOOLS, "school", "sector"));
    }

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Timeline timeline = question.release().timeline();
        List<String> as = parameters.texts("as");
        Scope scope = Scope.find(parameters.word("scope")).orElseThrow();
        List<String> phases = parameters.texts("phase");
        Vocabulary.Area within = parameters.area();
        By by = by(parameters.word("by"));
        Reach.Question asked = new Reach.Question(
                Set.copyOf(as),
                parameters.optionalDecimal("radius"),
                by,
                AreaKind.find(parameters.word("by")).orElse(AreaKind.LOCAL_AUTHORITY),
                within == null ? null : within.id(),
                new Filter(phases, scope),
                Days.of(parameters.asOf()));
        OverlapStatements.Schools schools =
                new OverlapStatements.Schools(SchoolList.areaFilter(parameters), phases, scope, parameters.asOf());
        String shape = parameters.word("shape");
        return Plan.of(ReachStatements.nearest(as, schools), reads -> {
            Reach reach = Reach.of(timeline, asked);
            if (shape.equals(GROUPS)) {
                boolean areas = by == By.AREA;
                return new Answer.Table(
                        columns(areas),
                        TableRows.of(question.page()
                                .of(reach.groups().stream().map(group -> cells(group, areas, timeline.tier())))));
            }
            List<Reach.School> rows = shape.equals(COLD_SPOTS) ? reach.coldSpots() : reach.all();
            return new Answer.Table(
                    OF_SCHOOLS, TableRows.of(question.page().of(rows.stream().map(row -> cells(row, timeline)))));
        });
    }

    private static By by(String word) {
        return switch (word) {
            case URBAN_RURAL -> By.URBAN_RURAL;
            case SECTOR -> By.SECTOR;
            case ALL -> By.ALL;
            default -> By.AREA;
        };
    }

    private static List<Column> columns(boolean areas) {
        List<Column> columns = new ArrayList<>();
        columns.add(areas ? Column.ref("group") : Column.text("group"));
        columns.addAll(List.of(
                Column.integer("schools"),
                Column.integer("providers"),
                Column.integer("located"),
                Column.decimal("medianKm"),
                Column.decimal("maxKm"),
                Column.integer("judged"),
                Column.integer("without"),
                Column.decimal("withoutShare")));
        return columns;
    }

    private static List<@Nullable Object> cells(Reach.Group group, boolean areas, Tier tier) {
        return Arrays.asList(
                areas ? tier.ref(group.unit()) : group.name(),
                group.schools(),
                group.providers(),
                group.located(),
                group.medianKm(),
                group.maxKm(),
                group.judged(),
                group.without(),
                group.withoutShare());
    }

    private static List<@Nullable Object> cells(Reach.School row, Timeline timeline) {
        Schools schools = timeline.schools();
        return Arrays.asList(
                ref(schools, row.school()),
                row.authority() < 0 ? null : timeline.tier().ref(row.authority()),
                row.rural(),
                row.sector().word(),
                row.provider() < 0 ? null : ref(schools, row.provider()),
                row.km(),
                row.without());
    }

    private static Ref ref(Schools schools, int school) {
        return new Ref(Ids.school(schools.urn(school)), schools.name(school), Labels.SCHOOL);
    }
}
