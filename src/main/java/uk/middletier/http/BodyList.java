package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.BodyFilter;
import uk.middletier.cypher.BodySort;
import uk.middletier.cypher.BodyStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.graph.Row;
import uk.middletier.model.BodyKind;

/** {@code /v1/bodies}: bodies of every kind with their schools on a day. */
final class BodyList {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("name"),
            Column.text("kind"),
            Column.text("formality"),
            Column.text("status"),
            Column.bool("open"),
            Column.date("from"),
            Column.date("to"),
            Column.integer("schools"));

    /** {@code multi-academy-trust}: the kind as a caller writes it, in the order of the enum. */
    private static final List<String> KINDS =
            Arrays.stream(BodyKind.values()).map(BodyKind::word).toList();

    static final Route ROUTE = Route.table(
                    "/v1/bodies",
                    "bodies",
                    "trusts, authorities, federations, sponsors and other bodies, with their schools on a day",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.any("kind", new ParameterType.Choice(KINDS), "of this kind"),
                            Parameter.optional(
                                    "q",
                                    new ParameterType.Text(200),
                                    "words of the name; or a Companies House number, UKPRN or code"),
                            Parameter.AREA,
                            Parameter.choice(
                                    "open", "true", List.of("true", "false", "any"), "whether it exists on the day"),
                            Parameter.optional(
                                    "minSchools",
                                    new ParameterType.Whole(0, 100_000),
                                    "at least so many open schools on the day"),
                            Parameter.choice(
                                    "sort", "name", List.of("name", "schools"), "the order; most schools first")),
                    BodyList::plan)
            .giving(Schema.rows(COLUMNS, "id", "name", "kind", "open", "schools"));

    private BodyList() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        String typed = parameters.text("q");
        if (typed != null && typed.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new Refusal(
                    Problem.ofParameter(ProblemType.INVALID_PARAMETER, "q holds neither a letter nor a digit", "q"));
        }
        BodyFilter filter = new BodyFilter(
                typed,
                parameters.texts("kind").stream().map(BodyList::label).toList(),
                SchoolList.areaFilter(parameters),
                parameters.threeWay("open"),
                parameters.optionalWhole("minSchools"));
        BodySort sort = BodySort.valueOf(parameters.word("sort").toUpperCase(Locale.ROOT));
        Statement statement = BodyStatements.list(
                filter, sort, parameters.asOf(), question.page().window());
        return Plan.of(
                statement, reads -> new Answer.Table(COLUMNS, new StoreTable(reads.rows(statement), BodyList::cells)));
    }

    private static List<@Nullable Object> cells(Row row) {
        return Arrays.asList(
                COLUMNS.stream().map(column -> row.get(column.name())).toArray());
    }

    private static String label(String word) {
        return BodyKind.findWord(word).orElseThrow().label();
    }
}
