package uk.middletier.app;

import java.util.function.Consumer;
import uk.middletier.graph.GraphCounts;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;
import uk.middletier.release.Manifest;
import uk.middletier.release.NewRelease;

/**
 * Where an import puts its graph. Closed without being published, it leaves nothing that could be served.
 *
 * @param <T> what comes of it
 */
interface ImportTarget<T> extends AutoCloseable {
    /**
     * What was written, and has passed every check.
     *
     * @param storeBytes 0 = not known
     */
    record Written(GraphCounts counts, String checksum, long storeBytes) {}

    /** Makes sure that there is room, before anybody goes to the trouble of reading the sources. */
    void begin(Consumer<String> progress);

    /** Writes everything; goes through each of the rows once, the nodes first. */
    Written write(
            Iterable<NodeRow> nodes,
            Iterable<RelationshipRow> relationships,
            NewRelease release,
            Consumer<String> progress);

    T publish(NewRelease release, Manifest manifest);

    @Override
    void close();
}
