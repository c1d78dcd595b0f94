package uk.middletier.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for temporary files, removed with all in it when it is closed. */
record PassingFolder(Path path) implements AutoCloseable {
    static PassingFolder create(String name) throws IOException {
        return new PassingFolder(Files.createTempDirectory(name));
    }

    @Override
    public void close() throws IOException {
        List<Path> inside;
        try (Stream<Path> all = Files.walk(path)) {
            inside = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inside) {
            Files.delete(each);
        }
    }
}
