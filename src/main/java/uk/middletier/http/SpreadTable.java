package uk.middletier.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.SpreadStatements;
import uk.middletier.export.Column;
import uk.middletier.export.TableRows;
import uk.middletier.measure.Spread;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/** {@code /v1/spread}: how far apart, and how unlike, the schools of bodies are. */
final class SpreadTable {
    /** Schools whose trust nobody names are no body. */
    static final List<String> KINDS = Arrays.stream(BodyKind.values())
            .filter(kind -> kind != BodyKind.UNKNOWN_TRUST)
            .map(BodyKind::word)
            .toList();

    private static final List<Column> COLUMNS = List.of(
            Column.ref("body"),
            Column.integer("schools"),
            Column.integer("located"),
            Column.integer("areas"),
            Column.integer("regions"),
            Column.decimal("medianPairKm"),
            Column.decimal("maxPairKm"),
            Column.decimal("gyrationKm"),
            Column.integer("isolatedSchools"),
            Column.integer("primarySchools"),
            Column.integer("secondarySchools"),
            Column.integer("allThroughSchools"),
            Column.integer("otherSchools"),
            Column.decimal("phaseMix"));

    static final Route ROUTE = Route.table(
                    "/v1/spread",
                    "spread",
                    "how far apart, and how unlike, the open schools of each body are on a day",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.any(
                                    "kind",
                                    new ParameterType.Choice(KINDS),
                                    "bodies of this kind; multi-academy trusts if neither a kind nor a body is given"),
                            Parameter.optional(
                                    "area",
                                    new ParameterType.AreaId(),
                                    "bodies with a school in this area, wholly counted"),
                            Parameter.optional("body", new ParameterType.BodyId(), "only this body"),
                            new Parameter(
                                    "minSchools",
                                    new ParameterType.Whole(1, 100_000),
                                    false,
                                    "2",
                                    "at least so many open schools on the day"),
                            Parameter.choice(
                                    "sort",
                                    "schools",
                                    List.of("schools", "name", "maxPairKm", "gyrationKm"),
                                    "the order; of numbers the greatest first")),
                    SpreadTable::plan)
            .giving(Schema.rows(COLUMNS, "body", "schools", "located", "areas", "regions"));

    private SpreadTable() {}

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Timeline timeline = question.release().timeline();
        Tier tier = timeline.tier();
        Ref body = parameters.body("body");
        Vocabulary.Area area = parameters.area();
        Set<BodyKind> kinds = kinds(parameters, body);
        long minSchools = parameters.whole("minSchools");
        Spread.Question asked = new Spread.Question(
                kinds,
                body == null ? null : tier.find(body.id()).orElseThrow(),
                area == null ? null : tier.find(area.id()).orElseThrow(),
                minSchools,
                Days.of(parameters.asOf()));
        return Plan.of(
                SpreadStatements.ofBodies(
                        List.copyOf(kinds),
                        body == null ? null : body.id(),
                        SchoolList.areaFilter(parameters),
                        minSchools,
                        parameters.asOf()),
                reads -> new Answer.Table(
                        COLUMNS,
                        TableRows.of(question.page()
                                .of(Spread.of(timeline, asked).stream()
                                        .sorted(order(parameters.word("sort"), tier))
                                        .map(row -> cells(row, tier))))));
    }

    private static Set<BodyKind> kinds(Parameters parameters, @Nullable Ref body) {
        Set<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
        parameters
                .texts("kind")
                .forEach(word -> kinds.add(BodyKind.findWord(word).orElseThrow()));
        if (!kinds.isEmpty()) {
            return kinds;
        }
        return body == null ? EnumSet.of(BodyKind.MULTI_ACADEMY_TRUST) : EnumSet.allOf(BodyKind.class);
    }

    private static Comparator<Spread.Row> order(String sort, Tier tier) {
        Comparator<Spread.Row> order = switch (sort) {
            case "name" -> Comparator.comparing(row -> tier.ref(row.unit()).name());
            case "maxPairKm" -> greatestFirst(Spread.Row::maxPairKm);
            case "gyrationKm" -> greatestFirst(Spread.Row::gyrationKm);
            default -> greatestFirst(Spread.Row::schools);
        };
        return order.thenComparing(Spread.Row::unit);
    }

    /** What is not defined comes last. */
    private static Comparator<Spread.Row> greatestFirst(ToDoubleFunction<Spread.Row> number) {
        return Comparator.comparingDouble(row -> {
            double value = number.applyAsDouble(row);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
        });
    }

    private static List<@Nullable Object> cells(Spread.Row row, Tier tier) {
        return Arrays.asList(
                tier.ref(row.unit()),
                row.schools(),
                row.located(),
                row.areas(),
                row.regions(),
                row.medianPairKm(),
                row.maxPairKm(),
                row.gyrationKm(),
                row.isolatedSchools(),
                row.primarySchools(),
                row.secondarySchools(),
                row.allThroughSchools(),
                row.otherSchools(),
                row.phaseMix());
    }
}
