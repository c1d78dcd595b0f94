package uk.middletier.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphException;
import uk.middletier.graph.QueryPlan;
import uk.middletier.query.ForbiddenStatement;
import uk.middletier.query.Guard;
import uk.middletier.query.QueryLibrary;
import uk.middletier.query.QueryParameter;
import uk.middletier.query.SavedQuery;
import uk.middletier.query.ValueType;

/** The library of saved queries as the routes need it: found by name, planned, with parameters that check themselves. */
final class SavedQueries {
    static final Duration PLANNING = Duration.ofSeconds(10);
    private static final int MOST_PLANS = 2_000;
    private static final int MOST_TEXT = 500;

    private final QueryLibrary library;
    private final Cache<Key, QueryPlan> plans =
            Caffeine.newBuilder().maximumSize(MOST_PLANS).build();
    private final Cache<Key, List<ParameterType.Option>> options =
            Caffeine.newBuilder().maximumSize(MOST_PLANS).build();

    /** A release never changes, and a text means the same as long as it is the same. */
    private record Key(String release, String statement) {}

    SavedQueries(QueryLibrary library) {
        this.library = library;
    }

    QueryLibrary.Shelf shelf() {
        return library.shelf();
    }

    /** The query of that name, or a refusal that says why there is none. */
    SavedQuery find(String name) {
        QueryLibrary.Shelf shelf = library.shelf();
        return shelf.find(name)
                .orElseThrow(() -> new Refusal(shelf.broken().stream()
                        .filter(broken -> broken.name().equals(name))
                        .findFirst()
                        .map(SavedQueries::broken)
                        .orElseGet(() -> Problem.of(ProblemType.UNKNOWN_ID, "there is no saved query \"" + name + "\"")
                                .withSuggestion(Suggestions.nearest(
                                                name, shelf.queries().keySet())
                                        .orElse(null)))));
    }

    private static Problem broken(QueryLibrary.Broken broken) {
        return Problem.of(
                ProblemType.BROKEN_QUERY, broken.file() + ", line " + broken.line() + ": " + broken.message());
    }

    /** The statement of a query with the values it is asked with. */
    static Statement statement(SavedQuery query, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        query.parameters().forEach(parameter -> all.put(parameter.name(), values.get(parameter.name())));
        return new Statement(query.statement(), all);
    }

    /** What a statement does, which is known to be only reading, or a refusal. */
    QueryPlan plan(HeldRelease release, Statement statement) {
        Key key = new Key(release.manifest().id(), statement.text());
        return told(statement.text(), () -> plans.get(key, none -> Guard.check(release.store(), statement, PLANNING)));
    }

    /** The values one of which a parameter takes, as a statement of the query's gives them. */
    List<ParameterType.Option> options(HeldRelease release, String statement) {
        Key key = new Key(release.manifest().id(), statement);
        return told(
                statement,
                () -> options.get(key, none -> {
                    Statement asked = new Statement(statement, Map.of());
                    List<String> columns =
                            Guard.check(release.store(), asked, PLANNING).columns();
                    if (!columns.contains("value")) {
                        throw new GraphException(
                                GraphException.Kind.INVALID,
                                "what gives the options has no column \"value\": " + statement);
                    }
                    boolean labelled = columns.contains("label");
                    return new Reads(release.store(), PLANNING)
                            .list(
                                    asked,
                                    row -> new ParameterType.Option(
                                            String.valueOf(row.get("value")),
                                            String.valueOf(row.get(labelled ? "label" : "value"))));
                }));
    }

    /** The parameters of a query as those of a route. */
    List<Parameter> parameters(SavedQuery query) {
        List<Parameter> parameters = new ArrayList<>();
        for (QueryParameter declared : query.parameters()) {
            boolean several = declared.type() instanceof ValueType.Several;
            ParameterType type = type(declared.type());
            parameters.add(new Parameter(
                    declared.name(),
                    type,
                    several,
                    defaultValue(declared),
                    declared.required(),
                    declared.description()));
        }
        return parameters;
    }

    private static @Nullable String defaultValue(QueryParameter declared) {
        String value = declared.defaultValue();
        return QueryParameter.RELEASE.equals(value) && declared.type() instanceof ValueType.Day
                ? Parameter.EXTRACT_DATE
                : value;
    }

    private ParameterType type(ValueType type) {
        if (type instanceof ValueType.Whole whole) {
            return new ParameterType.Whole(
                    Objects.requireNonNullElse(whole.min(), Long.MIN_VALUE),
                    Objects.requireNonNullElse(whole.max(), Long.MAX_VALUE));
        }
        if (type instanceof ValueType.Decimal decimal) {
            return new ParameterType.Decimal(
                    Objects.requireNonNullElse(decimal.min(), -Double.MAX_VALUE),
                    Objects.requireNonNullElse(decimal.max(), Double.MAX_VALUE));
        }
        if (type instanceof ValueType.Choice choice) {
            return new ParameterType.Choice(choice.words());
        }
        if (type instanceof ValueType.Options listed) {
            return new ParameterType.Listed(release -> options(release, listed.statement()));
        }
        if (type instanceof ValueType.Id id) {
            return new ParameterType.NodeId(id.labels());
        }
        if (type instanceof ValueType.Several several) {
            return type(several.of());
        }
        if (type instanceof ValueType.Flag) {
            return new ParameterType.Flag();
        }
        return type instanceof ValueType.Day ? new ParameterType.Day() : new ParameterType.Text(MOST_TEXT);
    }

    /** Runs what somebody else's Cypher makes fail; what it fails with is theirs to know. */
    static <T> T told(String statement, Supplier<T> work) {
        try {
            return work.get();
        } catch (ForbiddenStatement e) {
            throw new Refusal(Problem.of(ProblemType.FORBIDDEN_STATEMENT, String.valueOf(e.getMessage())));
        } catch (GraphException e) {
            if (e.kind() == GraphException.Kind.FORBIDDEN) {
                throw new Refusal(Problem.of(ProblemType.FORBIDDEN_STATEMENT, String.valueOf(e.getMessage())));
            }
            if (e.kind() == GraphException.Kind.INVALID || e.kind() == GraphException.Kind.FAILED) {
                throw new Refusal(invalid(statement, e));
            }
            throw e;
        }
    }

    private static Problem invalid(String statement, GraphException failure) {
        Problem problem = Problem.of(ProblemType.INVALID_CYPHER, String.valueOf(failure.getMessage()));
        if (failure.offset().isEmpty()) {
            return problem;
        }
        int offset = Math.min(failure.offset().getAsInt(), statement.length());
        String before = statement.substring(0, offset);
        long line = 1 + before.chars().filter(letter -> letter == '\n').count();
        int column = offset - before.lastIndexOf('\n');
        return problem.at(new Problem.Place(line, column, offset));
    }
}
