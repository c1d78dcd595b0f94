package uk.middletier.http;

import java.time.Duration;
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
        Vocabulary vocabulary = Vocabulary.read(store);
        return new Warm(vocabulary, timeline(manifest, store));
    }

    static Timeline timeline(Manifest manifest, GraphStore store) {
        return Timeline.read(store, manifest.firstDate(), manifest.extractDate(), PATIENCE);
    }
}
