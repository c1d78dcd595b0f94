package uk.middletier.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operations answer, good or bad, as the OpenAPI document tells it. */
final class OpenApiResponses {
    private static final String NOT_MODIFIED = "NotModified";
    private static final String ELSEWHERE = "AnotherRelease";
    private static final String PROBLEM = "Problem";

    private OpenApiResponses() {}

    /** Those that many operations share: a problem of each status, and that nothing has changed. */
    static Map<String, @Nullable Object> common() {
        Map<Integer, List<ProblemType>> byStatus = Arrays.stream(ProblemType.values())
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put(NOT_MODIFIED, Map.of("description", "If-None-Match names the answer there is: it is still good"));
        all.put(
                ELSEWHERE,
                Map.of(
                        "description",
                        "Accept-Datetime was sent (RFC 7089): the same question put to the release of that time",
                        "headers",
                        Map.of("Location", header("the address with release"))));
        all.put(PROBLEM, problem("any other failure"));
        byStatus.forEach((status, types) -> all.put(
                PROBLEM + status,
                problem(types.stream()
                        .map(type -> type.word() + ": " + type.title())
                        .collect(Collectors.joining("; ")))));
        return all;
    }

    private static Map<String, @Nullable Object> problem(String description) {
        return described(
                description,
                Map.of(
                        Problem.MEDIA_TYPE,
                        Map.of("schema", Schema.component(PROBLEM).json())));
    }

    static Map<String, @Nullable Object> headers() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("Memento-Datetime", header("with release: the day of its extract, as RFC 7089 has it"));
        all.put("ETag", header("stands for this answer; send it back in If-None-Match"));
        all.put("Link", header("where the next page is, or what a CSV must hold to be whole"));
        return all;
    }

    private static Map<String, @Nullable Object> header(String description) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("description", description);
        header.put("schema", Schema.TEXT.json());
        return header;
    }

    /**
     * By status.
     *
     * @param good the name of the good one in the components; null = it has its own
     */
    static Map<String, @Nullable Object> of(Route route, Route.Method method, @Nullable String good) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("200", good == null ? good(route) : reference(good));
        if (method == Route.Method.GET && tagged(route)) {
            all.put("304", reference(NOT_MODIFIED));
        }
        if (method == Route.Method.GET && route.endpoint().hasMementos()) {
            all.put("302", reference(ELSEWHERE));
        }
        for (int status : failures(route, method)) {
            all.put(Integer.toString(status), reference(PROBLEM + status));
        }
        all.put("default", reference(PROBLEM));
        return all;
    }

    private static boolean tagged(Route route) {
        return !(route.endpoint() instanceof Endpoint.OfServer) || route.path().equals(OpenApi.PATH);
    }

    private static Map<String, @Nullable Object> reference(String name) {
        Map<String, @Nullable Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/components/responses/" + name);
        return reference;
    }

    private static Set<Integer> failures(Route route, Route.Method method) {
        Set<Integer> statuses = new TreeSet<>(List.of(400, 401, 414, 421, 429, 431, 500, 503));
        if (route.path().contains("{")) {
            statuses.add(404);
        }
        if (!(route.endpoint() instanceof Endpoint.OfServer)) {
            // 404: there is no such release.
            statuses.addAll(List.of(404, 406, 504));
        }
        if (route.endpoint() instanceof Endpoint.Chosen || route.formats().equals(Format.QUERY)) {
            statuses.add(403);
        }
        if (method == Route.Method.POST) {
            statuses.addAll(List.of(403, 408, 413, 415));
        }
        return statuses;
    }

    /** What a route answers if all is well, in every format it has. */
    static Map<String, @Nullable Object> good(Route route) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        for (Format format : route.formats()) {
            content.put(
                    format.mediaType(),
                    Map.of("schema", OpenApiSchemas.of(format, route).json()));
        }
        if (route.formats().isEmpty()) {
            Object page = route.data().json().get("contentMediaType");
            content.put(
                    page == null ? Format.JSON.mediaType() : (String) page,
                    Map.of("schema", route.data().json()));
        }
        Map<String, @Nullable Object> response = described("the answer", content);
        if (tagged(route)) {
            Map<String, @Nullable Object> headers = new LinkedHashMap<>();
            headers.put("ETag", Map.of("$ref", "#/components/headers/ETag"));
            if (route.endpoint().hasMementos()) {
                headers.put("Memento-Datetime", Map.of("$ref", "#/components/headers/Memento-Datetime"));
            }
            if (route.formats().contains(Format.CSV)) {
                headers.put("Link", Map.of("$ref", "#/components/headers/Link"));
            }
            response.put("headers", headers);
        }
        return response;
    }

    private static Map<String, @Nullable Object> described(String description, Map<String, ?> content) {
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("description", description);
        response.put("content", content);
        return response;
    }
}
