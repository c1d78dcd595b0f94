package uk.middletier.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes requests for the operations of a document, most of them good. Equal seeds make equal requests. */
final class FuzzQuestions {
    /** One in so many has something wrong with it; one in twice as many is no request a client would send. */
    private static final int WRONG = 5;

    /** What any saved query can be answered as: words for {@code format}, and media types. */
    private static final Set<String> ROWS = Set.of(
            "json",
            "csv",
            "ndjson",
            "csv-manifest",
            "cypher",
            "application/json",
            "text/csv",
            "application/x-ndjson",
            "application/csvm+json",
            "text/plain");

    private final OpenApiCalls document;
    private final List<OpenApiCalls.Call> calls;
    private final FuzzPool pool;

    FuzzQuestions(OpenApiCalls document, FuzzPool pool) {
        this.document = document;
        this.calls = document.all();
        this.pool = pool;
    }

    /** The request of a number: each operation comes once in a round. */
    FuzzRequest make(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        // The first numbers a generator gives are much alike for seeds that are.
        random.nextLong();
        OpenApiCalls.Call call = calls.get(number % calls.size());
        FuzzRequest good = good(call, random);
        if (random.nextInt(2 * WRONG) == 0) {
            return FuzzOddities.hostile(good, random);
        }
        return random.nextInt(WRONG) == 0 ? wrong(good, random) : good;
    }

    private FuzzRequest good(OpenApiCalls.Call call, Random random) {
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        byte[] body = new byte[0];
        for (Map.Entry<String, List<String>> each :
                chosen(call, call.operation().path("parameters"), random).entrySet()) {
            each.getValue().forEach(value -> query.add(encoded(each.getKey()) + "=" + encoded(value)));
        }
        if (call.method().equals("POST")) {
            headers.add("Content-Type: application/json" + (random.nextInt(4) == 0 ? "; charset=utf-8" : ""));
            body = body(call, random).getBytes(StandardCharsets.UTF_8);
        }
        boolean named = query.stream().anyMatch(piece -> piece.startsWith("format="));
        if (!named && random.nextInt(4) == 0 && !call.mediaTypes().isEmpty()) {
            headers.add("Accept: " + pick(formats(call, call.mediaTypes(), random), random)
                    + (random.nextBoolean() ? ", */*;q=0.1" : ""));
        }
        if (random.nextInt(3) == 0) {
            headers.add("Accept-Encoding: " + pick(List.of("gzip", "gzip, deflate, br", "*", "identity"), random));
        }
        if (random.nextInt(6) == 0) {
            headers.add("X-Request-Id: fuzz-" + random.nextInt(1_000_000));
        }
        return new FuzzRequest(call, call.method(), path(call, random), query, headers, body, true);
    }

    private String path(OpenApiCalls.Call call, Random random) {
        String path = call.path();
        if (path.startsWith("/docs/assets/")) {
            return pick(pool.assets("/docs"), random);
        } else if (path.startsWith("/explorer/")) {
            String main = pick(pool.assets("/"), random);
            return path.contains("{folder}") ? main.substring(0, main.lastIndexOf('/')) + "/area/view.js" : main;
        } else if (path.contains("{parameter}")
                && !pool.values("listed parameter").isEmpty()) {
            String[] both = pick(pool.values("listed parameter"), random).split(" ", 2);
            return path.replace("{name}", both[0]).replace("{parameter}", both[1]);
        }
        String id = path.startsWith("/v1/areas") ? "Area" : "Body";
        return path.replace("{urn}", pick(pool.values("urn"), random))
                .replace("{id}", encoded(pick(pool.values(id), random)))
                .replace("{name}", pick(pool.queries(), random));
    }

