package uk.middletier.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;

/**
 * The coming and going of one type of establishment in England at scale 1: {@code churn.csv}, after the numbers of each
 * type open and closed in the register of January 2025.
 *
 * @param standing in 1987, before which none is recorded to have opened
 * @param opening new ones in all, evenly between two years
 * @param closing closed in all, other than into academies, evenly between two years
 * @param succeeded how often a closing one is continued by another of its kind
 */
record Churn(
        EstablishmentType type,
        Shape shape,
        int standing,
        int opening,
        int openFrom,
        int openTo,
        int closing,
        int closeFrom,
        int closeTo,
        double succeeded) {

    static List<Churn> all() {
        return Table.rows("churn.csv").stream()
                .map(row -> new Churn(
                        EstablishmentType.valueOf(row.getField("type")),
                        Shape.valueOf(row.getField("shape")),
                        number(row, "standing"),
                        number(row, "opening"),
                        number(row, "openFrom"),
                        number(row, "openTo"),
                        number(row, "closing"),
                        number(row, "closeFrom"),
                        number(row, "closeTo"),
                        Double.parseDouble(row.getField("succeeded"))))
                .toList();
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
