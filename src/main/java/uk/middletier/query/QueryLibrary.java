package uk.middletier.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The saved queries there are: those that come with the program and those of a folder, which go before others of the same
 * name. The folder is looked at again whenever it is asked for: what was written there holds at once, and a file that
 * cannot be read takes no other with it. For use by many threads.
 */
public final class QueryLibrary {
    private static final String ENDING = ".cypher";
    private static final String SHIPPED = "/queries";
    private static final String WITH_THE_PROGRAM = "comes with the program";

    /** A question longer than that is none. */
    private static final long MOST_BYTES = 1024 * 1024;

    private final @Nullable Path folder;
    private final Shelf shipped;
    private Signature seen = new Signature(Map.of());
    private Shelf shelf;

    private QueryLibrary(@Nullable Path folder) {
        this.folder = folder;
        this.shipped = readShipped();
        this.shelf = shipped;
    }

    /** Those that come with the program, and those of a folder that may come and go. */
    public static QueryLibrary of(@Nullable Path folder) {
        return new QueryLibrary(folder);
    }

    /**
     * What there is at one moment.
     *
     * @param queries by name
     * @param broken files that are no queries, by name
     */
    public record Shelf(Map<String, SavedQuery> queries, List<Broken> broken) {
        /** Stands for all there is: another text, another mark. */
        public String mark() {
            return queries.values().stream().map(SavedQuery::text).collect(Collectors.joining("\n"))
                    + broken.toString();
        }

        public Optional<SavedQuery> find(String name) {
            return Optional.ofNullable(queries.get(name));
        }
    }

    /**
     * A file that is no saved query.
     *
     * @param line from 1; 0 if it is about the file as a whole
     * @param message what is wrong and what would do
     */
    public record Broken(String name, String file, int line, String message) {}

    /** The queries as their files are now. */
    public synchronized Shelf shelf() {
        if (folder != null) {
            Signature now = signature(folder);
            if (!now.equals(seen)) {
                shelf = read(folder, shipped);
                seen = now;
            }
        }
        return shelf;
    }

    private record Signature(Map<String, FileTime> files) {}

    private static Signature signature(Path folder) {
        Map<String, FileTime> files = new TreeMap<>();
        for (Path file : files(folder)) {
            try {
                files.put(file + " " + Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                // Gone since it was listed: it is not there.
            }
        }
        return new Signature(files);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Shelf read(Path folder, Shelf below) {
        Map<String, SavedQuery> queries = new TreeMap<>(below.queries());
        List<Broken> broken = new ArrayList<>(below.broken());
        String origin = folder.toString().equals(SHIPPED) ? WITH_THE_PROGRAM : folder.toString();
        for (Path file : files(folder)) {
            String fileName = String.valueOf(file.getFileName());
            String name = fileName.substring(0, fileName.length() - ENDING.length());
            try {
                queries.put(name, new HeaderReader(name, text(file), origin).read());
            } catch (QueryProblem e) {
                queries.remove(name);
                broken.add(new Broken(name, fileName, e.line(), String.valueOf(e.getMessage())));
            }
        }
        return new Shelf(Collections.unmodifiableMap(queries), List.copyOf(broken));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new QueryProblem(0, "the file is larger than 1 MB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString()
                    .replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw new QueryProblem(0, "the file is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new QueryProblem(0, "the file cannot be read: " + e.getMessage());
        }
    }

    private static Shelf readShipped() {
        Shelf none = new Shelf(Map.of(), List.of());
        URL resource = QueryLibrary.class.getResource(SHIPPED);
        if (resource == null) {
            return none;
        }
        try {
            URI uri = resource.toURI();
            if (!uri.getScheme().equals("jar")) {
                return shipped(read(Path.of(uri), none));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(SHIPPED), none);
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the queries that come with the program cannot be read", e);
        }
    }

    /** Read from a folder of classes instead of a jar: they still come with the program. */
    private static Shelf shipped(Shelf read) {
        Map<String, SavedQuery> queries = new TreeMap<>();
        read.queries().forEach((name, query) -> queries.put(name, query.from(WITH_THE_PROGRAM)));
        return new Shelf(Collections.unmodifiableMap(queries), read.broken());
    }
}
