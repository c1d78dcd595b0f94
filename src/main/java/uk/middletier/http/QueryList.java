package uk.middletier.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.http.Endpoint.Chosen.Choice;
import uk.middletier.query.QueryColumn;
import uk.middletier.query.QueryLibrary;
import uk.middletier.query.QueryParameter;
import uk.middletier.query.SavedQuery;
import uk.middletier.query.ValueType;

/** {@code /v1/queries} and {@code /v1/queries/{name}}: which saved queries there are, and one of them whole. */
final class QueryList {
    private static final String PATH = "/v1/queries";
    private static final String ONE = PATH + "/{name}";
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.text("title"),
            Column.text("description"),
            Column.any("tags"),
            Column.any("parameters"),
            Column.any("returns"),
            Column.text("source"),
            Column.text("origin"),
            Column.text("results"));

    private final SavedQueries queries;

    QueryList(SavedQueries queries) {
        this.queries = queries;
    }

    List<Route> routes() {
        return List.of(
                Route.chosen(
                                PATH,
                                "queries",
                                "the saved queries, with their parameters; files that are broken",
                                List.of(
                                        Parameter.optional(
                                                "q", new ParameterType.Text(100), "only queries that hold these words"),
                                        Parameter.optional(
                                                "tag", new ParameterType.Text(100), "only queries with this tag")),
                                Format.TABLE,
                                List.of(Route.Method.GET),
                                this::list)
                        .giving(listSchema()),
                Route.chosen(
                                ONE,
                                "query",
                                "one saved query: text, parameters, columns, and how to call it",
                                List.of(),
                                Format.RECORD,
                                List.of(Route.Method.GET),
                                this::one)
                        .giving(querySchema()));
    }

    private static Schema listSchema() {
        Schema broken = Schema.object(Schema.TEXT, "name", "file", "problem").field("line", Schema.INTEGER);
        return Schema.object().field("rows", Schema.list(rowSchema())).field("broken", Schema.list(broken));
    }

    private static Schema querySchema() {
        return rowSchema()
                .field("expects", Schema.list(Schema.TEXT))
                .field("text", Schema.TEXT)
                .field("calls", Schema.object(Schema.TEXT, "curl", "python", "r"));
    }

    private static Schema rowSchema() {
        Schema parameter = Schema.object(Schema.TEXT, "name", "type", "description")
                .field("required", Schema.BOOLEAN)
                .field("default", Schema.TEXT.orNull())
                .optional("min", Schema.NUMBER.orNull())
                .optional("max", Schema.NUMBER.orNull())
                .optional("allowed", Schema.list(Schema.TEXT));
        Schema column = Schema.object(Schema.TEXT, "name", "type").field("nullable", Schema.BOOLEAN);
        return Schema.object(COLUMNS, "name", "title", "description", "origin", "results")
                .field("tags", Schema.list(Schema.TEXT))
                .field("parameters", Schema.list(parameter))
                .field("returns", Schema.list(column));
    }

    private Choice list(Request request, HeldRelease release) {
        QueryLibrary.Shelf shelf = queries.shelf();
        Route route = Route.measured(
                        PATH,
                        "queries",
                        "the saved queries",
                        List.of(
                                Parameter.optional("q", new ParameterType.Text(100), "words"),
                                Parameter.optional("tag", new ParameterType.Text(100), "tag")),
                        question -> plan(shelf, question))
                .with(shelf.mark());
        return new Choice(route, request);
    }

    private static Plan plan(QueryLibrary.Shelf shelf, Question question) {
        String words = question.parameters().text("q");
        String tag = question.parameters().text("tag");
        List<List<@Nullable Object>> rows = shelf.queries().values().stream()
                .filter(query -> words == null || holds(query, words))
                .filter(query -> tag == null || query.tags().contains(tag.toLowerCase(Locale.ROOT)))
                .map(QueryList::cells)
                .toList();
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("broken", shelf.broken().stream().map(QueryList::broken).toList());
        return new Plan(List.of(), reads -> new Answer.Summary(COLUMNS, rows, beside));
    }

    private static boolean holds(SavedQuery query, String words) {
        String text = (query.name() + " " + query.text()).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(text::contains);
    }

    private static List<@Nullable Object> cells(SavedQuery query) {
        return Arrays.asList(
                query.name(),
                query.title(),
                query.description(),
                query.tags(),
                query.parameters().stream().map(QueryList::parameter).toList(),
                query.returns().stream().map(QueryList::column).toList(),
                query.source(),
                query.origin(),
                results(query));
    }

    private static Map<String, @Nullable Object> broken(QueryLibrary.Broken broken) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", broken.name());
        fields.put("file", broken.file());
        fields.put("line", broken.line());
        fields.put("problem", broken.message());
        return fields;
    }

    private static Map<String, @Nullable Object> parameter(QueryParameter parameter) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", parameter.name());
        fields.put("type", parameter.type().word());
        fields.put("required", parameter.required());
        fields.put("default", parameter.defaultValue());
        if (parameter.type() instanceof ValueType.Whole whole) {
            fields.put("min", whole.min());
            fields.put("max", whole.max());
        } else if (parameter.type() instanceof ValueType.Decimal decimal) {
            fields.put("min", decimal.min());
            fields.put("max", decimal.max());
        } else if (parameter.type() instanceof ValueType.Choice choice) {
            fields.put("allowed", choice.words());
        }
        fields.put("description", parameter.description());
        return fields;
    }

    private static Map<String, @Nullable Object> column(QueryColumn column) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", column.name());
        fields.put("type", column.type());
        fields.put("nullable", column.nullable());
        return fields;
    }

    private static String results(SavedQuery query) {
        return PATH + "/" + query.name() + "/results";
    }

    private Choice one(Request request, HeldRelease release) {
        SavedQuery query = queries.find(String.valueOf(request.pathValues().get("name")));
        Route route = Route.record(ONE, "query", query.title(), List.of(), null, question -> {
                    Plan plan = Plan.of(SavedQueries.statement(query, Map.of()), reads -> new Answer.Item(item(query)));
                    queries.plan(question.release(), plan.statements().get(0));
                    return plan;
                })
                .with(query.text());
        return new Choice(route, request);
    }

    private static Map<String, @Nullable Object> item(SavedQuery query) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        List<@Nullable Object> cells = cells(query);
        for (int i = 0; i < COLUMNS.size(); i++) {
            fields.put(COLUMNS.get(i).name(), cells.get(i));
        }
        fields.put(
                "expects",
                query.expectations().stream().map(each -> each.text()).toList());
        fields.put("text", query.text());
        fields.put("calls", calls(query));
        return fields;
    }

    /** How notebooks call it; the server is where they run. */
    private static Map<String, @Nullable Object> calls(SavedQuery query) {
        List<String> pairs = new ArrayList<>();
        for (QueryParameter parameter : query.parameters()) {
            String trial = parameter.example() != null || parameter.required() ? parameter.trial() : null;
            if (trial != null) {
                pairs.add(parameter.name() + "=" + Parameters.encoded(trial));
            }
        }
        String address = "http://localhost:8080" + results(query)
                + pairs.stream().map(pair -> pair + "&").collect(Collectors.joining("", "?", "")) + "format=csv";
        Map<String, @Nullable Object> calls = new LinkedHashMap<>();
        calls.put("curl", "curl -s '" + address + "'");
        calls.put("python", "import pandas as pd\nrows = pd.read_csv(\"" + address + "\")");
        calls.put("r", "rows <- read.csv(\"" + address + "\")");
        return calls;
    }
}
