package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.DurationStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.measure.Durations;
import uk.middletier.measure.Durations.By;
import uk.middletier.measure.Durations.Ends;
import uk.middletier.measure.Durations.Group;
import uk.middletier.measure.KaplanMeier;
import uk.middletier.measure.KaplanMeier.Step;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Timeline;

/** {@code /v1/durations}: how long memberships in bodies last. As rows of CSV and NDJSON the curves themselves. */
final class DurationTable {
    /** Bodies schools join and leave. */
    private static final List<String> KINDS = Arrays.stream(BodyKind.values())
            .filter(kind -> kind != BodyKind.LOCAL_AUTHORITY
                    && kind != BodyKind.UNKNOWN_TRUST
                    && kind != BodyKind.UMBRELLA_TRUST)
            .map(BodyKind::word)
            .toList();

    private static final List<Integer> MILESTONES = List.of(1, 3, 5, 10);

    static final Route ROUTE = Route.lineages(
                    "/v1/durations",
                    "durations",
                    "how long memberships of schools in trusts, federations and other bodies last",
                    List.of(
                            Parameter.anyOf(
                                    "kind",
                                    KINDS,
                                    Stream.of(
                                                    BodyKind.MULTI_ACADEMY_TRUST,
                                                    BodyKind.SINGLE_ACADEMY_TRUST,
                                                    BodyKind.FEDERATION)
                                            .map(BodyKind::word)
                                            .toList(),
                                    "memberships in bodies of this kind"),
                            Parameter.any(
                                    "formality",
                                    new ParameterType.Choice(Arrays.stream(Formality.values())
                                            .map(Formality::word)
                                            .toList()),
                                    "in bodies so binding"),
                            Parameter.optional(
                                    "area", new ParameterType.AreaId(), "the school lay in this area when it joined"),
                            Parameter.PHASE,
                            Parameter.optional("joinedFrom", new ParameterType.Day(), "joined on this day or later"),
                            Parameter.optional("joinedTo", new ParameterType.Day(), "joined on this day or earlier"),
                            Parameter.choice("by", word(By.KIND), words(By.values()), "a curve for each of these"),
                            Parameter.choice(
                                    "ends",
                                    word(Ends.ANY),
                                    words(Ends.values()),
                                    "any = every end counts; left = a school that closes for good has not left"),
                            Parameter.optional(
                                    "observedFrom",
                                    new ParameterType.Day(),
                                    "day from which ends are in the record, instead of that which shows itself"),
                            Parameter.AS_OF),
                    DurationTable::plan)
            .giving(schema());

    private DurationTable() {}

    private static Plan plan(Question question) {
        Timeline timeline = question.release().timeline();
        Durations.Question asked = asked(question.parameters(), timeline);
        Durations durations = Durations.of(timeline, asked);
        return new Plan(statements(question.parameters(), durations), reads -> {
            List<Group> groups = durations.groups();
            boolean areas = asked.by() == By.AREA;
            Function<Group, @Nullable Object> named =
                    group -> areas ? timeline.tier().ref(group.unit()) : group.name();
            Map<String, @Nullable Object> beside = new LinkedHashMap<>();
            beside.put("observedFrom", starts(durations));
            if (question.format().bulk()) {
                List<List<@Nullable Object>> rows = groups.stream()
                        .flatMap(group -> stepRows(group, named.apply(group)))
                        .toList();
                return new Answer.Summary(stepColumns(areas), rows, beside);
            }
            beside.put(
                    "curves",
                    groups.stream()
                            .map(group -> curve(group, named.apply(group)))
                            .toList());
            List<List<@Nullable Object>> rows = groups.stream()
                    .map(group -> cells(group, named.apply(group)))
                    .toList();
            return new Answer.Summary(columns(areas), rows, beside);
        });
    }

    private static Schema schema() {
        Schema group = Schema.either(Schema.TEXT, Schema.REF);
        Schema rows =
                Schema.object(columns(false), "spells", "events", "censored", "lateEntries", "excluded", "unobserved");
        Schema curve = Schema.object().field("group", group);
        for (Column column : stepColumns(false).subList(1, stepColumns(false).size())) {
            curve = curve.field(
                    column.name(), Schema.list(Schema.of(column.type()).orNull()));
        }
        return Schema.object()
                .field("rows", Schema.list(rows.field("group", group)))
                .field(
                        "observedFrom",
                        Schema.list(Schema.object().field("kind", Schema.TEXT).field("day", Schema.DATE)))
                .field("curves", Schema.list(curve));
    }

