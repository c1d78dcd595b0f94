package uk.middletier.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import uk.middletier.generate.GenerateOptions;
import uk.middletier.generate.Generator;
import uk.middletier.graph.StoreOptions;
import uk.middletier.release.Release;
import uk.middletier.release.Releases;

/** Releases of made-up schools, whose files are of no further use. */
final class MadeUp {
    private MadeUp() {}

    /** Makes up schools and imports them. */
    static Release release(GenerateOptions schools, Releases releases, StoreOptions options, Consumer<String> progress)
            throws IOException {
        try (PassingFolder files = PassingFolder.create("middletier-files")) {
            progress.accept("making up schools");
            List<Path> paths = new Generator(schools).writeTo(files.path()).paths();
            return new ImportRun(releases, options, progress).run(paths, null, false);
        }
    }
}
