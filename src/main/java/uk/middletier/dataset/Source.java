package uk.middletier.dataset;

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
 */
public record Source(
        Path path, @Nullable String entry, String name, SourceKind kind, LocalDate extractDate, String sha256) {
    /** Who publishes every file of these kinds. */
    public static final String PUBLISHER = "Department for Education, Get Information About Schools";

    /** On what terms. */
    public static final String LICENCE = "Open Government Licence v3.0";
}
