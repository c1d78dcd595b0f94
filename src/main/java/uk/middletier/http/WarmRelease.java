package uk.middletier.http;

import uk.middletier.graph.GraphStore;
import uk.middletier.release.Manifest;
import uk.middletier.timeline.Timeline;

/**
 * A release that is served.
 *
 * @param end what gives it back
 */
record WarmRelease(Manifest manifest, GraphStore store, Warm warm, Runnable end) implements HeldRelease {
    @Override
    public Vocabulary vocabulary() {
        return warm.vocabulary();
    }

    @Override
    public Timeline timeline() {
        return warm.timeline();
    }

    @Override
    public void close() {
        end.run();
    }
}
