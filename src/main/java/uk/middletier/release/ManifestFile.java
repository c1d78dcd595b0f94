package uk.middletier.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code release.json}, read and written: fields in the order of the record, what is unknown to this version ignored. */
public final class ManifestFile {
    static final String NAME = "release.json";

    private static final String ANOTHER = "choose another release (middletier releases use ID) or import anew";

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
        Files.writeString(folder.resolve(NAME), text(manifest));
    }

    /**
     * The manifest in that folder.
     *
     * @throws ReleaseException it is missing or damaged, or of another format version
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return parse(
                    Files.readString(file),
                    "release " + folder.getFileName(),
                    file.toString(),
                    ANOTHER,
                    "middletier import PATH…");
        } catch (NoSuchFileException e) {
            throw new ReleaseException(
                    "no release in " + folder + ": " + NAME + " is missing; see: middletier releases list", e);
        } catch (CharacterCodingException e) {
            throw damaged(file.toString(), "not UTF-8", ANOTHER, e);
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + Disk.reason(e), e);
        }
    }

    /** The format version of the release in that folder, if so much can be read. */
    static Optional<Integer> findFormat(Path folder) {
        try {
            int version = JSON.readTree(Files.readString(folder.resolve(NAME)))
                    .path("formatVersion")
                    .asInt(-1);
            return version > 0 ? Optional.of(version) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The manifest as the file holds it. */
    public static String text(Manifest manifest) {
        try {
            return JSON.writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is nothing but texts, numbers and dates", e);
        }
    }

    /**
     * The manifest that a text is.
     *
     * @param release what to call the release, and {@code place} the text, in messages
     * @param remedy what to do if it is damaged
     * @param rebuild the command that makes a release of this version
     * @throws ReleaseException it is damaged, or of another format version
     */
    public static Manifest parse(String text, String release, String place, String remedy, String rebuild) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (!tree.isObject()) {
                throw damaged(place, "not a JSON object", remedy, null);
            }
            int version = tree.path("formatVersion").asInt(-1);
            if (version != Manifest.FORMAT_VERSION && version > 0) {
                throw new ReleaseException(release + " has format " + version + " and this program reads format "
                        + Manifest.FORMAT_VERSION + "; build it anew from its sources: " + rebuild);
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JsonProcessingException e) {
            throw damaged(place, e.getOriginalMessage(), remedy, e);
        }
    }

    private static ReleaseException damaged(String place, String how, String remedy, @Nullable Throwable cause) {
        return new ReleaseException(place + " is damaged (" + how + "); " + remedy, cause);
    }
}
