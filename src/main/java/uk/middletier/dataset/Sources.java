package uk.middletier.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises the public files among what was given, by their header rows, whatever they are called. */
public final class Sources {
    /** The page on which the register's files are published. */
    public static final String DOWNLOADS = Layout.DOWNLOADS;

    private Sources() {}

    /** What the register's files are called where they are published, without day and ending: {@code edubasealldata}. */
    public static Map<SourceKind, String> published() {
        return new EnumMap<>(Layout.published());
    }

    /**
     * Reads every file once to its end and says what it is. Files may be plain, gzipped, in zip archives or in folders
     * (at any depth; hidden files are passed over). Inside a folder or archive, files of no known kind are ignored and
     * named; a file given by its own name must be of a known kind.
     *
     * @param extractDate the day of files whose names do not hold one ({@code yyyymmdd} in the name of the file, the
     *     entry or the archive)
     * @throws DatasetException if a file cannot be read, is empty or broken, is of no known kind, lacks a needed
     *     column, has no extract date, or contradicts another of the same kind and date
     */
    public static Recognised recognise(List<Path> paths, @Nullable LocalDate extractDate) {
        Recogniser recogniser = new Recogniser(extractDate);
        paths.forEach(recogniser::add);
        return recogniser.recognised();
    }
}
