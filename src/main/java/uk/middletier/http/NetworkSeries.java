package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.middletier.export.Column;
import uk.middletier.measure.Cohesion;
import uk.middletier.measure.NetworkMeasure;
import uk.middletier.measure.Networks;
import uk.middletier.timeline.Timeline;

/** {@code /v1/network/series}: how the schools of areas hang together, on one day after another. */
final class NetworkSeries implements Answer.Series.Cursor {
    static final Route ROUTE = Route.measured(
                    "/v1/network/series",
                    "networkSeries",
                    "measures of the network of each area's schools over time",
                    parameters(),
                    NetworkSeries::plan)
            .giving(AreaSeries.schema(
                    Cohesion.MEASURES.stream().map(NetworkMeasure::id).toList()));

    /** Stands for all areas taken together in the place of one in the tier. */
    private static final int WHOLE = -1;

    private final List<Map<Integer, List<Double>>> values;
    private final List<Integer> areas;
    private Map<Integer, List<Double>> now = Map.of();

    private NetworkSeries(List<Map<Integer, List<Double>>> values, List<Integer> areas) {
        this.values = values;
        this.areas = areas;
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(Parameter.FROM, Parameter.TO, Parameter.STEP));
        NetworkParameters.ofDay().stream()
                .filter(parameter -> !parameter.equals(Parameter.AS_OF))
                .forEach(all::add);
        all.add(NetworkParameters.BY);
        all.add(NetworkTable.MEASURE);
        all.add(SeriesSummary.PARAMETER);
        return all;
    }

    /** Every area that has a school on one of the days; the statements behind it are those of the last day. */
    private static Plan plan(Question question) {
        NetworkParameters asked = NetworkParameters.of(question);
        List<LocalDate> dates = AreaSeries.dates(question.parameters());
        List<NetworkMeasure> measures = NetworkTable.measures(question.parameters());
        Timeline timeline = question.release().timeline();
        boolean total = SeriesSummary.total(question.parameters());
        return new Plan(NetworkTable.statements(asked, dates.get(dates.size() - 1)), reads -> {
            List<Map<Integer, List<Double>>> values = new ArrayList<>();
            for (LocalDate date : dates) {
                reads.checkTime();
                values.add(
                        total
                                ? Map.of(WHOLE, ofWhole(timeline, asked, measures, date))
                                : values(timeline, asked, measures, date, reads));
            }
            List<Column> columns = measures.stream().map(NetworkTable::column).toList();
            if (total) {
                return new Answer.Series(
                        dates,
                        List.of(Answer.Line.of(SeriesSummary.TOTAL)),
                        columns,
                        () -> new NetworkSeries(values, List.of(WHOLE)));
            }
            List<Integer> areas = areas(values, timeline);
            List<Answer.Line> lines = areas.stream()
                    .map(area -> Answer.Line.of(timeline.tier().ref(area)))
                    .toList();
            Answer.Series series = new Answer.Series(dates, lines, columns, () -> new NetworkSeries(values, areas));
            if (SeriesSummary.quartiles(question.parameters())) {
                return QuartileSeries.of(series);
            }
            if (question.format() == Format.JSON && series.values() > AreaSeries.MOST_VALUES) {
                throw AreaSeries.tooMany(series);
            }
            return series;
        });
    }

    private static Map<Integer, List<Double>> values(
            Timeline timeline, NetworkParameters asked, List<NetworkMeasure> measures, LocalDate date, Reads reads) {
        Map<Integer, List<Double>> values = new HashMap<>();
        for (Networks.OfArea area : Networks.byArea(timeline, asked.on(date), asked.by())) {
            reads.checkTime();
            Cohesion cohesion = new Cohesion(area.network(), asked.layers().size());
            values.put(
                    area.area(),
                    measures.stream().map(measure -> measure.of(cohesion)).toList());
        }
        return values;
    }

    private static List<Double> ofWhole(
            Timeline timeline, NetworkParameters asked, List<NetworkMeasure> measures, LocalDate date) {
        Cohesion cohesion = new Cohesion(
                Networks.whole(timeline, asked.on(date), asked.by()),
                asked.layers().size());
        return measures.stream().map(measure -> measure.of(cohesion)).toList();
    }

    private static List<Integer> areas(List<Map<Integer, List<Double>>> values, Timeline timeline) {
        TreeSet<Integer> units = new TreeSet<>();
        values.forEach(ofDate -> units.addAll(ofDate.keySet()));
        return units.stream()
                .sorted(Comparator.comparing(unit -> timeline.tier().ref(unit).name()))
                .toList();
    }

    @Override
    public void goTo(int tick) {
        now = values.get(tick);
    }

    @Override
    public double value(int area, int measure) {
        List<Double> ofArea = now.get(areas.get(area));
        return ofArea == null ? Double.NaN : ofArea.get(measure);
    }
}
