package uk.middletier.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.JsonValues;
import uk.middletier.query.QueryLibrary;

/**
 * {@code /openapi.json}: every address and every saved query in the words of OpenAPI 3.1. It tells of the program and
 * its library of queries, not of a release, and so is there before one is served.
 */
final class OpenApi {
    static final String PATH = "/openapi.json";
    private static final JsonFactory JSON = new JsonFactory();

    private final SavedQueries queries;
    private @Nullable Routes routes;
    private volatile @Nullable Made made;

    /** The document as it is as long as the library stays the same. */
    private record Made(QueryLibrary.Shelf shelf, Content content, String etag) {}

    OpenApi(SavedQueries queries) {
        this.queries = queries;
    }

    Route route() {
        return Route.page(PATH, "openapi", "every address and saved query in OpenAPI 3.1", this::reply)
                .giving(Schema.MAP);
    }

    /** Takes the table, once it is whole. */
    void list(Routes all) {
        routes = all;
    }

    private Reply reply(Request request, ReleaseSource releases) {
        Made now = current();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", Format.JSON.contentType());
        headers.put("ETag", now.etag());
        // A query that was written a moment ago is in it.
        headers.put("Cache-Control", "no-cache");
        return ETags.matches(now.etag(), request.ifNoneMatch())
                ? new Reply.Whole(304, headers, Content.NONE)
                : new Reply.Whole(200, headers, now.content());
    }

    private Made current() {
        QueryLibrary.Shelf shelf = queries.shelf();
        Made known = made;
        if (known == null || !known.shelf().equals(shelf)) {
            byte[] bytes = bytes(shelf);
            known = new Made(shelf, new Content(bytes), ETags.of(bytes));
            made = known;
        }
        return known;
    }

    private byte[] bytes(QueryLibrary.Shelf shelf) {
        if (routes == null) {
            throw new IllegalStateException("the table of routes was never given");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            JsonValues.write(json, new OpenApiDocument(routes, queries, shelf).json());
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }
}
