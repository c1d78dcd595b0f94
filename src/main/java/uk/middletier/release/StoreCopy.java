package uk.middletier.release;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The store of a release in a folder of one's own, held against the release's checksums file by file. Opened only
 * to be read, Neo4j still writes: into every index, its counts, its logs. So no release is opened where it lies, and
 * it stays byte for byte what was published: to be checked again, to be read by several processes at once, and from a
 * disk that cannot be written.
 */
public final class StoreCopy implements AutoCloseable {
    private static final String PREFIX = ".serving-";
    private static final String PREFIX_ELSEWHERE = "middletier-serving-";
    private static final String LOCK = "lock";
    private static final long MEBIBYTE = 1024L * 1024;

    private final Path folder;
    private final Lock alive;
    private final Lock.Hold inUse;

    private StoreCopy(Path folder, Lock alive, Lock.Hold inUse) {
        this.folder = folder;
        this.alive = alive;
        this.inUse = inUse;
    }

    /**
     * Copies the release's store into the data folder or, if that cannot be written, into the folder for temporary
     * files. Until it is closed, nobody removes the release.
     *
     * @throws ReleaseException a file is missing or not as it was published, or there is no room for the copy
     */
    public static StoreCopy of(Releases releases, Release release) {
        Lock.Hold inUse = releases.hold(release);
        boolean done = false;
        try {
            Checksums sums = Checksums.read(release.folder());
            StoreCopy copy = begin(releases, release, inUse);
            try {
                sums.copy(Release.STORE, copy.store());
                done = true;
                return copy;
            } catch (IOException e) {
                throw noRoom(releases, release, copy.folder, e);
            } finally {
                if (!done) {
                    copy.close();
                }
            }
        } finally {
            if (!done) {
                inUse.close();
            }
        }
    }

    /** Home folder of the copied store. */
    public Path store() {
        return folder.resolve(Release.STORE);
    }

    /** Removes the copy; the store must be closed. */
    @Override
    public void close() {
        try {
            remove(folder);
        } catch (IOException e) {
            // The next to copy or import clears it away.
        } finally {
            alive.close();
            inUse.close();
        }
    }

    /** Removes what processes that were killed have left in a folder, as far as it can be. */
    static void clear(Path data) {
        clear(data, PREFIX);
        clear(temporary(), PREFIX_ELSEWHERE);
    }

    private static void clear(Path parent, String prefix) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path entry : entries) {
                clearIfDead(entry);
            }
        } catch (IOException e) {
            // Then there is none, or it is not ours to clear.
        }
    }

    private static void clearIfDead(Path copy) {
        Path lock = copy.resolve(LOCK);
        // Without its lock it is just being made.
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Optional<Lock> dead = Lock.tryAcquire(lock);
            if (dead.isPresent()) {
                try {
                    remove(copy);
                } finally {
                    dead.get().close();
                }
            }
        } catch (IOException e) {
            // Another user's, or another process was quicker.
        }
    }

    /** The lock last: without it, what a kill leaves of the rest would be cleared by nobody. */
    private static void remove(Path copy) throws IOException {
        Disk.delete(copy.resolve(Release.STORE));
        Disk.delete(copy);
    }

    private static StoreCopy begin(Releases releases, Release release, Lock.Hold inUse) {
        clear(releases.data());
        try {
            return begin(releases.data(), PREFIX + release.id() + "-", inUse);
        } catch (IOException inData) {
            try {
                return begin(temporary(), PREFIX_ELSEWHERE + release.id() + "-", inUse);
            } catch (IOException e) {
                e.addSuppressed(inData);
                throw noRoom(releases, release, temporary(), e);
            }
        }
    }

    private static StoreCopy begin(Path parent, String prefix, Lock.Hold inUse) throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(parent, prefix);
            Path lock = folder.resolve(LOCK);
            Optional<Lock> alive = Lock.tryAcquire(lock);
            if (alive.isPresent() && Files.exists(lock)) {
                return new StoreCopy(folder, alive.get(), inUse);
            }
            // Between making the lock and taking it, another process took it for that of a dead one.
            alive.ifPresent(Lock::close);
        }
    }

    private static ReleaseException noRoom(Releases releases, Release release, Path folder, IOException e) {
        String elsewhere = folder.startsWith(releases.data())
                ? ""
                : ", or choose another folder: java -Djava.io.tmpdir=FOLDER -jar …";
        return new ReleaseException(
                "cannot copy the store of release " + release.id() + " into " + folder + ": " + Disk.reason(e)
                        + "; whoever reads a release needs room for a copy of its store ("
                        + (release.manifest().storeBytes() / MEBIBYTE + 1) + " MiB): make room there" + elsewhere,
                e);
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    }
}
