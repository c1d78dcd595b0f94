package uk.middletier.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Collects the known files of one call of {@link Sources#recognise}. */
final class Recogniser {
    private final @Nullable LocalDate extractDate;
    private final List<Found> found = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    Recogniser(@Nullable LocalDate extractDate) {
        this.extractDate = extractDate;
    }

    private record Found(Source source, String contentSha256) {}

    /** Adds a file, folder or archive that was given by its own name. */
    void add(Path path) {
        if (!Files.exists(path)) {
            throw new DatasetException(path + " does not exist.");
        }
        boolean folder = Files.isDirectory(path);
        if (!folder && !Files.isRegularFile(path)) {
            throw new DatasetException(path + " is neither a file nor a folder.");
        }
        int before = found.size();
        Optional<String> unknown = folder ? addFolder(path) : addFile(path);
        if (unknown.isPresent()) {
            throw new DatasetException(path + " " + unknown.get() + ". Known are: " + Layout.known() + ".");
        }
        if (found.size() == before) {
            throw new DatasetException(path + " holds no known file. Known are: " + Layout.known() + ".");
        }
    }

    Recognised recognised() {
        found.sort(Comparator.comparing((Found f) -> f.source.kind())
                .thenComparing(f -> f.source.extractDate())
                .thenComparing(f -> f.source.name())
                .thenComparing(f -> f.source.path()));
        List<Found> kept = new ArrayList<>();
        Map<String, Source> byName = new HashMap<>();
        for (Found next : found) {
            Found last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last != null
                    && last.source.kind() == next.source.kind()
                    && last.source.extractDate().equals(next.source.extractDate())) {
                ignoreIfSame(last, next);
                continue;
            }
            Source namesake = byName.put(next.source.name(), next.source);
            if (namesake != null) {
                throw new DatasetException("Two different files are called " + next.source.name() + ": "
                        + place(namesake) + " and " + place(next.source) + ". Rename one of them.");
            }
            kept.add(next);
        }
        return new Recognised(kept.stream().map(Found::source).toList(), ignored);
    }

    private void ignoreIfSame(Found first, Found second) {
        if (!first.contentSha256.equals(second.contentSha256)) {
            throw new DatasetException("Two different files are both "
                    + first.source.kind() + " of " + first.source.extractDate() + ": "
                    + place(first.source) + " and " + place(second.source) + ". Give one of them only.");
        }
        ignored.add(place(second.source) + " (the same as " + place(first.source) + ")");
    }

    /** Where a source lies, for messages. */
    static String place(Source source) {
        return place(source.path(), source.entry());
    }

    private static String place(Path path, @Nullable String entry) {
        return entry == null ? path.toString() : path + "!" + entry;
    }

    /** Adds all known files below a folder. */
    private Optional<String> addFolder(Path folder) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new DatasetException(folder + " cannot be read: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
        for (Path file : files) {
            addFile(file).ifPresent(reason -> ignore(fileName(file), file.toString(), reason));
        }
        return Optional.empty();
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    /** Adds a file or archive; the answer is the reason why it is unknown. */
    private Optional<String> addFile(Path path) {
        try {
            return Contents.isZip(path) ? addArchive(path) : addTable(path, null, fileName(path));
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    private Optional<String> addArchive(Path path) throws IOException {
        int before = found.size();
        Map<String, String> unknown = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("[Content_Types].xml") != null) {
                return Optional.of("is a workbook or document of an office program: save the sheet as CSV");
            }
            List<String> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isHidden(Path.of(entry.getName())))
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
            for (String entry : entries) {
                addTable(path, entry, fileName(Path.of(entry))).ifPresent(reason -> unknown.put(entry, reason));
            }
        }
        if (found.size() == before) {
            return Optional.of("holds no known file");
        }
        unknown.forEach((entry, reason) -> ignore(fileName(Path.of(entry)), place(path, entry), reason));
        return Optional.empty();
    }

    private void ignore(String name, String place, String reason) {
        // A download that went wrong keeps its name; to pass over it would lose data in silence.
        if (Layout.isNameOfDownload(name)) {
            throw new DatasetException(place + " is called like one of the downloads, but it " + reason + ".");
        }
        ignored.add(place + " (" + reason + ")");
    }

    private Optional<String> addTable(Path path, @Nullable String entry, String fileName) {
        String place = place(path, entry);
        Probe probe;
        try {
            probe = Probe.of(path, entry);
        } catch (IOException e) {
            throw unreadable(place, e);
        }
        if (probe.notTable() != null) {
            return Optional.of(probe.notTable());
        }
        Optional<Layout> layout = Layout.find(probe.header());
        if (layout.isEmpty()) {
            Layout.findNearest(probe.header()).ifPresent(near -> {
                throw lacking(place, near, near.missing(probe.header()));
            });
            return Optional.of("is of no known kind: its first line does not name the columns of one");
        }
        if (!probe.hasRows()) {
            throw new DatasetException(place + " is empty: it has the header of "
                    + layout.get().what() + " and no rows. Download it again from " + Layout.DOWNLOADS + ".");
        }
        String name = fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
        Source source = new Source(
                path,
                entry,
                name,
                layout.get().kind(),
                extractDate(place, name, fileName(path)),
                probe.sha256(),
                probe.charset());
        found.add(new Found(source, probe.contentSha256()));
        return Optional.empty();
    }

    private LocalDate extractDate(String place, String name, String archive) {
        return ExtractDate.find(name)
                .or(() -> ExtractDate.find(archive))
                .or(() -> Optional.ofNullable(extractDate))
                .orElseThrow(() -> new DatasetException("The name of " + place
                        + " does not hold the day of its extract (eight digits, yyyymmdd, a day of the calendar)."
                        + " Give it with --extract-date yyyy-mm-dd."));
    }

    private static DatasetException lacking(String place, Layout layout, List<String> missing) {
        String columns = "'" + String.join("', '", missing) + "'";
        return new DatasetException(place + " looks like " + layout.what() + " (" + layout.download()
                + ") but has no column " + columns + ". Give the file as it is published at " + Layout.DOWNLOADS
                + ", or name the column so.");
    }

    private static DatasetException unreadable(String place, IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof AccessDeniedException) {
            return new DatasetException(place + " cannot be read: permission denied.", e);
        } else if (e instanceof NoSuchFileException) {
            return new DatasetException(place + " does not exist.", e);
        } else if (e instanceof EOFException || e instanceof ZipException) {
            return new DatasetException(
                    place + " cannot be unpacked: it is cut short or damaged (" + message
                            + "). Download or copy it again.",
                    e);
        }
        return new DatasetException(place + " cannot be read: " + message + ".", e);
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
