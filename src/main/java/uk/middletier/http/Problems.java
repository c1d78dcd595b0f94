package uk.middletier.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.middletier.export.JsonValues;

/** Problems as replies, and the page that explains their types. */
final class Problems {
    private static final JsonFactory JSON = new JsonFactory();

    private Problems() {}

    /** A problem as {@code application/problem+json}; never cached. */
    static Reply.Whole reply(Problem problem, String instance) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        headers.putAll(problem.headers());
        return new Reply.Whole(problem.type().status(), headers, new Content(body(problem, instance)));
    }

    static byte[] body(Problem problem, String instance) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            JsonValues.write(json, problem.fields(Addresses.reference(instance)));
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    /** What every type of problem means: where its URI leads. */
    static Reply page(Request request, ReleaseSource releases) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Problems</title></head><body>\n<h1>Problems</h1>\n"
                + "<p>Failures are told as RFC 9457 has it: <code>application/problem+json</code>.</p>\n<dl>\n");
        for (ProblemType type : ProblemType.values()) {
            html.append("<dt id=\"")
                    .append(type.word())
                    .append("\"><code>")
                    .append(type.word())
                    .append("</code> (")
                    .append(type.status())
                    .append(")</dt><dd>")
                    .append(type.title())
                    .append(". ")
                    .append(type.remedy())
                    .append("</dd>\n");
        }
        return Reply.Whole.of(
                200,
                "text/html; charset=utf-8",
                html.append("</dl>\n</body></html>\n").toString());
    }
}
