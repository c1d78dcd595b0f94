package uk.middletier.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.TypeStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.measure.CollaborationType;
import uk.middletier.measure.Types;
import uk.middletier.measure.Verdict;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Timeline;

/** {@code /v1/types}: which types of the literature bodies are of. */
final class TypesTable {
    private static final String BODIES = "bodies";
    private static final String COUNTS = "counts";

    private static final List<Column> OF_BODIES =
            List.of(Column.ref("body"), Column.integer("schools"), Column.any("types"), Column.any("undecided"));

    private static final List<Column> OF_COUNTS = List.of(
            Column.text("scheme"),
            Column.text("type"),
            Column.integer("bodies"),
            Column.integer("others"),
            Column.integer("undecided"));

    static final Route ROUTE = Route.table(
                    "/v1/types",
                    "types",
                    "which types of the literature bodies of two schools or more are of on a day, by rules from the record",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.any(
                                    "kind",
                                    new ParameterType.Choice(Types.KINDS.stream()
                                            .map(BodyKind::word)
                                            .toList()),
                                    "bodies of this kind"),
                            Parameter.optional(
                                    "area",
                                    new ParameterType.AreaId(),
                                    "bodies with a school in this area, wholly looked at"),
                            Parameter.optional("body", new ParameterType.BodyId(), "only this body"),
                            Parameter.any(
                                    "type",
                                    new ParameterType.Choice(Arrays.stream(CollaborationType.values())
                                            .map(CollaborationType::word)
                                            .toList()),
                                    "bodies that are of this type"),
                            Parameter.choice(
                                    "shape", BODIES, List.of(BODIES, COUNTS), "a row for each body, or each type")),
                    TypesTable::plan)
            .giving(schema());

    private TypesTable() {}

    private static Schema schema() {
        Schema rules = Schema.list(Schema.object(Schema.TEXT, "scheme", "type", "saw"));
        Schema body = Schema.object(OF_BODIES, "body", "schools")
                .field("types", rules)
                .field("undecided", rules);
        return Schema.either(
                Schema.list(body), Schema.rows(OF_COUNTS, "scheme", "type", "bodies", "others", "undecided"));
    }

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Timeline timeline = question.release().timeline();
        Set<BodyKind> given = Programmes.kinds(parameters);
        Set<BodyKind> kinds = given.isEmpty() ? EnumSet.copyOf(Types.KINDS) : given;
        Vocabulary.Area area = parameters.area();
        Ref body = parameters.body("body");
        Set<CollaborationType> types = EnumSet.noneOf(CollaborationType.class);
        parameters
                .texts("type")
                .forEach(word -> types.add(CollaborationType.find(word).orElseThrow()));
        Types.Question asked = new Types.Question(
                kinds,
                body == null ? null : timeline.tier().find(body.id()).orElseThrow(),
                area == null ? null : timeline.tier().find(area.id()).orElseThrow(),
                types,
                Days.of(parameters.asOf()));
        boolean counts = parameters.word("shape").equals(COUNTS);
        return Plan.of(
                TypeStatements.members(List.copyOf(kinds), body == null ? null : body.id(), parameters.asOf()),
                reads -> {
                    List<Types.Row> rows = Types.of(timeline, asked);
                    return counts
                            ? new Answer.Table(
                                    OF_COUNTS,
                                    TableRows.of(question.page()
                                            .of(Types.counts(rows).stream().map(TypesTable::cells))))
                            : new Answer.Table(
                                    OF_BODIES,
                                    TableRows.of(
                                            question.page().of(rows.stream().map(row -> cells(row, timeline)))));
                });
    }

    private static List<@Nullable Object> cells(Types.Count count) {
        return Arrays.asList(
                count.type().scheme().word(), count.type().word(), count.bodies(), count.others(), count.undecided());
    }

    private static List<@Nullable Object> cells(Types.Row row, Timeline timeline) {
        return Arrays.asList(timeline.tier().ref(row.unit()), row.schools(), said(row, Boolean.TRUE), said(row, null));
    }

    private static List<Map<String, @Nullable Object>> said(Types.Row row, @Nullable Boolean applies) {
        return row.verdicts().stream()
                .filter(verdict -> Objects.equals(verdict.applies(), applies))
                .map(TypesTable::verdict)
                .toList();
    }

    private static Map<String, @Nullable Object> verdict(Verdict verdict) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("scheme", verdict.type().scheme().word());
        cells.put("type", verdict.type().word());
        cells.put("saw", verdict.saw());
        return cells;
    }
}
