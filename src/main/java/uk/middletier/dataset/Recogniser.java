package uk.middletier.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
import java.util.stream.Collectors;
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
    private final Map<String, Optional<DataPackage>> packages = new HashMap<>();

    Recogniser(@Nullable LocalDate extractDate) {
        this.extractDate = extractDate;
    }

    /** @param dated whether the file's day is known, from its name or because it was given */
    private record Found(Source source, String contentSha256, boolean dated) {
        Found with(Source other) {
            return new Found(other, contentSha256, dated);
        }
    }

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
        if (!folder && fileName(path).equals(DataPackage.NAME)) {
            addPackage(path);
            return;
        }
        Optional<String> unknown = folder ? addFolder(path) : addFile(path);
        if (unknown.isPresent()) {
            throw new DatasetException(path + " " + unknown.get() + ". Known are: " + Layout.known() + ".");
        }
        if (found.size() == before) {
            throw new DatasetException(path + " holds no known file. Known are: " + Layout.known() + ".");
        }
    }

    Recognised recognised() {
        dateTheUndated();
        found.sort(Comparator.comparing((Found f) -> f.source.kind())
                .thenComparing(f -> f.source.extractDate())
                .thenComparing(f -> f.source.name())
                .thenComparing(f -> f.source.path()));
        List<Found> kept = new ArrayList<>();
        for (Found next : found) {
            Optional<Found> same = kept.stream()
                    .filter(last -> last.source.kind() == next.source.kind()
                            && last.source.extractDate().equals(next.source.extractDate())
                            && (next.source.kind().ofRegister() || last.contentSha256.equals(next.contentSha256)))
                    .findFirst();
            if (same.isPresent()) {
                ignoreIfSame(same.get(), next);
            } else {
                kept.add(next);
            }
        }
        tellNamesakesApart(kept);
        Map<String, Source> byName = new HashMap<>();
        for (Found next : kept) {
            Source namesake = byName.put(next.source.name(), next.source);
            if (namesake != null) {
                throw new DatasetException("Two different files are called " + next.source.name() + ": "
                        + place(namesake) + " and " + place(next.source) + ". Rename one of them.");
            }
        }
        return new Recognised(kept.stream().map(Found::source).toList(), ignored);
    }

    /**
     * Overlays and lists without a day of their own speak of the register's day; without a register, of the latest day
     * among the others, or of the latest that stands in an overlay.
     */
    private void dateTheUndated() {
        if (found.stream().allMatch(Found::dated)) {
            return;
        }
        LocalDate day = latest(found.stream().filter(f -> f.dated && f.source.kind() == SourceKind.REGISTER));
        if (day == null) {
            day = latest(found.stream().filter(Found::dated));
            for (Found each : found) {
                LocalDate inside = each.dated ? null : LatestDay.in(each.source);
                day = inside == null || (day != null && day.isAfter(inside)) ? day : inside;
            }
        }
        for (int i = 0; i < found.size(); i++) {
            Found each = found.get(i);
            if (!each.dated) {
                if (day == null) {
                    throw new DatasetException("Neither the name of " + place(each.source)
                            + " nor what it holds tells a day. Give it with --extract-date yyyy-mm-dd.");
                }
                found.set(i, each.with(each.source.of(day)));
            }
        }
    }

    private static @Nullable LocalDate latest(Stream<Found> of) {
        return of.map(f -> f.source.extractDate())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Every system has its bodies.csv: those of one name get their folder's before it. */
    private static void tellNamesakesApart(List<Found> kept) {
        Map<String, Long> names =
                kept.stream().collect(Collectors.groupingBy(f -> f.source.name(), Collectors.counting()));
        for (int i = 0; i < kept.size(); i++) {
            Source source = kept.get(i).source;
            if (!source.kind().ofRegister() && names.getOrDefault(source.name(), 0L) > 1) {
                Path within = source.entry() == null
                        ? source.path().toAbsolutePath()
                        : source.path().toAbsolutePath().resolve(source.entry());
                Path folder = within.getParent();
                if (folder != null && folder.getFileName() != null) {
                    kept.set(i, kept.get(i).with(source.called(folder.getFileName() + "/" + source.name())));
                }
            }
        }
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
            if (e.getCause() instanceof FileSystemLoopException loop) {
                throw new DatasetException(
                        folder + " cannot be read: the link " + loop.getFile() + " leads back to a folder it lies in.",
                        e);
            }
            throw new DatasetException(folder + " cannot be read: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
        for (Path file : files) {
            if (fileName(file).equals(DataPackage.NAME)) {
                packageBeside(file, null);
                continue;
            }
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
                    .filter(entry -> !entry.isDirectory() && !isHidden(named(path, entry)))
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
            for (String entry : entries) {
                if (fileName(Path.of(entry)).equals(DataPackage.NAME)) {
                    continue;
                }
                addTable(path, entry, fileName(Path.of(entry))).ifPresent(reason -> unknown.put(entry, reason));
            }
        }
        if (found.size() == before) {
            return Optional.of("holds no known file");
        }
        unknown.forEach((entry, reason) -> ignore(fileName(Path.of(entry)), place(path, entry), reason));
        return Optional.empty();
    }

    private static Path named(Path archive, ZipEntry entry) {
        try {
            return Path.of(entry.getName());
        } catch (InvalidPathException e) {
            throw new DatasetException(
                    archive + " holds something whose name is that of no file: " + e.getMessage() + ". Pack it anew.",
                    e);
        }
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
            Layout.findNearest(probe.header(), fileName).ifPresent(near -> {
                throw lacking(place, near, near.missing(probe.header()));
            });
            String reason = "is of no known kind: its first line does not name the columns of one";
            packageOf(path, entry).ifPresent(about -> {
                throw new DatasetException(about.place() + " names " + fileName + ", but it " + reason + ".");
            });
            return Optional.of(reason);
        }
        SourceKind kind = layout.get().kind();
        if (!probe.hasRows() && kind.ofRegister()) {
            throw new DatasetException(place + " is empty: it has the header of "
                    + layout.get().what() + " and no rows. Download it again from " + Layout.DOWNLOADS + ".");
        }
        String name = fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
        Optional<DataPackage> beside = packageOf(path, entry);
        beside.ifPresent(about -> about.checkHash(path, entry, probe.sha256()));
        Optional<DataPackage> described = kind.ofRegister() ? Optional.empty() : beside;
        described.ifPresent(about -> about.check(path, entry, probe.header()));
        Optional<LocalDate> day = day(kind, name, fileName(path));
        if (day.isEmpty() && kind.ofRegister()) {
            throw new DatasetException("The name of " + place
                    + " does not hold the day of its extract (eight digits, yyyymmdd, a day of the calendar)."
                    + " Give it with --extract-date yyyy-mm-dd.");
        }
        Source source = new Source(
                path,
                entry,
                described.map(about -> about.name() + "/" + name).orElse(name),
                kind,
                day.orElse(LocalDate.EPOCH),
                probe.sha256(),
                probe.charset(),
                probe.separator(),
                described.map(DataPackage::about).orElse(null));
        found.add(new Found(source, probe.contentSha256(), day.isPresent()));
        return Optional.empty();
    }

    private Optional<LocalDate> day(SourceKind kind, String name, String archive) {
        return ExtractDate.find(name)
                .or(() -> ExtractDate.find(archive))
                .or(() -> ExtractDate.ofSchoolYear(kind, name))
                .or(() -> Optional.ofNullable(extractDate));
    }

    /** Adds all that a descriptor, given by its own name, speaks of. */
    private void addPackage(Path descriptor) {
        packageBeside(descriptor, null)
                .ifPresent(about -> about.resources().forEach(resource -> {
                    Path file = descriptor.resolveSibling(resource);
                    addFile(file).ifPresent(reason -> {
                        throw new DatasetException(descriptor + " names " + resource + ", but it " + reason + ".");
                    });
                }));
    }

    /** The descriptor that names a file: in its own folder or the one above. */
    private Optional<DataPackage> packageOf(Path path, @Nullable String entry) {
        Path file = entry == null ? path.toAbsolutePath() : Path.of(entry);
        for (Path folder = file.getParent(); ; folder = folder.getParent()) {
            Path sibling = folder == null ? Path.of(DataPackage.NAME) : folder.resolve(DataPackage.NAME);
            Optional<DataPackage> found =
                    entry == null ? packageBeside(sibling, null) : packageBeside(path, sibling.toString());
            if (found.isPresent() && found.get().names(file)) {
                return found;
            }
            if (folder == null || !folder.equals(file.getParent())) {
                return Optional.empty();
            }
        }
    }

    /** The descriptor in the folder of a file or of an entry; read and held against its files once. */
    private Optional<DataPackage> packageBeside(Path path, @Nullable String entry) {
        Path given = entry == null ? path : Path.of(entry);
        Path sibling = given.resolveSibling(DataPackage.NAME);
        String place = entry == null ? sibling.toString() : place(path, sibling.toString());
        Optional<DataPackage> known = packages.get(place);
        if (known == null) {
            try {
                known = DataPackage.find(path, entry == null ? null : sibling.toString(), sibling, place);
            } catch (IOException e) {
                throw unreadable(place, e);
            }
            packages.put(place, known);
        }
        return known;
    }

    private static DatasetException lacking(String place, Layout layout, List<String> missing) {
        String columns = "'" + String.join("', '", missing) + "'";
        return new DatasetException(
                place + " looks like " + layout.called() + " but has no column " + columns + ". " + layout.mending());
    }

    /** A failure to read, in words. */
    static DatasetException unreadable(String place, IOException e) {
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
