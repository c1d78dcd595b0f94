package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.ComparisonStatements;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.export.Column;
import uk.middletier.measure.Comparison;
import uk.middletier.measure.Comparison.Balance;
import uk.middletier.measure.Comparison.Covariate;
import uk.middletier.measure.Comparison.Outcome;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Overlay.Observation;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/** {@code /v1/comparison}: members of bodies against schools like them. */
final class ComparisonTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("covariate"),
            Column.ref("region"),
            Column.decimal("membersBefore"),
            Column.decimal("othersBefore"),
            Column.decimal("differenceBefore"),
            Column.decimal("membersAfter"),
            Column.decimal("othersAfter"),
            Column.decimal("differenceAfter"));

    private static final ParameterType MEASURE = new ParameterType.Listed(ComparisonTable::measures);

    static final Route ROUTE = Route.measured(
                    "/v1/comparison",
                    "comparison",
                    "an outcome of the members of bodies beside that of schools like them: an association, never an effect",
                    List.of(
                            Parameter.AS_OF,
                            Parameter.anyOf(
                                    "kind",
                                    SpreadTable.KINDS,
                                    List.of(BodyKind.MULTI_ACADEMY_TRUST.word()),
                                    "members of bodies of this kind"),
                            Programmes.PROGRAMME,
                            Parameter.AREA,
                            Parameter.PHASE,
                            Parameter.SCOPE,
                            Parameter.optional(
                                    "outcome",
                                    MEASURE,
                                    "what was observed of schools and is compared; without it only the matching is told"),
                            day("outcomeOn", "the outcome last observed up to this day"),
                            Parameter.optional("prior", MEASURE, "what was observed of schools before, to match on"),
                            day("priorOn", "the prior outcome last observed up to this day"),
                            Parameter.anyOf(
                                    "match",
                                    Arrays.stream(Covariate.values())
                                            .map(Covariate::word)
                                            .toList(),
                                    Arrays.stream(Covariate.values())
                                            .map(Covariate::word)
                                            .toList(),
                                    "what schools of one phase are matched on"),
                            new Parameter(
                                    "caliper",
                                    new ParameterType.Decimal(0, 10),
                                    false,
                                    "0.25",
                                    "standard deviations by which a pair may differ at most in each of it")),
                    ComparisonTable::plan)
            .giving(schema());

    private ComparisonTable() {}

    private static Parameter day(String name, String description) {
        return new Parameter(name, new ParameterType.Day(), false, Parameter.EXTRACT_DATE, description);
    }

    private static List<ParameterType.Option> measures(HeldRelease release) {
        return release.timeline().overlay().observations().stream()
                .filter(observed -> observed.subject().startsWith("school:") && observed.value() != null)
                .map(Observation::measure)
                .distinct()
                .sorted()
                .map(measure -> new ParameterType.Option(measure, measure))
                .toList();
    }

    private static Schema schema() {
        Schema number = Schema.NUMBER.orNull();
        Schema outcome = Schema.object()
                .field("measure", Schema.TEXT)
                .field("pairs", Schema.INTEGER)
                .field("members", number)
                .field("others", number)
                .field("difference", number)
                .field("lower", number)
                .field("upper", number);
        return Schema.object(
                        Schema.INTEGER, "members", "membersLeftOut", "others", "othersLeftOut", "matched", "unmatched")
                .field("rows", Schema.rows(COLUMNS, "covariate"))
                .field("outcome", Schema.either(outcome, Schema.NULL))
                .field("reading", Schema.TEXT);
    }

    private static Plan plan(Question question) {
        Parameters parameters = question.parameters();
        Timeline timeline = question.release().timeline();
        Set<BodyKind> kinds = Programmes.kinds(parameters);
        Scope scope = Scope.find(parameters.word("scope")).orElseThrow();
        List<String> phases = parameters.texts("phase");
        Vocabulary.Area area = parameters.area();
        Set<Covariate> match = EnumSet.noneOf(Covariate.class);
        Arrays.stream(Covariate.values())
                .filter(covariate -> parameters.texts("match").contains(covariate.word()))
                .forEach(match::add);
        Double caliper = parameters.optionalDecimal("caliper");
        Comparison.Question asked = new Comparison.Question(
                kinds,
                parameters.text("programme"),
                area == null ? null : timeline.tier().find(area.id()).orElseThrow(),
                timeline.counted(new Filter(phases, scope)),
                parameters.text("outcome"),
                Days.of(parameters.day("outcomeOn")),
                parameters.text("prior"),
                Days.of(parameters.day("priorOn")),
                match,
                caliper == null ? 0 : caliper,
                Days.of(parameters.asOf()));
        OverlapStatements.Schools schools =
                new OverlapStatements.Schools(SchoolList.areaFilter(parameters), phases, scope, parameters.asOf());
        List<Statement> statements = new ArrayList<>(
                List.of(ComparisonStatements.schools(List.copyOf(kinds), parameters.text("programme"), schools)));
        for (String name : List.of("outcome", "prior")) {
            String measure = parameters.text(name);
            LocalDate day = parameters.day(name + "On");
            if (measure != null) {
                statements.add(ComparisonStatements.lastKnown(measure, day));
            }
        }
        return new Plan(statements, reads -> {
            Comparison comparison = Comparison.of(timeline, asked);
            return new Answer.Summary(
                    COLUMNS,
                    comparison.balance().stream()
                            .map(row -> cells(row, timeline.tier()))
                            .toList(),
                    beside(comparison, asked));
        });
    }

    private static List<@Nullable Object> cells(Balance row, Tier tier) {
        return Arrays.asList(
                row.covariate(),
                row.region() < 0 ? null : tier.ref(row.region()),
                row.membersBefore(),
                row.othersBefore(),
                row.differenceBefore(),
                row.membersAfter(),
                row.othersAfter(),
                row.differenceAfter());
    }

    private static Map<String, @Nullable Object> beside(Comparison comparison, Comparison.Question asked) {
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("members", comparison.candidates());
        beside.put("membersLeftOut", comparison.membersLeftOut());
        beside.put("others", comparison.others());
        beside.put("othersLeftOut", comparison.othersLeftOut());
        beside.put("matched", comparison.matched());
        beside.put("unmatched", comparison.unmatched());
        Outcome outcome = comparison.outcome();
        beside.put("outcome", outcome == null ? null : outcome(outcome, asked.outcome()));
        beside.put("reading", comparison.reading());
        return beside;
    }

    private static Map<String, @Nullable Object> outcome(Outcome outcome, @Nullable String measure) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("measure", measure);
        cells.put("pairs", outcome.pairs());
        cells.put("members", outcome.members());
        cells.put("others", outcome.others());
        cells.put("difference", outcome.difference());
        cells.put("lower", outcome.lower());
        cells.put("upper", outcome.upper());
        return cells;
    }
}
