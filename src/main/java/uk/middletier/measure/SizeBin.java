package uk.middletier.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of trusts by the number of their open schools, wherever they lie: the bins of Hill (2015).
 *
 * @param name as it is shown: {@code 2–5}
 * @param suffix as it stands in names of measures: {@code 2To5}
 * @param least schools, included
 * @param most schools, included; null = no bound
 */
public record SizeBin(
        String name, String suffix, int least, @Nullable Integer most) {
    /** The bins, which share all trusts out among them. */
    public static final List<SizeBin> ALL = List.of(
            new SizeBin("1", "1", 1, 1),
            new SizeBin("2–5", "2To5", 2, 5),
            new SizeBin("6–10", "6To10", 6, 10),
            new SizeBin("11–20", "11To20", 11, 20),
            new SizeBin("21–30", "21To30", 21, 30),
            new SizeBin("31+", "31Plus", 31, null));

    /** The class beside them of which the literature speaks. */
    public static final SizeBin TEN_OR_MORE = new SizeBin("10+", "10Plus", 10, null);

    public boolean holds(int size) {
        return size >= least && (most == null || size <= most);
    }
}
