package uk.middletier.release;

import java.nio.file.Path;
import uk.middletier.graph.GraphStore;

/** Opens the store of a release read-only: {@code path -> EmbeddedGraphStore.open(path, options)}. */
@FunctionalInterface
public interface StoreOpener {
    GraphStore open(Path store);
}
