package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that draws the OpenAPI document. */
@ExtendWith(TownServer.Extension.class)
class DocsIT {
    private static final Pattern ASSET = Pattern.compile("/docs/assets/[^\"]+");

    private final TownServer server;

    DocsIT(TownServer server) {
        this.server = server;
    }

    static String asset(TownServer server) {
        return assets(server).get(0);
    }

    private static List<String> assets(TownServer server) {
        return ASSET.matcher(server.get("/docs").body())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        HttpResponse<String> page = server.get("/docs");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe", "http");
        assertThat(page.body()).doesNotContain("http:", "https:", "//").contains("/openapi.json");
    }

    @Test
    void whatItNeedsIsKeptForEver() {
        assertThat(assets(server)).hasSize(4).allSatisfy(asset -> {
            HttpResponse<byte[]> file = server.getBytes(asset, "Accept-Encoding", "gzip");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            assertThat(file.headers().firstValue("Content-Type").orElse(""))
                    .startsWith(asset.endsWith(".js") ? "text/javascript" : "text/css");
            assertThat(file.body().length).isLessThan(700_000);
        });
    }

    @Test
    void nothingElseIsServed() {
        for (String file : List.of("swagger-ui-bundle.js", "..%2Fpom.xml", "index.html", "")) {
            assertThat(server.get("/docs/assets/" + file).statusCode()).as(file).isBetween(400, 404);
        }
    }
}
