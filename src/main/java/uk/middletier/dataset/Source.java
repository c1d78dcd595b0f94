package uk.middletier.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recognised file.
 *
 * @param path the file given, an archive if {@code entry} is not null
 * @param entry name inside the archive
 * @param name file name without folders and without {@code .gz}: what issues and the manifest call it
 * @param extractDate the day the extract was made
 * @param sha256 checksum of the bytes as given (of the entry, unpacked, if inside an archive), lower-case hex
 * @param charset UTF-8 or Windows-1252, found out over the whole file
 */
public record Source(
        Path path,
        @Nullable String entry,
        String name,
        SourceKind kind,
        LocalDate extractDate,
        String sha256,
        Charset charset) {

    /** A source in UTF-8. */
    public Source(
            Path path, @Nullable String entry, String name, SourceKind kind, LocalDate extractDate, String sha256) {
        this(path, entry, name, kind, extractDate, sha256, StandardCharsets.UTF_8);
    }
}
