package uk.middletier.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.FlowStatements;
import uk.middletier.export.Column;
import uk.middletier.measure.Flows;
import uk.middletier.measure.FlowsQuestion;
import uk.middletier.measure.FlowsQuestion.Between;
import uk.middletier.timeline.Filter;

/** {@code /v1/flows}: what became of the schools of one day by another, for a Sankey diagram. */
final class FlowsTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("source"),
            Column.text("sourceName"),
            Column.text("sourceKind"),
            Column.text("target"),
            Column.text("targetName"),
            Column.text("targetKind"),
            Column.integer("schools"),
            Column.integer("pupils"));

    static final Route ROUTE = Route.lineages(
                    "/v1/flows",
                    "flows",
                    "schools that moved between sectors or bodies from one day to another, as nodes and links",
                    List.of(
                            Window.FROM,
                            Window.TO,
                            Parameter.choice(
                                    "between",
                                    word(Between.SECTORS),
                                    Arrays.stream(Between.values())
                                            .map(FlowsTable::word)
                                            .toList(),
                                    "what they move between"),
                            Parameter.AREA,
                            Parameter.PHASE,
                            Parameter.SCOPE,
                            Parameter.choice(
                                    "stayed",
                                    "false",
                                    List.of("false", "true"),
                                    "whether schools that stayed where they were are shown too")),
                    FlowsTable::plan)
            .giving(Schema.object()
                    .field(
                            "links",
                            Schema.rows(
                                    COLUMNS,
                                    "source",
                                    "sourceName",
                                    "sourceKind",
                                    "target",
                                    "targetName",
                                    "targetKind",
                                    "schools"))
                    .field(
                            "nodes",
                            Schema.list(Schema.object(Schema.TEXT, "id", "name", "kind", "side")
                                    .field("schools", Schema.INTEGER)))
                    .field(
                            "total",
                            Schema.object(
                                    Schema.INTEGER,
                                    "schoolsFrom",
                                    "schoolsTo",
                                    "stayed",
                                    "moved",
                                    "merged",
                                    "closed",
                                    "opened")));

    private FlowsTable() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Window window = Window.of(parameters);
        Vocabulary.Area area = parameters.area();
        Filter filter = EventList.filter(parameters);
        FlowsQuestion asked = new FlowsQuestion(
                window.from(),
                window.to(),
                Between.valueOf(parameters.word("between").toUpperCase(Locale.ROOT)),
                area == null ? null : area.id(),
                filter,
                Boolean.parseBoolean(parameters.word("stayed")));
        return Plan.of(
                FlowStatements.governed(window.from(), window.to(), SchoolList.areaFilter(parameters), filter.phases()),
                reads -> answer(Flows.of(question.release().timeline(), asked)));
    }

    private static Answer answer(Flows flows) {
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("nodes", flows.nodes().stream().map(FlowsTable::node).toList());
        beside.put("total", total(flows.total()));
        return new Answer.Summary(
                "links", COLUMNS, flows.links().stream().map(FlowsTable::cells).toList(), beside);
    }

    private static List<@Nullable Object> cells(Flows.Link link) {
        return Arrays.asList(
                link.source().id(),
                link.source().name(),
                link.source().kind(),
                link.target().id(),
                link.target().name(),
                link.target().kind(),
                link.schools(),
                link.pupils());
    }

    private static Map<String, @Nullable Object> node(Flows.Node node) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", node.ref().id());
        fields.put("name", node.ref().name());
        fields.put("kind", node.ref().kind());
        fields.put("side", node.side().word());
        fields.put("schools", node.schools());
        return fields;
    }

    private static Map<String, @Nullable Object> total(Flows.Total total) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("schoolsFrom", total.schoolsFrom());
        fields.put("schoolsTo", total.schoolsTo());
        fields.put("stayed", total.stayed());
        fields.put("moved", total.moved());
        fields.put("merged", total.merged());
        fields.put("closed", total.closed());
        fields.put("opened", total.opened());
        return fields;
    }

    private static String word(Between between) {
        return between.name().toLowerCase(Locale.ROOT);
    }
}
