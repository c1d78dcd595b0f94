package uk.middletier.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import uk.middletier.export.Column;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.Definition.Family;
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
    private final boolean everyDay;
    private final Reads reads;

    /** @param everyDay whether an area that has no school on a day has a value all the same: of counts, none */
    private AreaSeries(List<LocalDate> dates, AreaMeasures measures, int[] areas, boolean everyDay, Reads reads) {
        this.dates = dates;
        this.measures = measures;
        this.areas = areas;
        this.everyDay = everyDay;
        this.reads = reads;
    }

    /** Every area that has a school on one of the days; the statements behind it are those of the last day. */
    static Plan plan(Question question, List<String> standard) {
        AreaParameters asked = AreaParameters.of(question, standard);
        List<LocalDate> dates = dates(question.parameters());
        Timeline timeline = question.release().timeline();
        boolean quartiles = SeriesSummary.quartiles(question.parameters());
        boolean total = SeriesSummary.total(question.parameters());
        return new Plan(asked.statements(dates.get(dates.size() - 1)), reads -> {
            List<Column> columns =
                    asked.measures().stream().map(AreaTable::column).toList();
            if (total) {
                return new Answer.Series(
                        dates,
                        List.of(Answer.Line.of(SeriesSummary.TOTAL)),
                        columns,
                        () -> new AreaSeries(
                                dates, AreaMeasures.ofWhole(timeline, asked.question()), new int[1], true, reads));
            }
            AreaMeasures counting = AreaMeasures.of(timeline, asked.question(List.of(SCHOOLS)));
            int[] areas = areasWithSchools(timeline, counting, dates);
            List<Answer.Line> lines = Arrays.stream(areas)
                    .mapToObj(area -> Answer.Line.of(timeline.tier().ref(counting.unit(area))))
                    .toList();
            Answer.Series series = new Answer.Series(
                    dates,
                    lines,
                    columns,
                    () -> new AreaSeries(dates, AreaMeasures.of(timeline, asked.question()), areas, !quartiles, reads));
            if (quartiles) {
                return QuartileSeries.of(series);
            }
            if (question.format() == Format.JSON && series.values() > MOST_VALUES) {
                throw tooMany(series);
            }
            return series;
        });
    }

    static Schema schema(Family... families) {
        return schema(AreaParameters.ids(families));
    }

    /** Lines of areas, or of summaries, which are no areas. */
    static Schema schema(List<String> measures) {
        Schema line = Schema.object()
                .field("area", Schema.REF)
                .field("measure", Schema.words(measures))
                .field("values", Schema.list(Schema.NUMBER.orNull()));
        Schema summary = line.field("area", Schema.NULL).field("summary", Schema.words(SeriesSummary.words()));
        return Schema.object()
                .field("dates", Schema.list(Schema.DATE))
                .field("series", Schema.list(Schema.either(line, summary)));
    }

    static Refusal tooMany(Answer.Series series) {
        return new Refusal(Problem.ofParameter(
                        ProblemType.INVALID_PARAMETER,
                        series.dates().size() + " dates of " + series.lines().size() + " areas and "
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
        return everyDay || measures.schools(areas[area]) > 0 ? measures.value(areas[area], measure) : Double.NaN;
    }
}
