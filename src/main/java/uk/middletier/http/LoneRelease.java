package uk.middletier.http;

import org.jspecify.annotations.Nullable;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.RowSource;
import uk.middletier.release.Manifest;
import uk.middletier.timeline.Timeline;

/** A release that answers a few questions and is closed again: little is read of it that nobody asks about. */
final class LoneRelease implements HeldRelease {
    private final Manifest manifest;
    private final GraphStore store;
    private final RowSource rows;
    private @Nullable Vocabulary vocabulary;
    private @Nullable Timeline timeline;

    LoneRelease(Manifest manifest, GraphStore store, RowSource rows) {
        this.manifest = manifest;
        this.store = store;
        this.rows = rows;
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
            known = Vocabulary.read(rows);
            vocabulary = known;
        }
        return known;
    }

    @Override
    public synchronized Timeline timeline() {
        Timeline known = timeline;
        if (known == null) {
            known = Warm.timeline(manifest, rows);
            timeline = known;
        }
        return known;
    }

    @Override
    public void close() {
        // The store is closed by whoever opened it.
    }
}
