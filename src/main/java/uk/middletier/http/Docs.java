package uk.middletier.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /docs}: the OpenAPI document to read and to try, by Swagger UI out of its WebJar. Two files of it are served and
 * one of our own, so that the page needs no script in itself and nothing from elsewhere.
 */
final class Docs {
    private static final String ASSETS = "/docs/assets/{file}";
    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

    /** Scripts, styles and questions only from here; Swagger UI draws its arrows from data in its styles. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String START = """
            window.addEventListener("load", () => SwaggerUIBundle({
              url: "/openapi.json",
              dom_id: "#docs",
              deepLinking: true,
              docExpansion: "list",
              filter: true,
              defaultModelsExpandDepth: -1,
              validatorUrl: null,
            }));
            """;

    private static final String STYLE = "body { margin: 0; }\n";

    private final Asset script = Asset.of("swagger-ui", ".js", read("swagger-ui-bundle.js"));
    private final Asset style = Asset.of("swagger-ui", ".css", read("swagger-ui.css"));
    private final Asset start = Asset.of("docs", ".js", START.getBytes(StandardCharsets.UTF_8));
    private final Asset own = Asset.of("docs", ".css", STYLE.getBytes(StandardCharsets.UTF_8));

    /**
     * A file the page needs.
     *
     * @param name with a part made from its bytes: other bytes, another name, so that it may be kept for ever
     */
    private record Asset(String name, Content content) {
        static Asset of(String stem, String ending, byte[] bytes) {
            String mark = ETags.of(bytes).replaceAll("[^0-9a-f]", "");
            return new Asset(stem + "-" + mark + ending, new Content(bytes));
        }

        String address() {
            return ASSETS.replace("{file}", name);
        }
    }

    List<Route> routes() {
        return List.of(
                Route.page("/docs", "docs", "every address and saved query, to read and to try", this::page),
                Route.page(ASSETS, "docsAsset", "what /docs needs", this::asset).giving(Schema.page("text/*")));
    }

    private Reply page(Request request, ReleaseSource releases) {
        String html = """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Middle Tier: the interface</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s">
                <script src="%s"></script><script src="%s"></script></head>
                <body><div id="docs"></div>
                <noscript>This page is drawn from <a href="/openapi.json">/openapi.json</a> by a script.</noscript>
                </body></html>
                """.formatted(style.address(), own.address(), script.address(), start.address());
        Map<String, String> headers = headers("text/html; charset=utf-8");
        headers.put("Content-Security-Policy", POLICY);
        headers.put("Cache-Control", "no-cache");
        return new Reply.Whole(200, headers, new Content(html.getBytes(StandardCharsets.UTF_8)));
    }

    private Reply asset(Request request, ReleaseSource releases) {
        String name = String.valueOf(request.pathValues().get("file"));
        Asset asset = List.of(script, style, start, own).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.of(
                        ProblemType.NOT_FOUND, "/docs needs no file \"" + name + "\"; it names those it does")));
        Map<String, String> headers =
                headers(name.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8");
        headers.put("Cache-Control", "public, max-age=31536000, immutable");
        return new Reply.Whole(200, headers, asset.content());
    }

    private static Map<String, String> headers(String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        return headers;
    }

    private static byte[] read(String file) {
        try (InputStream in = Docs.class.getResourceAsStream(SWAGGER_UI + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + SWAGGER_UI + file + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
