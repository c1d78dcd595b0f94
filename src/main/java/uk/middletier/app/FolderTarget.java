package uk.middletier.app;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import uk.middletier.graph.BulkWriter;
import uk.middletier.graph.ContentChecksum;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.GraphCheck;
import uk.middletier.graph.GraphCounts;
import uk.middletier.graph.RecordedAnswers;
import uk.middletier.graph.StoreOptions;
import uk.middletier.http.Warm;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;
import uk.middletier.release.Manifest;
import uk.middletier.release.NewRelease;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** A graph in the release's own folder, which becomes the current release of the data folder. */
final class FolderTarget implements ImportTarget<Release> {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final StoreOptions options;

    FolderTarget(StoreOptions options) {
        this.options = options;
    }

    @Override
    public void begin(Consumer<String> progress) {
        // The folder was made with the release.
    }

    @Override
    public Written write(
            Iterable<NodeRow> nodes,
            Iterable<RelationshipRow> relationships,
            NewRelease release,
            Consumer<String> progress) {
        progress.accept("writing the graph");
        GraphCounts counts = new BulkWriter(release.store(), options).write(nodes, relationships);
        progress.accept("checking the graph");
        String checksum;
        EmbeddedGraphStore store = EmbeddedGraphStore.open(release.store(), options);
        try (store) {
            GraphCheck.run(store, counts);
            checksum = ContentChecksum.of(store);
            RecordedAnswers.write(release.answers(), store, Warm.statements(), TIMEOUT);
        } catch (IOException e) {
            throw Releases.cannotWrite(release.answers(), e);
        }
        store.assertWritten();
        return new Written(counts, checksum, release.storeBytes());
    }

    @Override
    public Release publish(NewRelease release, Manifest manifest) {
        return release.publish(manifest);
    }

    @Override
    public void close() {
        // What was begun goes with the release's folder.
    }
}
