package uk.middletier.http;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.http.Endpoint.Chosen.Choice;
import uk.middletier.measure.Rewriting;
import uk.middletier.measure.Rewritten;
import uk.middletier.measure.Rewritten.Claim;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Ref;
import uk.middletier.release.KnownRelease;
import uk.middletier.release.Manifest;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/**
 * {@code /v1/releases/difference} and {@code …/changes}: what the release that answers says otherwise than another about
 * days both can know; see {@link Rewriting}.
 */
final class ReleaseDifference {
    private static final String PATH = ReleaseList.PATH + "/difference";
    private static final String CHANGES = PATH + "/changes";

    private static final Parameter FROM = Parameter.optional(
            "from",
            new ParameterType.ReleaseId(),
            "the release that said otherwise; by default the one before the release that answers, if there is one");
    private static final Parameter KIND = Parameter.any(
            "kind",
            new ParameterType.Choice(Arrays.stream(Rewritten.Kind.values())
                    .map(Rewritten.Kind::word)
                    .toList()),
            "only differences of these kinds");
    private static final Parameter RELATION = Parameter.any(
            "relation",
            new ParameterType.Choice(Arrays.stream(Rewritten.Relation.values())
                    .map(Rewritten.Relation::word)
                    .toList()),
            "only spells of these relations");
    private static final List<Parameter> PARAMETERS = List.of(FROM, Parameter.AREA, KIND, RELATION);

    private static final List<Column> COUNTS =
            List.of(Column.text("kind"), Column.text("relation"), Column.integer("count"));
    private static final List<Column> COLUMNS = List.of(
            Column.text("kind"),
            Column.text("relation"),
            Column.ref("subject"),
            Column.ref("area"),
            Column.ref("before"),
            Column.text("beforeValue"),
            Column.date("beforeFrom"),
            Column.date("beforeTo"),
            Column.ref("after"),
            Column.text("afterValue"),
            Column.date("afterFrom"),
            Column.date("afterTo"));

    private final ReleaseSource releases;

    ReleaseDifference(ReleaseSource releases) {
        this.releases = releases;
    }

    Route route() {
        return chosen(
                        PATH,
                        "releaseDifference",
                        "what a release says otherwise than another about days both can know: counts, and the share of history"
                                + " rewritten",
                        Route::measured,
                        this::summary)
                .giving(Schema.object()
                        .field("rows", Schema.rows(COUNTS, "kind", "count"))
                        .field("from", Schema.TEXT)
                        .field("to", Schema.TEXT)
                        .field("lastDay", Schema.DATE)
                        .field("schoolDays", Schema.INTEGER)
                        .field("openRewritten", Schema.INTEGER)
                        .field("governorRewritten", Schema.INTEGER)
                        .field("share", Schema.NUMBER.orNull()));
    }

    Route changes() {
        return chosen(
                        CHANGES,
                        "releaseChanges",
                        "the same one by one: schools, spells, names and bodies that were rewritten, before and after",
                        Route::table,
                        this::list)
                .giving(Schema.rows(COLUMNS, "kind", "subject"));
    }

    /** How a route of a kind is made. */
    private interface Making {
        Route of(String path, String name, String summary, List<Parameter> parameters, Endpoint.OfRelease endpoint);
    }

    /** A comparison with a release that is named, be it by default: the same names give the same answer for ever. */
    private Route chosen(
            String path, String name, String summary, Making making, BiFunction<Question, Compared, Answer> answer) {
        Route known = making.of(path, name, summary, PARAMETERS, question -> {
            throw new IllegalStateException("nothing is compared before it is known with what");
        });
        Endpoint.Chosen endpoint = (request, release) -> {
            Map<String, List<String>> query = new LinkedHashMap<>(request.query());
            query.computeIfAbsent(FROM.name(), absent -> List.of(before(release.manifest())));
            Route route = making.of(path, name, summary, PARAMETERS, question -> plan(question, answer));
            return new Choice(route, request.withQuery(query));
        };
        return known.by(endpoint);
    }

    /** The newest of those that can know less; itself if it is the first. */
    private String before(Manifest manifest) {
        return releases.known().stream()
                .map(KnownRelease::manifest)
                .filter(other -> other != null && KnownRelease.BY_EXTRACT.compare(other, manifest) < 0)
                .max(KnownRelease.BY_EXTRACT)
                .map(Manifest::id)
                .orElse(manifest.id());
    }

    /** Two timelines and how they differ. */
    private record Compared(Timeline before, Timeline after, Rewriting rewriting) {}

    private Plan plan(Question question, BiFunction<Question, Compared, Answer> answer) {
        return new Plan(List.of(), reads -> answer.apply(question, compared(question, reads.left())));
    }

