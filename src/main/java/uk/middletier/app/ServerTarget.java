package uk.middletier.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.BoltImport;
import uk.middletier.graph.BoltServer;
import uk.middletier.graph.ContentChecksum;
import uk.middletier.graph.GraphCheck;
import uk.middletier.graph.GraphCounts;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;
import uk.middletier.release.DatabaseRelease;
import uk.middletier.release.Manifest;
import uk.middletier.release.NewRelease;

/** A graph in an empty database of a Neo4j server; the same, checked the same. */
final class ServerTarget implements ImportTarget<ServerTarget.Imported> {
    private final BoltServer server;
    private final boolean replace;
    private @Nullable BoltImport writing;

    /** @param replace whether to remove an unfinished import that stands there */
    ServerTarget(BoltServer server, boolean replace) {
        this.server = server;
        this.replace = replace;
    }

    /**
     * A release on a server.
     *
     * @param issuesCsv every problem of the data, one per line
     */
    record Imported(Manifest manifest, Path issuesCsv) {}

    @Override
    public void begin(Consumer<String> progress) {
        progress.accept("looking at " + server);
        writing = BoltImport.begin(server, replace);
    }

    @Override
    public Written write(
            Iterable<NodeRow> nodes,
            Iterable<RelationshipRow> relationships,
            NewRelease release,
            Consumer<String> progress) {
        BoltImport begun = Objects.requireNonNull(writing);
        progress.accept("writing the graph to " + server);
        GraphCounts counts = begun.write(nodes, relationships);
        progress.accept("checking the graph");
        GraphCheck.run(begun.store(), counts);
        return new Written(counts, ContentChecksum.of(begun.store()), 0);
    }

    @Override
    public Imported publish(NewRelease release, Manifest manifest) {
        Objects.requireNonNull(writing).publish(manifest.id(), DatabaseRelease.text(manifest));
        return new Imported(manifest, release.publishReports(manifest));
    }

    @Override
    public void close() {
        if (writing != null) {
            writing.close();
        }
    }
}
