package uk.middletier.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.VocabularyStatements;
import uk.middletier.graph.Alongside;
import uk.middletier.graph.RowSource;
import uk.middletier.release.Manifest;
import uk.middletier.timeline.Timeline;

/**
 * What is kept in memory of an open release, read when it is opened.
 *
 * @param vocabulary what parameters may say
 * @param timeline every interval
 */
public record Warm(Vocabulary vocabulary, Timeline timeline) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Reads both; also the proof that the release answers queries. */
    public static Warm read(Manifest manifest, RowSource rows) {
        return read(rows, () -> timeline(manifest, rows));
    }

    /** Reads both side by side. */
    static Warm read(RowSource rows, Supplier<Timeline> timeline) {
        try (Alongside<Vocabulary> vocabulary = Alongside.begin("vocabulary", () -> {
            Vocabulary read = Vocabulary.read(rows);
            prove(rows);
            return read;
        })) {
            Timeline read = timeline.get();
            return new Warm(vocabulary.get(), read);
        }
    }

    static Timeline timeline(Manifest manifest, RowSource rows) {
        return Timeline.read(rows, manifest.firstDate(), manifest.extractDate(), PATIENCE);
    }

    /** What both are read with. A store need answer it once only: the answers are kept with the release. */
    public static List<Statement> statements() {
        return Stream.concat(Vocabulary.statements().stream(), Timeline.statements().stream())
                .toList();
    }

    /** Asks what is not kept, and so has to come from the store itself. */
    private static void prove(RowSource rows) {
        rows.read(VocabularyStatements.ONE_SCHOOL, PATIENCE).close();
    }
}
