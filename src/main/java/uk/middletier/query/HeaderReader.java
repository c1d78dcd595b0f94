package uk.middletier.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of one file; for one file only. */
final class HeaderReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern ROWS = Pattern.compile("rows\\s*(>=|<=|>|<|=)\\s*(\\d{1,9})");
    private static final Pattern COLUMNS = Pattern.compile("(unique|not null)\\s+(.+)");

    /** What an address says of a run beside the query's own parameters. */
    private static final Set<String> TAKEN = Set.of("release", "limit", "cursor", "format", "timeout");

    private static final List<String> TAGS =
            List.of("@tags", "@param", "@options", "@example", "@returns", "@source", "@expect");

    private final String name;
    private final String text;
    private final String origin;

    private @Nullable String title;
    private final List<String> description = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Draft> parameters = new ArrayList<>();
    private final Map<String, Said> options = new HashMap<>();
    private final Map<String, Said> examples = new HashMap<>();
    private final List<QueryColumn> returns = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private @Nullable String source;

    /** Something said in a line. */
    private record Said(int line, String text) {}

    private record Draft(
            int line,
            String name,
            String type,
            boolean optional,
            @Nullable String defaultValue,
            @Nullable String min,
            @Nullable String max,
            String description) {}

    HeaderReader(String name, String text, String origin) {
        this.name = name;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.origin = origin;
    }

    SavedQuery read() {
        if (!NAME.matcher(name).matches()) {
            throw new QueryProblem(
                    0, "\"" + name + "\" cannot be an address: take small letters, digits and single hyphens");
        }
        String[] lines = text.split("\n", -1);
        int at = 0;
        while (at < lines.length && lines[at].isBlank()) {
            at++;
        }
        while (at < lines.length && lines[at].strip().startsWith("//")) {
            readLine(at + 1, lines[at].strip().substring(2).strip());
            at++;
        }
        if (title == null) {
            throw new QueryProblem(1, "the file must begin with a line \"// title\"");
        }
        String statement = statement(lines, at);
        List<QueryParameter> finished = parameters.stream().map(this::finished).toList();
        refuseStray(options, "@options");
        refuseStray(examples, "@example");
        compareParameters(statement, finished, at);
        return new SavedQuery(
                name,
                title,
                String.join(" ", description),
                List.copyOf(tags),
                finished,
                List.copyOf(returns),
                source,
                List.copyOf(expectations),
                statement,
                text,
                origin);
    }

    private static String statement(String[] lines, int from) {
        String statement = String.join("\n", Arrays.asList(lines).subList(from, lines.length))
                .strip();
        if (statement.endsWith(";")) {
            statement = statement.substring(0, statement.length() - 1).strip();
        }
        if (statement.isEmpty()) {
            throw new QueryProblem(from, "no statement follows the header");
        }
        return statement;
    }

    private void readLine(int line, String said) {
        if (said.isEmpty()) {
            return;
        }
        if (!said.startsWith("@")) {
            if (title == null) {
                title = said;
            } else if (source != null && parameters.isEmpty() && returns.isEmpty()) {
                source = source + " " + said;
            } else {
                description.add(said);
            }
            return;
        }
        String tag = said.split("\\s+", 2)[0];
        String rest = said.substring(tag.length()).strip();
        if (rest.isEmpty()) {
            throw new QueryProblem(line, tag + " says nothing");
        }
        switch (tag) {
            case "@tags" -> tags.addAll(list(rest));
            case "@param" -> parameters.add(parameter(line, rest));
            case "@options" -> of(options, line, tag, rest);
            case "@example" -> of(examples, line, tag, rest);
            case "@returns" -> list(rest).forEach(column -> returns.add(column(line, column)));
            case "@source" -> source = source == null ? rest : source + " " + rest;
            case "@expect" -> expectations.add(expectation(line, rest));
            default -> throw new QueryProblem(line, "there is no " + tag + "; there are " + String.join(", ", TAGS));
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static void of(Map<String, Said> said, int line, String tag, String rest) {
        String[] parts = rest.split("\\s+", 2);
        if (parts.length < 2) {
            throw new QueryProblem(line, tag + " takes the name of a parameter and what is said of it");
        }
        if (said.put(parts[0], new Said(line, unquoted(parts[1].strip()))) != null) {
            throw new QueryProblem(line, "a second " + tag + " of " + parts[0]);
        }
    }

    private static Draft parameter(int line, String rest) {
        Words words = new Words(line, rest);
        String parameter = words.word();
        if (!IDENTIFIER.matcher(parameter).matches()) {
            throw new QueryProblem(line, "\"" + parameter + "\" is no name of a parameter: letters, digits and _");
        }
        if (TAKEN.contains(parameter)) {
            throw new QueryProblem(
                    line, "a parameter cannot be called " + parameter + ", which every run takes; choose another name");
        }
        String type = words.type();
        boolean optional = type.endsWith("?");
        String defaultValue = words.skip("=") ? unquoted(words.value()) : null;
        String min = words.skip("min") ? words.value() : null;
        String max = words.skip("max") ? words.value() : null;
        return new Draft(
                line,
                parameter,
                optional ? type.substring(0, type.length() - 1) : type,
                optional,
                defaultValue,
                min,
                max,
                words.rest());
    }

    private QueryParameter finished(Draft draft) {
        if (parameters.stream()
                        .filter(other -> other.name().equals(draft.name()))
                        .count()
                > 1) {
            throw new QueryProblem(draft.line(), "parameter " + draft.name() + " is declared twice");
        }
        Said example = examples.get(draft.name());
        return new QueryParameter(
                draft.name(),
                type(draft, draft.type()),
                draft.optional(),
                draft.defaultValue(),
                example == null ? null : example.text(),
                draft.description());
    }

    private ValueType type(Draft draft, String word) {
        Optional<String> several = inside(word, "list");
        if (several.isPresent()) {
            return new ValueType.Several(type(draft, several.get()));
        }
        Optional<String> words = inside(word, "enum");
        if (words.isPresent()) {
            return new ValueType.Choice(Arrays.stream(words.get().split("\\|", -1))
                    .map(String::strip)
                    .toList());
        }
        Optional<String> labels = inside(word, "id");
        if (labels.isPresent()) {
            return new ValueType.Id(Set.of(labels.get().split("\\|", -1)));
        }
        return switch (word) {
            case "string" -> new ValueType.Text();
            case "integer" -> new ValueType.Whole(whole(draft, draft.min()), whole(draft, draft.max()));
            case "decimal" -> new ValueType.Decimal(decimal(draft, draft.min()), decimal(draft, draft.max()));
            case "boolean" -> new ValueType.Flag();
            case "date" -> new ValueType.Day();
            case "enum" -> new ValueType.Options(optionsOf(draft));
            default ->
                throw new QueryProblem(
                        draft.line(),
                        "\"" + word + "\" is no type of a parameter; there are string, integer, decimal, boolean, date,"
                                + " enum(a|b), enum with a line @options, id(Label), and list(…) of these");
        };
    }

    private String optionsOf(Draft draft) {
        Said statement = options.get(draft.name());
        if (statement == null) {
            throw new QueryProblem(
                    draft.line(),
                    "enum needs its words, enum(a|b), or a line \"@options " + draft.name()
                            + " MATCH … RETURN … AS value\"");
        }
        return statement.text();
    }

    private static Optional<String> inside(String word, String name) {
        return word.startsWith(name + "(") && word.endsWith(")")
                ? Optional.of(word.substring(name.length() + 1, word.length() - 1))
                : Optional.empty();
    }

    private static @Nullable Long whole(Draft draft, @Nullable String bound) {
        try {
            return bound == null ? null : Long.valueOf(bound);
        } catch (NumberFormatException e) {
            throw new QueryProblem(draft.line(), "\"" + bound + "\" is no whole number");
        }
    }

    private static @Nullable Double decimal(Draft draft, @Nullable String bound) {
        try {
            return bound == null ? null : Double.valueOf(bound);
        } catch (NumberFormatException e) {
            throw new QueryProblem(draft.line(), "\"" + bound + "\" is no number");
        }
    }

    private static QueryColumn column(int line, String said) {
        String[] parts = said.split("\\s+", -1);
        String type = parts.length == 2 ? parts[1] : "";
        boolean nullable = type.endsWith("?");
        String plain = nullable ? type.substring(0, type.length() - 1) : type;
        if (!QueryColumn.isType(plain)) {
            throw new QueryProblem(
                    line,
                    "\"" + said + "\" is no column: it takes a name and a type, one of "
                            + String.join(", ", QueryColumn.TYPES) + " or list(…), and ? if it may be null");
        }
        return new QueryColumn(parts[0], plain, nullable);
    }

    private static Expectation expectation(int line, String said) {
        Matcher rows = ROWS.matcher(said);
        if (rows.matches()) {
            return new Expectation.RowCount(said, rows.group(1), Long.parseLong(rows.group(2)));
        }
        Matcher columns = COLUMNS.matcher(said);
        if (columns.matches()) {
            List<String> names = list(columns.group(2));
            return columns.group(1).equals("unique")
                    ? new Expectation.Unique(said, names)
                    : new Expectation.Present(said, names);
        }
        throw new QueryProblem(
                line,
                "\"" + said + "\" is nothing to expect; there are \"rows > 0\" (or >=, =, <, <=), \"unique a, b\" and"
                        + " \"not null a, b\"");
    }

    private void refuseStray(Map<String, Said> said, String tag) {
        Set<String> declared = new HashSet<>();
        parameters.forEach(parameter -> declared.add(parameter.name()));
        said.forEach((parameter, what) -> {
            if (!declared.contains(parameter)) {
                throw new QueryProblem(what.line(), tag + " of " + parameter + ", which no @param declares");
            }
        });
    }

    private static void compareParameters(String statement, List<QueryParameter> declared, int line) {
        Set<String> used = CypherText.parameters(statement);
        for (QueryParameter parameter : declared) {
            if (!used.remove(parameter.name())) {
                throw new QueryProblem(
                        line + 1,
                        "parameter " + parameter.name() + " is declared, but the statement has no $"
                                + parameter.name());
            }
        }
        if (!used.isEmpty()) {
            String first = used.iterator().next();
            throw new QueryProblem(
                    line + 1,
                    "the statement uses $" + first + ", but no line declares it; add \"// @param " + first
                            + " string? what it is\"");
        }
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** The words of a line, taken one after the other. */
    private static final class Words {
        private final int line;
        private String rest;

        Words(int line, String text) {
            this.line = line;
            this.rest = text;
        }

        String word() {
            return take(firstBlank(rest));
        }

        /** A word that goes on to the bracket that closes its first. */
        String type() {
            int bracket = rest.indexOf('(');
            if (bracket < 0 || bracket > firstBlank(rest)) {
                return word();
            }
            int depth = 0;
            for (int i = bracket; i < rest.length(); i++) {
                depth += rest.charAt(i) == '(' ? 1 : rest.charAt(i) == ')' ? -1 : 0;
                if (depth == 0) {
                    return take(i + 1 + firstBlank(rest.substring(i + 1)));
                }
            }
            throw new QueryProblem(line, "a bracket of \"" + rest + "\" is not closed");
        }

        boolean skip(String word) {
            if (!rest.equals(word) && !rest.startsWith(word + " ")) {
                return false;
            }
            rest = rest.substring(word.length()).strip();
            return true;
        }

        /** A word, or what stands in quotes. */
        String value() {
            if (rest.startsWith("\"")) {
                int end = rest.indexOf('"', 1);
                if (end < 0) {
                    throw new QueryProblem(line, "a quote of " + rest + " is not closed");
                }
                return take(end + 1);
            }
            return word();
        }

        String rest() {
            return rest;
        }

        private String take(int length) {
            if (length == 0) {
                throw new QueryProblem(line, "the line ends too soon: @param takes name, type and description");
            }
            String taken = rest.substring(0, length);
            rest = rest.substring(length).strip();
            return taken;
        }

        private static int firstBlank(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isWhitespace(text.charAt(i))) {
                    return i;
                }
            }
            return text.length();
        }
    }
}
