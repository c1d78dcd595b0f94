package uk.middletier.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.query.QueryLibrary;
import uk.middletier.query.SavedQuery;
import uk.middletier.release.SoftwareVersion;

/** The table of routes and a shelf of queries as one OpenAPI document; equal ones give equal documents. */
final class OpenApiDocument {
    /** The methods of an address, each with its operation. */
    private final Map<String, Map<String, @Nullable Object>> paths = new LinkedHashMap<>();

    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<String, @Nullable Object> schemas = OpenApiSchemas.common();
    private final Map<String, @Nullable Object> responses = OpenApiResponses.common();

    OpenApiDocument(Routes routes, SavedQueries queries, QueryLibrary.Shelf shelf) {
        for (Route route : routes.all()) {
            route.methods().forEach(method -> add(OpenApiOperation.of(route, method)));
        }
        QueryResults results = new QueryResults(queries);
        shelf.queries().values().forEach(query -> addQuery(query, results));
    }

    private void addQuery(SavedQuery query, QueryResults results) {
        String name = "query-" + query.name();
        schemas.put(name, OpenApiSchemas.row(query).json());
        Route route = results.route(query).giving(Schema.list(Schema.component(name)));
        responses.put(name, OpenApiResponses.good(route));
        add(OpenApiOperation.get(query, name, route));
        add(OpenApiOperation.post(query, name, route));
    }

    private void add(OpenApiOperation operation) {
        tags.add(operation.tag());
        paths.computeIfAbsent(operation.route().path(), path -> new LinkedHashMap<>())
                .put(operation.method().name().toLowerCase(Locale.ROOT), operation.json());
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.1");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        // Whether a server asks for a token is for those who run it to say: with one, or without.
        document.put("security", List.of(Map.of(), Map.of("token", List.of())));
        document.put("tags", tags());
        document.put("paths", paths);
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        components.put("parameters", OpenApiParameters.common());
        components.put("headers", OpenApiResponses.headers());
        components.put("responses", responses);
        components.put("schemas", schemas);
        components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
        document.put("components", components);
        return document;
    }

    /** In the order of the table, and last what is about the server itself. */
    private List<Map<String, String>> tags() {
        List<String> names = new ArrayList<>(tags);
        names.remove(OpenApiOperation.SERVER);
        names.add(OpenApiOperation.SERVER);
        return names.stream().map(name -> Map.of("name", name)).toList();
    }

    private static Map<String, @Nullable Object> info() {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("title", "Middle Tier");
        info.put("version", SoftwareVersion.CURRENT);
        info.put(
                "description",
                "Who runs the schools of England and Wales, at any date, and how it came about. Everything is"
                        + " read-only. HEAD and OPTIONS are answered wherever GET is; any other method gets 405 with"
                        + " Allow. Case and hyphens do not matter in words.");
        Map<String, @Nullable Object> license = new LinkedHashMap<>();
        license.put("name", "GNU General Public License v3.0 only");
        license.put("identifier", "GPL-3.0-only");
        info.put("license", license);
        return info;
    }
}
