package uk.middletier.graph;

import java.util.List;

/** Rows as they come from a read, one at a time; to be closed. Not safe for use by several threads. */
public interface Rows extends AutoCloseable {
    /** Names of the columns in order. */
    List<String> columns();

    /** Whether there is another row; may run the query further. */
    boolean hasNext();

    /** The next row; only after {@link #hasNext()} said so. */
    Row next();

    /** Ends the read, finished or not. */
    @Override
    void close();
}
