package uk.middletier.release;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.middletier.release.UnavailableRelease.Reason;

/**
 * The releases of a data folder: {@code releases/<id>/} beside the pointer {@code current}, which holds the id of the
 * one that is served. Every failure is a {@link ReleaseException}.
 */
public final class Releases {
    static final String BUILDING = ".building-";
    static final String DELETING = ".deleting-";

    private static final String POINTER = "current";
    private static final String IN_USE = "in-use.lock";
    private static final String IMPORT_LOCK = "import.lock";

    private final Path data;
    private final Path folder;

    /** The releases in that data folder, which need not exist yet. */
    public Releases(Path data) {
        this.data = data.toAbsolutePath().normalize();
        this.folder = this.data.resolve("releases");
    }

    /** The data folder. */
    public Path data() {
        return data;
    }

    /** Ids of all releases, damaged ones too, newest first. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return ids;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".")) {
                    ids.add(name);
                }
            }
        } catch (IOException e) {
            throw new ReleaseException("cannot list " + folder + ": " + Disk.reason(e), e);
        }
        ids.sort(Comparator.reverseOrder());
        return ids;
    }

    /** All releases that this version can read, newest first. */
    public List<Release> list() {
        List<Release> releases = new ArrayList<>();
        for (String id : ids()) {
            try {
                releases.add(getRelease(id));
            } catch (ReleaseException e) {
                // Of another version or damaged: of no use to a list of what can be served; getRelease says why.
            }
        }
        return releases;
    }

    /**
     * The release of that id.
     *
     * @throws ReleaseException there is none, it is damaged, or of another format version
     */
    public Release getRelease(String id) {
        Path release = path(id);
        if (!Files.isDirectory(release)) {
            throw new ReleaseException("no release " + id + " in " + folder + "; see: middletier releases list");
        }
        Manifest manifest = ManifestFile.read(release);
        Checksums.read(release).check(ManifestFile.NAME);
        return new Release(release, manifest);
    }

    /**
     * The release of that id, for those who know nothing of this folder.
     *
     * @throws UnavailableRelease there is none, or it cannot be read
     */
    Release findReadable(String id) {
        if (!isId(id) || !Files.isDirectory(path(id))) {
            throw new UnavailableRelease(Reason.UNKNOWN, "there is no release \"" + id + "\"");
        }
        try {
            return getRelease(id);
        } catch (ReleaseException e) {
            Integer format = ManifestFile.findFormat(path(id)).orElse(null);
            throw new UnavailableRelease(
                    Reason.UNREADABLE,
                    "release " + id
                            + (format == null || format == Manifest.FORMAT_VERSION
                                    ? " is damaged"
                                    : " has format " + format + ", and this program reads format "
                                            + Manifest.FORMAT_VERSION));
        }
    }

    /** All releases, those that cannot be read too, newest first. */
    List<KnownRelease> known() {
        List<KnownRelease> known = new ArrayList<>();
        for (String id : ids()) {
            if (isId(id)) {
                try {
                    known.add(KnownRelease.of(getRelease(id).manifest()));
                } catch (ReleaseException e) {
                    known.add(new KnownRelease(
                            id, ManifestFile.findFormat(path(id)).orElse(null), null));
                }
            }
        }
        return known;
    }

