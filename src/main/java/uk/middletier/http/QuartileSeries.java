package uk.middletier.http;

import uk.middletier.measure.Quartiles;

/** The quartiles, over all its lines, of a series of areas. */
final class QuartileSeries implements Answer.Series.Cursor {
    private final Answer.Series.Cursor areas;
    private final double[] values;
    private final Quartiles[] quartiles;

    private QuartileSeries(Answer.Series series) {
        areas = series.cursor().get();
        values = new double[series.lines().size()];
        quartiles = new Quartiles[series.measures().size()];
    }

    static Answer.Series of(Answer.Series areas) {
        return new Answer.Series(
                areas.dates(),
                SeriesSummary.OF_QUARTILES.stream().map(Answer.Line::of).toList(),
                areas.measures(),
                () -> new QuartileSeries(areas));
    }

    @Override
    public void goTo(int tick) {
        areas.goTo(tick);
        for (int measure = 0; measure < quartiles.length; measure++) {
            for (int area = 0; area < values.length; area++) {
                values[area] = areas.value(area, measure);
            }
            quartiles[measure] = Quartiles.of(values);
        }
    }

    @Override
    public double value(int line, int measure) {
        Quartiles of = quartiles[measure];
        return switch (SeriesSummary.OF_QUARTILES.get(line)) {
            case LOWER_QUARTILE -> of.lower();
            case MEDIAN -> of.median();
            case UPPER_QUARTILE -> of.upper();
            case AREAS -> of.size();
            case TOTAL -> throw new IllegalStateException("no total among quartiles");
        };
    }
}
