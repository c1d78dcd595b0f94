package uk.middletier.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.MeasureStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.measure.Catalogue;
import uk.middletier.measure.Definition;
import uk.middletier.measure.Definition.Family;

/** {@code /v1/measures}: what every measure is, and the plain Cypher that gives the same number as of a day. */
final class MeasureCatalogue {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("family"),
            Column.text("title"),
            Column.text("formula"),
            Column.text("unit"),
            Column.decimal("min"),
            Column.decimal("max"),
            Column.text("reading"),
            Column.text("caveat"),
            Column.text("source"),
            Column.text("endpoint"),
            Column.text("cypher"));

    static final Route ROUTE = Route.measured(
                    "/v1/measures",
                    "measures",
                    "the catalogue of measures: formula, unit, range, reading, caveat, source, and the Cypher that gives the same",
                    List.of(
                            Parameter.optional(
                                    "family",
                                    new ParameterType.Choice(Arrays.stream(Family.values())
                                            .map(Family::word)
                                            .toList()),
                                    "only measures of this family"),
                            Parameter.optional(
                                    "q",
                                    new ParameterType.Text(100),
                                    "only measures in whose entry these words stand")),
                    MeasureCatalogue::plan)
            .giving(Schema.object()
                    .field(
                            "rows",
                            Schema.rows(
                                    COLUMNS,
                                    "id",
                                    "family",
                                    "title",
                                    "formula",
                                    "unit",
                                    "reading",
                                    "caveat",
                                    "source",
                                    "endpoint")));

    private MeasureCatalogue() {}

    private static Plan plan(Question question) {
        String family = question.parameters().text("family");
        String words = question.parameters().text("q");
        return new Plan(List.of(), reads -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            Map<Family, String> scripts = new EnumMap<>(Family.class);
            for (Definition measure : Catalogue.list()) {
                List<@Nullable Object> cells = cells(measure, cypher(measure, question, scripts));
                if ((family == null || measure.family().word().equals(family))
                        && (words == null || holds(cells, words))) {
                    rows.add(cells);
                }
            }
            return new Answer.Summary(COLUMNS, rows, Map.of());
        });
    }

    private static boolean holds(List<@Nullable Object> cells, String words) {
        String text = cells.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(text::contains);
    }

    private static List<@Nullable Object> cells(Definition measure, @Nullable String cypher) {
        return Arrays.asList(
                measure.id(),
                measure.family().word(),
                measure.title(),
                measure.formula(),
                measure.unit(),
                measure.min(),
                measure.max(),
                measure.reading(),
                measure.caveat(),
                measure.source(),
                endpoint(measure),
                cypher);
    }

    private static String endpoint(Definition measure) {
        return route(measure.family()).path() + (hasParameter(measure.family()) ? "?measure=" + measure.id() : "");
    }

    private static Route route(Family family) {
        return switch (family) {
            case COMPOSITION -> Structure.ROUTE;
            case TRUST_SIZES -> TrustSizes.SERIES;
            case FRAGMENTATION -> Fragmentation.ROUTE;
            case TURBULENCE -> TurbulenceTable.ROUTE;
            case DURATION -> DurationTable.ROUTE;
            case SPREAD -> SpreadTable.ROUTE;
            case OVERLAP -> OverlapTable.ROUTE;
            case NETWORK -> NetworkTable.ROUTE;
            case BROKERAGE -> BrokersTable.ROUTE;
            case COMMUNITIES -> CommunitiesTable.ROUTE;
            case COOPETITION -> CoopetitionTable.ROUTE;
            case REACH -> ReachTable.ROUTE;
            case PARTICIPATION -> ParticipationTable.ROUTE;
            case TYPES -> TypesTable.ROUTE;
            case COMPARISON -> ComparisonTable.ROUTE;
        };
    }

    /** Whether measures of a family are asked for one by one; of the others, all come at once. */
    private static boolean hasParameter(Family family) {
        return switch (family) {
            case COMPOSITION, TRUST_SIZES, FRAGMENTATION -> true;
            case TURBULENCE,
                    DURATION,
                    SPREAD,
                    OVERLAP,
                    NETWORK,
                    BROKERAGE,
                    COMMUNITIES,
                    COOPETITION,
                    REACH,
                    PARTICIPATION,
                    TYPES,
                    COMPARISON -> false;
        };
    }

    private static @Nullable String cypher(Definition measure, Question question, Map<Family, String> scripts) {
        if (!hasParameter(measure.family())) {
            return scripts.computeIfAbsent(measure.family(), family -> script(route(family), question.release()));
        }
        List<Statement> statements = MeasureStatements.of(
                MeasureStatements.Question.of(question.release().manifest().extractDate()), List.of(measure.id()));
        return statements.isEmpty() ? null : statements.get(0).script();
    }

    /** What the route says is behind its answer when it is asked without parameters. */
    private static String script(Route route, HeldRelease release) {
        Parameters defaults = Parameters.parse(route.parameters(), Map.of(), release);
        Question bare = new Question(route, Map.of(), route.path(), defaults, Format.JSON, Page.ALL, release);
        return ((Endpoint.OfRelease) route.endpoint()).plan(bare).script();
    }
}
