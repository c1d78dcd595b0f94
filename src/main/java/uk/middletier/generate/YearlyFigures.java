package uk.middletier.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many schools opened, converted or closed in England in each year, at scale 1: {@code flows.csv}. Counts of records
 * by type, phase and year of opening or closing in the register of 5 January 2025; where years of a type are not told
 * apart there, an even spread. The years beyond each row repeat its last figure.
 */
final class YearlyFigures {
    static final int FIRST_YEAR = 1987;

    private record Row(int firstYear, List<Integer> counts) {}

    private final Map<Flow, Row> rows = new EnumMap<>(Flow.class);

    YearlyFigures() {
        for (NamedCsvRecord row : Table.rows("flows.csv")) {
            List<Integer> counts = Stream.of(row.getField("counts").split(" ", -1))
                    .map(Integer::valueOf)
                    .toList();
            rows.put(Flow.valueOf(row.getField("flow")), new Row(Integer.parseInt(row.getField("firstYear")), counts));
        }
    }

    int in(Flow flow, int year) {
        Row row = rows.get(flow);
        if (row == null) {
            throw new IllegalStateException("no figures for " + flow);
        }
        return year < row.firstYear ? 0 : row.counts.get(Math.min(year - row.firstYear, row.counts.size() - 1));
    }
}
