package uk.middletier.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock other processes see, which ends with the process however that ends. The file stays behind and means nothing.
 */
final class Lock implements AutoCloseable {
    /**
     * What this process holds. The system keeps locks per process and drops them when <em>any</em> channel to the file
     * is closed, so a second attempt of this process must not even open the file.
     */
    private static final Map<Path, Lock> HELD = new HashMap<>();

    private final Path file;
    private final @Nullable FileChannel channel;
    private final boolean shared;
    /** How many of this process share it. */
    private int holders = 1;

    private Lock(Path file, @Nullable FileChannel channel, boolean shared) {
        this.file = file;
        this.channel = channel;
        this.shared = shared;
    }

    /**
     * Takes the lock if nobody has it.
     *
     * @throws IOException the file cannot be made or opened
     */
    static Optional<Lock> tryAcquire(Path lockFile) throws IOException {
        Path file = lockFile.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (HELD.containsKey(file)) {
                return Optional.empty();
            }
            return keep(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), false);
        }
    }

    /**
     * Takes the lock together with others who share it, unless somebody has it alone. Where no lock can be had, on a
     * disk that cannot be written or does not know of locks, nobody can have it alone either, and it counts as taken.
     */
    static Optional<Hold> tryShare(Path lockFile) {
        Path file = lockFile.toAbsolutePath().normalize();
        synchronized (HELD) {
            Lock held = HELD.get(file);
            if (held != null) {
                held.holders += held.shared ? 1 : 0;
                return held.shared ? Optional.of(new Hold(held)) : Optional.empty();
            }
            try {
                return keep(file, openToShare(file), true).map(Hold::new);
            } catch (IOException e) {
                Lock none = new Lock(file, null, true);
                HELD.put(file, none);
                return Optional.of(new Hold(none));
            }
        }
    }

    private static FileChannel openToShare(Path file) throws IOException {
        // Where the file is there already, reading it is enough: the folder may be another user's.
        return Files.isReadable(file)
                ? FileChannel.open(file, StandardOpenOption.READ)
                : FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static Optional<Lock> keep(Path file, FileChannel channel, boolean shared) throws IOException {
        boolean held = false;
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            held = lock != null;
            if (!held) {
                return Optional.empty();
            }
            Lock kept = new Lock(file, channel, shared);
            HELD.put(file, kept);
            return Optional.of(kept);
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            holders--;
            if (holders == 0 && HELD.remove(file, this) && channel != null) {
                try {
                    channel.close();
                } catch (IOException e) {
                    // The lock is gone with the channel, closed well or not.
                }
            }
        }
    }

    /** One share of a lock, given back once. */
    static final class Hold implements AutoCloseable {
        private final Lock lock;
        private boolean closed;

        private Hold(Lock lock) {
            this.lock = lock;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                lock.close();
            }
        }
    }
}
