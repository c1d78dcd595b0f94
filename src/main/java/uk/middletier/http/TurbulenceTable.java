package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.TurbulenceStatements;
import uk.middletier.export.Column;
import uk.middletier.measure.Definition;
import uk.middletier.measure.Turbulence;
import uk.middletier.measure.TurbulenceQuestion;
import uk.middletier.model.AreaKind;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Ticks;
import uk.middletier.timeline.Ticks.Step;

/** {@code /v1/turbulence}: how fast it changes who runs what, in each area and period. */
final class TurbulenceTable {
    /** Areas times periods: what fits in one answer. */
    private static final int MOST_ROWS = 50_000;

    private static final List<Column> COLUMNS = columns();

    static final Route ROUTE = Route.measured(
                    "/v1/turbulence",
                    "turbulence",
                    "openings, closures, conversions, transfers and mergers of each area, from one day on and before another",
                    List.of(
                            Window.FROM,
                            Window.TO,
                            Parameter.choice(
                                    "by",
                                    AreaKind.LOCAL_AUTHORITY.word(),
                                    AreaList.KINDS,
                                    "a row for each area of this kind"),
                            Parameter.AREA,
                            Parameter.PHASE,
                            Parameter.SCOPE,
                            Parameter.optional(
                                    "step",
                                    new ParameterType.Choice(Step.WORDS),
                                    "a row for each period of this length")),
                    TurbulenceTable::plan)
            .giving(Schema.object()
                    .field("rows", Schema.rows(COLUMNS, "area", "from", "to"))
                    .field("total", Schema.object(COLUMNS.subList(1, COLUMNS.size()), "from", "to")));

    private TurbulenceTable() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Window window = Window.of(parameters);
        AreaKind by = AreaKind.find(parameters.word("by")).orElseThrow();
        Vocabulary.Area area = parameters.area();
        Filter filter = EventList.filter(parameters);
        List<LocalDate> bounds =
                bounds(window, parameters.text("step"), by, question.release().vocabulary());
        TurbulenceStatements statements = new TurbulenceStatements(
                by, SchoolList.areaFilter(parameters), filter.phases(), filter.scope(), window.from(), window.to());
        return new Plan(statements.all(), reads -> {
            Turbulence turbulence = Turbulence.of(
                    question.release().timeline(),
                    new TurbulenceQuestion(by, area == null ? null : area.id(), filter, bounds));
            List<List<@Nullable Object>> rows =
                    turbulence.rows().stream().map(TurbulenceTable::cells).toList();
            return new Answer.Summary(COLUMNS, rows, total(turbulence.total()));
        });
    }

    private static List<LocalDate> bounds(Window window, @Nullable String step, AreaKind by, Vocabulary vocabulary) {
        if (step == null) {
            return List.of(window.from(), window.to());
        }
        // First days of the periods, and the day after the last, which may be cut short.
        List<LocalDate> bounds = new ArrayList<>(Ticks.of(
                window.from(), window.to().minusDays(1), Step.find(step).orElseThrow()));
        if (bounds.isEmpty()) {
            bounds.add(window.from());
        }
        bounds.add(window.to());
        long areas =
                vocabulary.areas().stream().filter(area -> area.kind() == by).count();
        if (areas * bounds.size() > MOST_ROWS) {
            throw new Refusal(Problem.ofParameter(
                            ProblemType.INVALID_PARAMETER,
                            areas + " areas in " + (bounds.size() - 1) + " periods are more than " + MOST_ROWS
                                    + " rows; a longer step or a shorter time has fewer",
                            "step")
                    .withAllowed(Step.WORDS));
        }
        return bounds;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.ref("area"), Column.date("from"), Column.date("to")));
        for (Definition definition : Turbulence.DEFINITIONS) {
            columns.add(definition.whole() ? Column.integer(definition.id()) : Column.decimal(definition.id()));
        }
        return List.copyOf(columns);
    }

    private static List<@Nullable Object> cells(Turbulence.Row row) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(row.area(), row.from(), row.to()));
        cells.addAll(row.values());
        return cells;
    }

    private static Map<String, @Nullable Object> total(Turbulence.Row row) {
        List<@Nullable Object> cells = cells(row);
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        for (int i = 1; i < COLUMNS.size(); i++) {
            total.put(COLUMNS.get(i).name(), cells.get(i));
        }
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("total", total);
        return beside;
    }
}
