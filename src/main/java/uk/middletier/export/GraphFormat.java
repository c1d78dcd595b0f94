package uk.middletier.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to write a graph. */
@FunctionalInterface
public interface GraphFormat {
    /**
     * Writes all of it, a node and an edge at a time, and flushes; leaves the output open.
     *
     * @param meta what is to be said of the graph as a whole
     */
    void write(GraphSource graph, Map<String, @Nullable Object> meta, OutputStream out) throws IOException;
}
