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

    /** What the names of made-up files begin with, so that nobody takes them for the register. */
    public static final String MADE_UP_PREFIX = "fictional-";

    private static final String PUBLISHER = "Department for Education, Get Information About Schools";
    private static final String LICENCE = "Open Government Licence v3.0";

    /** A source in UTF-8. */
    public Source(
            Path path, @Nullable String entry, String name, SourceKind kind, LocalDate extractDate, String sha256) {
        this(path, entry, name, kind, extractDate, sha256, StandardCharsets.UTF_8);
    }

    /** Whether the file was made up by the generator. */
    public boolean madeUp() {
        return name.startsWith(MADE_UP_PREFIX);
    }

    /** Who publishes it. */
    public String publisher() {
        return madeUp() ? "Middle Tier: made-up schools" : PUBLISHER;
    }

    /** On what terms it may be used. */
    public String licence() {
        return madeUp() ? "No rights reserved (CC0 1.0)" : LICENCE;
    }
}
