package uk.middletier.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.middletier.model.Ref;

/** What a parameter's value may be, and what it becomes: text, number, day, {@link Vocabulary.Area} or {@link Ref}. */
sealed interface ParameterType {
    /** More values than that help nobody. */
    int MOST_SHOWN = 200;

    /** The word for it in the index. */
    String word();

    /** The values there are, if they can be listed without a release. */
    default List<String> allowed() {
        return List.of();
    }

    /** The value, or a refusal that names the parameter. */
    Object parse(String parameter, String raw, HeldRelease release);

    /** Any text. */
    record Text(int maxLength) implements ParameterType {
        @Override
        public String word() {
            return "string";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            String text = raw.strip();
            if (text.isEmpty() || text.length() > maxLength) {
                throw invalid(parameter, raw, "it takes a text of 1 to " + maxLength + " letters", List.of());
            }
            return text;
        }
    }

    /** A day in ISO form. Years outside the record's reach are slips of the pen. */
    record Day() implements ParameterType {
        private static final DateTimeFormatter ISO =
                DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        private static final int FIRST_YEAR = 1800;
        private static final int LAST_YEAR = 2199;

        @Override
        public String word() {
            return "date";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            List<String> form = List.of("yyyy-mm-dd");
            LocalDate day;
            try {
                day = LocalDate.parse(raw.strip(), ISO);
            } catch (DateTimeParseException e) {
                throw invalid(parameter, raw, "it takes a day of the calendar as yyyy-mm-dd", form);
            }
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw invalid(parameter, raw, "it takes a day in the years " + FIRST_YEAR + " to " + LAST_YEAR, form);
            }
            return day;
        }
    }

    /** A whole number. */
    record Whole(long min, long max) implements ParameterType {
        @Override
        public String word() {
            return "integer";
        }

        @Override
        public List<String> allowed() {
            return List.of(min + " to " + max);
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            try {
                long number = Long.parseLong(raw.strip());
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, with the bounds.
            }
            throw invalid(parameter, raw, "it takes a whole number from " + min + " to " + max, allowed());
        }
    }

    /** A number. */
    record Decimal(double min, double max) implements ParameterType {
        @Override
        public String word() {
            return "decimal";
        }

        @Override
        public List<String> allowed() {
            return List.of(min + " to " + max);
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            try {
                double number = Double.parseDouble(raw.strip());
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, with the bounds.
            }
            throw invalid(parameter, raw, "it takes a number from " + min + " to " + max, allowed());
        }
    }

    /** True or false. */
    record Flag() implements ParameterType {
        @Override
        public String word() {
            return "boolean";
        }

        @Override
        public List<String> allowed() {
            return List.of("true", "false");
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            return Boolean.valueOf(oneOf(parameter, raw, allowed()));
        }
    }

    /** The whole id of a node with one of these labels; a school may be given by its URN, an area by its code. */
    record NodeId(Set<String> labels) implements ParameterType {
        @Override
        public String word() {
            return "id(" + String.join("|", labels) + ")";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            String given = raw.strip();
            return NodeIds.find(release, labels, given)
                    .orElseThrow(() -> new Refusal(Problem.ofParameter(
                                    ProblemType.INVALID_PARAMETER,
                                    "\"" + shown(given) + "\" is the id of no " + String.join(" or ", labels)
                                            + " of this release",
                                    parameter)
                            .withSuggestion(
                                    NodeIds.nearest(release, labels, given).orElse(null))));
        }
    }

    /** One of the values a statement gives. */
    record Listed(Function<HeldRelease, List<Option>> options) implements ParameterType {
        @Override
        public String word() {
            return "enum";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            return oneOf(
                    parameter,
                    raw,
                    options.apply(release).stream().map(Option::value).toList());
        }
    }

    /**
     * A value that may be chosen.
     *
     * @param label what people read
     */
    record Option(String value, String label) {}

    /** One of a few words; case and hyphens do not matter. */
    record Choice(List<String> words) implements ParameterType {
        static Choice of(String... words) {
            return new Choice(List.of(words));
        }

        @Override
        public String word() {
            return "enum";
        }

        @Override
        public List<String> allowed() {
            return words;
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            return oneOf(parameter, raw, words);
        }
    }

    /** A release by its id; that there is one is known by then, or found out later. */
    record ReleaseId() implements ParameterType {
        private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,99}");

        /** The id, or a refusal. */
        static String id(String parameter, String raw) {
            String given = raw.strip();
            if (!ID.matcher(given).matches()) {
                throw invalid(
                        parameter,
                        raw,
                        "it takes the id of a release: letters, digits and hyphens; /v1/releases lists them",
                        List.of());
            }
            return given;
        }

        @Override
        public String word() {
            return "release";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            return id(parameter, raw);
        }
    }

    /** One of the words a release uses. */
    record ReleaseWord(Function<Vocabulary, List<String>> words) implements ParameterType {
        @Override
        public String word() {
            return "string";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            return oneOf(parameter, raw, words.apply(release.vocabulary()));
        }
    }

    /** An area by its id or code. */
    record AreaId() implements ParameterType {
        @Override
        public String word() {
            return "area";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            String given = raw.strip();
            Vocabulary vocabulary = release.vocabulary();
            return vocabulary
                    .findArea(given)
                    .orElseThrow(() -> new Refusal(Problem.ofParameter(
                                    ProblemType.INVALID_PARAMETER,
                                    "\"" + given + "\" is no area of this release; /v1/areas lists them",
                                    parameter)
                            .withSuggestion(vocabulary.nearestArea(given).orElse(null))));
        }
    }

    /** A body by its id. */
    record BodyId() implements ParameterType {
        @Override
        public String word() {
            return "body";
        }

        @Override
        public Object parse(String parameter, String raw, HeldRelease release) {
            String given = raw.strip();
            Vocabulary vocabulary = release.vocabulary();
            return vocabulary
                    .findBody(given)
                    .orElseThrow(() -> new Refusal(Problem.ofParameter(
                                    ProblemType.INVALID_PARAMETER,
                                    "\"" + given + "\" is no body of this release; /v1/bodies lists them",
                                    parameter)
                            .withSuggestion(vocabulary.nearestBody(given).orElse(null))));
        }
    }

    private static String oneOf(String parameter, String raw, List<String> words) {
        String plain = plain(raw);
        for (String word : words) {
            if (plain(word).equals(plain)) {
                return word;
            }
        }
        throw invalid(parameter, raw, "it takes one of the allowed values", words);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Refusal invalid(String parameter, String raw, String takes, List<String> allowed) {
        return new Refusal(Problem.ofParameter(
                        ProblemType.INVALID_PARAMETER,
                        "\"" + shown(raw) + "\" is no value of " + parameter + ": " + takes,
                        parameter)
                .withAllowed(allowed.size() <= MOST_SHOWN ? allowed : List.of())
                .withSuggestion(Suggestions.nearest(raw, allowed).orElse(null)));
    }

    private static String shown(String raw) {
        return raw.length() <= 60 ? raw : raw.substring(0, 60) + "…";
    }
}
