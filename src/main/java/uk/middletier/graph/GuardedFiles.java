package uk.middletier.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.StoreFileChannel;

/**
 * The file system under a store, which gives up with the first write that fails. From then on nothing is written; every
 * file says so once and then passes as written what it is given. A full disk would hang the process otherwise: Neo4j's
 * page cache flushes a file when it closes it, and a flush that fails it repeats for ever. Whoever writes a store has to
 * ask for the {@link #failure} when it is closed.
 */
final class GuardedFiles extends DefaultFileSystemAbstraction {
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    /** The first write that failed, if any did: what is on the disk is not a store then. */
    @Nullable
    IOException failure() {
        return failure.get();
    }

    @Override
    protected StoreFileChannel getStoreFileChannel(FileChannel channel) {
        return new GuardedChannel(channel, failure);
    }

    /** Something that writes. */
    private interface Write<T> {
        T run() throws IOException;
    }

    private static final class GuardedChannel extends StoreFileChannel {
        private final AtomicReference<@Nullable IOException> failure;
        private volatile boolean told;

        GuardedChannel(FileChannel channel, AtomicReference<@Nullable IOException> failure) {
            super(channel);
            this.failure = failure;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return (int) guard(() -> (long) super.write(source), source);
        }

        @Override
        public long write(ByteBuffer[] sources) throws IOException {
            return guard(() -> super.write(sources), sources);
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
            ByteBuffer[] meant = Arrays.copyOfRange(sources, offset, offset + length);
            return guard(() -> super.write(sources, offset, length), meant);
        }

        @Override
        public void writeAll(ByteBuffer source, long position) throws IOException {
            guard(
                    () -> {
                        super.writeAll(source, position);
                        return 0L;
                    },
                    source);
        }

        @Override
        public void writeAll(ByteBuffer source) throws IOException {
            guard(
                    () -> {
                        super.writeAll(source);
                        return 0L;
                    },
                    source);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            guard(() -> {
                super.force(metaData);
                return 0L;
            });
        }

        /** Runs the write unless one has failed before; the answer is how many bytes are, or pass as, written. */
        private long guard(Write<Long> write, ByteBuffer... sources) throws IOException {
            if (failure.get() == null) {
                try {
                    return write.run();
                } catch (ClosedChannelException | WriteFailure e) {
                    // Not the disk, or said just now: one way of writing calls another.
                    throw e;
                } catch (IOException e) {
                    failure.compareAndSet(null, e);
                }
            }
            if (!told) {
                told = true;
                throw new WriteFailure(failure.get());
            }
            long passed = 0;
            for (ByteBuffer source : sources) {
                passed += source.remaining();
                source.position(source.limit());
            }
            return passed;
        }
    }

    /** A failed write, as Neo4j is told of it. */
    private static final class WriteFailure extends IOException {
        private static final long serialVersionUID = 1L;

        WriteFailure(@Nullable IOException cause) {
            super(cause == null ? null : cause.getMessage(), cause);
        }

        /** Silent: the page cache prints what it meets on closing, and the user is told once, in words, by the command. */
        @Override
        public void printStackTrace() {}
    }
}
