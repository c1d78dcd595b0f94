package uk.middletier.http;

import uk.middletier.graph.GraphStore;
import uk.middletier.graph.RowSource;
import uk.middletier.release.Manifest;
import uk.middletier.timeline.Timeline;

/** The release one request is answered from, held until it is closed, so that no answer mixes two. */
public interface HeldRelease extends AutoCloseable {
    Manifest manifest();

    GraphStore store();

    Vocabulary vocabulary();

    Timeline timeline();

    @Override
    void close();

    /**
     * A release that is not served: what is kept in memory of it is read when it is first asked for.
     *
     * @param rows where that is read from: the store, or what is kept beside it
     */
    static HeldRelease lone(Manifest manifest, GraphStore store, RowSource rows) {
        return new LoneRelease(manifest, store, rows);
    }
}
