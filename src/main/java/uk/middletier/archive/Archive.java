package uk.middletier.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;
import uk.middletier.release.Disk;
import uk.middletier.release.Manifest;
import uk.middletier.release.ManifestFile;

/** A release that was written as a data package: its manifest, and its rows as they are read. */
public final class Archive {
    private final Path folder;
    private final Manifest manifest;
    /** What is to be in the folder, by the path. */
    private final Map<String, Seal> seals = new LinkedHashMap<>();

    private final Map<NodeTable, Path> nodes = new LinkedHashMap<>();
    private final Map<LinkTable, Path> links = new LinkedHashMap<>();

    private Archive(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * The release among what is to be imported: its folder, or the {@code datapackage.json} in it.
     *
     * @throws ArchiveException there is one and something else beside it, or it cannot be read
     */
    public static Optional<Archive> find(List<Path> paths) {
        for (Path path : paths) {
            Path descriptor = Files.isDirectory(path) ? path.resolve(Descriptor.NAME) : path;
            if (descriptor.endsWith(Descriptor.NAME) && Files.isRegularFile(descriptor)) {
                Optional<Archive> found = open(descriptor);
                if (found.isPresent() && paths.size() > 1) {
                    throw new ArchiveException(
                            path + " is a whole release. Import it alone: nothing can be added to it.");
                }
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Archive> open(Path descriptor) {
        JsonNode json;
        try {
            json = Descriptor.JSON.readTree(descriptor.toFile());
        } catch (JsonProcessingException e) {
            // Whatever it describes, it is for those to say who read other packages.
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(descriptor, e);
        }
        JsonNode own = json.path(Descriptor.OWN);
        if (!own.isObject()) {
            return Optional.empty();
        }
        if (own.path(Descriptor.VERSION).asInt() != Descriptor.CURRENT) {
            throw new ArchiveException(descriptor + " is of version "
                    + own.path(Descriptor.VERSION).asText() + ", and this program reads version " + Descriptor.CURRENT
                    + ". Use the program that wrote it, or import the original files.");
        }
        Manifest manifest = ManifestFile.parse(
                own.path(Descriptor.MANIFEST).toString(),
                "the release in " + descriptor,
                descriptor.toString(),
                "export the release again",
                "middletier import PATH…");
        Path folder = descriptor.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException("a file without a folder: " + descriptor);
        }
        Archive archive = new Archive(folder, manifest);
        json.path("resources").forEach(resource -> archive.add(resource, descriptor));
        return Optional.of(archive);
    }

    private void add(JsonNode resource, Path descriptor) {
        String name = resource.path("name").asText();
        String path = resource.path("path").asText();
        String hash = resource.path("hash").asText();
        if (!path.matches("[a-z-]+\\.(csv|json)") || !hash.matches("sha256:[0-9a-f]{64}")) {
            throw new ArchiveException(descriptor + " describes '" + path
                    + "' in another way than an export does: no file beside it, or no SHA-256. Export the release"
                    + " again.");
        }
        seals.put(path, new Seal(resource.path("bytes").asLong(), hash.substring("sha256:".length())));
        NodeTable.find(name).ifPresent(table -> nodes.put(table, folder.resolve(path)));
        LinkTable.find(name).ifPresent(table -> links.put(table, folder.resolve(path)));
    }

    /** As it was when the release was exported. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Holds every file against what the descriptor says of it.
     *
     * @throws ArchiveException naming the files that are missing or were changed
     */
    public void verify(Consumer<String> progress) {
        List<String> wrong = new ArrayList<>();
        seals.forEach((path, seal) -> {
            Path file = folder.resolve(path);
            progress.accept("checking " + path);
            try {
                if (!Files.isRegularFile(file)) {
                    wrong.add(path + " is missing");
                    return;
                }
                Seal found = Seal.of(file);
                if (!found.equals(seal)) {
                    wrong.add(path + " has " + found.bytes() + " bytes and the SHA-256 " + found.sha256()
                            + ", and should have " + seal.bytes() + " and " + seal.sha256());
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        });
        if (!wrong.isEmpty()) {
            throw new ArchiveException("The release in " + folder + " is not as it was exported: "
                    + String.join("; ", wrong) + ". Copy or export it again; a release is never changed by hand.");
        }
    }

    /** All nodes; each time from the first. What is not as described throws an {@link ArchiveException}. */
    public Iterable<NodeRow> nodes() {
        return () -> new Chain<>(nodes.entrySet().stream()
                .<Opener<NodeRow>>map(table -> () -> TableReader.of(table.getKey(), table.getValue()))
                .iterator());
    }

    /** All relationships; each time from the first. */
    public Iterable<RelationshipRow> relationships() {
        return () -> new Chain<>(links.entrySet().stream()
                .<Opener<RelationshipRow>>map(table -> () -> TableReader.of(table.getKey(), table.getValue()))
                .iterator());
    }

    /** Copies the reports of its issues, as far as there are any. */
    public void copyReports(Path issuesCsv, Path issuesJson) {
        copy(Descriptor.ISSUES_CSV, issuesCsv);
        copy(Descriptor.ISSUES_JSON, issuesJson);
    }

    private void copy(String name, Path target) {
        if (seals.containsKey(name)) {
            try {
                Files.copy(folder.resolve(name), target);
            } catch (IOException e) {
                throw new ArchiveException(
                        "Cannot copy " + folder.resolve(name) + " to " + target + ": " + Disk.reason(e) + ".", e);
            }
        }
    }

    private static ArchiveException unreadable(Path file, IOException e) {
        return new ArchiveException(file + " cannot be read: " + Disk.reason(e) + ".", e);
    }

    /** Opens a table. */
    private interface Opener<T> {
        TableReader<T> open() throws IOException;
    }

    /** One table after the other, each opened when it is its turn. */
    private static final class Chain<T> implements Iterator<T> {
        private final Iterator<Opener<T>> tables;
        private Iterator<T> rows = Collections.emptyIterator();

        Chain(Iterator<Opener<T>> tables) {
            this.tables = tables;
        }

        @Override
        public boolean hasNext() {
            while (!rows.hasNext()) {
                if (!tables.hasNext()) {
                    return false;
                }
                try {
                    rows = tables.next().open();
                } catch (IOException e) {
                    throw new ArchiveException("A table cannot be read: " + Disk.reason(e) + ".", e);
                }
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.next();
        }
    }
}
