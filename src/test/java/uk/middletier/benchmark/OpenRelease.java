package uk.middletier.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.StoreOptions;
import uk.middletier.http.Vocabulary;
import uk.middletier.release.Manifest;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;
import uk.middletier.release.StoreCopy;
import uk.middletier.timeline.Timeline;

/** The current release of a data folder, as a server opens it: the vocabulary has been read, the timeline not yet. */
final class OpenRelease implements AutoCloseable {
    static final String DATA = "benchmark.data";

    final EmbeddedGraphStore store;
    private final Manifest manifest;
    private final StoreCopy copy;

    OpenRelease(Path data) {
        Releases releases = new Releases(data);
        Release release = releases.current();
        manifest = release.manifest();
        copy = StoreCopy.of(releases, release);
        store = EmbeddedGraphStore.open(copy.store(), StoreOptions.DEFAULT);
        Vocabulary.read(store);
    }

    static Path data() {
        Path data = Path.of(System.getProperty(DATA, ""));
        if (!Files.exists(data.resolve("current"))) {
            throw new UncheckedIOException(new IOException("no imported release in " + data.toAbsolutePath()
                    + "; give the data folder of an import with -D" + DATA));
        }
        return data;
    }

    Timeline timeline() {
        return Timeline.read(store, manifest.firstDate(), manifest.extractDate(), Duration.ofMinutes(5));
    }

    @Override
    public void close() {
        store.close();
        copy.close();
    }
}
