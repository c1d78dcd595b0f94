package uk.middletier.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A Frictionless descriptor: what the files beside it are, where they come from and on what terms. Source: Data Package
 * 1.0, {@code specs.frictionlessdata.io/data-package}.
 */
final class DataPackage {
    static final String NAME = "datapackage.json";

    /** What an exported release has in its descriptor, and no data set. */
    private static final String RELEASE = "middletier";

    private static final String SHA256 = "sha256:";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String place;
    private final String name;
    private final Source.About about;

    /** Names of the columns by the path of the resource; none if the descriptor does not say. */
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    /** SHA-256 of resources by their path, as far as it is told. */
    private final Map<String, String> hashes = new LinkedHashMap<>();

    private DataPackage(String place, String name, Source.About about) {
        this.place = place;
        this.name = name;
        this.about = about;
    }

    /**
     * Reads the descriptor, if there is one.
     *
     * @param path a file of its folder, or the archive
     * @param entry the descriptor's name in the archive, null if there is none
     * @param file the descriptor, unless it is in an archive
     * @param place where it lies, for messages
     * @throws DatasetException it is no JSON, has no resources or names one that is not there
     */
    static Optional<DataPackage> find(Path path, @Nullable String entry, Path file, String place) throws IOException {
        if (entry == null) {
            return Files.isRegularFile(file)
                    ? Optional.of(read(Files.readAllBytes(file), file, place))
                    : Optional.empty();
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.getEntry(entry) == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
                DataPackage read = parse(in.readAllBytes(), place);
                for (String resource : read.columns.keySet()) {
                    if (zip.getEntry(Path.of(entry).resolveSibling(resource).toString()) == null) {
                        throw read.missing(resource);
                    }
                }
                return Optional.of(read);
            }
        }
    }

    /** What issues and the manifest put before the names of its files. */
    String name() {
        return name;
    }

    Source.About about() {
        return about;
    }

    /** Paths of its files, beside or below it. */
    Set<String> resources() {
        return columns.keySet();
    }

    /** Whether a file is one of its own. */
    boolean names(Path file) {
        return columns.keySet().stream().anyMatch(resource -> file.endsWith(Path.of(resource)));
    }

    String place() {
        return place;
    }

    /** @throws DatasetException the header of one of its files lacks a column that is described */
    void check(Path path, @Nullable String entry, Set<String> header) {
        Path file = entry == null ? path : Path.of(entry);
        columns.forEach((resource, names) -> {
            if (file.endsWith(Path.of(resource))) {
                List<String> missing = names.stream()
                        .filter(column -> !header.contains(column))
                        .toList();
                if (!missing.isEmpty()) {
                    throw new DatasetException(place + " describes " + resource + " with the columns '"
                            + String.join("', '", missing) + "', which are not in its first line.");
                }
            }
        });
    }

    /** @throws DatasetException the descriptor tells another SHA-256 of the file */
    void checkHash(Path path, @Nullable String entry, String sha256) {
        Path file = entry == null ? path : Path.of(entry);
        hashes.forEach((resource, hash) -> {
            if (file.endsWith(Path.of(resource)) && !hash.equals(sha256)) {
                throw new DatasetException(resource + " is not the file that " + place
                        + " describes: its SHA-256 is " + sha256 + ", and should be " + hash
                        + ". It was changed or damaged: fetch it again, or correct the description.");
            }
        });
    }

    private static DataPackage read(byte[] text, Path file, String place) {
        DataPackage read = parse(text, place);
        for (String resource : read.columns.keySet()) {
            if (!Files.isRegularFile(file.resolveSibling(resource))) {
                throw read.missing(resource);
            }
        }
        return read;
    }

    private DatasetException missing(String resource) {
        return new DatasetException(
                place + " names " + resource + ", which is not there. Add the file or take it out of the resources.");
    }

    /** @param text in any encoding of Unicode, which JSON lets its first bytes tell */
    private static DataPackage parse(byte[] text, String place) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DatasetException(place + " is not well-formed JSON: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            // What is neither JSON nor any encoding of Unicode.
            throw new DatasetException(place + " is not well-formed JSON: " + e.getMessage() + ".", e);
        }
        if (json.has(RELEASE)) {
            throw new DatasetException(place + " is a whole release, exported. Import its folder alone, unpacked.");
        }
        JsonNode resources = json.path("resources");
        if (!resources.isArray() || resources.isEmpty()) {
            throw new DatasetException(place + " has no resources: it describes no file.");
        }
        String name = json.path("name").asText("");
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new DatasetException(
                    place + " has no name, or one with more than letters, digits, '.', '_' and '-': '" + name + "'.");
        }
        DataPackage read = new DataPackage(
                place,
                name,
                new Source.About(
                        json.path("title").asText(name), titles(json.path("sources")), titles(json.path("licenses"))));
        for (JsonNode resource : resources) {
            read.add(resource);
        }
        return read;
    }

    private void add(JsonNode resource) {
        String path = resource.path("path").asText("");
        // No way out of the folder: Data Package, "Data location".
        if (path.isEmpty() || path.contains("..") || path.contains(":") || !isRelative(path)) {
            throw new DatasetException(
                    place + " has a resource whose path is not that of a file beside or below it: '" + path + "'.");
        }
        List<String> names = new ArrayList<>();
        resource.path("schema")
                .path("fields")
                .forEach(field -> names.add(field.path("name").asText()));
        columns.put(path, names);
        String hash = resource.path("hash").asText("");
        if (hash.startsWith(SHA256)) {
            hashes.put(path, hash.substring(SHA256.length()).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isRelative(String path) {
        try {
            return !Path.of(path).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static @Nullable String titles(JsonNode list) {
        List<String> titles = new ArrayList<>();
        for (JsonNode each : list) {
            String title = each.path("title").asText(each.path("name").asText(""));
            if (!title.isEmpty()) {
                titles.add(title);
            }
        }
        return titles.isEmpty() ? null : String.join("; ", titles);
    }
}
