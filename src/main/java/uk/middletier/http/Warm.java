package uk.middletier.http;

import java.time.Duration;
import java.util.function.Supplier;
import uk.middletier.graph.Alongside;
import uk.middletier.graph.GraphStore;
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
    public static Warm read(Manifest manifest, GraphStore store) {
        return read(store, () -> timeline(manifest, store));
    }

    /** Reads both side by side. */
    static Warm read(GraphStore store, Supplier<Timeline> timeline) {
        try (Alongside<Vocabulary> vocabulary = Alongside.begin("vocabulary", () -> Vocabulary.read(store))) {
            Timeline read = timeline.get();
            return new Warm(vocabulary.get(), read);
        }
    }

    static Timeline timeline(Manifest manifest, GraphStore store) {
        return Timeline.read(store, manifest.firstDate(), manifest.extractDate(), PATIENCE);
    }
}
