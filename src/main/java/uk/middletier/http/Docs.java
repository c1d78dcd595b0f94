package uk.middletier.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
              // The token that the explorer was given, if the server asks for one.
              requestInterceptor: (request) => {
                const token = sessionStorage.getItem("middletier.token");
                if (token) request.headers.Authorization = `Bearer ${token}`;
                return request;
              },
            }));
            """;

    private static final String STYLE = "body { margin: 0; }\n";

    private final Asset script = Asset.marked("swagger-ui", ".js", Asset.read(SWAGGER_UI + "swagger-ui-bundle.js"));
    private final Asset style = Asset.marked("swagger-ui", ".css", Asset.read(SWAGGER_UI + "swagger-ui.css"));
    private final Asset start = Asset.marked("docs", ".js", START.getBytes(StandardCharsets.UTF_8));
    private final Asset own = Asset.marked("docs", ".css", STYLE.getBytes(StandardCharsets.UTF_8));

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
                """.formatted(address(style), address(own), address(script), address(start));
        return new Reply.Whole(200, Asset.pageHeaders(POLICY), new Content(html.getBytes(StandardCharsets.UTF_8)));
    }

    private Reply asset(Request request, ReleaseSource releases) {
        String name = String.valueOf(request.pathValues().get("file"));
        return List.of(script, style, start, own).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.of(
                        ProblemType.NOT_FOUND, "/docs needs no file \"" + name + "\"; it names those it does")))
                .reply();
    }

    private static String address(Asset asset) {
        return ASSETS.replace("{file}", asset.name());
    }
}