    private Compared compared(Question question, Duration patience) {
        Timeline after = question.release().timeline();
        Timeline before;
        // What is in memory of it outlives its store: nobody has to wait while it is compared.
        try (HeldRelease other =
                ReleaseChoice.hold(releases, question.parameters().word(FROM.name()), FROM.name(), patience)) {
            before = other.timeline();
        }
        return new Compared(before, after, Rewriting.of(before, after));
    }

    private Answer summary(Question question, Compared compared) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        Predicate<Rewritten> wanted = wanted(question, compared);
        compared.rewriting().all().stream()
                .filter(wanted)
                .forEach(each -> counts.computeIfAbsent(each.kind().word(), kind -> new TreeMap<>())
                        .merge(each.relation() == null ? "" : each.relation().word(), 1L, Long::sum));
        List<List<@Nullable Object>> rows = counts.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(relation -> Arrays.<@Nullable Object>asList(
                                kind.getKey(),
                                relation.getKey().isEmpty() ? null : relation.getKey(),
                                relation.getValue())))
                .toList();
        Rewriting rewriting = compared.rewriting();
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("from", question.parameters().word(FROM.name()));
        beside.put("to", question.release().manifest().id());
        beside.put("lastDay", rewriting.lastDay());
        beside.put("schoolDays", rewriting.schoolDays());
        beside.put("openRewritten", rewriting.openRewritten());
        beside.put("governorRewritten", rewriting.governorRewritten());
        beside.put("share", Double.isNaN(rewriting.share()) ? null : rewriting.share());
        return new Answer.Summary(COUNTS, rows, beside);
    }

    private Answer list(Question question, Compared compared) {
        Places places = new Places(compared, AreaKind.LOCAL_AUTHORITY);
        List<List<@Nullable Object>> rows =
                question.page().of(compared.rewriting().all().stream().filter(wanted(question, compared))).stream()
                        .map(each -> cells(each, places))
                        .toList();
        return new Answer.Table(COLUMNS, TableRows.of(rows));
    }

    private static Predicate<Rewritten> wanted(Question question, Compared compared) {
        List<String> kinds = question.parameters().texts(KIND.name());
        List<String> relations = question.parameters().texts(RELATION.name());
        Predicate<Rewritten> wanted =
                each -> kinds.isEmpty() || kinds.contains(each.kind().word());
        if (!relations.isEmpty()) {
            wanted = wanted.and(each -> each.relation() != null
                    && relations.contains(each.relation().word()));
        }
        Vocabulary.Area area = question.parameters().area();
        if (area != null) {
            Places places = new Places(compared, area.kind());
            wanted = wanted.and(each -> each.school() >= 0 && places.isIn(each, area.id()));
        }
        return wanted;
    }

    private static List<@Nullable Object> cells(Rewritten each, Places places) {
        Claim before = each.before();
        Claim after = each.after();
        return Arrays.asList(
                each.kind().word(),
                each.relation() == null ? null : each.relation().word(),
                each.subject(),
                each.school() < 0 ? null : places.area(each),
                before == null ? null : before.body(),
                before == null ? null : before.value(),
                before == null ? null : before.from(),
                before == null ? null : before.to(),
                after == null ? null : after.body(),
                after == null ? null : after.value(),
                after == null ? null : after.from(),
                after == null ? null : after.to());
    }

    /** In which areas of a kind schools lay on the last day they were open of those compared; for one thread. */
    private static final class Places {
        private final Compared compared;
        private final Whereabouts before;
        private final Whereabouts after;
        private final int lastDay;

        Places(Compared compared, AreaKind kind) {
            this.compared = compared;
            this.before = new Whereabouts(compared.before(), kind);
            this.after = new Whereabouts(compared.after(), kind);
            LocalDate day = compared.rewriting().lastDay();
            this.lastDay = Days.of(day);
        }

        private static boolean gone(Rewritten each) {
            return each.kind() == Rewritten.Kind.SCHOOL_REMOVED;
        }

        private int day(Timeline timeline, int school) {
            return Math.min(lastDay, timeline.schools().to(school) - 1);
        }

        @Nullable
        Ref area(Rewritten each) {
            Timeline timeline = gone(each) ? compared.before() : compared.after();
            int unit = (gone(each) ? before : after).at(each.school(), day(timeline, each.school()));
            return unit < 0 ? null : timeline.tier().ref(unit);
        }

        boolean isIn(Rewritten each, String area) {
            Timeline timeline = gone(each) ? compared.before() : compared.after();
            return timeline.tier().find(area).stream()
                    .anyMatch(unit ->
                            (gone(each) ? before : after).isIn(each.school(), unit, day(timeline, each.school())));
        }
    }
}
