package uk.middletier.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.Manifest;
import uk.middletier.release.SoftwareVersion;

/** {@code /v1/status}: what the release is made of. */
final class Status {
    static final Route ROUTE = Route.record(
                    "/v1/status",
                    "status",
                    "the release: sources, dates, counts, problems of the data",
                    List.of(),
                    null,
                    question -> new Plan(
                            List.of(),
                            reads -> new Answer.Item(data(question.release().manifest()))))
            .giving(schema());

    private Status() {}

    static Schema schema() {
        Schema source = Schema.object(Schema.TEXT, "file", "kind", "sha256", "publisher", "licence", "attribution")
                .field("extractDate", Schema.DATE)
                .field("rows", Schema.INTEGER)
                .field("madeUp", Schema.BOOLEAN);
        Schema issue = Schema.object(Schema.TEXT, "code", "severity", "title").field("count", Schema.INTEGER);
        return Schema.object(Schema.TEXT, "release", "software", "builtBy", "contentChecksum")
                .field("formatVersion", Schema.INTEGER)
                .field("extractDate", Schema.DATE)
                .field("firstDate", Schema.DATE)
                .field("lastDate", Schema.DATE)
                .field("madeUp", Schema.BOOLEAN)
                .field("storeBytes", Schema.INTEGER.orNull())
                .field("sources", Schema.list(source))
                .field("counts", Schema.object().field("nodes", named("label")).field("relationships", named("type")))
                .field("issues", Schema.list(issue));
    }

    private static Schema named(String what) {
        return Schema.list(Schema.object(Schema.TEXT, what).field("count", Schema.INTEGER));
    }

    static Map<String, @Nullable Object> data(Manifest manifest) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("release", manifest.id());
        data.put("software", SoftwareVersion.CURRENT);
        data.put("builtBy", manifest.softwareVersion());
        data.put("formatVersion", manifest.formatVersion());
        data.put("extractDate", manifest.extractDate());
        data.put("firstDate", manifest.firstDate());
        data.put("lastDate", manifest.extractDate());
        data.put("madeUp", manifest.madeUp());
        data.put("contentChecksum", manifest.contentChecksum());
        data.put("storeBytes", manifest.storeBytes() == 0 ? null : manifest.storeBytes());
        data.put("sources", manifest.sources().stream().map(Status::source).toList());
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        counts.put("nodes", named("label", manifest.counts().nodes()));
        counts.put("relationships", named("type", manifest.counts().relationships()));
        data.put("counts", counts);
        data.put("issues", manifest.issues().stream().map(Status::issue).toList());
        return data;
    }

    private static Map<String, @Nullable Object> source(Manifest.SourceFile source) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("file", source.file());
        fields.put("kind", source.kind());
        fields.put("extractDate", source.extractDate());
        fields.put("sha256", source.sha256());
        fields.put("rows", source.rows());
        fields.put("publisher", source.publisher());
        fields.put("licence", source.licence());
        fields.put("madeUp", source.madeUp());
        fields.put("attribution", source.attribution());
        return fields;
    }

    private static Map<String, @Nullable Object> issue(Manifest.IssueCount issue) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", issue.code());
        fields.put("severity", issue.severity());
        fields.put("title", issue.title());
        fields.put("count", issue.count());
        return fields;
    }

    /** No key is made from data: what counts is named beside its number. */
    private static List<Map<String, @Nullable Object>> named(String what, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> {
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put(what, entry.getKey());
                    fields.put("count", entry.getValue());
                    return fields;
                })
                .toList();
    }
}