    private static Durations.Question asked(Parameters parameters, Timeline timeline) {
        Set<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
        parameters
                .texts("kind")
                .forEach(word -> kinds.add(BodyKind.findWord(word).orElseThrow()));
        Vocabulary.Area area = parameters.area();
        LocalDate joinedFrom = parameters.findDay("joinedFrom").orElse(null);
        LocalDate joinedTo = parameters.findDay("joinedTo").orElse(null);
        LocalDate observedFrom = parameters.findDay("observedFrom").orElse(null);
        return new Durations.Question(
                kinds,
                Set.copyOf(parameters.texts("formality")),
                area == null ? null : timeline.tier().find(area.id()).orElseThrow(),
                timeline.counted(new Filter(parameters.texts("phase"), Scope.STATE_FUNDED)),
                joinedFrom == null ? Days.ALWAYS : Days.of(joinedFrom),
                joinedTo == null ? Days.NEVER : Days.of(joinedTo),
                By.valueOf(parameters.word("by").toUpperCase(Locale.ROOT)),
                Ends.valueOf(parameters.word("ends").toUpperCase(Locale.ROOT)),
                observedFrom == null ? null : Days.of(observedFrom),
                Days.of(parameters.asOf()));
    }

    /** One for each kind, because the record of each begins on a day of its own. */
    private static List<Statement> statements(Parameters parameters, Durations durations) {
        List<Statement> statements = new ArrayList<>();
        durations
                .observedFrom()
                .forEach((kind, day) -> statements.add(DurationStatements.spells(
                        kind,
                        SchoolList.areaFilter(parameters),
                        parameters.texts("phase"),
                        parameters.findDay("joinedFrom").orElse(null),
                        parameters.findDay("joinedTo").orElse(null),
                        LocalDate.ofEpochDay(day),
                        parameters.asOf())));
        return statements;
    }

    private static List<Column> columns(boolean areas) {
        List<Column> columns = new ArrayList<>(List.of(
                group(areas),
                Column.integer("spells"),
                Column.integer("events"),
                Column.integer("censored"),
                Column.integer("lateEntries"),
                Column.integer("excluded"),
                Column.integer("unobserved"),
                Column.decimal("medianYears"),
                Column.decimal("medianLower"),
                Column.decimal("medianUpper")));
        MILESTONES.forEach(years -> columns.add(Column.decimal("survival" + years + (years == 1 ? "Year" : "Years"))));
        return columns;
    }

    private static Column group(boolean areas) {
        return areas ? Column.ref("group") : Column.text("group");
    }

    private static List<@Nullable Object> cells(Group group, @Nullable Object name) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                name,
                group.spells(),
                group.events(),
                group.censored(),
                group.lateEntries(),
                group.excluded(),
                group.unobserved()));
        KaplanMeier curve = group.curve();
        // Of those that were only watched from some age on, nothing says how many had got so far.
        boolean whole = !curve.steps().isEmpty() && curve.steps().get(0).time() == 0;
        for (OptionalInt days : List.of(curve.median(), curve.medianLower(), curve.medianUpper())) {
            cells.add(whole && days.isPresent() ? (Double) years(days.getAsInt()) : null);
        }
        MILESTONES.forEach(years -> cells.add(whole ? curve.survivalAt(years * Durations.YEAR) : Double.NaN));
        return cells;
    }

    private static double years(int days) {
        return days / Durations.YEAR;
    }

    private static List<Column> stepColumns(boolean areas) {
        return List.of(
                group(areas),
                Column.decimal("years"),
                Column.integer("atRisk"),
                Column.integer("events"),
                Column.integer("censored"),
                Column.decimal("survival"),
                Column.decimal("standardError"),
                Column.decimal("lower"),
                Column.decimal("upper"));
    }

    private static Stream<List<@Nullable Object>> stepRows(Group group, @Nullable Object name) {
        return group.curve().steps().stream().map(step -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(name);
            row.addAll(numbers(step));
            return row;
        });
    }

    /** In the order of the columns after the group. */
    private static List<Object> numbers(Step step) {
        return List.of(
                years(step.time()),
                step.atRisk(),
                step.events(),
                step.censored(),
                step.survival(),
                step.standardError(),
                step.lower(),
                step.upper());
    }

    private static Map<String, @Nullable Object> curve(Group group, @Nullable Object name) {
        Map<String, @Nullable Object> curve = new LinkedHashMap<>();
        curve.put("group", name);
        List<Column> columns = stepColumns(false);
        List<List<Object>> steps =
                group.curve().steps().stream().map(DurationTable::numbers).toList();
        for (int i = 1; i < columns.size(); i++) {
            int place = i - 1;
            curve.put(
                    columns.get(i).name(),
                    steps.stream().map(step -> step.get(place)).toList());
        }
        return curve;
    }

    private static List<Map<String, @Nullable Object>> starts(Durations durations) {
        List<Map<String, @Nullable Object>> starts = new ArrayList<>();
        durations.observedFrom().forEach((kind, day) -> {
            Map<String, @Nullable Object> start = new LinkedHashMap<>();
            start.put("kind", kind.word());
            start.put("day", LocalDate.ofEpochDay(day));
            starts.add(start);
        });
        return starts;
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(DurationTable::word).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
