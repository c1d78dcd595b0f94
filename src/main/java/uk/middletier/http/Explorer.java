package uk.middletier.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /}: the explorer, a page that asks this server and draws what it answers. Its own files are those of the folder
 * {@code explorer} of the class path, its libraries come out of their WebJars under plain names. All share one version in
 * their addresses, so that modules name each other without it and a page never gets half of another version.
 */
final class Explorer {
    private static final String ASSETS = "/explorer/{version}/{file}";
    private static final String IN_FOLDER = "/explorer/{version}/{folder}/{file}";
    private static final String FOLDER = "/explorer";
    private static final String PAGE = "index.html";

    /** Stands for the version in the page. */
    private static final String VERSION = "@@";

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String CODEMIRROR = WEBJARS + "codemirror/5.65.21/";

    private static final Map<String, String> LIBRARIES = Map.of(
            "d3.js", WEBJARS + "d3/7.9.0/dist/d3.min.js",
            "d3-sankey.js", WEBJARS + "d3-sankey/0.12.3/dist/d3-sankey.min.js",
            "htm-preact.js", "/META-INF/resources/_static/htm/3.1.1/preact/standalone.module.js",
            "codemirror.js", CODEMIRROR + "lib/codemirror.js",
            "codemirror.css", CODEMIRROR + "lib/codemirror.css",
            "codemirror-cypher.js", CODEMIRROR + "mode/cypher/cypher.js");

    /** Everything only from here, nothing written into the page; pictures it makes of its own drawings are data and blobs. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private final Map<String, Asset> assets = new TreeMap<>();
    private final String version;
    private final Content page;
    private final String etag;

    Explorer() {
        LIBRARIES.forEach((name, path) -> add(name, Asset.read(path)));
        own().forEach(name -> add(name, Asset.read(FOLDER + "/" + name)));
        String html = new String(Asset.read(FOLDER + "/" + PAGE), StandardCharsets.UTF_8);
        version = version(html);
        byte[] bytes = html.replace(VERSION, version).getBytes(StandardCharsets.UTF_8);
        page = new Content(bytes);
        etag = ETags.of(bytes);
    }

    List<Route> routes() {
        Endpoint.OfPage atAnyQuery = this::page;
        return List.of(
                Route.page("/", "explorer", "the data drawn: areas, schools, bodies and time", atAnyQuery),
                Route.page(ASSETS, "explorerAsset", "what the explorer needs", this::asset)
                        .giving(Schema.page("*/*")),
                Route.page(IN_FOLDER, "explorerPart", "what one of its views needs", this::asset)
                        .giving(Schema.page("*/*")));
    }

    private void add(String name, byte[] bytes) {
        if (assets.put(name, new Asset(name, Content.kept(bytes))) != null) {
            throw new IllegalStateException("two files of the explorer are called " + name);
        }
    }

    /** Of the names and bytes of everything: whatever changes, all addresses do. */
    private String version(String html) {
        String all = assets.values().stream()
                .map(asset -> asset.name() + " " + Asset.mark(asset.content().plain()))
                .collect(Collectors.joining("\n", html + "\n", ""));
        return Asset.mark(all.getBytes(StandardCharsets.UTF_8));
    }

    private Reply page(Request request, ReleaseSource releases) {
        Map<String, String> headers = Asset.pageHeaders(POLICY);
        headers.put("ETag", etag);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        return ETags.matches(etag, request.ifNoneMatch())
                ? new Reply.Whole(304, headers, Content.NONE)
                : new Reply.Whole(200, headers, page);
    }

    private Reply asset(Request request, ReleaseSource releases) {
        String asked = String.valueOf(request.pathValues().get("version"));
        String file = String.valueOf(request.pathValues().get("file"));
        String folder = request.pathValues().get("folder");
        String name = folder == null ? file : folder + "/" + file;
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new Refusal(Problem.of(ProblemType.NOT_FOUND, "the explorer has no file \"" + name + "\"")
                    .withSuggestion(Suggestions.nearest(name, List.copyOf(assets.keySet()))
                            .orElse(null)));
        }
        if (!asked.equals(version)) {
            throw new Refusal(Problem.of(
                            ProblemType.NOT_FOUND,
                            "version \"" + asked
                                    + "\" of the explorer is not served here; the page at / names the one that is")
                    .withSuggestion(ASSETS.replace("{version}", version).replace("{file}", name)));
        }
        return asset.reply();
    }

    /** The names of the files in the folder of the explorer, be it a folder of classes or in a jar; but for the page. */
    private static List<String> own() {
        URL resource = Explorer.class.getResource(FOLDER + "/" + PAGE);
        if (resource == null) {
            throw new IllegalStateException("there is no " + FOLDER + "/" + PAGE + " on the class path");
        }
        try {
            URI uri = resource.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri).resolveSibling(""));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the files of the explorer cannot be listed", e);
        }
    }

    /** Of the folder and those in it: {@code area/view.js}. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> Asset.servable(name) && !name.equals(PAGE))
                    .toList();
        }
    }
}
