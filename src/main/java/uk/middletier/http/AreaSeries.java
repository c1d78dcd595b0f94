package uk.middletier.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import uk.middletier.export.Column;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Ticks;
import uk.middletier.timeline.Ticks.Step;
import uk.middletier.timeline.Timeline;

/** Measures of areas over time. */
final class AreaSeries implements Answer.Series.Cursor {
    /** A century of months. */
    static final int MOST_TICKS = 1200;

    /** Columns of JSON are made from all values at once. */
    static final long MOST_VALUES = 4_000_000;

    private static final AreaMeasure SCHOOLS = AreaMeasures.find("schools").orElseThrow();

    private final List<LocalDate> dates;
    private final AreaMeasures measures;
    private final int[] areas;
    private final Reads reads;

    private AreaSeries(List<LocalDate> dates, AreaMeasures measures, int[] areas, Reads reads) {
        this.dates = dates;
        this.measures = measures;
        this.areas = areas;
        this.reads = reads;
    }

    /** Every area that has a school on one of the days; the statements behind it are those of the last day. */
    static Plan plan(Question question, List<String> standard) {
        AreaParameters asked = AreaParameters.of(question, standard);
        List<LocalDate> dates = dates(question.parameters());
        Timeline timeline = question.release().timeline();
        return new Plan(asked.statements(dates.get(dates.size() - 1)), reads -> {
            AreaMeasures counting = AreaMeasures.of(timeline, asked.question(List.of(SCHOOLS)));
            int[] areas = areasWithSchools(timeline, counting, dates);
            List<Ref> refs = Arrays.stream(areas)
                    .mapToObj(area -> timeline.tier().ref(counting.unit(area)))
                    .toList();
            List<Column> columns =
                    asked.measures().stream().map(AreaTable::column).toList();
            Answer.Series series = new Answer.Series(
                    dates,
                    refs,
                    columns,
                    () -> new AreaSeries(dates, AreaMeasures.of(timeline, asked.question()), areas, reads));
            if (question.format() == Format.JSON && series.values() > MOST_VALUES) {
                throw tooMany(series);
            }
            return series;
        });
    }

    static Schema schema(Family... families) {
        Schema line = Schema.object()
                .field("area", Schema.REF)
                .field("measure", Schema.words(AreaParameters.ids(families)))
                .field("values", Schema.list(Schema.NUMBER.orNull()));
        return Schema.object().field("dates", Schema.list(Schema.DATE)).field("series", Schema.list(line));
    }

    static Refusal tooMany(Answer.Series series) {
        return new Refusal(Problem.ofParameter(
                        ProblemType.INVALID_PARAMETER,
                        series.dates().size() + " dates of " + series.areas().size() + " areas and "
                                + series.measures().size() + " measures are more than the " + MOST_VALUES
                                + " values one JSON answer holds; ask for longer steps, an area, fewer measures, or"
                                + " for CSV or NDJSON, which have no limit",
                        Route.FORMAT)
                .withAllowed(List.of(Format.CSV.word(), Format.NDJSON.word())));
    }

    /** Of a question whose route takes {@code from}, {@code to} and {@code step}. */
    static List<LocalDate> dates(Parameters parameters) {
        Window window = Window.of(parameters);
        LocalDate from = window.from();
        LocalDate to = window.to();
        Step step = Step.find(parameters.word(Parameter.STEP.name())).orElseThrow();
        long ticks = Ticks.count(from, to, step);
        if (ticks > MOST_TICKS) {
            throw new Refusal(Problem.ofParameter(
                            ProblemType.INVALID_PARAMETER,
                            "from " + from + " to " + to + " there are " + ticks + " steps of a " + step.word()
                                    + "; at most " + MOST_TICKS + " are answered at once",
                            Parameter.STEP.name())
                    .withAllowed(Arrays.stream(Step.values())
                            .filter(each -> Ticks.count(from, to, each) <= MOST_TICKS)
                            .map(Step::word)
                            .toList()));
        }
        return Ticks.of(from, to, step);
    }

    private static int[] areasWithSchools(Timeline timeline, AreaMeasures counting, List<LocalDate> dates) {
        boolean[] any = new boolean[counting.areas()];
        for (LocalDate date : dates) {
            counting.advanceTo(date);
            for (int area = 0; area < any.length; area++) {
                any[area] |= counting.schools(area) > 0;
            }
        }
        return Arrays.stream(AreaTable.byName(counting, timeline.tier()))
                .filter(area -> any[area])
                .toArray();
    }

    @Override
    public void goTo(int tick) {
        reads.checkTime();
        measures.advanceTo(dates.get(tick));
    }

    @Override
    public double value(int area, int measure) {
        return measures.value(areas[area], measure);
    }
}
