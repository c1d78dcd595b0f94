package uk.middletier.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.GraphStore;
import uk.middletier.release.Manifest;
import uk.middletier.timeline.Timeline;

/** A release that answers a few questions and is closed again: little is read of it that nobody asks about. */
final class LoneRelease implements HeldRelease {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Manifest manifest;
    private final GraphStore store;
    private @Nullable Vocabulary vocabulary;
    private @Nullable Timeline timeline;

    LoneRelease(Manifest manifest, GraphStore store) {
        this.manifest = manifest;
        this.store = store;
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public GraphStore store() {
        return store;
    }

    @Override
    public synchronized Vocabulary vocabulary() {
        Vocabulary known = vocabulary;
        if (known == null) {
            known = Vocabulary.read(store);
            vocabulary = known;
        }
        return known;
    }

    @Override
    public synchronized Timeline timeline() {
        Timeline known = timeline;
        if (known == null) {
            known = Timeline.read(store, manifest.firstDate(), manifest.extractDate(), PATIENCE);
            timeline = known;
        }
        return known;
    }

    @Override
    public void close() {
        // The store is closed by whoever opened it.
    }
}
