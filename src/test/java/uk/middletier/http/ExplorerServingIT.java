package uk.middletier.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;

/** The explorer's page and files as the server hands them out. */
@ExtendWith(TownServer.Extension.class)
class ExplorerServingIT {
    private static final Path SOURCE = Path.of("src/main/resources/explorer");
    private static final Pattern VERSION = Pattern.compile("/explorer/([0-9a-f]+)/main\\.js");

    private final TownServer server;

    ExplorerServingIT(TownServer server) {
        this.server = server;
    }

    /** The address of a file that is there. */
    static String asset(TownServer server) {
        return address(server, "main.js");
    }

    private static String address(TownServer server, String file) {
        Matcher version = VERSION.matcher(server.get("/").body());
        assertThat(version.find()).isTrue();
        return "/explorer/" + version.group(1) + "/" + file;
    }

    private static List<String> own() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> SOURCE.relativize(file).toString())
                    .filter(name -> !name.equals("index.html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?", "/?view=area&area=la:203&asOf=2015-09-01", "/?x=1&x=2&asOf=never"})
    void thePageIsTheSameWhateverItIsAsked(String target) {
        HttpResponse<String> page = server.get(target);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.body()).isEqualTo(server.get("/").body()).doesNotContain("@@");
    }

    @Test
    void thePageMayLoadNothingFromElsewhereNorFromWithinItself() {
        HttpResponse<String> page = server.get("/");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                        + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Permissions-Policy").orElse("")).contains("geolocation=()");
        assertThat(page.body())
                .doesNotContain("src=\"http", "src=\"//", "<style", " style=", "javascript:")
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("\\son[a-z]+=\"");
    }

    @Test
    void thePageIsOnlySentWhenItHasChanged() {
        String etag = server.get("/").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.get("/?view=map", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void everyFileOfTheFolderIsServedAsItIs() throws IOException {
        assertThat(own()).contains("main.js", "area/view.js");
        for (String file : own()) {
            HttpResponse<byte[]> answer = server.getBytes(address(server, file));
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.body()).as(file).isEqualTo(Files.readAllBytes(SOURCE.resolve(file)));
            assertKept(answer, file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "d3.js, https://d3js.org v7.9.0",
        "d3-sankey.js, d3-sankey v0.12.3",
        "htm-preact.js, as render",
        "codemirror.js, CodeMirror.version = \"5.",
        "codemirror.css, .CodeMirror {",
        "codemirror-cypher.js, application/x-cypher-query"
    })
    void librariesHavePlainNames(String file, String part) {
        HttpResponse<String> answer = server.get(address(server, file));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(part);
        assertKept(answer, file);
    }

    private static void assertKept(HttpResponse<?> answer, String file) {
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        if (file.endsWith(".js")) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        } else if (file.endsWith(".css")) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        }
    }

    @Test
    void filesArePackedForThoseWhoTakeThemSo() throws IOException {
        String d3 = address(server, "d3.js");
        HttpResponse<byte[]> packed = server.getBytes(d3, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(120_000);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(server.getBytes(d3).body());
        }
    }

    @Test
    void underAnotherVersionThereIsNothing() {
        String now = asset(server);
        HttpResponse<String> old = server.get("/explorer/0123456789ab/main.js");
        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(old.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThatJson(old.body()).inPath("$.detail").asString().contains("version \"0123456789ab\"", "the page at /");
        assertThatJson(old.body()).inPath("$.suggestion").isEqualTo(now);
    }

    @Test
    void whatIsNotThereIsAProblemThatSaysWhatWasMeant() {
        HttpResponse<String> none = server.get(address(server, "main.jss"));
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThatJson(none.body()).inPath("$.detail").asString().contains("main.jss");
        assertThatJson(none.body()).inPath("$.suggestion").isEqualTo("main.js");
        assertThat(server.get(asset(server) + "?x=1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index.html",
                "../main.js",
                "..%2Fmain.js",
                "..%2f..%2flogback.xml",
                "%2e%2e/logback.xml",
                "..;/logback.xml",
                "..%5Clogback.xml",
                "%2Fetc%2Fpasswd",
                "main.js%00",
                "main.js/x",
                "area/",
                "area/../main.js",
                "area/view.js/x"
            })
    void nothingElseIsServed(String file) {
        assertThat(server.get(address(server, file)).statusCode()).as(file).isBetween(400, 404);
    }

    /** In the jar the folder is listed another way, and of the libraries only what is served is packed. */
    @Test
    void theJarHoldsTheFilesAndNoMore() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("middletier.jar"))) {
            List<String> names = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .toList();
            assertThat(names)
                    .containsAll(own().stream().map(file -> "explorer/" + file).toList());
            assertThat(names.stream().filter(name -> name.matches("META-INF/resources/.*\\.(js|css|map|ts)")))
                    .hasSize(8);
        }
    }

    /** What a query finds is linked, whatever it is. */
    @Test
    void thePageKnowsTheIdsOfEveryKindOfBodyAndArea() throws IOException {
        String things = Files.readString(SOURCE.resolve("ask/things.js"));
        assertThat(Stream.concat(
                        Stream.of(BodyKind.values()).map(BodyKind::idPrefix),
                        Stream.of(AreaKind.values()).map(AreaKind::idPrefix)))
                .allSatisfy(prefix -> assertThat(things).contains("'" + prefix + "'"));
    }
}
