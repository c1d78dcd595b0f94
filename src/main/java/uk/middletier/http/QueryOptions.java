package uk.middletier.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.http.Endpoint.Chosen.Choice;
import uk.middletier.query.QueryParameter;
import uk.middletier.query.SavedQuery;
import uk.middletier.query.ValueType;

/** {@code /v1/queries/{name}/parameters/{parameter}/options}: what a parameter of a saved query may be. */
final class QueryOptions {
    private static final String PATH = "/v1/queries/{name}/parameters/{parameter}/options";
    private static final List<Column> COLUMNS = List.of(Column.text("value"), Column.text("label"));
    private static final List<Parameter> PARAMETERS = List.of(Parameter.optional(
            "q", new ParameterType.Text(100), "only values in whose id or name these letters stand"));

    private final SavedQueries queries;

    QueryOptions(SavedQueries queries) {
        this.queries = queries;
    }

    Route route() {
        return Route.chosen(
                        PATH,
                        "queryOptions",
                        "the values a parameter of a saved query may have",
                        PARAMETERS,
                        Format.TABLE,
                        List.of(Route.Method.GET),
                        this::choose)
                .giving(Schema.rows(COLUMNS, "value", "label"));
    }

    private Choice choose(Request request, HeldRelease release) {
        SavedQuery query = queries.find(String.valueOf(request.pathValues().get("name")));
        String name = String.valueOf(request.pathValues().get("parameter"));
        QueryParameter parameter = query.findParameter(name)
                .orElseThrow(() -> new Refusal(Problem.of(
                                ProblemType.UNKNOWN_ID, query.name() + " has no parameter \"" + name + "\"")
                        .withSuggestion(Suggestions.nearest(
                                        name,
                                        query.parameters().stream()
                                                .map(QueryParameter::name)
                                                .toList())
                                .orElse(null))));
        Route route = Route.table(
                        PATH,
                        "queryOptions",
                        parameter.description(),
                        PARAMETERS,
                        question -> plan(parameter, question))
                .with(query.text());
        return new Choice(route, request);
    }

    private Plan plan(QueryParameter parameter, Question question) {
        String typed = question.parameters().text("q");
        ValueType type = parameter.type() instanceof ValueType.Several several ? several.of() : parameter.type();
        Stream<ParameterType.Option> found =
                options(parameter, type, typed == null ? "" : typed.toLowerCase(Locale.ROOT), question.release());
        List<List<@Nullable Object>> rows =
                question.page().of(found.map(option -> Arrays.asList(option.value(), option.label())));
        return new Plan(List.of(), reads -> new Answer.Table(COLUMNS, TableRows.of(rows)));
    }

    private Stream<ParameterType.Option> options(
            QueryParameter parameter, ValueType type, String typed, HeldRelease release) {
        if (type instanceof ValueType.Id id) {
            return NodeIds.search(release, id.labels(), typed)
                    .map(ref -> new ParameterType.Option(ref.id(), ref.name()));
        }
        List<ParameterType.Option> all;
        if (type instanceof ValueType.Options listed) {
            all = queries.options(release, listed.statement());
        } else if (type instanceof ValueType.Choice choice) {
            all = choice.words().stream()
                    .map(word -> new ParameterType.Option(word, word))
                    .toList();
        } else if (type instanceof ValueType.Flag) {
            all = List.of(new ParameterType.Option("true", "true"), new ParameterType.Option("false", "false"));
        } else {
            throw new Refusal(Problem.of(
                    ProblemType.NOT_FOUND,
                    "the values of " + parameter.name() + " cannot be listed: it takes any " + type.word()));
        }
        return all.stream()
                .filter(option -> option.value().toLowerCase(Locale.ROOT).contains(typed)
                        || option.label().toLowerCase(Locale.ROOT).contains(typed));
    }
}
