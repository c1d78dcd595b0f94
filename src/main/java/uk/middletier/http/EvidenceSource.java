package uk.middletier.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;

/** Published figures against those the graph gives. */
public interface EvidenceSource {
    /** No figures at all. */
    EvidenceSource NONE = new EvidenceSource() {
        @Override
        public List<Statement> statements() {
            return List.of();
        }

        @Override
        public List<Figure> figures(Reads reads) {
            return List.of();
        }
    };

    /** The statements behind the computed figures. */
    List<Statement> statements();

    /** The figures in the order they are to be shown. */
    List<Figure> figures(Reads reads);

    /**
     * A published figure.
     *
     * @param computed null if it cannot be computed from this release
     * @param difference computed minus published
     * @param status {@code reproduced}, {@code differs} or {@code notComputable}
     * @param source where it was published
     * @param cypher the statement that computes it
     */
    record Figure(
            String id,
            String title,
            @Nullable Double published,
            @Nullable Double computed,
            @Nullable Double difference,
            String status,
            String explanation,
            String source,
            String cypher) {}
}
