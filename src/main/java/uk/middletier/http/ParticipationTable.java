package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.ParticipationStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.measure.Participation;
import uk.middletier.measure.Participation.Depth;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Timeline;

/** {@code /v1/participation}: scope and depth of programmes, on a day and over time. */
final class ParticipationTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("programme"),
            Column.text("strand"),
            Column.integer("eligible"),
            Column.integer("schools"),
            Column.decimal("participation"),
            Column.integer("groups"),
            Column.integer("groupSizeMin"),
            Column.decimal("groupSizeMedian"),
            Column.integer("groupSizeMax"),
            Column.decimal("groupSizeMean"),
            Column.decimal("crossBoundary"),
            Column.decimal("intakeMix"),
            Column.any("depth"));

    static final Route ROUTE = Route.measured(
                    "/v1/participation",
                    "participation",
                    "how many schools are in the groups of each strand of a programme, what the groups are like, and what was"
                            + " observed of them",
                    parameters(List.of(Parameter.AS_OF)),
                    question -> plan(question, List.of(question.parameters().asOf()), false))
            .giving(schema(false));

    static final Route SERIES = Route.measured(
                    "/v1/participation/series",
                    "participationSeries",
                    "the same over time",
                    parameters(List.of(Parameter.FROM, Parameter.TO, Parameter.STEP)),
                    question -> plan(question, AreaSeries.dates(question.parameters()), true))
            .giving(schema(true));

    private ParticipationTable() {}

    private static List<Parameter> parameters(List<Parameter> days) {
        List<Parameter> all = new ArrayList<>(days);
        all.addAll(List.of(
                Programmes.PROGRAMME,
                Parameter.any(
                        "kind",
                        new ParameterType.Choice(SpreadTable.KINDS),
                        "strands of this kind of body; every kind under a programme, and those in which schools work together"
                                + " without being governed or sponsored, if it is absent"),
                Parameter.AREA,
                Parameter.PHASE,
                Parameter.SCOPE));
        return all;
    }

    private static List<Column> columns(boolean series) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (series) {
            columns.add(0, Column.date("date"));
        }
        return columns;
    }

    private static Schema schema(boolean series) {
        Schema depth = Schema.object(Schema.TEXT, "measure", "of")
                .field("unit", Schema.TEXT.orNull())
                .field("subjects", Schema.INTEGER)
                .field("mean", Schema.NUMBER);
        Schema row = Schema.object(
                        columns(series),
                        "strand",
                        "eligible",
                        "schools",
                        "participation",
                        "groups",
                        "groupSizeMin",
                        "groupSizeMedian",
                        "groupSizeMax",
                        "groupSizeMean",
                        "crossBoundary")
                .field("depth", Schema.list(depth));
        return Schema.object().field("rows", Schema.list(row));
    }

    private static Plan plan(Question question, List<LocalDate> dates, boolean series) {
        Parameters parameters = question.parameters();
        Timeline timeline = question.release().timeline();
        Set<BodyKind> kinds = Programmes.kinds(parameters);
        String programme = parameters.text("programme");
        Scope scope = Scope.find(parameters.word("scope")).orElseThrow();
        List<String> phases = parameters.texts("phase");
        Vocabulary.Area area = parameters.area();
        Participation.Question asked = new Participation.Question(
                kinds,
                programme,
                area == null ? null : timeline.tier().find(area.id()).orElseThrow(),
                timeline.counted(new Filter(phases, scope)));
        LocalDate last = dates.get(dates.size() - 1);
        OverlapStatements.Schools schools =
                new OverlapStatements.Schools(SchoolList.areaFilter(parameters), phases, scope, last);
        List<Statement> statements = List.of(
                ParticipationStatements.eligible(schools),
                ParticipationStatements.groups(
                        List.copyOf(kinds.isEmpty() ? EnumSet.allOf(BodyKind.class) : kinds), programme, schools),
                ParticipationStatements.observed(last));
        return new Plan(statements, reads -> {
            Participation participation = Participation.of(timeline, asked);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (LocalDate date : dates) {
                reads.checkTime();
                for (Participation.Row row : participation.on(Days.of(date))) {
                    List<@Nullable Object> cells = new ArrayList<>(cells(row));
                    if (series) {
                        cells.add(0, date);
                    }
                    rows.add(cells);
                }
            }
            return new Answer.Summary(columns(series), rows, Map.of());
        });
    }

    private static List<@Nullable Object> cells(Participation.Row row) {
        return Arrays.asList(
                row.programme(),
                row.strand().word(),
                row.eligible(),
                row.schools(),
                row.participation(),
                row.groups(),
                row.groupSizeMin(),
                row.groupSizeMedian(),
                row.groupSizeMax(),
                row.groupSizeMean(),
                row.crossBoundary(),
                row.intakeMix(),
                row.depth().stream().map(ParticipationTable::depth).toList());
    }

    private static Map<String, @Nullable Object> depth(Depth depth) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("measure", depth.measure());
        cells.put("unit", depth.unit());
        cells.put("of", depth.of());
        cells.put("subjects", depth.subjects());
        cells.put("mean", depth.mean());
        return cells;
    }
}
