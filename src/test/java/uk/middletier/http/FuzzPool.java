package uk.middletier.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server has, as it tells it: ids, words, and of what type its parameters are. */
final class FuzzPool {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TRIES = 5;
    private static final Pattern ASSET = Pattern.compile("/(?:docs/assets|explorer)/[^\"'\\s)]+");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    /** Ids by the label or kind of what they are of, and words by the parameter they are of. */
    private final Map<String, List<String>> values = new HashMap<>();

    /** By path and name: the word for its type. */
    private final Map<String, String> types = new HashMap<>();

    private final List<String> queries = new ArrayList<>();
    private final Map<String, List<String>> assets = new LinkedHashMap<>();
    private final String extractDate;

    FuzzPool(URI address) {
        this.address = address;
        JsonNode schools = rows("/v1/schools?open=any&stateFunded=any&limit=500");
        schools.forEach(row -> {
            add("School", row.path("id").asText());
            add("urn", row.path("urn").asText());
            for (String word : List.of("phase", "type", "status")) {
                add(word, row.path(word).asText());
            }
            add("q", row.path("name").asText().split(" ", 2)[0]);
            add("q", row.path("name").asText());
            add("q", row.path("postcode").asText());
            add("q", row.path("laEstab").asText());
        });
        for (String list : List.of("/v1/bodies?open=any&limit=500", "/v1/areas?limit=500")) {
            String label = list.startsWith("/v1/bodies") ? "Body" : "Area";
            rows(list).forEach(row -> {
                add(label, row.path("id").asText());
                add(row.path("kind").asText(), row.path("id").asText());
                add("q", row.path("name").asText().split(" ", 2)[0]);
            });
        }
        JsonNode index = json("/v1");
        index.at("/data/endpoints")
                .forEach(endpoint -> endpoint.path("parameters")
                        .forEach(parameter -> types.put(
                                endpoint.path("path").asText() + " "
                                        + parameter.path("name").asText(),
                                parameter.path("type").asText())));
        rows("/v1/queries").forEach(query -> {
            String name = query.path("name").asText();
            queries.add(name);
            query.path("tags").forEach(tag -> add("tag", tag.asText()));
            query.path("parameters").forEach(parameter -> {
                String type = parameter.path("type").asText();
                String key = QueryResults.PATH.replace("{name}", name) + " "
                        + parameter.path("name").asText();
                types.put(key, type);
                if (type.startsWith("enum")) {
                    rows("/v1/queries/" + name + "/parameters/"
                                    + parameter.path("name").asText() + "/options?limit=100")
                            .forEach(row -> add(key, row.path("value").asText()));
                    add("listed parameter", name + " " + parameter.path("name").asText());
                } else if (type.startsWith("id")) {
                    add("listed parameter", name + " " + parameter.path("name").asText());
                }
            });
        });
        extractDate = json("/v1/structure").at("/meta/asOf").asText();
        for (String page : List.of("/docs", "/")) {
            Matcher addresses = ASSET.matcher(text(page));
            List<String> found = new ArrayList<>();
            while (addresses.find()) {
                found.add(addresses.group());
            }
            assets.put(page, List.copyOf(new TreeSet<>(found)));
        }
        values.replaceAll((key, all) -> List.copyOf(new TreeSet<>(all)));
    }

    private void add(String key, String value) {
        if (!value.isEmpty() && !value.equals("null")) {
            values.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
        }
    }

    /** Empty if there is nothing of the kind. */
    List<String> values(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The word for the type of a parameter; empty if the server does not tell. */
    String type(String path, String parameter) {
        return types.getOrDefault(path + " " + parameter, "");
    }

    List<String> queries() {
        return queries;
    }

    /** Addresses of files that the page needs. */
    List<String> assets(String page) {
        return assets.getOrDefault(page, List.of());
    }

    /** Up to when the record speaks, as {@code yyyy-mm-dd}. */
    String extractDate() {
        return extractDate;
    }

    JsonNode document() {
        return json("/openapi.json");
    }

    /** A number of {@code /metrics}, all with that name and beginning added up; 0 without any. */
    double metric(String beginning) {
        return text("/metrics")
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private JsonNode rows(String target) {
        JsonNode data = json(target).path("data");
        return data.isArray() ? data : data.path("rows");
    }

    private JsonNode json(String target) {
        try {
            return JSON.readTree(text(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String target) {
        HttpResponse<String> answer = sent(target);
        // A server that has just begun, or a busy machine.
        for (int tries = 0; answer.statusCode() > 502 && tries < MOST_TRIES; tries++) {
            answer = sent(target);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(target + " answers " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> sent(String target) {
        try {
            return client.send(HttpRequest.newBuilder(address.resolve(target)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
