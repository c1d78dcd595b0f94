package uk.middletier.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.Disk;
import uk.middletier.release.Licence;

/**
 * {@code datapackage.json} beside the files (Data Package 1.0): where each came from, and by size and SHA-256 what an
 * import holds it against. Entity tags are kept in it too, so that nothing is asked for twice.
 */
final class Ledger {
    private static final String FILE = "datapackage.json";
    private static final String NAME = "get-information-about-schools";
    private static final String SHA256 = "sha256:";
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    /** By path; null if another's descriptor is in the way. */
    private final @Nullable Map<String, ObjectNode> resources;

    private Ledger(Path folder, @Nullable Map<String, ObjectNode> resources) {
        this.folder = folder;
        this.resources = resources;
    }

    /**
     * What is known of a file.
     *
     * @param sha256 lower-case hex
     */
    record Entry(long bytes, String sha256, Outcome.Fetched asFetched) {}

    static Ledger read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Map<String, ObjectNode> resources = new TreeMap<>();
        if (!Files.exists(file)) {
            return new Ledger(folder, resources);
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (!json.path("name").asText().equals(NAME)) {
                return new Ledger(folder, null);
            }
            for (JsonNode resource : json.path("resources")) {
                String path = resource.path("path").asText();
                if (resource instanceof ObjectNode entry && Files.isRegularFile(folder.resolve(path))) {
                    resources.put(path, entry);
                }
            }
            return new Ledger(folder, resources);
        } catch (JsonProcessingException e) {
            return new Ledger(folder, null);
        }
    }

    /** Whether it can be written: there is none, or it is one of these. */
    boolean isOwn() {
        return resources != null;
    }

    Optional<Entry> find(String path) {
        ObjectNode entry = resources == null ? null : resources.get(path);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                entry.path("bytes").asLong(),
                entry.path("hash").asText().replace(SHA256, ""),
                new Outcome.Fetched(text(entry, "etag"), text(entry, "lastModified"))));
    }

    private static @Nullable String text(ObjectNode entry, String name) {
        return entry.hasNonNull(name) ? entry.get(name).asText() : null;
    }

    void add(Downloaded file, String encoding, Outcome.Fetched as) {
        if (resources == null) {
            return;
        }
        String path = String.valueOf(file.file().getFileName());
        ObjectNode entry = JSON.createObjectNode();
        entry.put("name", path.replaceFirst("\\.csv$", "").replace('_', '-'));
        entry.put("path", path);
        entry.put("format", "csv");
        entry.put("mediatype", "text/csv");
        entry.put("encoding", encoding);
        entry.put("bytes", file.bytes());
        entry.put("hash", SHA256 + file.sha256());
        entry.put("extractDate", file.day().toString());
        entry.putArray("sources")
                .addObject()
                .put("title", "Department for Education, Get Information About Schools")
                .put("path", file.from().toString());
        entry.put("etag", as.tag());
        entry.put("lastModified", as.lastModified());
        resources.put(path, entry);
    }

    void write() throws IOException {
        if (resources == null) {
            return;
        }
        ObjectNode json = JSON.createObjectNode();
        json.put("profile", "data-package");
        json.put("name", NAME);
        json.put("title", "Get Information About Schools, as downloaded");
        json.putArray("licenses")
                .addObject()
                .put("name", Licence.OPEN_GOVERNMENT.name())
                .put("path", Licence.OPEN_GOVERNMENT.path())
                .put("title", Licence.OPEN_GOVERNMENT.title());
        json.putArray("sources")
                .addObject()
                .put("title", "Department for Education, Get Information About Schools")
                .put("path", "https://get-information-schools.service.gov.uk/Downloads");
        ArrayNode list = json.putArray("resources");
        resources.values().forEach(list::add);
        Disk.replace(folder.resolve(FILE), JSON.writeValueAsString(json) + "\n");
    }
}
