package uk.middletier.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.middletier.measure.AreaMeasure;
import uk.middletier.measure.AreaMeasures;
import uk.middletier.measure.AreaQuestion;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Weight;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Grouping;
import uk.middletier.timeline.Ticks;
import uk.middletier.timeline.Timeline;

/** The question that is measured: schools, bodies, HHI and effective bodies of all authorities, monthly 2010–2024. */
final class SeriesQuestion {
    static final LocalDate FROM = LocalDate.of(2010, 1, 1);
    static final LocalDate TO = LocalDate.of(2024, 12, 1);
    static final List<LocalDate> MONTHS = Ticks.of(FROM, TO, Ticks.Step.MONTH);
    static final List<String> IDS = List.of("schools", "bodies", "hhi", "effectiveBodies");
    private static final List<AreaMeasure> MEASURES = Stream.of("schools", "bodies", "hhi", "effectiveBodies")
            .map(id -> AreaMeasures.find(id).orElseThrow())
            .toList();

    private SeriesQuestion() {}

    /** Every value, by area, measure and month, as an answer needs them. */
    static double[][][] sweep(Timeline timeline) {
        AreaMeasures areas = AreaMeasures.of(timeline, question(MEASURES));
        double[][][] values = new double[areas.areas()][MEASURES.size()][MONTHS.size()];
        for (int month = 0; month < MONTHS.size(); month++) {
            areas.advanceTo(MONTHS.get(month));
            for (int area = 0; area < values.length; area++) {
                for (int measure = 0; measure < MEASURES.size(); measure++) {
                    values[area][measure][month] = areas.value(area, measure);
                }
            }
        }
        return values;
    }

    static AreaQuestion question(List<AreaMeasure> measures) {
        return new AreaQuestion(Grouping.by(AreaKind.LOCAL_AUTHORITY), Filter.NONE, Weight.SCHOOLS, measures);
    }
}
