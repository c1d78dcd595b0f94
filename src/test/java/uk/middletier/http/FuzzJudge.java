package uk.middletier.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Whether an answer is one that the document allows. */
final class FuzzJudge {
    /** Beyond the limit that an answer may have: the graph ends a question late, and the machine may be busy. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    /** Of those that wait for a place, too. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private static final Duration BULK_LIMIT = Duration.ofSeconds(62);

    private static final Set<String> NAMING =
            Set.of("unknown-parameter", "invalid-parameter", "missing-parameter", "invalid-cursor");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final OpenApiCalls document;

    FuzzJudge(OpenApiCalls document) {
        this.document = document;
    }

    /** What is wrong; its beginning up to the first colon is its kind. */
    Optional<String> fault(FuzzRequest request, FuzzClient.Answer answer) {
        if (answer.trouble() != null) {
            return Optional.of("no whole answer: " + answer.status() + " " + answer.trouble());
        }
        try {
            return Optional.ofNullable(found(request, answer));
        } catch (IOException | RuntimeException e) {
            return Optional.of("cannot be read: " + e);
        }
    }

    private @Nullable String found(FuzzRequest request, FuzzClient.Answer answer) throws IOException {
        int status = answer.status();
        if (status >= 500 && status != 503 && status != 504) {
            return "status " + status + ": " + answer.text();
        }
        if (answer.took().compareTo(limit(answer).plus(SLACK)) > 0) {
            return "too slow: " + answer.took();
        }
        if (answer.headers().containsKey("x-injected")
                || answer.header("X-Request-Id").isEmpty()) {
            return "headers: " + answer.headers();
        }
        boolean meant = request.method().equals(request.call().method());
        if (status == 304 || status == 204 || request.method().equals("HEAD")) {
            return answer.body().length == 0 ? null : "a body where there is none: " + answer.text();
        }
        if (status >= 400) {
            return problem(request, answer, meant);
        }
        if (status != 200) {
            return "status " + status + ": " + answer.text();
        }
        return meant ? good(request, answer) : null;
    }

    private static Duration limit(FuzzClient.Answer answer) {
        return Set.of("text/csv", "application/x-ndjson", "application/csvm+json")
                        .contains(answer.mediaType())
                ? BULK_LIMIT
                : LIMIT;
    }

    private @Nullable String problem(FuzzRequest request, FuzzClient.Answer answer, boolean meant) throws IOException {
        int status = answer.status();
        if (!answer.mediaType().equals(Problem.MEDIA_TYPE)) {
            return "no problem: " + status + " " + answer.mediaType() + " " + answer.text();
        }
        JsonNode problem = JSON.readTree(answer.body());
        List<Error> errors = document.errors(document.component("Problem"), problem);
        if (!errors.isEmpty()) {
            return "problem's form: " + errors + " " + problem;
        }
        if (problem.path("status").asInt() != status) {
            return "problem's status: " + status + " but " + problem;
        }
        String type = problem.path("type").asText().replaceFirst(".*#", "");
        if (NAMING.contains(type) && problem.path("parameter").isMissingNode()) {
            return "no parameter named: " + problem;
        }
        if (meant && request.call().operation().at("/responses/" + status).isMissingNode()) {
            return "undeclared status " + status + ": " + problem;
        }
        return request.good() && type.equals("unknown-parameter") ? "declared and unknown: " + problem : null;
    }

    private @Nullable String good(FuzzRequest request, FuzzClient.Answer answer) throws IOException {
        String type = answer.mediaType();
        JsonNode content = request.call().content();
        JsonNode declared = content.path(type);
        if (declared.isMissingNode()) {
            return content.has("*/*") || (content.has("text/*") && type.startsWith("text/"))
                    ? null
                    : "undeclared type: " + type;
        }
        if (type.equals("application/json") || type.endsWith("+json")) {
            JsonNode body = JSON.readTree(answer.body());
            List<Error> errors = document.errors(declared.path("schema"), body);
            if (!errors.isEmpty()) {
                return "schema: " + errors.subList(0, Math.min(4, errors.size()));
            }
            return type.equals("application/geo+json") ? geoJson(body) : null;
        } else if (type.equals("text/csv") || type.endsWith("+csv")) {
            return csv(answer.text());
        } else if (type.equals("application/x-ndjson")) {
            return ndjson(answer.text());
        } else if (type.endsWith("+xml")) {
            return xml(answer.body());
        }
        return null;
    }

    private static @Nullable String geoJson(JsonNode body) {
        if (!body.path("type").asText().equals("FeatureCollection")
                || !body.path("features").isArray()) {
            return "GeoJSON: no collection of features";
        }
        for (JsonNode feature : body.path("features")) {
            JsonNode geometry = feature.path("geometry");
            if (!feature.path("type").asText().equals("Feature") || !(geometry.isObject() || geometry.isNull())) {
                return "GeoJSON: " + feature;
            }
        }
        return null;
    }

    private static @Nullable String csv(String text) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            int width = -1;
            for (CsvRecord row : reader) {
                if (width >= 0 && row.getFieldCount() != width) {
                    return "CSV: line " + row.getStartingLineNumber() + " has " + row.getFieldCount() + " fields of "
                            + width;
                }
                width = row.getFieldCount();
            }
            return width < 0 ? "CSV: no header" : null;
        }
    }

    private static @Nullable String ndjson(String text) throws IOException {
        List<String> events = new ArrayList<>();
        long count = -1;
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext()) {
            JsonNode event = JSON.readTree(lines.next());
            events.add(event.path("$event").asText());
            count = event.at("/_body/rowCount").asLong(-1);
        }
        int last = events.size() - 1;
        if (last < 1 || !events.get(0).equals("Header") || !events.get(last).equals("Summary")) {
            return "NDJSON: " + (last < 0 ? "nothing" : events.get(0) + " … " + events.get(last));
        }
        return count == last - 1 ? null : "NDJSON: " + (last - 1) + " rows, but " + count + " in the summary";
    }

    private static @Nullable String xml(byte[] body) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
            return null;
        } catch (ParserConfigurationException | SAXException e) {
            return "XML: " + e.getMessage();
        }
    }
}
