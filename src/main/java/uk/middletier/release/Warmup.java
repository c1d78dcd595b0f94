package uk.middletier.release;

import uk.middletier.graph.RowSource;

/**
 * Makes a freshly opened release ready for questions: reads what is kept in memory, runs a first query.
 *
 * @param <T> what was made of the release; it is handed out with the release and dropped with it
 */
@FunctionalInterface
public interface Warmup<T> {
    /**
     * What throws here keeps the release from being served. Called while the store is being opened.
     *
     * @param rows the answers kept with the release, and its store's, which waits until that is open
     */
    T warm(Manifest manifest, RowSource rows);
}
