package uk.middletier.evidence;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.evidence.EvidenceRow.Status;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Rows;

/** Computes every published figure that a release should reproduce. */
public final class Evidence {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Evidence() {}

    /**
     * The figures in a fixed order, each computed anew.
     *
     * @param store an open release
     * @param madeUp whether the release holds made-up schools, to which no published figure can be held
     */
    public static List<EvidenceRow> of(GraphStore store, boolean madeUp) {
        return Figure.all().stream()
                .map(figure -> madeUp ? notComputable(figure) : row(figure, store))
                .toList();
    }

    private static EvidenceRow row(Figure figure, GraphStore store) {
        long part = number(store, figure.part());
        Double computed = (double) part;
        Statement whole = figure.whole();
        if (whole != null) {
            long all = number(store, whole);
            computed = all == 0 ? null : Math.round(1000.0 * part / all) / 10.0;
        }
        Double difference = computed == null ? null : Math.round(10 * (computed - figure.published())) / 10.0;
        Status status = difference == null
                ? Status.NOT_COMPUTABLE
                : Math.abs(difference) <= figure.tolerance() ? Status.REPRODUCED : Status.DIFFERS;
        Statement detail = figure.detail();
        String explanation = detail == null
                ? figure.explanation()
                : String.format(java.util.Locale.ROOT, figure.explanation(), number(store, detail));
        return row(figure, computed, difference, status, explanation);
    }

    private static EvidenceRow notComputable(Figure figure) {
        return row(
                figure,
                null,
                null,
                Status.NOT_COMPUTABLE,
                "The schools of this release are made up; published figures are about real ones.");
    }

    private static EvidenceRow row(
            Figure figure, @Nullable Double computed, @Nullable Double difference, Status status, String explanation) {
        return new EvidenceRow(
                figure.id(),
                figure.title(),
                figure.published(),
                computed,
                difference,
                figure.whole() == null ? "count" : "%",
                status,
                explanation,
                figure.source(),
                figure.whole() == null
                        ? figure.part().script()
                        : figure.part().script() + "\n\n" + figure.whole().script());
    }

    private static long number(GraphStore store, Statement statement) {
        try (Rows rows = store.read(statement, TIMEOUT)) {
            return rows.next().integer("n");
        }
    }
}
