package uk.middletier.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.http.Endpoint.Chosen.Choice;
import uk.middletier.release.KnownRelease;
import uk.middletier.release.Manifest;

/** {@code /v1/releases} and {@code /v1/releases/{id}}: who may be asked by {@code release}, and what each was made from. */
final class ReleaseList {
    static final String PATH = "/v1/releases";
    private static final String ONE = PATH + "/{id}";

    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.bool("current"),
            Column.bool("openable"),
            Column.integer("formatVersion"),
            Column.date("extractDate"),
            Column.date("firstDate"),
            Column.text("built"),
            Column.text("builtBy"),
            Column.bool("madeUp"),
            Column.integer("sources"),
            Column.integer("schools"),
            Column.integer("storeBytes"),
            Column.text("contentChecksum"));

    private final ReleaseSource releases;

    ReleaseList(ReleaseSource releases) {
        this.releases = releases;
    }

    Route all() {
        Endpoint.OfReleases list = this::list;
        return Route.chosen(
                        PATH,
                        "releases",
                        "the releases there are, newest first: each can be asked, with release=, what it says",
                        List.of(),
                        Format.TABLE,
                        List.of(Route.Method.GET),
                        list)
                .giving(Schema.rows(COLUMNS, "id", "current", "openable"));
    }

    Route one() {
        Endpoint.OfReleases one = this::one;
        return Route.chosen(
                        ONE,
                        "release",
                        "one release: what it is made of, as /v1/status says it of the one served",
                        List.of(),
                        Format.RECORD,
                        List.of(Route.Method.GET),
                        one)
                .giving(Status.schema().field("built", Schema.TEXT).field("current", Schema.BOOLEAN));
    }

    private Choice list(Request request, HeldRelease release) {
        String current = current();
        List<List<@Nullable Object>> rows =
                releases.known().stream().map(known -> cells(known, current)).toList();
        Route route = Route.table(
                        PATH,
                        "releases",
                        "the releases there are",
                        List.of(),
                        question -> new Plan(
                                List.of(),
                                reads -> new Answer.Table(
                                        COLUMNS, TableRows.of(question.page().of(rows.stream())))))
                // Releases come and go, while the one that answers stays.
                .with(rows.toString());
        return new Choice(route, request);
    }

    private static List<@Nullable Object> cells(KnownRelease known, String current) {
        Manifest manifest = known.manifest();
        if (manifest == null) {
            // Nothing else can be read of it.
            return Arrays.asList(Arrays.copyOf(
                    new Object[] {known.id(), known.id().equals(current), false, known.format()}, COLUMNS.size()));
        }
        return Arrays.asList(
                manifest.id(),
                manifest.id().equals(current),
                true,
                manifest.formatVersion(),
                manifest.extractDate(),
                manifest.firstDate(),
                manifest.built().toString(),
                manifest.softwareVersion(),
                manifest.madeUp(),
                manifest.sources().size(),
                manifest.counts().nodes().getOrDefault("School", 0L),
                manifest.storeBytes() == 0 ? null : manifest.storeBytes(),
                manifest.contentChecksum());
    }

    private String current() {
        try (HeldRelease held = releases.hold()) {
            return held.manifest().id();
        }
    }

    private Choice one(Request request, HeldRelease release) {
        String asked = String.valueOf(request.pathValues().get("id"));
        String current = current();
        String id = ReleaseChoice.isCurrent(asked) ? current : asked;
        Manifest manifest = releases.known().stream()
                .filter(known -> known.id().equals(id))
                .map(KnownRelease::manifest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.of(
                                ProblemType.UNKNOWN_ID,
                                "there is no release \"" + asked + "\" that this program can read")
                        .withSuggestion(Suggestions.nearest(
                                        asked,
                                        releases.known().stream()
                                                .map(KnownRelease::id)
                                                .toList())
                                .orElse(null))));
        Map<String, @Nullable Object> data = new LinkedHashMap<>(Status.data(manifest));
        data.put("built", manifest.built().toString());
        data.put("current", id.equals(current));
        Route route = Route.record(
                        ONE,
                        "release",
                        "one release",
                        List.of(),
                        null,
                        question -> new Plan(List.of(), reads -> new Answer.Item(data)))
                .with(data.toString());
        return new Choice(route, request);
    }
}
