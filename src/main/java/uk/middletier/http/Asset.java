package uk.middletier.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file that a page of the server needs, in memory. The address it has holds a mark made from bytes: other bytes, another
 * address, so that it may be kept for ever.
 *
 * @param name the last step of its address; its ending says what it is
 */
record Asset(String name, Content content) {
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    /** With the mark in its name. */
    static Asset marked(String stem, String ending, byte[] bytes) {
        return new Asset(stem + "-" + mark(bytes) + ending, Content.kept(bytes));
    }

    /** In lower-case hexadecimal. */
    static String mark(byte[] bytes) {
        return ETags.of(bytes).replaceAll("[^0-9a-f]", "");
    }

    /** Whether its ending is that of a kind of file pages are made of. */
    static boolean servable(String name) {
        return TYPES.containsKey(ending(name));
    }

    /**
     * The bytes of a resource.
     *
     * @param path from the root of the class path, with a slash before it
     */
    static byte[] read(String path) {
        try (InputStream in = Asset.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + path + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    Reply reply() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", TYPES.getOrDefault(ending(name), "application/octet-stream"));
        headers.put("Cache-Control", "public, max-age=31536000, immutable");
        return new Reply.Whole(200, headers, content);
    }

    /**
     * Headers of a page that needs such files: it is asked for anew each time, because it names them.
     *
     * @param policy where what it loads may come from
     */
    static Map<String, String> pageHeaders(String policy) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html; charset=utf-8");
        headers.put("Content-Security-Policy", policy);
        headers.put("Cache-Control", "no-cache");
        return headers;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