    /** Values for what is needed and for some of the rest, whose days follow each other. */
    private Map<String, List<String>> chosen(OpenApiCalls.Call call, JsonNode parameters, Random random) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        int eagerness = 2 + random.nextInt(4);
        for (JsonNode reference : parameters) {
            JsonNode parameter = document.resolved(reference);
            String name = parameter.path("name").asText();
            if (!parameter.path("in").asText().equals("query")
                    || name.equals("cursor")
                    || (!parameter.path("required").asBoolean() && random.nextInt(eagerness) > 0)) {
                continue;
            }
            List<String> values = values(call, name, parameter, random);
            if (!values.isEmpty()) {
                chosen.put(name, values);
            }
        }
        order(chosen);
        return chosen;
    }

    /** That a window begins before it ends. */
    private void order(Map<String, List<String>> chosen) {
        for (String[] pair : new String[][] {{"from", "to"}, {"from", "asOf"}, {"observedFrom", "to"}}) {
            String from = chosen.getOrDefault(pair[0], List.of("")).get(0);
            String to =
                    chosen.getOrDefault(pair[1], List.of(pool.extractDate())).get(0);
            if (from.matches("[\\d-]+") && to.matches("[\\d-]+") && from.compareTo(to) > 0) {
                chosen.put(pair[0], List.of(to));
                // An end that was not chosen may be none that the question takes.
                chosen.computeIfPresent(pair[1], (name, before) -> List.of(from));
            }
        }
    }

    private List<String> values(OpenApiCalls.Call call, String name, JsonNode parameter, Random random) {
        JsonNode schema = parameter.path("schema");
        if (!schema.path("type").asText().equals("array")) {
            return value(call, name, parameter, schema, random);
        }
        Set<String> several = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            several.addAll(value(call, name, parameter, schema.path("items"), random));
        }
        return several.stream().sorted().toList();
    }

    private List<String> value(
            OpenApiCalls.Call call, String name, JsonNode parameter, JsonNode schema, Random random) {
        if (schema.path("enum").isArray()) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add(word.asText()));
            words.remove("null");
            return List.of(name.equals("format") ? pick(formats(call, words, random), random) : pick(words, random));
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "integer" -> List.of(Long.toString(whole(name, schema, random)));
            case "number" -> List.of(Double.toString(decimal(schema, random)));
            case "boolean" -> List.of(Boolean.toString(random.nextBoolean()));
            default ->
                schema.path("format").asText().equals("date")
                        ? List.of(day(random))
                        : text(call, name, parameter, random);
        };
    }

    /** Those worth asking for: what is told in rows only seldom as a graph, which it cannot be. */
    private static List<String> formats(OpenApiCalls.Call call, List<String> all, Random random) {
        boolean rows = call.path().startsWith("/v1/queries/") && !call.path().endsWith("-graph/results");
        return rows && random.nextInt(10) > 0
                ? all.stream().filter(ROWS::contains).toList()
                : all;
    }

    private List<String> text(OpenApiCalls.Call call, String name, JsonNode parameter, Random random) {
        String type = pool.type(call.path(), name);
        List<String> all = new ArrayList<>(pool.values(call.path() + " " + name));
        if (all.isEmpty() && type.equals("area")) {
            all.addAll(pool.values("Area"));
        } else if (all.isEmpty() && type.equals("body")) {
            all.addAll(pool.values("Body"));
        } else if (all.isEmpty() && type.contains("id(")) {
            String labels = type.substring(type.indexOf("id(") + 3, type.indexOf(')'));
            for (String label : labels.split("\\|", -1)) {
                all.addAll(pool.values(label));
            }
        } else if (all.isEmpty()) {
            all.addAll(pool.values(name));
        }
        if (parameter.has("example") && (all.isEmpty() || random.nextInt(4) == 0)) {
            JsonNode example = parameter.path("example");
            return List.of(example.isArray() ? example.path(0).asText() : example.asText());
        }
        return all.isEmpty() ? List.of() : List.of(pick(all, random));
    }

    private static long whole(String name, JsonNode schema, Random random) {
        long least =
                schema.path("minimum").asLong(Math.min(0, schema.path("maximum").asLong(0)));
        long most = schema.path("maximum").asLong(least + 1_000);
        if (name.equals("timeout")) {
            return least + random.nextInt(10);
        }
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least + random.nextLong(most - least + 1);
            default -> Math.min(most, least + random.nextInt(12));
        };
    }

    private static double decimal(JsonNode schema, Random random) {
        double least = schema.path("minimum").asDouble(0);
        double most = schema.path("maximum").asDouble(least + 1_000);
        return switch (random.nextInt(5)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextDouble() * Math.min(10, most - least);
        };
    }

    private String day(Random random) {
        LocalDate extract = LocalDate.parse(pool.extractDate());
        return switch (random.nextInt(12)) {
            case 0 -> pool.extractDate();
            case 1 -> pick(List.of("1800-01-01", "2199-12-31", "2020-02-29", "1900-01-01", "1969-12-31"), random);
            case 2 -> extract.withDayOfMonth(1).toString();
            default -> {
                LocalDate first = LocalDate.of(random.nextInt(4) == 0 ? 1944 : 2002, 9, 1);
                yield first.plusDays(random.nextLong(Math.max(1, ChronoUnit.DAYS.between(first, extract))))
                        .toString();
            }
        };
    }

    private String body(OpenApiCalls.Call call, Random random) {
        if (call.path().startsWith("/v1/cypher")) {
            return FuzzOddities.statement(pool, random);
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        JsonNode properties = call.body().at("/properties/parameters/properties");
        List<JsonNode> parameters = new ArrayList<>();
        properties.properties().forEach(property -> {
            ObjectNode parameter = JsonNodeFactory.instance.objectNode();
            parameter.put("name", property.getKey()).put("in", "query");
            parameter.put(
                    "required",
                    call.body()
                            .at("/properties/parameters/required")
                            .toString()
                            .contains('"' + property.getKey() + '"'));
            parameter.set("schema", property.getValue());
            parameters.add(parameter);
        });
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray("all").addAll(parameters);
        chosen(call, all.path("all"), random).forEach((name, given) -> {
            boolean number = properties.at("/" + name + "/type").toString().matches(".*(integer|number).*");
            if (given.size() > 1) {
                given.forEach(values.withArray(name)::add);
            } else if (number && random.nextInt(4) > 0) {
                values.put(name, Double.parseDouble(given.get(0)));
                if (!given.get(0).contains(".")) {
                    values.put(name, Long.parseLong(given.get(0)));
                }
            } else {
                values.put(name, given.get(0));
            }
        });
        return JsonNodeFactory.instance.objectNode().set("parameters", values).toString();
    }

    /** One thing is not as it should be: a value, a name, how often it stands there, or a step of the path. */
    private FuzzRequest wrong(FuzzRequest good, Random random) {
        FuzzRequest request = new FuzzRequest(
                good.call(), good.method(), good.path(), good.query(), good.headers(), good.body(), false);
        List<String> names = new ArrayList<>(List.of("format", "limit", "cursor", "timeout", "asOf", "area"));
        request.call()
                .operation()
                .path("parameters")
                .forEach(parameter ->
                        names.add(document.resolved(parameter).path("name").asText()));
        List<String> query = new ArrayList<>(request.query());
        String value = FuzzOddities.value(random);
        switch (random.nextInt(6)) {
            case 0 -> query.add(FuzzOddities.value(random) + "=" + value);
            case 1 -> {
                if (!query.isEmpty()) {
                    query.add(pick(query, random));
                }
            }
            case 2 -> {
                String path = request.call().path();
                int brace = path.indexOf('{');
                if (brace >= 0 && !value.contains("/")) {
                    String before = path.substring(0, brace);
                    String after = path.substring(path.indexOf('}') + 1).replaceAll("\\{\\w+}", "x");
                    return new FuzzRequest(
                            good.call(),
                            good.method(),
                            before + value + after,
                            query,
                            good.headers(),
                            good.body(),
                            false);
                }
                query.add(pick(names, random) + "=" + value);
            }
            case 3 -> query.replaceAll(piece -> random.nextBoolean() ? piece.toUpperCase(Locale.ROOT) : piece);
            default -> {
                String name = pick(names, random);
                query.removeIf(piece -> piece.startsWith(name + "="));
                query.add(name + "=" + value);
            }
        }
        return request.withQuery(query);
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
