package uk.middletier.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.EvidenceStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.evidence.EvidenceRow.Status;
import uk.middletier.graph.Rows;

/** Computes every published figure that a release should reproduce. */
public final class Evidence {
    private static final String MADE_UP =
            "The schools of this release are made up; published figures are about real ones.";
    private static final String NOT_RECORDED = "No school of this release leaves a trust and goes on before the year is"
            + " over, or its files end sooner, so nothing can be counted. ";

    private Evidence() {}

    /**
     * The figures in a fixed order, each computed anew. A release of made-up schools computes none: no published figure
     * can be held to it.
     *
     * @param reads runs a statement on an open release; what it gives is closed here
     */
    public static List<EvidenceRow> of(Function<Statement, Rows> reads) {
        boolean madeUp = number(reads, EvidenceStatements.madeUpDatasets()) > 0;
        return Figure.all().stream()
                .map(figure -> madeUp ? notComputable(figure, MADE_UP) : row(figure, reads))
                .toList();
    }

    /** The statements behind the figures. */
    public static List<Statement> statements() {
        return Figure.all().stream()
                .flatMap(figure -> Stream.of(figure.part(), figure.whole(), figure.detail(), figure.needed()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static EvidenceRow row(Figure figure, Function<Statement, Rows> reads) {
        Statement needed = figure.needed();
        if (needed != null && number(reads, needed) == 0) {
            return notComputable(figure, NOT_RECORDED + figure.explanation());
        }
        long part = number(reads, figure.part());
        Double computed = (double) part;
        Statement whole = figure.whole();
        if (whole != null) {
            long all = number(reads, whole);
            computed = all == 0 ? null : Math.round(1000.0 * part / all) / 10.0;
        }
        Double difference = computed == null ? null : Math.round(10 * (computed - figure.published())) / 10.0;
        Status status = difference == null
                ? Status.NOT_COMPUTABLE
                : Math.abs(difference) <= figure.tolerance() ? Status.REPRODUCED : Status.DIFFERS;
        Statement detail = figure.detail();
        String explanation = detail == null
                ? figure.explanation()
                : String.format(Locale.ROOT, figure.explanation(), number(reads, detail));
        return row(figure, computed, difference, status, explanation);
    }

    private static EvidenceRow notComputable(Figure figure, String why) {
        return row(figure, null, null, Status.NOT_COMPUTABLE, why);
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

    private static long number(Function<Statement, Rows> reads, Statement statement) {
        try (Rows rows = reads.apply(statement)) {
            return rows.next().integer("n");
        }
    }
}