    /** The id the pointer holds, whether or not there is such a release. */
    public Optional<String> findCurrentId() {
        Path pointer = pointer();
        try {
            String id = Files.readString(pointer).strip();
            if (!isId(id)) {
                throw damaged(pointer);
            }
            return Optional.of(id);
        } catch (CharacterCodingException e) {
            throw damaged(pointer);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + pointer + ": " + Disk.reason(e), e);
        }
    }

    private static ReleaseException damaged(Path pointer) {
        return new ReleaseException(
                pointer + " is damaged; choose a release: middletier releases use ID (see: releases list)");
    }

    /** As {@link #findCurrentId}, but a pointer that is damaged points to nothing. */
    private Optional<String> findPointed() {
        try {
            return findCurrentId();
        } catch (ReleaseException e) {
            return Optional.empty();
        }
    }

    /**
     * The release to be served.
     *
     * @throws ReleaseException nothing was imported yet, or see {@link #getRelease}
     */
    public Release current() {
        return getRelease(findCurrentId()
                .orElseThrow(() ->
                        new ReleaseException("no release in " + data + " yet; make one: middletier import PATH…")));
    }

    /** Makes a release the current one; running servers follow within seconds. */
    public Release use(String id) {
        Release release = getRelease(id);
        Optional<String> before = findPointed();
        point(id);
        // Somebody may have removed it between the two lines; whoever removes looks at the pointer once more likewise.
        if (!Files.isDirectory(release.folder())) {
            before.ifPresent(this::point);
            throw new ReleaseException(
                    "release " + id + " in " + data + " was just removed; see: middletier releases list");
        }
        return release;
    }

    /**
     * Removes all but the newest releases, and never the current one nor one that a process has open.
     *
     * @param keep how many to keep, the current one included if it is among the newest
     * @param dryRun whether only to say what would be removed
     */
    public Pruned prune(int keep, boolean dryRun) {
        if (keep < 0) {
            throw new IllegalArgumentException("keep must not be negative: " + keep);
        }
        Optional<String> current = findCurrentId();
        List<String> removed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        long bytes = 0;
        List<String> ids = ids();
        for (String id : ids.subList(Math.min(keep, ids.size()), ids.size())) {
            if (current.equals(Optional.of(id))) {
                continue;
            }
            long size = size(id);
            if (dryRun ? isOpen(id) : !remove(id)) {
                open.add(id);
            } else {
                removed.add(id);
                bytes += size;
            }
        }
        return new Pruned(removed, bytes, open);
    }

    /**
     * What was removed, or would be.
     *
     * @param removed ids, newest first
     * @param bytes the room they took
     * @param open ids of those that were left because a process has them open
     */
    public record Pruned(List<String> removed, long bytes, List<String> open) {
        public Pruned {
            removed = List.copyOf(removed);
            open = List.copyOf(open);
        }
    }

    private long size(String id) {
        try {
            return Disk.size(path(id));
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + path(id) + ": " + Disk.reason(e), e);
        }
    }

    private boolean isOpen(String id) {
        Path file = path(id).resolve(IN_USE);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            Optional<Lock> lock = Lock.tryAcquire(file);
            lock.ifPresent(Lock::close);
            return lock.isEmpty();
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + Disk.reason(e), e);
        }
    }

    /**
     * Begins a new release. What killed imports left behind is cleared away first.
     *
     * @throws ReleaseException another import is running, or the folder cannot be written
     */
    public NewRelease begin() {
        try {
            Files.createDirectories(folder);
            // A folder that was just made is lost with its name.
            Disk.syncFolder(data);
            Path parent = data.getParent();
            if (parent != null) {
                Disk.syncFolder(parent);
            }
            Path lockFile = data.resolve(IMPORT_LOCK);
            Lock lock = Lock.tryAcquire(lockFile)
                    .orElseThrow(() -> new ReleaseException("another import into " + data + " is running (it holds "
                            + lockFile + "); wait for it or end it"));
            try {
                clearDebris();
                Path building =
                        folder.resolve(BUILDING + ProcessHandle.current().pid());
                Files.createDirectory(building);
                return new NewRelease(this, building, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw cannotWrite(data, e);
        }
    }

    /** Marks a release as used by this process, so that nobody removes it; others may use it too. */
    Lock.Hold hold(Release release) {
        return Lock.tryShare(release.folder().resolve(IN_USE))
                .orElseThrow(() -> new ReleaseException("release " + release.id() + " in " + data
                        + " is being removed; see: middletier releases list"));
    }

    Path path(String id) {
        if (!isId(id)) {
            throw new ReleaseException("not the id of a release: " + id + "; see: middletier releases list");
        }
        return folder.resolve(id);
    }

    Path pointer() {
        return data.resolve(POINTER);
    }

    void point(String id) {
        try {
            Disk.replace(pointer(), id + "\n");
        } catch (IOException e) {
            throw cannotWrite(pointer(), e);
        }
    }

    /** A failure to write in the data folder, with what would do. */
    public static ReleaseException cannotWrite(Path path, IOException e) {
        return new ReleaseException(
                "cannot write " + path + ": " + Disk.reason(e)
                        + "; make room or make it writable, or choose another folder with --data",
                e);
    }

    private boolean remove(String id) {
        Path release = path(id);
        try {
            Optional<Lock> lock = Lock.tryAcquire(release.resolve(IN_USE));
            if (lock.isEmpty()) {
                return false;
            }
            Path doomed = folder.resolve(DELETING + id);
            try {
                // Renamed first: killed half-way, what is left does not look like a release.
                Files.move(release, doomed);
                if (findPointed().equals(Optional.of(id))) {
                    // It has just become the current one.
                    Files.move(doomed, release);
                    return false;
                }
            } finally {
                lock.get().close();
            }
            Disk.delete(doomed);
            return true;
        } catch (IOException e) {
            throw new ReleaseException("cannot remove " + release + ": " + Disk.reason(e), e);
        }
    }

    private void clearDebris() throws IOException {
        StoreCopy.clear(data);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".{building,deleting}-*")) {
            for (Path debris : entries) {
                Disk.delete(debris);
            }
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(data, "." + POINTER + "-*.tmp")) {
            for (Path debris : entries) {
                Files.deleteIfExists(debris);
            }
        }
    }

    /** Ids become paths: nothing but letters, digits and hyphens. */
    private static boolean isId(String id) {
        return id.matches("[0-9A-Za-z][0-9A-Za-z-]*");
    }
}
