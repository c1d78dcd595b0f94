package uk.middletier.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Layer;
import uk.middletier.model.Ref;

/** The parameters of one question, checked, with defaults filled in, in the order of the route's table. */
final class Parameters {
    /** Name → the parsed value, or a list of them; nothing for what is absent. */
    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads a query string; refuses what the route does not know, and what may not stand twice. */
    static Parameters parse(List<Parameter> known, Map<String, List<String>> query, HeldRelease release) {
        refuseUnknown(known, query.keySet());
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : known) {
            List<String> given = query.getOrDefault(parameter.name(), List.of());
            Object value =
                    parameter.repeatable() ? all(parameter, given, release) : single(parameter, given, query, release);
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        return new Parameters(values);
    }

    static void refuseUnknown(List<Parameter> known, Set<String> given) {
        List<String> names = known.stream().map(Parameter::name).toList();
        for (String name : given) {
            if (!names.contains(name)) {
                throw new Refusal(Problem.ofParameter(
                                ProblemType.UNKNOWN_PARAMETER, "there is no parameter \"" + name + "\" here", name)
                        .withAllowed(names)
                        .withSuggestion(Suggestions.nearest(name, names).orElse(null)));
            }
        }
    }

    private static @Nullable Object all(Parameter parameter, List<String> given, HeldRelease release) {
        if (given.isEmpty()) {
            return parameter.defaultValue() == null
                    ? null
                    : parameter.defaults().stream()
                            .map(text -> parameter.type().parse(parameter.name(), text, release))
                            .toList();
        }
        // Sorted and without repeats: the order in which they were given makes no other question.
        TreeSet<Object> values = new TreeSet<>();
        for (String raw : given) {
            for (String each : listed(parameter, raw)) {
                values.add(parameter.type().parse(parameter.name(), each, release));
            }
        }
        return List.copyOf(values);
    }

    /** Words of the program's own may also stand in one list: none of them has a comma in it. */
    private static List<String> listed(Parameter parameter, String raw) {
        return parameter.type() instanceof ParameterType.Choice ? List.of(raw.split(",", -1)) : List.of(raw);
    }

    private static @Nullable Object single(
            Parameter parameter, List<String> given, Map<String, List<String>> query, HeldRelease release) {
        if (given.size() > 1) {
            throw new Refusal(Problem.ofParameter(
                    ProblemType.INVALID_PARAMETER, parameter.name() + " may stand only once", parameter.name()));
        }
        String text = given.isEmpty() ? parameter.defaultValue() : given.get(0);
        if (text == null) {
            if (parameter.required()) {
                throw new Refusal(Problem.ofParameter(
                                ProblemType.MISSING_PARAMETER,
                                "it needs " + parameter.name() + ": " + parameter.description(),
                                parameter.name())
                        .withAllowed(parameter.type().allowed()));
            }
            return null;
        }
        if (given.isEmpty() && (text.equals(Parameter.TEN_YEARS_BEFORE) || text.equals(Parameter.YEAR_BEFORE))) {
            Object to = single(Parameter.TO, query.getOrDefault(Parameter.TO.name(), List.of()), query, release);
            return ((LocalDate) Objects.requireNonNull(to)).minusYears(text.equals(Parameter.YEAR_BEFORE) ? 1 : 10);
        }
        return text.equals(Parameter.EXTRACT_DATE) && given.isEmpty()
                ? release.manifest().extractDate()
                : parameter.type().parse(parameter.name(), text, release);
    }

    /** All that are there, as they were parsed. */
    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    @Nullable
    String text(String name) {
        return (String) values.get(name);
    }

    /** A text that has a default. */
    String word(String name) {
        return required(name, String.class);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String name) {
        return (List<String>) values.getOrDefault(name, List.of());
    }

    /** A number that has a default. */
    long whole(String name) {
        return required(name, Long.class);
    }

    /** A number that has a default. */
    double decimal(String name) {
        return required(name, Double.class);
    }

    @Nullable
    Long optionalWhole(String name) {
        return (Long) values.get(name);
    }

    @Nullable
    Double optionalDecimal(String name) {
        return (Double) values.get(name);
    }

    /** A day that has a default. */
    LocalDate day(String name) {
        return required(name, LocalDate.class);
    }

    /** Nothing if it is absent, or no day: where a path is asked for, it begins and ends at things. */
    Optional<LocalDate> findDay(String name) {
        return values.get(name) instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    LocalDate asOf() {
        return required(Parameter.AS_OF.name(), LocalDate.class);
    }

    Optional<LocalDate> findAsOf() {
        return findDay(Parameter.AS_OF.name());
    }

    Vocabulary.@Nullable Area area() {
        return (Vocabulary.Area) values.get(Parameter.AREA.name());
    }

    @Nullable
    Ref body(String name) {
        return (Ref) values.get(name);
    }

    /** {@code true}, {@code false}, or null for {@code any} and absent. */
    @Nullable
    Boolean threeWay(String name) {
        Object word = values.get(name);
        return (word == null || word.equals("any")) ? null : Boolean.valueOf((String) word);
    }

    /** Without some: for what does not make another question. */
    Parameters without(String... names) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        for (String name : names) {
            fewer.remove(name);
        }
        return new Parameters(fewer);
    }

    /** As JSON shows them. */
    Map<String, @Nullable Object> effective() {
        Map<String, @Nullable Object> effective = new LinkedHashMap<>();
        values.forEach((name, value) -> effective.put(name, shown(value)));
        return effective;
    }

    /** As a query string, without the question mark; equal questions give equal strings. */
    String query() {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                list.forEach(each -> pairs.add(name + "=" + encoded(each.toString())));
            } else {
                pairs.add(name + "=" + encoded(String.valueOf(shown(value))));
            }
        });
        return pairs.stream().collect(Collectors.joining("&"));
    }

    private static Object shown(Object value) {
        if (value instanceof Vocabulary.Area area) {
            return area.id();
        }
        return value instanceof Ref ref ? ref.id() : value;
    }

    /** As browsers write a query: a space as %20, and the colon of an id left legible. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    private <T> T required(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("parameter " + name + " has neither value nor default");
        }
        return type.cast(value);
    }

    /** The layers of {@link Parameter#LAYERS}. */
    Set<Layer> layers() {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        texts(Parameter.LAYERS.name())
                .forEach(word -> layers.add(Layer.find(word).orElseThrow()));
        return layers;
    }
}
