package uk.middletier.release;

import uk.middletier.graph.GraphStore;

/**
 * Makes a freshly opened release ready for questions: reads what is kept in memory, runs a first query.
 *
 * @param <T> what was made of the release; it is handed out with the release and dropped with it
 */
@FunctionalInterface
public interface Warmup<T> {
    /** What throws here keeps the release from being served. The store is not this method's to close. */
    T warm(Manifest manifest, GraphStore store);
}
