package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import uk.middletier.cypher.AreaFilter;
import uk.middletier.cypher.MeasureStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.AreaQuestion;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;
import uk.middletier.model.Scope;
import uk.middletier.model.Weight;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Grouping;

/** What is asked about the measures of areas, on a day or over time, as parameters say it. */
final class AreaParameters {
    private final Parameters parameters;
    private final List<AreaMeasure> measures;

    private AreaParameters(Parameters parameters, List<AreaMeasure> measures) {
        this.parameters = parameters;
        this.measures = measures;
    }

    /** @param standard ids of what is answered if {@code measure} is not given */
    static AreaParameters of(Question question, List<String> standard) {
        List<String> asked = question.parameters().texts("measure");
        List<AreaMeasure> measures = (asked.isEmpty() ? standard : inOrder(asked))
                .stream().map(AreaParameters::measure).toList();
        return new AreaParameters(question.parameters(), measures);
    }

    /** The parameters of a question about a day. */
    static List<Parameter> ofDay(boolean partition, Family... families) {
        List<Parameter> all = new ArrayList<>(List.of(Parameter.AS_OF));
        all.addAll(common(partition, families));
        return all;
    }

    /** The parameters of a question about a series of days. */
    static List<Parameter> ofSeries(boolean partition, Family... families) {
        List<Parameter> all = new ArrayList<>(List.of(Parameter.FROM, Parameter.TO, Parameter.STEP));
        all.addAll(common(partition, families));
        all.add(SeriesSummary.PARAMETER);
        return all;
    }

    private static List<Parameter> common(boolean partition, Family... families) {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameter.choice(
                        "by", AreaKind.LOCAL_AUTHORITY.word(), AreaList.KINDS, "a row for each area of this kind"),
                Parameter.AREA,
                Parameter.PHASE,
                Parameter.SCOPE,
                Parameter.WEIGHT));
        if (partition) {
            all.add(Parameter.PARTITION);
        }
        all.add(Parameter.GEOGRAPHY);
        all.add(Parameter.any("measure", new ParameterType.Choice(ids(families)), "only these measures"));
        return all;
    }

    static List<String> ids(Family... families) {
        return Arrays.stream(families)
                .flatMap(family -> AreaMeasures.list(family).stream())
                .map(AreaMeasure::id)
                .toList();
    }

    /** Parameters come sorted; measures are shown in the order of the catalogue. */
    private static List<String> inOrder(List<String> asked) {
        return Arrays.stream(Family.values())
                .flatMap(family -> AreaMeasures.list(family).stream())
                .map(AreaMeasure::id)
                .filter(asked::contains)
                .toList();
    }

    private static AreaMeasure measure(String id) {
        return AreaMeasures.find(id).orElseThrow();
    }

    List<AreaMeasure> measures() {
        return measures;
    }

    AreaQuestion question() {
        return question(measures);
    }

    AreaQuestion question(List<AreaMeasure> others) {
        Vocabulary.Area area = parameters.area();
        return new AreaQuestion(
                new Grouping(by(), partition(), geography(), area == null ? null : area.id()),
                new Filter(parameters.texts("phase"), scope()),
                weight(),
                others);
    }

    /** The plain Cypher of the measures as of a day. */
    List<Statement> statements(LocalDate day) {
        AreaFilter within = SchoolList.areaFilter(parameters);
        return MeasureStatements.of(
                new MeasureStatements.Question(
                        by(), within, parameters.texts("phase"), scope(), weight(), partition(), geography(), day),
                measures.stream().map(AreaMeasure::id).toList());
    }

    private AreaKind by() {
        return AreaKind.find(parameters.word("by")).orElseThrow();
    }

    private Scope scope() {
        return choice(Parameter.SCOPE, Scope.values(), Scope::word, Scope.STATE_FUNDED);
    }

    private Weight weight() {
        return choice(Parameter.WEIGHT, Weight.values(), Weight::word, Weight.SCHOOLS);
    }

    private Partition partition() {
        return choice(Parameter.PARTITION, Partition.values(), Partition::word, Partition.GOVERNANCE);
    }

    private Geography geography() {
        return choice(Parameter.GEOGRAPHY, Geography.values(), Geography::word, Geography.AS_WAS);
    }

    private <T> T choice(Parameter parameter, T[] values, Function<T, String> word, T otherwise) {
        String given = parameters.text(parameter.name());
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(given))
                .findFirst()
                .orElse(otherwise);
    }
}
