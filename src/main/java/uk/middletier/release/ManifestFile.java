package uk.middletier.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code release.json}, read and written: fields in the order of the record, what is unknown to this version ignored. */
final class ManifestFile {
    static final String NAME = "release.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ManifestFile() {}

    static void write(Path folder, Manifest manifest) throws IOException {
        Path file = folder.resolve(NAME);
        Files.writeString(file, JSON.writeValueAsString(manifest) + "\n");
    }

    /**
     * The manifest in that folder.
     *
     * @throws ReleaseException it is missing or damaged, or of another format version
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (!tree.isObject()) {
                throw damaged(file, "not a JSON object", null);
            }
            int version = tree.path("formatVersion").asInt(-1);
            if (version != Manifest.FORMAT_VERSION && version > 0) {
                throw new ReleaseException("release " + folder.getFileName() + " has format " + version
                        + " and this program reads format " + Manifest.FORMAT_VERSION
                        + "; build it anew from its sources: middletier import PATH…");
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (NoSuchFileException e) {
            throw new ReleaseException(
                    "no release in " + folder + ": " + NAME + " is missing; see: middletier releases list", e);
        } catch (JsonProcessingException e) {
            throw damaged(file, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + Disk.reason(e), e);
        }
    }

    private static ReleaseException damaged(Path file, String how, @Nullable Throwable cause) {
        return new ReleaseException(
                file + " is damaged (" + how + "); choose another release (middletier releases use ID) or import anew",
                cause);
    }
}
